/* The self-assessment forms, with points and without. */
#include "sheets-fixture.h"

START_TEST (a_form_adds_up_money_points_and_scores)
{
  static const FixtureCell cells[] = {
    { "年度资金总额", "年初预算数", "30.00" },
    { "年度资金总额", "全年预算数", "100.00" },
    { "年度资金总额", "全年执行数", "81.00" },
    { "年度资金总额", "分值", "10.00" },
    { "年度资金总额", "执行率", "81.00%" },
    { "年度资金总额", "得分", "8.10" },
    { "（一）财政拨款小计", "全年预算数", "100.00" },
    { "（一）财政拨款小计", "分值", "—" },
    { "（一）财政拨款小计", "执行率", "81.00%" },
    { "1.一般公共预算", "执行率", "77.50%" },
    { "1.一般公共预算", "得分", "—" },
    { "2.政府性基金", "年初预算数", "" },
    { "3.国有资本经营预算", "执行率", "" },
    { "（二）其他资金", "全年预算数", "" },
    { "里程", "年度指标值", "≥10公里" },
    { "里程", "实际完成值", "12公里" },
    { "里程", "分值", "50.00" },
    { "里程", "得分", "45.50" },
    { "通行", "年度指标值", "好" },
    { "总分", "分值", "100.00" },
    { "总分", "得分", "93.60" },
  };
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhGrid) grid = fixture_grid (books, NULL, "项目自评表", "A1");

  fixture_assert (grid, cells);
  ck_assert_str_eq (grid->tab, "A1 道路");
  ck_assert_str_eq (grid->subtitle, "（2023年度）");
}
END_TEST

START_TEST (a_form_without_points_prints_none)
{
  static const FixtureCell cells[] = {
    { "年度资金总额", "全年执行数", "81.00" },
    { "年度资金总额", "执行率", "81.00%" },
    { "年度资金总额", "分值", "(none there)" },
    { "里程", "实际完成值", "12公里" },
    { "里程", "得分", "(none there)" },
    { "总分", "得分", "(none there)" },
  };
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhGrid) grid
    = fixture_grid (books, NULL, "项目自评表（无分值）", "A1");

  fixture_assert (grid, cells);
}
END_TEST

START_TEST (the_rate_of_a_form_is_worth_at_most_its_points)
{
  static const struct
  {
    const char *money;
    const char *rate;
    const char *points;
  } cases[] = {
    { "P|年度资金总额|10|10|10", "100.00%", "10.00" },
    { "P|年度资金总额|10|10|15", "150.00%", "10.00" },
    { "P|年度资金总额|10|10|0", "0.00%", "0.00" },
    { "P|年度资金总额|10|10|", "", "" },
    { "P|年度资金总额|10||5", "", "" },
    { "P|年度资金总额|10|0|5", "—", "" },
    { "P|年度资金总额|10|0|0", "—", "" },
    { "P|年度资金总额|209.95|209.95|208.23", "99.18%", "9.92" },
    { "P|年度资金总额||3|1", "33.33%", "3.33" },
    { "P|年度资金总额||20000|19999", "100.00%", "10.00" },
    { "P|财政拨款小计||4|2", "50.00%", "5.00" },
    { "P|其他资金||4|3", "75.00%", "7.50" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhBooks) books = fixture_books (2023, "");
      g_autoptr (JhGrid) grid = NULL;
      const FixtureCell cells[] = {
        { "年度资金总额", "执行率", cases[i].rate },
        { "年度资金总额", "得分", cases[i].points },
      };

      fixture_add (books, JH_TABLE_ASSESSMENT_FUND, cases[i].money);
      grid = fixture_grid (books, NULL, "项目自评表", "P");
      fixture_assert (grid, cells);
    }
}
END_TEST

START_TEST (all_kinds_of_money_make_up_the_total)
{
  static const FixtureCell cells[] = {
    { "（一）财政拨款小计", "全年预算数", "3.00" },
    { "年度资金总额", "全年预算数", "7.00" },
    { "年度资金总额", "执行率", "50.00%" },
    { "年度资金总额", "得分", "5.00" },
  };
  g_autoptr (JhBooks) books = fixture_books (2023, "");
  g_autoptr (JhGrid) grid = NULL;

  fixture_add (books, JH_TABLE_ASSESSMENT_FUND, "P|一般公共预算||1|1");
  fixture_add (books, JH_TABLE_ASSESSMENT_FUND, "P|国有资本经营预算||2|");
  fixture_add (books, JH_TABLE_ASSESSMENT_FUND, "P|其他资金||4|2.5");
  fixture_add (books, JH_TABLE_ASSESSMENT_FUND, "Q|其他资金||99|99");
  grid = fixture_grid (books, NULL, "项目自评表", "P");
  fixture_assert (grid, cells);
}
END_TEST

