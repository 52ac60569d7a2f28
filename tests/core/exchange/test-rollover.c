#include "jh-rollover.h"

#include "fixture.h"
#include "jh-code-map.h"

static const JhRolloverOptions all = { TRUE, TRUE, TRUE };
static const JhRolloverOptions none = { FALSE, FALSE, FALSE };

/* The books of the year after @from, with the notes. */
static JhBooks *
roll (JhStore *store, const JhFiling *from, const JhRolloverOptions *options,
      GPtrArray **notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFiling) next = NULL;

  jh_rollover (store, from, options, &next, notes, &error);
  jh_assert_no_error (error);
  ck_assert_int_eq (next->year, from->year + 1);
  return load (store, next->id);
}

/* Expects that rolling @from over is refused and changes nothing. */
static void
refuse (JhStore *store, const JhFiling *from, JhErrorCode code,
        const char *message)
{
  guint changes = count_changes (store);
  guint filings = count_filings (store);
  JhFiling *next = (gpointer) 1;
  GPtrArray *notes = (gpointer) 1;
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_rollover (store, from, &all, &next, &notes, &error));
  jh_assert_error (error, code, message);
  ck_assert_ptr_null (next);
  ck_assert_ptr_null (notes);
  ck_assert_uint_eq (count_changes (store), changes);
  ck_assert_uint_eq (count_filings (store), filings);
}

/* Whether one of @notes says @part. */
static gboolean
says (const GPtrArray *notes, const char *part)
{
  for (guint i = 0; i < notes->len; i++)
    if (strstr (notes->pdata[i], part))
      return TRUE;
  return FALSE;
}

START_TEST (the_sample_is_carried_into_2024)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = import (store, sample, FALSE);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (JhBooks) next = roll (store, from, &all, &notes);
  static const guint counts[] = { 6, 5, 16, 1, 4, 0, 35, 5, 0, 0, 0, 0 };

  ck_assert_str_eq (next->filing->code, from->code);
  ck_assert_str_eq (next->filing->name, from->name);
  ck_assert_str_eq (next->filing->region, from->region);
  ck_assert_str_eq (next->filing->state, "填报");
  ck_assert_int_eq (next->filing->money_unit, from->money_unit);
  for (guint id = 0; id < JH_N_TABLES; id++)
    ck_assert_msg (next->rows[id]->len == counts[id], "%s: %u rows",
                   jh_table_get (id)->file, next->rows[id]->len);
}
END_TEST

START_TEST (a_rollover_is_one_change_and_can_be_undone)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = import (store, sample, FALSE);
  g_autoptr (JhBooks) before = load (store, from->id);
  g_autoptr (JhBooks) next = roll (store, from, &all, NULL);
  g_autoptr (JhBooks) after = load (store, from->id);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  ck_assert (jh_books_equal (before, after));
  ck_assert_uint_eq (count_changes (store), 2);
  ck_assert (jh_change_undo (store, &name, &error));
  jh_assert_no_error (error);
  ck_assert (g_str_has_prefix (name, "结转到 2024 年度"));
  ck_assert_uint_eq (count_filings (store), 1);
}
END_TEST

