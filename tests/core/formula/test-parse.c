/* Every production of the grammar, and what is said of what is none. */
#include "formula-fixture.h"

START_TEST (every_production_is_understood)
{
  static const FormulaCase cases[] = {
    { "1 + 2 × 3", "7" },
    { "(1 + 2) * 3", "9" },
    { "10 ÷ 4 - 1/2", "2" },
    { "-2 × -3", "6" },
    { "30%", "0.3" },
    { "208.23万元", "208.23 万元" },
    { "5元", "0.0005 万元" },
    { "1亿元", "10000.00 万元" },
    { "\"a\" & 「b」 & 1", "ab1" },
    { "若 1 < 2 则 \"小\" 否则 \"大\"", "小" },
    { "若 1 > 2 则 1 否则 若 2 > 3 则 2 否则 3", "3" },
    { "公开02[合计, 决算]", "10.00 万元" },
    { "上年.公开02[合计, 决算]", "20.00 万元" },
    { "和(公开02[{201, 205}, 决算])", "10.00 万元" },
    { "和(公开02[下级(201), 决算])", "7.00 万元" },
    { "和(公开02[下级(合计), 决算])", "10.00 万元" },
    { "和(公开02[后代(201), 决算])", "12.00 万元" },
    { "和(公开02[末级(201), 决算])", "7.00 万元" },
    { "和(公开02[末级(合计), 决算])", "10.00 万元" },
    { "和(公开02[下级({201), 决算])", "?*" },
    { "个数(公开02[201*, 决算])", "5" },
    { "公开02[(\"20\" & \"5\"), 决算]", "3.00 万元" },
    { "公开02[「合计」, \"决算\"]", "10.00 万元" },
    { "和(支出.决算)", "8.00 万元" },
    { "支出[功能 = \"205\"].决算", "3.00 万元" },
    { "个数(支出[类别 = \"基本\"])", "2" },
    { "和(每条 e 于 支出: e.份数 × 2)", "12" },
    { "和(每条 e 于 支出[类别 = \"基本\"]: e.(\"份\" & \"数\"))", "4" },
    { "和(每行 r 于 公开02[含(r, \"2010\")]: 公开02[r, 决算])",
      "12.00 万元" },
    { "个数(每栏 c 于 公开02: c)", "3" },
    { "和(每个 x 于 {1, 2, 3}: x × x)", "14" },
    { "和(每个 x 于 {1, 2}: 每个 y 于 {3, 4}: x × y)", "21" },
    { "(设 x 为 2: x × x = 4)", "是" },
    { "设 x 为 2: x × x", "4" },
    { "1 = 1 且 非 1 = 2 或 1 = 3", "是" },
    { "1 = 2 则 1 = 3", "是" },
    { "1 属于 {2, 1}", "是" },
    { "1 不 属于 {2, 1}", "否" },
    { "1 不属于 {2}", "是" },
    { "\"abc\" 像 \"a*\"", "是" },
    { "\"abc\" 不像 \"a*\"", "否" },
    { "3 = 4 容差 1", "是" },
    { "3 = 4 容差 0.5", "否" },
    { "1 ≠ 1 或 1 <> 2", "是" },
    { "1 <= 1 且 1 ≤ 1 且 1 >= 1 且 1 ≥ 1 且 非 1 < 1 且 非 1 > 1", "是" },
    { "1 # 注解\n + 2 # 又一条", "3" },
  };

  fixture_expect (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (full_width_signs_and_digits_mean_the_same)
{
  static const FormulaCase cases[] = {
    { "（１＋２）＊３", "9" },
    { "１０／４－０．５", "2" },
    { "公开02［合计，决算］", "10.00 万元" },
    { "公开02【合计，决算】", "10.00 万元" },
    { "和（公开02[｛201，205｝，决算]）", "10.00 万元" },
    { "支出[功能＝\"205\"]．决算", "3.00 万元" },
    { "和（每个 x 于 ｛1，2｝：x）", "3" },
    { "30％", "0.3" },
    { "「a」＆「b」", "ab" },
    { "1 ＜＝ 1 且 1 ＞＝ 1 且 1 ＜＞ 2", "是" },
    { "公开02[　合计　,　决算　]", "10.00 万元" },
  };

  fixture_expect (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (a_fault_says_where_and_what_was_expected)
{
  static const FormulaCase cases[] = {
    { "", "?公式第 1 个字：公式到这里就完了，还应有一个数、一格或一个名字" },
    { "1 +",
      "?公式第 4 个字：公式到这里就完了，还应有一个数、一格或一个名字" },
    { "(1 + 2",
      "?公式第 7 个字：公式到这里就完了，还应有“)”，和前面的“(”成对" },
    { "1 2", "?公式第 3 个字：这里是“2”，应是公式的结尾" },
    { "1 = 1\n且 @", "?公式第 2 行第 3 个字：“@”：公式里没有这个符号" },
    { "\"abc", "?公式第 1 个字：“\"”：引号只有一半，缺少后一个引号" },
    { "a且b", "?公式第 1 个字：不认识“a且b”；“且”前后要有空格，如“a 且 b”" },
    { "每条e于支出: 1 = 1",
      "?公式第 1 个字：不认识“每条e于支出”；词和词之间要有空格，如“每条 e "
      "于 支出: …”" },
    { "公开3[合计, 决算]",
      "?公式第 1 "
      "个字：不认识“公开3”；文字要加引号，相近的有：公开02、公开12" },
    { "xyz", "?公式第 1 个字：不认识“xyz”；文字要加引号，可以用的有：公开02、"
             "公开12、项目、支出" },
    { "支出.决蒜",
      "?公式第 4 个字：“支出”里没有“决蒜”这一栏，相近的有：决算" },
    { "支出.甲乙", "?公式第 4 个字：“支出”里没有“甲乙”这一栏，可以用的有："
                   "功能、类别、决算、预算、份数" },
    { "上年.支处",
      "?公式第 4 个字：没有这张表或这种数据“支处”；文字要加引号，"
      "相近的有：支出" },
    { "公开02[合计]", "?公式第 8 个字：这里是“]”，应是逗号和栏的名字" },
    { "公开02[合计, 决算", "?公式第 12 个字：公式到这里就完了，还应有“]”" },
    { "公开02[, 决算]", "?公式第 6 个字：这里是“,”，应是行或栏的名字" },
    { "合(1)", "?公式第 1 个字：没有叫“合”的函数*" },
    { "前(1)", "?公式第 1 个字：“前”要 2 个参数，这里有 1 个" },
    { "和()", "?公式第 1 个字：“和”要 1 到 8 个参数，这里有 0 个" },
    { "若 1 = 1 则 2", "?公式第 12 个字：公式到这里就完了，还应有“否则”" },
    { "1 < 2 容差 1", "?公式第 7 个字：“容差”只能跟在 = 或 ≈ 的比较后面" },
    { "1 不 2", "?公式第 5 个字：这里是“2”，应是“属于”或“像”" },
    { "1 属于 2", "?公式第 6 个字：这里是“2”，应是“{”和几个值" },
    { "1 属于 {2", "?公式第 8 个字：公式到这里就完了，还应有“}”或逗号" },
    { "每行 r 于 支出: 1 = 1",
      "?公式第 8 个字：这里是“支出”，应是一张表的名字" },
    { "每条 r 于 公开02: 1 = 1",
      "?公式第 8 个字：这里是“公开02”，应是一种数据的名字" },
    { "每条 r 在 支出: 1 = 1", "?公式第 6 个字：这里是“在”，应是“于”" },
    { "每条 r 于 支出 1 = 1", "?公式第 11 个字：这里是“1”，应是冒号" },
    { "设 x 为 1: x.决算 = 1",
      "?公式第 10 个字：“x”不是一条数据，后面不能有栏名" },
    { "99999999999999999999",
      "?公式第 1 个字：数“99999999999999999999”太长" },
  };

  fixture_expect (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (a_place_is_counted_in_characters)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autoptr (GError) error = NULL;
  JhFormulaPlace place;

  ck_assert_ptr_null (
    jh_formula_parse ("「甲」 = 支处", fixture->vocabulary, &place, &error));
  ck_assert_uint_eq (place.start, 6);
  ck_assert_uint_eq (place.length, 2);
}
END_TEST

START_TEST (a_formula_tells_each_of_its_sources_once)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFormula) formula
    = jh_formula_parse ("公开02[合计, 决算] = 和(支出.决算) + "
                        "上年.公开02[合计, 决算] + 公开02[合计, 决算]",
                        fixture->vocabulary, NULL, &error);

  jh_assert_no_error (error);
  ck_assert_uint_eq (jh_formula_get_sources (formula)->len, 3);
  ck_assert (jh_formula_reads (formula, "公开02", FALSE));
  ck_assert (jh_formula_reads (formula, "公开02", TRUE));
  ck_assert (jh_formula_reads (formula, "支出", FALSE));
  ck_assert (!jh_formula_reads (formula, "支出", TRUE));
  ck_assert (!jh_formula_reads (formula, "项目", FALSE));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("parse");
  TCase *cases = tcase_create ("formulas");

  tcase_add_test (cases, every_production_is_understood);
  tcase_add_test (cases, full_width_signs_and_digits_mean_the_same);
  tcase_add_test (cases, a_fault_says_where_and_what_was_expected);
  tcase_add_test (cases, a_place_is_counted_in_characters);
  tcase_add_test (cases, a_formula_tells_each_of_its_sources_once);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
