/* The log in people's words. */
#include "fixture.h"
#include "jh-change-words.h"
#include "jh-draft.h"
#include "jh-limit.h"
#include "jh-user-check.h"
#include "jh-waiver.h"

/* The sentences of the newest entry of the log, one a line. */
static char *
tell (JhStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = jh_change_list (store, NULL, 1, 100, &error);
  g_autoptr (GPtrArray) sentences
    = jh_change_words_rows (store, log->pdata[0], &error);

  jh_assert_no_error (error);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv ("\n", (char **) sentences->pdata);
}

static void
assert_told (JhStore *store, const char *expected)
{
  g_autofree char *told = tell (store);

  ck_assert_str_eq (told, expected);
}

/* An expenditure line of no project. */
static JhExpenditure *
make_line (const char *economic, JhMoney actual)
{
  JhExpenditure *line = jh_row_new (jh_expenditure_table ());
  const JhTable *table = jh_expenditure_table ();

  jh_row_set_text (line, jh_table_find_field (table, "functional"),
                   "2013150");
  jh_row_set_text (line, jh_table_find_field (table, "economic"), economic);
  jh_row_set_text (line, jh_table_find_field (table, "category"), "基本支出");
  jh_row_set_text (line, jh_table_find_field (table, "fund"), "其他资金");
  line->actual = actual;
  return line;
}

/* What is done to a line of expenditure. */
typedef gboolean (*Edit) (JhStore *store, gint64 filing, gpointer row,
                          GError **error);

static gboolean
update (JhStore *store, gint64 filing, gpointer row, GError **error)
{
  return jh_table_update (store, filing, row, error);
}

static gboolean
take_out (JhStore *store, gint64 filing, gpointer row, GError **error)
{
  return jh_table_remove (store, filing, row, error);
}

static void
edit (JhStore *store, gint64 filing, Edit how, gpointer row)
{
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "改");

  ck_assert (how (store, filing, row, &error));
  jh_assert_no_error (error);
  jh_change_set_filing (change, filing);
  commit (change);
}

START_TEST (a_line_is_told_with_its_codes_and_amounts)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  JhExpenditure *line = make_line ("30201", jh_money (59080000));

  edit (store, id, jh_table_insert, line);
  assert_told (store, "增加支出 2013150 / 30201：支出类别 基本支出；"
                      "资金 其他资金；决算 59.08 万元");
  line->actual = jh_money (60000000);
  edit (store, id, update, line);
  assert_told (store, "支出 2013150 / 30201：决算 59.08 → 60.00 万元");
  line->actual = jh_money_blank ();
  line->initial = jh_money (0);
  edit (store, id, update, line);
  assert_told (store, "支出 2013150 / 30201：年初预算 空 → 0.00 万元；"
                      "决算 60.00 万元 → 空");
  line->initial = jh_money (1);
  edit (store, id, update, line);
  assert_told (store, "支出 2013150 / 30201：年初预算 0.00 → 0.000001 万元");
  jh_row_set_text (
    line, jh_table_find_field (jh_expenditure_table (), "economic"), "30202");
  edit (store, id, update, line);
  assert_told (store, "支出 2013150 / 30202：经济科目 30201 → 30202");
  line->row.place = 7;
  edit (store, id, update, line);
  assert_told (store, "支出 2013150 / 30202：换了位置");
  edit (store, id, take_out, line);
  assert_told (store, "删去支出 2013150 / 30202：支出类别 基本支出；"
                      "资金 其他资金；年初预算 0.000001 万元");
  jh_row_free (line);
}
END_TEST

