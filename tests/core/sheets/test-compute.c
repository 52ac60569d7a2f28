/* The figures of the sample, as its disclosure prints them. */
#include "sheets-fixture.h"

/* Computes @name of the sample and compares. */
static void
check_sample (const char *name, const FixtureCell *cells, gsize n_cells)
{
  g_autoptr (JhBooks) books = fixture_sample ();
  g_autoptr (JhGrid) grid = fixture_grid (books, NULL, name, NULL);

  ck_assert_str_eq (grid->name, name);
  fixture_assert_cells (grid, cells, n_cells);
}

START_TEST (public_01_has_the_totals_of_both_sides)
{
  static const FixtureCell cells[] = {
    { "收/总计", "决算数", "210.03" },
    { "支/总计", "决算数", "210.03" },
    { "收/本年收入合计", "决算数", "209.95" },
    { "收/年初结转和结余", "决算数", "0.08" },
    { "收/一、一般公共预算财政拨款收入", "决算数", "209.95" },
    { "收/二、政府性基金预算财政拨款收入", "决算数", "" },
    { "收/八、其他收入", "决算数", "" },
    { "收/使用非财政拨款结余（含专用结余）", "决算数", "" },
    { "支/一、一般公共服务支出", "决算数", "183.94" },
    { "支/八、社会保障和就业支出", "决算数", "16.31" },
    { "支/九、卫生健康支出", "决算数", "3.52" },
    { "支/十九、住房保障支出", "决算数", "6.26" },
    { "支/二、外交支出", "决算数", "" },
    { "支/二十六、抗疫特别国债安排的支出", "决算数", "" },
    { "支/本年支出合计", "决算数", "210.03" },
    { "支/结余分配", "决算数", "" },
    { "支/年末结转和结余", "决算数", "0.00" },
  };

  check_sample ("公开01", cells, G_N_ELEMENTS (cells));
}
END_TEST

START_TEST (public_02_and_03_have_the_codes_and_those_above_them)
{
  static const FixtureCell income[] = {
    { "合计", "本年收入合计", "209.95" },
    { "合计", "财政拨款收入", "209.95" },
    { "合计", "其他收入", "" },
    { "201", "本年收入合计", "183.86" },
    { "20131", "财政拨款收入", "183.86" },
    { "2013150", "本年收入合计", "183.86" },
    { "2210201", "本年收入合计", "6.26" },
    { "2210201", "事业收入", "" },
  };
  static const FixtureCell expenditure[] = {
    { "合计", "本年支出合计", "210.03" },
    { "合计", "基本支出", "210.03" },
    { "合计", "项目支出", "" },
    { "201", "本年支出合计", "183.94" },
    { "208", "本年支出合计", "16.31" },
    { "20805", "基本支出", "12.40" },
    { "20899", "基本支出", "3.91" },
    { "210", "本年支出合计", "3.52" },
    { "221", "本年支出合计", "6.26" },
    { "2101102", "本年支出合计", "3.52" },
    { "2101102", "经营支出", "" },
  };

  check_sample ("公开02", income, G_N_ELEMENTS (income));
  check_sample ("公开03", expenditure, G_N_ELEMENTS (expenditure));
}
END_TEST

START_TEST (public_04_and_05_have_the_fiscal_appropriations)
{
  static const FixtureCell totals[] = {
    { "收/本年收入合计", "决算数", "209.95" },
    { "收/年初财政拨款结转和结余", "决算数", "0.08" },
    { "收/一般公共预算财政拨款", "决算数", "0.08" },
    { "收/政府性基金预算财政拨款", "决算数", "" },
    { "收/总计", "决算数", "210.03" },
    { "支/一、一般公共服务支出", "合计", "183.94" },
    { "支/一、一般公共服务支出", GENERAL, "183.94" },
    { "支/一、一般公共服务支出", GOVERNMENT, "" },
    { "支/本年支出合计", "合计", "210.03" },
    { "支/年末财政拨款结转和结余", "合计", "0.00" },
    { "支/总计", "合计", "210.03" },
    { "支/总计", GENERAL, "210.03" },
    { "支/总计", CAPITAL, "" },
  };
  static const FixtureCell economic[] = {
    { "合计", "合计", "210.03" },
    { "301", "合计", "97.94" },
    { "302", GENERAL "/小计", "112.07" },
    { "303", GENERAL "/基本支出", "0.02" },
    { "30217", "合计", "1.60" },
    { "30217", GENERAL "/项目支出", "" },
    { "30217", GOVERNMENT "/小计", "" },
  };

  check_sample ("公开04", totals, G_N_ELEMENTS (totals));
  check_sample ("公开05", economic, G_N_ELEMENTS (economic));
}
END_TEST

