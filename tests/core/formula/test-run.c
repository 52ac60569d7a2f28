/* Conditions at work: what holds, what is told, and what stops them. */
#include "formula-fixture.h"

#include "jh-error.h"

START_TEST (what_does_not_hold_tells_its_sides)
{
  static const FormulaCase cases[] = {
    { "1 = 1", "" },
    { "1 = 2", "|1|2;" },
    { "空(1)", "||;" },
    { "公开02[合计, 决算] = 公开02[201, 决算]", "|10.00 万元|7.00 万元;" },
    /* The last comparison that did not hold is told. */
    { "1 = 1 且 2 = 3 且 4 = 5", "|2|3;" },
    { "1 = 2 或 3 = 4", "|3|4;" },
    { "1 = 1 则 2 = 3", "|2|3;" },
    { "1 = 2 则 2 = 3", "" },
    { "非 1 = 1", "||;" },
    /* What held as a whole tells of nothing in it. */
    { "(1 = 2 或 1 = 1) 且 空(1)", "||;" },
    { "非 (1 = 2) 且 空(1)", "||;" },
    { "1 = 2 或 ((3 = 4 或 1 = 1) 且 空(1))", "|1|2;" },
    { "1 = 2 则 空(1) 且 1 = 3", "" },
    { "1 = 1 则 空(1)", "||;" },
    { "(若 1 = 2 则 1 否则 2) = 3", "|2|3;" },
    { "和(支出[份数 = 9].决算) = 1万元", "|空白|1.00 万元;" },
    { "(公开02[合计, 决算] + 1万元) × 2 = 0", "|22.00 万元|0;" },
  };

  fixture_expect_run (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (the_second_is_asked_only_when_it_matters)
{
  static const FormulaCase cases[] = {
    { "1 = 1 或 1 ÷ 0 = 1", "" },
    { "1 = 2 且 1 ÷ 0 = 1", "|1|2;" },
    { "1 = 2 则 1 ÷ 0 = 1", "" },
    { "(若 1 = 1 则 1 否则 1 ÷ 0) = 1", "" },
    { "1 = 2 或 1 ÷ 0 = 1",
      "!公式里的“1 ÷ 0”算不出来：除数是零，除不出结果" },
  };

  fixture_expect_run (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (names_stand_for_one_after_the_other)
{
  static const FormulaCase cases[] = {
    { "每行 r 于 公开02[r 像 \"2010?\"]: 公开02[r, 决算] = 5万元",
      "r=20102|2.00 万元|5.00 万元;" },
    { "每栏 c 于 公开02[c ≠ \"备注\"]: 公开02[205, c] = 3万元",
      "c=预算|空白|3.00 万元;" },
    { "每条 e 于 支出[类别 = \"基本\"]: e.份数 = 1", "e=支出#3|3|1;" },
    { "每个 x 于 {1, 2}: 每个 y 于 {1, 2}: x ≤ y", "x=2 y=1|2|1;" },
    { "每条 p 于 项目: 设 n 为 p.名称: 有(n)", "p=项目#8||;" },
    { "每条 e 于 支出: 1 = 1 且 (每条 f 于 支出: f.份数 ≤ e.份数)",
      "e=支出#1|2|1;e=支出#2|3|2;" },
    { "每条 e 于 支出: 1 = 1 则 每个 x 于 {1, 2}: e.份数 ≠ x",
      "e=支出#1|1|1;e=支出#2|2|2;" },
    { "每行 r 于 上年.公开02[r = \"205\"]: 上年.公开02[r, 决算] = "
      "公开02[r, 决算]",
      "r=205|6.00 万元|3.00 万元;" },
    { "每行 r 于 公开02[1 = 2]: 1 = 2", "" },
    { "每条 e 于 支出[1 = 2]: 1 = 2", "" },
  };

  fixture_expect_run (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (a_fault_names_its_part)
{
  static const FormulaCase cases[] = {
    { "1万元 + 1 = 2",
      "!公式里的“1万元 + 1”算不出来：金额和没有单位的数不能相加" },
    { "1万元 = 1", "!公式里的“1万元 = 1”算不出来：*" },
    { "1 + 1", "!公式里的“1 + 1”算不出来：这里应是一个成立或不成立的条件" },
    { "\"a\" < \"b\"",
      "!公式里的“\"a\" < \"b\"”算不出来：文字和是非不分大小*" },
    { "(1 = 1) > (1 = 2)", "!*文字和是非不分大小，只能用 = 和 ≠" },
    { "支出.决算 = 1万元", "!公式里的“支出.决算”算不出来：有几条不同的*" },
    { "支出 = 1", "!公式里的“支出”算不出来：没有说是哪一栏" },
    { "公开02 = 1", "!公式里的“公开02”算不出来：没有说是表里的哪一格" },
    { "公开02[201*, 决算] = 1万元", "!*选中了不止一格*" },
    { "公开02[合记, 决算] = 0", "!公式里的“公开02[合记, 决算]”算不出来："
                                "公开02里没有“合记”这一行，相近的有：合计" },
    { "公开02[合计, 决蒜] = 0",
      "!*公开02里没有“决蒜”这一栏，相近的有：决算" },
    /* A fault in the choice of rows, before there is any condition. */
    { "每条 e 于 支出[和(1万元, 1) = 1]: 1 = 1",
      "!公式里的“和(1万元, 1)”算不出来：金额和没有单位的数不能相加" },
    { "每行 r 于 公开02[大(1万元, 1) = 1]: 1 = 1",
      "!公式里的“大(1万元, 1)”*" },
    { "每条 e 于 支出: e.(\"无\") = 1", "!*“支出”里没有“无”这一栏*" },
    { "-\"a\" = 1", "!公式里的“-\"a\"”算不出来：只有数才能取负" },
  };
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = fixture_run (fixture, cases[i].text);
      g_autofree char *like = g_strconcat (cases[i].expected, NULL);

      ck_assert_msg (g_pattern_match_simple (like, got),
                     "“%s” comes to “%s”, not “%s”", cases[i].text, got,
                     like);
    }
}
END_TEST

/* Sums of n figures, how far off the total is, and whether that is told as
 * a rounding difference: 0.005 × (n + 1) 万元, up to the next 0.01. */
static const struct
{
  guint n;
  gint64 off;
  gboolean rounding;
} roundings[] = {
  { 1, 100, TRUE },  { 1, 101, FALSE }, { 2, 200, TRUE },
  { 2, 201, FALSE }, { 3, 200, TRUE },  { 3, 201, FALSE },
  { 4, 300, TRUE },  { 4, -300, TRUE }, { 4, -301, FALSE },
  { 9, 500, TRUE },  { 10, 600, TRUE }, { 10, 601, FALSE },
};

/* Spends @n times 1 万元 and sums them up to that and @off 元. */
static char *
sum_off (gboolean rounded, guint n, gint64 off)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, rounded);
  JhCell *cell = jh_grid_edit_cell (fixture->grid, 0, 1);

  for (guint i = 0; i < n; i++)
    fixture_spend (fixture, "9", "尾", 1000000);
  cell->money = jh_money (n * 1000000 + off * 100);
  return fixture_run (fixture,
                      "和(支出[功能 = \"9\"].决算) ≈ 公开02[合计, 决算]");
}

START_TEST (sums_of_rounded_figures_may_be_off)
{
  g_autofree char *rounded
    = sum_off (TRUE, roundings[_i].n, roundings[_i].off);
  g_autofree char *exact
    = sum_off (FALSE, roundings[_i].n, roundings[_i].off);

  ck_assert_msg (
    g_str_has_suffix (rounded, roundings[_i].rounding ? "≈;" : "元;"),
    "%u figures, %d off: %s", roundings[_i].n, (int) roundings[_i].off,
    rounded);
  ck_assert (g_str_has_suffix (exact, "元;"));
}
END_TEST

START_TEST (a_tolerance_is_its_own_limit)
{
  static const FormulaCase cases[] = {
    { "3万元 = 3.02万元 容差 0.02万元", "" },
    { "3.02万元 = 3万元 容差 0.02万元", "" },
    { "3万元 ≈ 3.03万元 容差 0.02万元", "|3.00 万元|3.03 万元;" },
    { "3万元 = 3.03万元 容差 1", "!*" },
    { "支出.预算 = 支出.预算 容差 1万元", "" },
  };

  fixture_expect_run (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (the_written_sides_have_their_brackets)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autofree char *got = fixture_run (fixture, "(1 ÷ 0) × 2 = 3");

  ck_assert_str_eq (got, "!公式里的“(1 ÷ 0)”算不出来：除数是零，除不出结果");
}
END_TEST

START_TEST (what_the_subject_has_not_is_missing)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autoptr (JhFormula) formula
    = jh_formula_parse ("公开12[a, b] = 1", fixture->vocabulary, NULL, NULL);
  g_autoptr (JhFormula) before = jh_formula_parse (
    "上年.公开02[合计, 决算] = 1", fixture->vocabulary, NULL, NULL);
  g_autoptr (JhRun) run = jh_run_new (fixture->subject);

  ck_assert_str_eq (jh_run_find_missing (run, formula), "公开12");
  ck_assert_ptr_null (jh_run_find_missing (run, before));
  jh_subject_set_before (fixture->subject, NULL);
  ck_assert_str_eq (jh_run_find_missing (run, before), "上年的决算");
}
END_TEST

static void
count_cb (JhRun *run, gpointer data)
{
  guint *told = data;

  (*told)++;
}

START_TEST (a_run_may_outlive_a_formula)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autoptr (JhRun) run = jh_run_new (fixture->subject);

  /* Trees of one shape come to lie where others lay. */
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf (
        "和(支出[功能 = \"%s\"].决算) = 3万元 且 公开02[%s, 决算] = 3万元",
        i % 2 ? "2010101" : "9", i % 2 ? "2010101" : "合计");
      g_autoptr (JhFormula) formula
        = jh_formula_parse (text, fixture->vocabulary, NULL, NULL);
      guint told = 0;

      ck_assert (jh_run_formula (run, formula, FALSE, count_cb, &told, NULL));
      ck_assert_uint_eq (told, i % 2 ? 0 : 1);
      ck_assert_uint_eq (jh_run_count_cases (run), 1);
    }
}
END_TEST

START_TEST (all_cases_are_told_when_all_are_asked_for)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autoptr (JhFormula) formula = jh_formula_parse (
    "每条 e 于 支出: e.份数 = 1", fixture->vocabulary, NULL, NULL);
  g_autoptr (JhRun) run = jh_run_new (fixture->subject);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint told = 0, row = 2;

  ck_assert (jh_run_formula (run, formula, TRUE, count_cb, &told, NULL));
  ck_assert_uint_eq (told, 3);
  g_array_append_val (rows, row);
  told = 0;
  ck_assert (jh_run_formula_rows (run, formula, rows, count_cb, &told, NULL));
  ck_assert_uint_eq (told, 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("run");
  TCase *cases = tcase_create ("conditions");

  tcase_add_test (cases, what_does_not_hold_tells_its_sides);
  tcase_add_test (cases, the_second_is_asked_only_when_it_matters);
  tcase_add_test (cases, names_stand_for_one_after_the_other);
  tcase_add_test (cases, a_fault_names_its_part);
  tcase_add_loop_test (cases, sums_of_rounded_figures_may_be_off, 0,
                       G_N_ELEMENTS (roundings));
  tcase_add_test (cases, a_tolerance_is_its_own_limit);
  tcase_add_test (cases, the_written_sides_have_their_brackets);
  tcase_add_test (cases, what_the_subject_has_not_is_missing);
  tcase_add_test (cases, a_run_may_outlive_a_formula);
  tcase_add_test (cases, all_cases_are_told_when_all_are_asked_for);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
