#include "fixture.h"

#include "jh-fact-sheet.h"

/* The rows that the sheet has with the head. */
enum
{
  HEAD_NAME,
  HEAD_CODE,
  HEAD_YEAR,
  HEAD_REGION,
  HEAD_UNIT,
  SHORT_NAME,
  CIVIL,
  STAFF,
  OPERATING,
  OTHER,
};

static const JhFactLine lines[] = {
  { "单位简称", "" },
  { "参照公务员法管理", "" },
  { "年末在职人数", "人" },
  { "机关运行经费", "" },
};

static JhFactSheet *
new_sheet (Desk *desk)
{
  return jh_fact_sheet_new (desk->session, lines, G_N_ELEMENTS (lines), TRUE,
                            TRUE);
}

/* What is typed where, what is shown then, and why not. */
static const struct
{
  guint row;
  const char *typed;
  const char *shown;
  const char *fault;
} cells[] = {
  { SHORT_NAME, "督查中心", "督查中心", NULL },
  { CIVIL, "是", "是", NULL },
  { CIVIL, " 否 ", "否", NULL },
  { CIVIL, "也许", "也许", "“是”或“否”" },
  { CIVIL, "2", "2", "“是”或“否”" },
  { STAFF, "1234", "1,234", NULL },
  { STAFF, "=3+6", "9", NULL },
  { STAFF, "-1", "-1", "负数" },
  { STAFF, "九", "九", "不是数字" },
  { OPERATING, "12.345", "12.345", NULL },
  { OPERATING, "十二", "十二", "不是数字" },
  { HEAD_NAME, "新名字", "新名字", NULL },
  { HEAD_NAME, "", "", "不能为空" },
  { HEAD_REGION, "510811", "510811", NULL },
  { HEAD_REGION, "昭化", "昭化", "行政区划代码" },
  { HEAD_UNIT, "元", "元", NULL },
  { HEAD_UNIT, "美元", "美元", "金额单位" },
};

/* Fails unless @sheet shows the case @index. */
static void
assert_value (JhFactSheet *sheet, int index)
{
  if (cells[index].fault)
    assert_fault (sheet, cells[index].row, 1, cells[index].shown,
                  cells[index].fault);
  else
    assert_cell (sheet, cells[index].row, 1, cells[index].shown, NULL);
}

START_TEST (a_fact_is_kept_as_what_it_is)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFactSheet) sheet = NULL;
  g_autofree char *typed = NULL;
  g_auto (JhTableReport) report = { 0 };

  new_desk (&desk);
  sheet = new_sheet (&desk);
  ck_assert_uint_eq (count_rows (sheet), OTHER);
  type (sheet, cells[_i].row, 1, cells[_i].typed);
  assert_value (sheet, _i);
  g_clear_object (&sheet);
  restart (&desk);
  sheet = new_sheet (&desk);
  assert_value (sheet, _i);
  typed = jh_table_model_dup_typed (JH_TABLE_MODEL (sheet), cells[_i].row, 1);
  ck_assert (jh_table_model_type (JH_TABLE_MODEL (sheet), cells[_i].row, 1,
                                  typed, &report, NULL));
  ck_assert_uint_eq (report.changed, 0);
  ck_assert_uint_eq (report.faulty, cells[_i].fault != NULL);
  ck_assert_uint_eq (count_rows (sheet), OTHER);
}
END_TEST

START_TEST (facts_go_where_they_belong_in_the_books)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFactSheet) sheet = NULL;
  const JhBooks *books;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  paste (sheet, SHORT_NAME, 1, "简称\n是\n9\n1.5");
  assert_undo_name (&desk, "粘贴单位情况 4 格");
  assert_rows (&desk, JH_TABLE_FILING_FACT, 4);
  books = jh_session_get_books (desk.session);
  ck_assert_str_eq (jh_books_get_words (books, "单位简称"), "简称");
  ck_assert_int_eq (
    jh_books_find_fact (books, "参照公务员法管理")->count.value, 1);
  ck_assert_int_eq (jh_books_find_fact (books, "年末在职人数")->count.value,
                    9);
  ck_assert_int_eq (jh_books_find_fact (books, "机关运行经费")->amount.fen,
                    1500000);
  assert_cell (sheet, STAFF, 2, "人", NULL);
  assert_cell (sheet, OPERATING, 2, "万元", NULL);
  type (sheet, STAFF, 1, "");
  assert_undo_name (&desk, "修改单位情况“年末在职人数”");
  assert_rows (&desk, JH_TABLE_FILING_FACT, 3);
  type (sheet, OPERATING, 1, "一点五");
  assert_rows (&desk, JH_TABLE_FILING_FACT, 2);
}
END_TEST