START_TEST (a_line_that_is_gone_by_now_has_no_name)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  JhExpenditure *line = make_line ("30201", jh_money (100));
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GError) error = NULL;

  edit (store, id, jh_table_insert, line);
  line->actual = jh_money (200000000);
  edit (store, id, update, line);
  edit (store, id, take_out, line);
  jh_row_free (line);
  log = jh_change_list (store, NULL, 2, 10, &error);
  sentences = jh_change_words_rows (store, log->pdata[1], &error);
  jh_assert_no_error (error);
  ck_assert_str_eq (sentences->pdata[0],
                    "支出 （已删去的一行）：决算 0.0001 → 200.00 万元");
}
END_TEST

START_TEST (a_filing_and_its_unit_are_told)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  g_autofree char *told = tell (store);

  ck_assert_ptr_nonnull (strstr (told, "增加单位 U1"));
  ck_assert_ptr_nonnull (
    strstr (told, "增加决算 单位U1 / 2023：状态 填报；金额单位 万元"));
  set_state (store, id, "锁定", TRUE);
  assert_told (store, "决算 单位U1 / 2023：状态 填报 → 锁定");
}
END_TEST

START_TEST (a_draft_is_told_by_where_it_was_typed)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  JhDraft draft
    = { (char *) "expenditure", -1, 0, (char *) "actual", (char *) "12x" };
  JhDraft line = { (char *) "expenditure", -1, 0, (char *) "", (char *) "" };
  g_autoptr (GError) error = NULL;
  JhChange *change = begin (store, "键入");

  ck_assert (jh_draft_set (store, id, &draft, &error));
  commit (change);
  assert_told (store, "增加待改内容 支出 / 决算：键入 12x");
  draft.typed = (char *) "12y";
  change = begin (store, "键入");
  ck_assert (jh_draft_set (store, id, &draft, &error));
  commit (change);
  assert_told (store, "待改内容 支出 / 决算：键入 12x → 12y");
  change = begin (store, "键入");
  ck_assert (jh_draft_set (store, id, &line, &error));
  commit (change);
  assert_told (store, "增加待改内容 支出 / 新的一行");
}
END_TEST

START_TEST (amounts_of_a_filing_that_is_gone_are_in_yuan)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);
  JhExpenditure *line = make_line ("30201", jh_money (100));
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (JhFiling) filing = jh_filing_get (store, id, NULL);
  g_autoptr (GError) error = NULL;
  JhChange *change;

  edit (store, id, jh_table_insert, line);
  jh_row_free (line);
  change = begin (store, "删去");
  ck_assert (jh_filing_remove (store, filing, &error));
  commit (change);
  log = jh_change_list (store, NULL, 2, 10, &error);
  sentences = jh_change_words_rows (store, log->pdata[1], &error);
  ck_assert_ptr_nonnull (strstr (sentences->pdata[0], "决算 1.00 元"));
}
END_TEST

START_TEST (every_row_of_a_full_filing_is_told_without_names_of_the_schema)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *told = tell (store);

  ck_assert_int_gt (id, 0);
  for (int table = 0; table < JH_N_TABLES; table++)
    {
      g_autofree char *label
        = g_strdup_printf ("增加%s ", jh_table_get (table)->label);

      ck_assert_msg (strstr (told, label) != NULL, "no %s", label);
    }
  ck_assert_ptr_null (strstr (told, "full_year"));
  ck_assert_ptr_null (strstr (told, "增加stated"));
  ck_assert_ptr_null (strstr (told, "已删去"));
}
END_TEST

/* Does a @step with a waiver, a rule and a limit: they come, are rewritten,
 * and go. */
static void
take_step (JhStore *store, gint64 id, int step)
{
  static const char *const texts[] = { "甲", "乙" };
  const char *text = texts[MIN (step, 1)];
  const char *const at = "2026-11-25T08:00:00Z";
  const JhWaiver waiver = { (char *) "B02",  (char *) "7", (char *) text,
                            (char *) "经办", (char *) at,  (char *) text };
  const JhUserCheck check = { (char *) "U01", (char *) text, step == 0,
                              (char *) "经办", (char *) at };
  JhChange *change = begin (store, "改");

  if (step < 2)
    ck_assert (jh_waiver_set (store, id, &waiver, NULL)
               && jh_user_check_set (store, &check, NULL)
               && jh_limit_set (store, "上限", step ? "30%" : "20", NULL));
  else
    ck_assert (jh_waiver_drop (store, id, "B02", "7", NULL)
               && jh_user_check_drop (store, "U01", NULL)
               && jh_limit_drop (store, "上限", NULL));
  jh_change_set_filing (change, id);
  commit (change);
}