START_TEST (words_are_kept_and_counts_and_amounts_are_not)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = import (store, sample, FALSE);
  g_autoptr (JhBooks) next = roll (store, from, &none, NULL);
  static const char *const kept[]
    = { "单位简称", "预算级次", "单位性质", "参照公务员法管理", "主管部门",
        "内设机构" };
  static const char *const left[]
    = { "年末在职人数", "机关运行经费", "公务用车保有量" };

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    ck_assert_ptr_nonnull (jh_books_find_fact (next, kept[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    ck_assert_ptr_null (jh_books_find_fact (next, left[i]));
  ck_assert_int_eq (
    jh_books_find_fact (next, "参照公务员法管理")->count.value, 0);
}
END_TEST

START_TEST (a_year_opens_with_what_the_last_one_closed_with)
{
  static const struct
  {
    const char *rows;
    const char *opened;
  } cases[] = {
    { "", "" },
    { "其他资金,年初结转和结余,5\n", "" },
    { "其他资金,年末结转和结余,\n", "" },
    { "其他资金,年末结转和结余,0\n", "其他资金=0 " },
    { "其他资金,年末结转和结余,-1.5\n", "其他资金=-1500000 " },
    { "其他资金,年末结转和结余,1\n其他资金,年末结转和结余,2\n",
      "其他资金=3000000 " },
    { "其他资金,年末结转和结余,1\n其他资金,年末结转和结余,\n",
      "其他资金=1000000 " },
    { "其他资金,年末结转和结余,1\n"
      "一般公共预算财政拨款,年末结转和结余,2\n其他资金,结余分配,3\n"
      "其他资金,使用非财政拨款结余,4\n",
      "一般公共预算财政拨款=2000000 其他资金=1000000 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *text
        = g_strconcat ("资金,类别,金额\n", cases[i].rows, NULL);
      g_autoptr (JhStore) store = open_store ();
      g_autoptr (JhFiling) from = NULL;
      g_autoptr (JhBooks) next = NULL;
      g_autoptr (GString) opened = g_string_new (NULL);

      put (folder, "carryover.csv", text);
      from = import (store, folder, FALSE);
      next = roll (store, from, &none, NULL);
      for (guint n = 0; n < JH_BOOKS_ROWS (next, CARRYOVER)->len; n++)
        {
          const JhCarryover *row = JH_BOOKS_ROWS (next, CARRYOVER)->pdata[n];

          ck_assert_str_eq (row->kind, "年初结转和结余");
          g_string_append_printf (opened, "%s=%" G_GINT64_FORMAT " ",
                                  row->fund, row->amount.fen);
        }
      ck_assert_str_eq (opened->str, cases[i].opened);
    }
}
END_TEST

START_TEST (sangong_begins_with_last_years_actual)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = import (store, sample, FALSE);
  g_autoptr (JhBooks) next = roll (store, from, &none, NULL);
  const GPtrArray *rows = JH_BOOKS_ROWS (next, SANGONG);

  for (guint i = 0; i < rows->len; i++)
    {
      const JhSangong *row = rows->pdata[i];
      gboolean reception = g_str_equal (row->item, "国内公务接待费");

      ck_assert (row->prior_actual.known);
      ck_assert_int_eq (row->prior_actual.fen, reception ? 1600000 : 0);
      ck_assert (!row->initial.known && !row->full_year.known
                 && !row->actual.known);
    }
}
END_TEST

START_TEST (indicators_and_projects_are_carried_as_aims)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = NULL;
  g_autoptr (JhBooks) next = NULL;
  const JhIndicator *indicator;
  const JhProject *project;

  put (folder, "projects.csv",
       "项目编号,项目名称,项目类型,主管部门,实施单位,年度总体目标,"
       "实际完成情况\nP1,甲,乙,丙,丁,戊,己\n");
  put (folder, "indicators.csv",
       "对象,一级指标,二级指标,三级指标,指标性质,符号,年度指标值,计量单位,"
       "实际完成值,分值,得分,偏差原因分析及改进措施\n"
       "P1,一,二,三,定量,≥,5,次,4,10,8,忙\n");
  from = import (store, folder, FALSE);
  next = roll (store, from, &all, NULL);
  project = JH_BOOKS_ROWS (next, PROJECT)->pdata[0];
  ck_assert_str_eq (project->code, "P1");
  ck_assert_str_eq (project->implementer, "丁");
  ck_assert_str_eq (project->goal, "戊");
  ck_assert_str_eq (project->outcome, "");
  indicator = JH_BOOKS_ROWS (next, INDICATOR)->pdata[0];
  ck_assert_str_eq (indicator->target, "5");
  ck_assert_str_eq (indicator->operator, "≥");
  ck_assert_int_eq (indicator->weight.value, 1000);
  ck_assert_str_eq (indicator->actual, "");
  ck_assert (!indicator->score.known);
  ck_assert_str_eq (indicator->reason, "");
}
END_TEST

START_TEST (what_belongs_to_a_project_stays_with_it)
{
  g_autofree char *sample = copy_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = NULL;
  g_autoptr (JhBooks) next = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  static const JhRolloverOptions options
    = { .lines = TRUE, .indicators = TRUE };

  put (sample, "expenditure.csv",
       EXPENDITURE "2013150,30101,基本支出,其他资金,,1,1,1\n"
                   "2013150,30101,项目支出,其他资金,P1,1,1,1\n");
  from = import (store, sample, FALSE);
  next = roll (store, from, &options, &notes);
  ck_assert_uint_eq (JH_BOOKS_ROWS (next, PROJECT)->len, 0);
  ck_assert_uint_eq (JH_BOOKS_ROWS (next, EXPENDITURE)->len, 1);
  ck_assert_uint_eq (JH_BOOKS_ROWS (next, INDICATOR)->len, 16);
  ck_assert (says (notes, "1 行项目支出也没有结转"));
  ck_assert (says (notes, "项目的 19 个指标也没有结转"));
}
END_TEST

START_TEST (codes_that_changed_are_replaced_and_lines_become_one)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = NULL;
  g_autoptr (JhBooks) next = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  const GPtrArray *rows;

  put (folder, "expenditure.csv",
       EXPENDITURE "2010308,30101,基本支出,其他资金,,1,1,1\n"
                   "2010308,30102,基本支出,其他资金,,1,1,1\n"
                   "2014004,30101,基本支出,其他资金,,2,2,2\n"
                   "2010308,30101,项目支出,其他资金,,3,3,3\n"
                   "9999999,30101,基本支出,其他资金,,4,4,4\n");
  put (folder, "income.csv",
       "来源,功能科目,年初预算,全年预算,决算\n事业收入,2010308,1,1,1\n");
  from = import (store, folder, FALSE);
  next = roll (store, from, &all, &notes);
  rows = JH_BOOKS_ROWS (next, EXPENDITURE);
  ck_assert_uint_eq (rows->len, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      const JhExpenditure *row = rows->pdata[i];

      ck_assert_str_eq (row->functional, i < 3 ? "2014004" : "9999999");
      ck_assert (!row->initial.known && !row->full_year.known
                 && !row->actual.known);
    }
  ck_assert_uint_eq (JH_BOOKS_ROWS (next, INCOME)->len, 1);
  ck_assert_uint_eq (notes->len, 2);
  ck_assert (says (notes, "功能科目 2010308 从 2024 年起改用 2014004"));
  ck_assert (says (notes, "功能科目 9999999 不在 2024 年度的科目表里"));
}
END_TEST