START_TEST (others_are_added_by_users)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFactSheet) sheet = NULL;
  g_autoptr (JhFactSheet) closed = NULL;
  guint row;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  closed = jh_fact_sheet_new (desk.session, lines, 1, FALSE, FALSE);
  type (sheet, OTHER, 0, "办公面积");
  assert_rows (&desk, JH_TABLE_FILING_FACT, 0);
  ck_assert_uint_eq (count_rows (sheet), OTHER + 1);
  type (sheet, OTHER, 1, "120 平方米");
  assert_rows (&desk, JH_TABLE_FILING_FACT, 1);
  paste (sheet, OTHER + 1, 0, "食堂|有\n办公面积|重复");
  assert_rows (&desk, JH_TABLE_FILING_FACT, 2);
  assert_fault (sheet, OTHER + 2, 0, "办公面积", "重复");
  ck_assert_uint_eq (count_rows (closed), 1);
  ck_assert (!jh_table_model_grows (JH_TABLE_MODEL (closed)));
  ck_assert (jh_fact_sheet_find_entry (
    sheet, ROW (&desk, FILING_FACT, JhRow, 0)->id, &row));
  ck_assert_uint_eq (row, OTHER);
  type (sheet, OTHER, 1, "");
  assert_rows (&desk, JH_TABLE_FILING_FACT, 2);
  type (sheet, OTHER, 0, "");
  g_clear_object (&sheet);
  restart (&desk);
  g_clear_object (&closed);
  sheet = new_sheet (&desk);
  ck_assert_uint_eq (count_rows (sheet), OTHER + 2);
}
END_TEST

START_TEST (the_head_is_the_filings_own)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFactSheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };
  const JhFiling *filing;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  assert_reason (sheet, HEAD_CODE, 1, "不能改");
  assert_reason (sheet, HEAD_YEAR, 1, "不能改");
  assert_reason (sheet, HEAD_NAME, 1, NULL);
  put (sheet, JH_VERB_PASTE, 0, 0,
       "单位名称|甲中心\n单位代码|A1\n年度|2022\n行政区划|310101\n"
       "金额单位|元\n单位简称|甲",
       &report);
  ck_assert_uint_eq (report.changed, 4);
  ck_assert_uint_eq (report.refused, 1);
  restart (&desk);
  filing = jh_session_get_books (desk.session)->filing;
  ck_assert_str_eq (filing->name, "甲中心");
  ck_assert_int_eq (filing->year, 2023);
  ck_assert_str_eq (filing->region, "310101");
  ck_assert_int_eq (filing->money_unit, JH_MONEY_YUAN);
  assert_rows (&desk, JH_TABLE_FILING_FACT, 1);
  step_back (&desk, TRUE);
  filing = jh_session_get_books (desk.session)->filing;
  ck_assert_str_eq (filing->name, "单位A1");
  assert_rows (&desk, JH_TABLE_FILING_FACT, 0);
}
END_TEST

START_TEST (what_the_head_changes_is_followed)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFactSheet) sheet = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  type (sheet, OPERATING, 1, "1.5");
  type (sheet, HEAD_UNIT, 1, "元");
  assert_undo_name (&desk, "修改单位情况“金额单位”");
  ck_assert_int_eq (jh_session_get_unit (desk.session), JH_MONEY_YUAN);
  assert_cell (sheet, OPERATING, 1, "15,000.00", NULL);
  type (sheet, HEAD_REGION, 1, "31");
  ck_assert_uint_eq (
    jh_lists_get_classes (jh_session_get_books (desk.session)->lists)->len,
    24);
  type (sheet, HEAD_REGION, 1, "不详");
  assert_fault (sheet, HEAD_REGION, 1, "不详", "行政区划代码");
  step_back (&desk, TRUE);
  assert_cell (sheet, HEAD_REGION, 1, "31", NULL);
}
END_TEST

START_TEST (a_locked_filing_keeps_its_facts)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFactSheet) sheet = NULL;
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  new_desk (&desk);
  sheet = new_sheet (&desk);
  set_state (desk.store, jh_session_get_filing (desk.session), "锁定", TRUE);
  ck_assert (!jh_table_model_type (JH_TABLE_MODEL (sheet), HEAD_NAME, 1, "x",
                                   &report, &error));
  jh_assert_error (error, JH_ERROR_LOCKED, "锁定");
  assert_cell (sheet, HEAD_NAME, 1, "单位A1", NULL);
  ck_assert (jh_session_reload (desk.session, NULL));
  for (guint row = 0; row <= OTHER; row++)
    assert_reason (sheet, row, 1, "锁定");
}
END_TEST

START_TEST (answers_are_completed)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (JhFactSheet) sheet = NULL;
  static const struct
  {
    guint row;
    guint n;
  } cases[] = { { CIVIL, 2 }, { HEAD_UNIT, 2 }, { STAFF, 0 }, { OTHER, 0 } };

  new_desk (&desk);
  sheet = new_sheet (&desk);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = jh_table_model_complete (
        JH_TABLE_MODEL (sheet), cases[i].row, 1, "", 10);

      ck_assert_uint_eq (found->len, cases[i].n);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fact-sheet");
  TCase *tcase = tcase_create ("facts");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, a_fact_is_kept_as_what_it_is, 0,
                       G_N_ELEMENTS (cells));
  tcase_add_test (tcase, facts_go_where_they_belong_in_the_books);
  tcase_add_test (tcase, others_are_added_by_users);
  tcase_add_test (tcase, the_head_is_the_filings_own);
  tcase_add_test (tcase, what_the_head_changes_is_followed);
  tcase_add_test (tcase, a_locked_filing_keeps_its_facts);
  tcase_add_test (tcase, answers_are_completed);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