START_TEST (waivers_rules_and_limits_are_told)
{
  static const char *const expected[] = {
    "增加审核说明 B02：说明 甲；说明人 经办\n"
    "增加自定规则 U01：内容 甲；状态 启用；编写人 经办\n"
    "增加限额 上限：数 20",
    "审核说明 B02：说明 甲 → 乙\n"
    "自定规则 U01：内容 甲 → 乙；状态 启用 → 停用\n"
    "限额 上限：数 20 → 30%",
    "删去审核说明 B02：说明 乙；说明人 经办\n"
    "删去自定规则 U01：内容 乙；状态 停用；编写人 经办\n"
    "删去限额 上限：数 30%",
  };
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_filing (store, "U1", 2023);

  for (int step = 0; step < 3; step++)
    {
      take_step (store, id, step);
      assert_told (store, expected[step]);
    }
}
END_TEST

START_TEST (long_and_hostile_texts_are_cut_and_made_visible)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *told = NULL;

  change_words (
    store, id,
    "一\n二三四五六七八九十一二三四五六七八九十一二三四五六七八九十");
  told = tell (store);
  ck_assert_ptr_nonnull (strstr (told, "→ 一␊二三"));
  ck_assert_ptr_nonnull (strstr (told, "…"));
}
END_TEST

START_TEST (titles_tell_what_became_of_a_change)
{
  static const struct
  {
    const char *kind;
    const char *state;
    const char *expected;
  } cases[] = {
    { "do", "done", "导入" },
    { "do", "undone", "导入（已撤销）" },
    { "do", "dropped", "导入（已撤销，不再能重做）" },
    { "undo", "", "撤销“导入”" },
    { "redo", "", "重做“导入”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JhChangeEntry entry = { .kind = (char *) cases[i].kind,
                              .state = (char *) cases[i].state,
                              .name = (char *) "导入" };
      g_autofree char *title = jh_change_words_title (&entry);

      ck_assert_str_eq (title, cases[i].expected);
    }
}
END_TEST

START_TEST (tables_are_called_as_on_the_screen)
{
  ck_assert_str_eq (jh_change_words_table ("expenditure"), "支出");
  ck_assert_str_eq (jh_change_words_table ("filing"), "决算");
  ck_assert_str_eq (jh_change_words_table ("unit"), "单位");
  ck_assert_str_eq (jh_change_words_table ("draft"), "待改内容");
  ck_assert_str_eq (jh_change_words_table ("unheard_of"), "unheard_of");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("change-words");
  TCase *tests = tcase_create ("change-words");

  tcase_add_test (tests, a_line_is_told_with_its_codes_and_amounts);
  tcase_add_test (tests, a_line_that_is_gone_by_now_has_no_name);
  tcase_add_test (tests, a_filing_and_its_unit_are_told);
  tcase_add_test (tests, a_draft_is_told_by_where_it_was_typed);
  tcase_add_test (tests, amounts_of_a_filing_that_is_gone_are_in_yuan);
  tcase_add_test (
    tests, every_row_of_a_full_filing_is_told_without_names_of_the_schema);
  tcase_add_test (tests, waivers_rules_and_limits_are_told);
  tcase_add_test (tests, long_and_hostile_texts_are_cut_and_made_visible);
  tcase_add_test (tests, titles_tell_what_became_of_a_change);
  tcase_add_test (tests, tables_are_called_as_on_the_screen);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