START_TEST (public_06_to_09_have_the_general_budget)
{
  static const FixtureCell functional[] = {
    { "合计", "合计", "210.03" },
    { "合计", "基本支出", "210.03" },
    { "合计", "项目支出", "" },
    { "208", "合计", "16.31" },
  };
  static const FixtureCell wide[] = {
    { "合计", "合计", "210.03" },
    { "合计", "工资福利支出/小计", "97.94" },
    { "合计", "商品和服务支出/小计", "112.07" },
    { "合计", "对个人和家庭的补助/小计", "0.02" },
    { "2013150", "办公费", "59.08" },
    { "2080505", "机关事业单位基本养老保险缴费", "12.40" },
    { "2080505", "办公费", "" },
    { "合计", "资本性支出（基本建设）/小计", "" },
  };
  static const FixtureCell basic[] = {
    { "人员经费合计", "决算数", "97.96" },
    { "公用经费合计", "决算数", "112.07" },
    { "301", "决算数", "97.94" },
    { "30101", "决算数", "35.02" },
    { "30106", "决算数", "" },
    { "302", "决算数", "112.07" },
    { "30231", "决算数", "" },
    { "303", "决算数", "0.02" },
    { "39999", "决算数", "" },
  };
  static const FixtureCell projects[] = { { "合计", "合计", "" } };

  check_sample ("公开06", functional, G_N_ELEMENTS (functional));
  check_sample ("公开07", wide, G_N_ELEMENTS (wide));
  check_sample ("公开08", basic, G_N_ELEMENTS (basic));
  check_sample ("公开09", projects, G_N_ELEMENTS (projects));
}
END_TEST

START_TEST (public_10_to_12_are_empty_and_say_so)
{
  static const struct
  {
    const char *name;
    const char *words;
  } cases[] = {
    { "公开09", "没有一般公共预算财政拨款项目支出" },
    { "公开10", "没有政府性基金预算财政拨款收入和支出" },
    { "公开11", "没有国有资本经营预算财政拨款收入和支出" },
    { "公开12", "没有国有资本经营预算财政拨款支出" },
  };
  g_autoptr (JhBooks) books = fixture_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JhGrid) grid = fixture_grid (books, NULL, cases[i].name,
                                              NULL);
      const char *note = grid->notes->pdata[grid->notes->len - 1];

      ck_assert_uint_eq (grid->notes->len, 2);
      ck_assert_msg (strstr (note, cases[i].words) != NULL, "%s", note);
      ck_assert (strstr (note, books->filing->name) != NULL);
      ck_assert (strstr (note, "2023年度") != NULL);
      ck_assert_uint_eq (fixture_count_rows (grid, "合计"), 1);
    }
}
END_TEST

START_TEST (public_13_has_budget_and_final_accounts_side_by_side)
{
  static const FixtureCell cells[] = {
    { "金额", "预算数/合计", "1.60" },
    { "金额", "预算数/因公出国（境）费", "0.00" },
    { "金额", "预算数/公务用车购置及运行维护费/小计", "0.00" },
    { "金额", "预算数/公务接待费", "1.60" },
    { "金额", "决算数/合计", "1.60" },
    { "金额", "决算数/公务用车购置及运行维护费/公务用车运行维护费", "0.00" },
    { "金额", "决算数/公务接待费", "1.60" },
  };

  check_sample ("公开13", cells, G_N_ELEMENTS (cells));
}
END_TEST