START_TEST (a_total_with_a_part_missing_is_not_stated)
{
  static const struct
  {
    const char *first;
    const char *second;
    const char *weight;
    const char *score;
  } cases[] = {
    { "P|a|b|c|定量||||1|60|60", "P|a|b|d|定量||||1|30|20", "100.00",
      "90.00" },
    { "P|a|b|c|定量||||1|60|60", "P|a|b|d|定量||||1|30|", "100.00", "" },
    { "P|a|b|c|定量||||1||60", "P|a|b|d|定量||||1|30|20", "", "90.00" },
    { "P|a|b|c|定量||||1||", NULL, "", "" },
    { "P|a|b|c|定量||||1|90|0", NULL, "100.00", "10.00" },
    { NULL, NULL, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhBooks) books = fixture_books (2023, "");
      g_autoptr (JhGrid) grid = NULL;
      const FixtureCell cells[] = {
        { "总分", "分值", cases[i].weight },
        { "总分", "得分", cases[i].score },
      };

      fixture_add (books, JH_TABLE_ASSESSMENT_FUND, "P|年度资金总额||1|1");
      if (cases[i].first)
        fixture_add (books, JH_TABLE_INDICATOR, cases[i].first);
      if (cases[i].second)
        fixture_add (books, JH_TABLE_INDICATOR, cases[i].second);
      grid = fixture_grid (books, NULL, "项目自评表", "P");
      fixture_assert (grid, cells);
    }
}
END_TEST

START_TEST (the_form_of_the_unit_is_that_of_the_sample)
{
  static const FixtureCell cells[] = {
    { "年度资金总额", "年初预算数", "146.10" },
    { "年度资金总额", "执行率", "99.18%" },
    { "年度资金总额", "得分", "9.92" },
    { "在职职工人数", "年度指标值", "=6人" },
    { "在职职工人数", "实际完成值", "9人" },
    { "在职职工人数", "分值", "" },
    { "总分", "分值", "" },
    { "总分", "得分", "" },
  };
  g_autoptr (JhBooks) books = fixture_sample ();
  g_autoptr (JhGrid) grid
    = fixture_grid (books, NULL, "整体自评表", "整体");

  fixture_assert (grid, cells);
  ck_assert_str_eq (grid->tab, "整体");
  ck_assert_uint_eq (fixture_count_rows (grid, "抽检覆盖率"), 0);
}
END_TEST

START_TEST (words_that_nobody_wrote_are_a_blank_cell)
{
  g_autoptr (JhBooks) books = fixture_sample ();
  g_autoptr (JhGrid) grid = fixture_grid (books, NULL, "项目自评表", "P2");
  const JhCell *cell = jh_grid_find (
    grid, "抽检覆盖率", "偏差原因分析及改进措施", NULL, NULL);

  ck_assert_ptr_nonnull (cell);
  ck_assert_int_eq (cell->kind, JH_CELL_BLANK);
  ck_assert_int_eq (cell->role, JH_ROLE_WORDS);
}
END_TEST

START_TEST (the_form_of_an_object_nobody_knows_is_empty)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhGrid) grid
    = fixture_grid (books, NULL, "项目自评表", "没有的");
  static const FixtureCell cells[] = {
    { "年度资金总额", "全年预算数", "" },
    { "里程", "分值", "(none there)" },
    { "总分", "分值", "" },
  };

  fixture_assert (grid, cells);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("forms");
  TCase *cases = tcase_create ("forms");

  tcase_add_test (cases, a_form_adds_up_money_points_and_scores);
  tcase_add_test (cases, a_form_without_points_prints_none);
  tcase_add_test (cases, the_rate_of_a_form_is_worth_at_most_its_points);
  tcase_add_test (cases, all_kinds_of_money_make_up_the_total);
  tcase_add_test (cases, a_total_with_a_part_missing_is_not_stated);
  tcase_add_test (cases, the_form_of_the_unit_is_that_of_the_sample);
  tcase_add_test (cases, words_that_nobody_wrote_are_a_blank_cell);
  tcase_add_test (cases, the_form_of_an_object_nobody_knows_is_empty);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
