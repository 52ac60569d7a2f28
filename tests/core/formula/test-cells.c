/* Cells by their keys: what has to be there and what need not. */
#include "formula-fixture.h"

START_TEST (written_names_have_to_be_there_and_codes_need_not)
{
  static const FormulaCase cases[] = {
    { "公开02[999, 决算]", "空白" },
    { "公开02[(\"无\"), 决算]", "空白" },
    { "公开02[(\"\"), 决算]", "空白" },
    { "公开02[无*, 决算]", "空白" },
    { "公开02[「999」, 决算]", "空白" },
    { "公开02[「无」, 决算]", "!公开02里没有“无”这一行，*" },
    { "公开02[无, 决算]", "!公开02里没有“无”这一行，可以用的有：合计、201*" },
    { "公开02[合计, 无]",
      "!公开02里没有“无”这一栏，可以用的有：决算、预算、备注" },
    { "首个(公开02[9*, 决算], 公开02[无, 决算])",
      "!公开02里没有“无”这一行*" },
    { "和(公开02[{201, 999}, 决算])", "7.00 万元" },
    { "和(公开02[下级(999), 决算])", "空白" },
    { "和(公开02[下级(2010101), 决算])", "空白" },
    { "和(公开02[合计, 下级(决算)])", "!只有行才有下级" },
    { "和(公开02[下级(无), 决算])", "!公开02里没有“无”这一行*" },
    { "公开12[a, b]", "!没有公开12这张表" },
  };

  fixture_expect (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (what_a_cell_holds_is_what_is_reckoned_with)
{
  static const FormulaCase cases[] = {
    { "公开02[结余, 决算]", "0.00 万元" }, { "公开02[结余, 预算]", "空白" },
    { "公开02[合计, 备注]", "无" },        { "公开02[201, 备注]", "空白" },
    { "公开02[201, 预算]", "1.00 万元" },
  };

  fixture_expect (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (other_kinds_of_cells_are_numbers)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  JhCell *cell = jh_grid_edit_cell (fixture->grid, 1, 1);
  g_autofree char *rate = NULL;
  g_autofree char *points = NULL;
  g_autofree char *count = NULL;
  g_autofree char *none = NULL;

  cell->kind = JH_CELL_RATE;
  cell->rate = (JhRatio){ .numerator = 1, .denominator = 4 };
  rate = fixture_work_out (fixture, "公开02[201, 决算]");
  ck_assert_str_eq (rate, "0.25");
  cell->kind = JH_CELL_POINTS;
  cell->points = 1250;
  points = fixture_work_out (fixture, "公开02[201, 决算]");
  ck_assert_str_eq (points, "12.5");
  cell->kind = JH_CELL_COUNT;
  cell->count = 7;
  count = fixture_work_out (fixture, "公开02[201, 决算]");
  ck_assert_str_eq (count, "7");
  cell->kind = JH_CELL_NONE;
  none = fixture_work_out (fixture, "公开02[201, 决算]");
  ck_assert_str_eq (none, "空白");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cells");
  TCase *cases = tcase_create ("keys");

  tcase_add_test (cases, written_names_have_to_be_there_and_codes_need_not);
  tcase_add_test (cases, what_a_cell_holds_is_what_is_reckoned_with);
  tcase_add_test (cases, other_kinds_of_cells_are_numbers);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