START_TEST (the_comparison_has_growth_and_shares)
{
  static const FixtureCell cells[] = {
    { "收入总计", "本年", "210.03" },
    { "收入总计", "上年", "145.07" },
    { "收入总计", "增减额", "64.96" },
    { "收入总计", "增减率", "44.78%" },
    { "收入总计", "占比", "—" },
    { "支出总计", "增减额", "64.96" },
    { "支出总计", "增减率", "44.78%" },
    { GENERAL "支出", "增减率", "44.78%" },
    { "“三公”经费合计", "本年", "1.60" },
    { "“三公”经费合计", "上年", "1.44" },
    { "“三公”经费合计", "增减额", "0.16" },
    { "“三公”经费合计", "增减率", "11.11%" },
    { "公务接待费", "增减率", "11.11%" },
    { "201", "占比", "87.58%" },
    { "208", "占比", "7.77%" },
    { "210", "占比", "1.68%" },
    { "221", "占比", "2.98%" },
    { "人员经费", "占比", "46.64%" },
    { "公用经费", "占比", "53.36%" },
    { "因公出国（境）费", "增减额", "0.00" },
    { "因公出国（境）费", "增减率", "—" },
    { "政府性基金预算财政拨款收入", "增减率", "" },
    { "政府性基金预算财政拨款收入", "占比", "" },
    { "本年收入合计", "上年", "" },
    { "本年收入合计", "增减率", "" },
  };

  check_sample ("对比", cells, G_N_ELEMENTS (cells));
}
END_TEST

START_TEST (the_paper_of_the_official_tables_is_right)
{
  g_autoptr (JhBooks) books = fixture_sample ();
  g_autoptr (JhGrid) first = fixture_grid (books, NULL, "公开01", NULL);
  g_autoptr (JhGrid) wide = fixture_grid (books, NULL, "公开07", NULL);

  ck_assert_str_eq (first->number, "公开01表");
  ck_assert_str_eq (first->title, "收入支出决算总表");
  ck_assert_str_eq (first->unit_name, "广元市昭化区目标绩效事务中心");
  ck_assert_int_eq (first->unit, JH_MONEY_WAN);
  ck_assert (first->shows_unit);
  ck_assert_uint_eq (first->header_rows, 3);
  ck_assert_uint_eq (first->n_rows, 33);
  ck_assert_uint_eq (first->n_columns, 6);
  ck_assert_str_eq (jh_grid_get_cell (first, 0, 0)->text, "收入");
  ck_assert_uint_eq (jh_grid_get_cell (first, 0, 0)->columns, 3);
  ck_assert_str_eq (jh_grid_get_cell (first, 2, 0)->text, "栏次");
  ck_assert_str_eq (jh_grid_get_cell (first, 2, 2)->text, "1");
  ck_assert_str_eq (jh_grid_get_cell (first, 2, 5)->text, "2");
  ck_assert_str_eq (jh_grid_get_cell (first, 29, 1)->text, "27");
  ck_assert_str_eq (jh_grid_get_cell (first, 3, 4)->text, "31");
  ck_assert_str_eq (jh_grid_get_cell (first, 32, 4)->text, "60");
  ck_assert (wide->landscape);
  ck_assert_uint_eq (wide->pages_wide, 0);
  ck_assert_uint_eq (wide->frozen_columns, 2);
  ck_assert_uint_gt (wide->n_columns, 100);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("compute");
  TCase *cases = tcase_create ("sample");

  tcase_add_test (cases, public_01_has_the_totals_of_both_sides);
  tcase_add_test (cases,
                  public_02_and_03_have_the_codes_and_those_above_them);
  tcase_add_test (cases, public_04_and_05_have_the_fiscal_appropriations);
  tcase_add_test (cases, public_06_to_09_have_the_general_budget);
  tcase_add_test (cases, public_10_to_12_are_empty_and_say_so);
  tcase_add_test (cases,
                  public_13_has_budget_and_final_accounts_side_by_side);
  tcase_add_test (cases, the_comparison_has_growth_and_shares);
  tcase_add_test (cases, the_paper_of_the_official_tables_is_right);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