START_TEST (a_code_changes_in_its_year_and_its_list_only)
{
  static const struct
  {
    int from;
    int to;
    JhCodes codes;
    const char *now;
  } cases[] = {
    { 2023, 2024, JH_CODES_FUNCTIONAL, "2014004" },
    { 2020, 2030, JH_CODES_FUNCTIONAL, "2014004" },
    { 2022, 2023, JH_CODES_FUNCTIONAL, "2010308" },
    { 2024, 2025, JH_CODES_FUNCTIONAL, "2010308" },
    { 2023, 2024, JH_CODES_ECONOMIC, "2010308" },
  };
  g_autoptr (JhStore) store = open_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhCodeMap) map
        = jh_code_map_load (store, cases[i].from, cases[i].to, NULL);

      ck_assert_str_eq (jh_code_map_get (map, cases[i].codes, "2010308"),
                        cases[i].now);
      ck_assert_str_eq (jh_code_map_get (map, cases[i].codes, "2013150"),
                        "2013150");
    }
}
END_TEST

START_TEST (nothing_more_is_carried_than_asked_for)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = import (store, sample, FALSE);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (JhBooks) next = roll (store, from, &none, &notes);

  ck_assert_uint_eq (JH_BOOKS_ROWS (next, INCOME)->len, 0);
  ck_assert_uint_eq (JH_BOOKS_ROWS (next, EXPENDITURE)->len, 0);
  ck_assert_uint_eq (JH_BOOKS_ROWS (next, PROJECT)->len, 0);
  ck_assert_uint_eq (JH_BOOKS_ROWS (next, INDICATOR)->len, 0);
  ck_assert_uint_eq (notes->len, 0);
}
END_TEST

START_TEST (a_unit_with_nothing_but_a_name_rolls_over)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = import (store, folder, FALSE);
  g_autoptr (JhBooks) next = roll (store, from, &all, NULL);

  for (guint id = 0; id < JH_N_TABLES; id++)
    ck_assert_uint_eq (next->rows[id]->len, 0);
}
END_TEST

START_TEST (a_locked_filing_rolls_over_but_not_twice)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) from = import (store, sample, FALSE);
  g_autoptr (JhBooks) next = NULL;
  g_autoptr (JhChange) change = jh_change_begin (store, "锁定", NULL);

  ck_assert (jh_filing_set_state (store, from, "锁定", NULL));
  ck_assert (jh_change_commit (change, NULL));
  next = roll (store, from, &all, NULL);
  ck_assert_str_eq (next->filing->state, "填报");
  refuse (store, from, JH_ERROR_EXISTS, "2024 年度的决算已经有了");
}
END_TEST

START_TEST (what_cannot_be_rolled_over_is_refused)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) last = NULL;
  g_autoptr (JhFiling) gone = NULL;

  put (folder, "filing.csv",
       "键,值\n单位名称,甲\n单位代码,U1\n年度,2999\n金额单位,元\n");
  last = import (store, folder, FALSE);
  refuse (store, last, JH_ERROR_DATA, "没有可以结转的年度");
  gone = jh_filing_copy (last);
  gone->id += 100;
  refuse (store, gone, JH_ERROR_NOT_FOUND, "已经不在账套里");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rollover");
  TCase *cases = tcase_create ("rollover");

  tcase_add_test (cases, the_sample_is_carried_into_2024);
  tcase_add_test (cases, a_rollover_is_one_change_and_can_be_undone);
  tcase_add_test (cases, words_are_kept_and_counts_and_amounts_are_not);
  tcase_add_test (cases, a_year_opens_with_what_the_last_one_closed_with);
  tcase_add_test (cases, sangong_begins_with_last_years_actual);
  tcase_add_test (cases, indicators_and_projects_are_carried_as_aims);
  tcase_add_test (cases, what_belongs_to_a_project_stays_with_it);
  tcase_add_test (cases,
                  codes_that_changed_are_replaced_and_lines_become_one);
  tcase_add_test (cases, a_code_changes_in_its_year_and_its_list_only);
  tcase_add_test (cases, nothing_more_is_carried_than_asked_for);
  tcase_add_test (cases, a_unit_with_nothing_but_a_name_rolls_over);
  tcase_add_test (cases, a_locked_filing_rolls_over_but_not_twice);
  tcase_add_test (cases, what_cannot_be_rolled_over_is_refused);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
