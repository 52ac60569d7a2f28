/* A filing with every fund, source and category: figures added up by hand. */
#include "sheets-fixture.h"

/* Computes @name of the rich filing and compares. */
static void
check_rich (const char *name, const FixtureCell *cells, gsize n_cells)
{
  g_autoptr (JhBooks) books = fixture_rich ();
  g_autoptr (JhGrid) grid = fixture_grid (books, NULL, name, NULL);

  fixture_assert_cells (grid, cells, n_cells);
  for (guint i = 0; i < grid->notes->len; i++)
    ck_assert (strstr (grid->notes->pdata[i], "本表无数据") == NULL);
}

START_TEST (public_01_adds_up_all_money_and_all_carry_over)
{
  static const FixtureCell cells[] = {
    { "收/一、一般公共预算财政拨款收入", "决算数", "120.50" },
    { "收/二、政府性基金预算财政拨款收入", "决算数", "60.00" },
    { "收/三、国有资本经营预算财政拨款收入", "决算数", "12.00" },
    { "收/四、上级补助收入", "决算数", "5.00" },
    { "收/五、事业收入", "决算数", "8.00" },
    { "收/六、经营收入", "决算数", "3.00" },
    { "收/七、附属单位上缴收入", "决算数", "2.00" },
    { "收/八、其他收入", "决算数", "1.00" },
    { "收/本年收入合计", "决算数", "211.50" },
    { "收/使用非财政拨款结余（含专用结余）", "决算数", "1.00" },
    { "收/年初结转和结余", "决算数", "14.00" },
    { "收/总计", "决算数", "226.50" },
    { "支/一、一般公共服务支出", "决算数", "114.00" },
    { "支/八、社会保障和就业支出", "决算数", "16.50" },
    { "支/十一、城乡社区支出", "决算数", "54.00" },
    { "支/二十一、国有资本经营预算支出", "决算数", "10.00" },
    { "支/本年支出合计", "决算数", "194.50" },
    { "支/结余分配", "决算数", "5.00" },
    { "支/年末结转和结余", "决算数", "27.00" },
    { "支/总计", "决算数", "226.50" },
  };

  check_rich ("公开01", cells, G_N_ELEMENTS (cells));
}
END_TEST

START_TEST (public_02_and_03_tell_sources_and_categories_apart)
{
  static const FixtureCell income[] = {
    { "合计", "本年收入合计", "211.50" },
    { "合计", "财政拨款收入", "192.50" },
    { "合计", "上级补助收入", "5.00" },
    { "合计", "事业收入", "8.00" },
    { "合计", "经营收入", "3.00" },
    { "合计", "附属单位上缴收入", "2.00" },
    { "合计", "其他收入", "1.00" },
    { "2013101", "本年收入合计", "118.00" },
    { "2013101", "其他收入", "" },
    { "208", "其他收入", "1.00" },
    { "2230107", "财政拨款收入", "12.00" },
  };
  static const FixtureCell expenditure[] = {
    { "合计", "本年支出合计", "194.50" },
    { "合计", "基本支出", "98.50" },
    { "合计", "项目支出", "90.00" },
    { "合计", "上缴上级支出", "2.00" },
    { "合计", "经营支出", "3.00" },
    { "合计", "对附属单位补助支出", "1.00" },
    { "2013101", "本年支出合计", "83.00" },
    { "2013101", "经营支出", "3.00" },
    { "2013102", "基本支出", "" },
    { "2080505", "对附属单位补助支出", "1.00" },
  };

  check_rich ("公开02", income, G_N_ELEMENTS (income));
  check_rich ("公开03", expenditure, G_N_ELEMENTS (expenditure));
}
END_TEST

START_TEST (what_is_no_fiscal_money_stays_out_of_04_to_06)
{
  static const FixtureCell totals[] = {
    { "收/本年收入合计", "决算数", "192.50" },
    { "收/年初财政拨款结转和结余", "决算数", "10.00" },
    { "收/一般公共预算财政拨款", "决算数", "3.00" },
    { "收/政府性基金预算财政拨款", "决算数", "7.00" },
    { "收/国有资本经营预算财政拨款", "决算数", "" },
    { "收/总计", "决算数", "202.50" },
    { "支/一、一般公共服务支出", "合计", "103.00" },
    { "支/一、一般公共服务支出", GOVERNMENT, "" },
    { "支/十一、城乡社区支出", GENERAL, "" },
    { "支/十一、城乡社区支出", GOVERNMENT, "54.00" },
    { "支/二十一、国有资本经营预算支出", CAPITAL, "10.00" },
    { "支/本年支出合计", "合计", "182.50" },
    { "支/本年支出合计", GENERAL, "118.50" },
    { "支/年末财政拨款结转和结余", "合计", "20.00" },
    { "支/年末财政拨款结转和结余", CAPITAL, "2.00" },
    { "支/总计", "合计", "202.50" },
    { "支/总计", GENERAL, "123.50" },
    { "支/总计", GOVERNMENT, "67.00" },
    { "支/总计", CAPITAL, "12.00" },
  };
  static const FixtureCell economic[] = {
    { "合计", "合计", "182.50" },
    { "合计", GENERAL "/小计", "118.50" },
    { "合计", GENERAL "/基本支出", "87.50" },
    { "合计", GENERAL "/项目支出", "31.00" },
    { "合计", GOVERNMENT "/基本支出", "4.00" },
    { "合计", GOVERNMENT "/项目支出", "50.00" },
    { "合计", CAPITAL "/小计", "10.00" },
    { "302", "合计", "60.00" },
    { "31005", GOVERNMENT "/项目支出", "50.00" },
    { "303", "合计", "(none there)" },
    { "30226", "合计", "(none there)" },
    { "399", "合计", "(none there)" },
  };
  static const FixtureCell functional[] = {
    { "合计", "合计", "118.50" },
    { "合计", "基本支出", "87.50" },
    { "合计", "项目支出", "31.00" },
    { "2013101", "合计", "72.00" },
    { "212", "合计", "(none there)" },
    { "223", "合计", "(none there)" },
  };

  check_rich ("公开04", totals, G_N_ELEMENTS (totals));
  check_rich ("公开05", economic, G_N_ELEMENTS (economic));
  check_rich ("公开06", functional, G_N_ELEMENTS (functional));
}
END_TEST

START_TEST (public_07_is_08_and_09_together)
{
  static const FixtureCell wide[] = {
    { "合计", "合计", "118.50" },
    { "合计", "工资福利支出/小计", "55.50" },
    { "合计", "商品和服务支出/小计", "55.00" },
    { "合计", "资本性支出/小计", "2.00" },
    { "合计", "资本性支出（基本建设）/小计", "6.00" },
    { "2013102", "委托业务费", "25.00" },
  };
  static const FixtureCell basic[] = {
    { "人员经费合计", "决算数", "55.50" },
    { "公用经费合计", "决算数", "32.00" },
    { "310", "决算数", "2.00" },
    { "31002", "决算数", "2.00" },
    { "30227", "决算数", "" },
    { "303", "决算数", "" },
  };
  static const FixtureCell projects[] = {
    { "合计", "合计", "31.00" },
    { "合计", "商品和服务支出", "25.00" },
    { "合计", "资本性支出（基本建设）", "6.00" },
    { "合计", "工资福利支出", "" },
    { "2013102", "合计", "31.00" },
    { "2013101", "合计", "(none there)" },
  };

  check_rich ("公开07", wide, G_N_ELEMENTS (wide));
  check_rich ("公开08", basic, G_N_ELEMENTS (basic));
  check_rich ("公开09", projects, G_N_ELEMENTS (projects));
}
END_TEST

START_TEST (public_10_to_12_have_carry_over_in_their_total)
{
  static const FixtureCell government[] = {
    { "合计", "年初结转和结余", "7.00" },
    { "合计", "本年收入", "60.00" },
    { "合计", "小计", "54.00" },
    { "合计", "基本支出", "4.00" },
    { "合计", "项目支出", "50.00" },
    { "合计", "年末结转和结余", "13.00" },
    { "212", "年初结转和结余", "" },
    { "2120801", "本年收入", "60.00" },
    { "2120801", "小计", "54.00" },
    { "2120801", "年末结转和结余", "" },
    { "201", "小计", "(none there)" },
  };
  static const FixtureCell capital[] = {
    { "合计", "年初结转和结余", "" },
    { "合计", "本年收入", "12.00" },
    { "合计", "小计", "10.00" },
    { "合计", "基本支出", "1.00" },
    { "合计", "项目支出", "9.00" },
    { "合计", "年末结转和结余", "2.00" },
    { "2230107", "小计", "10.00" },
  };
  static const FixtureCell spent[] = {
    { "合计", "合计", "10.00" },
    { "合计", "基本支出", "1.00" },
    { "2230107", "项目支出", "9.00" },
  };

  check_rich ("公开10", government, G_N_ELEMENTS (government));
  check_rich ("公开11", capital, G_N_ELEMENTS (capital));
  check_rich ("公开12", spent, G_N_ELEMENTS (spent));
}
END_TEST

START_TEST (public_13_takes_the_budget_of_the_whole_year)
{
  static const FixtureCell cells[] = {
    { "金额", "预算数/合计", "33.00" },
    { "金额", "预算数/因公出国（境）费", "4.00" },
    { "金额", "预算数/公务用车购置及运行维护费/小计", "26.00" },
    { "金额", "预算数/公务接待费", "3.00" },
    { "金额", "决算数/合计", "28.00" },
    { "金额", "决算数/公务用车购置及运行维护费/小计", "23.00" },
    { "金额", "决算数/公务用车购置及运行维护费/公务用车购置费", "18.00" },
    { "金额", "决算数/公务接待费", "2.00" },
  };

  check_rich ("公开13", cells, G_N_ELEMENTS (cells));
}
END_TEST

START_TEST (the_comparison_of_all_money_is_right)
{
  static const FixtureCell cells[] = {
    { "收入总计", "本年", "226.50" },
    { "收入总计", "上年", "" },
    { "收入总计", "增减额", "" },
    { "收入总计", "增减率", "" },
    { "本年收入合计", "本年", "211.50" },
    { "事业收入", "占比", "3.78%" },
    { "基本支出", "占比", "50.64%" },
    { "经营支出", "占比", "1.54%" },
    { "财政拨款收入总计", "本年", "202.50" },
    { "财政拨款支出总计", "本年", "202.50" },
    { GENERAL "支出", "本年", "118.50" },
    { "201", "占比", "86.92%" },
    { "208", "占比", "13.08%" },
    { "212", "占比", "(none there)" },
    { "人员经费", "占比", "63.43%" },
    { "公用经费", "占比", "36.57%" },
    { "“三公”经费合计", "上年", "10.00" },
    { "“三公”经费合计", "增减率", "180.00%" },
    { "公务用车购置及运行维护费", "占比", "82.14%" },
  };

  check_rich ("对比", cells, G_N_ELEMENTS (cells));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("compute-funds");
  TCase *cases = tcase_create ("rich");

  tcase_add_test (cases, public_01_adds_up_all_money_and_all_carry_over);
  tcase_add_test (cases, public_02_and_03_tell_sources_and_categories_apart);
  tcase_add_test (cases, what_is_no_fiscal_money_stays_out_of_04_to_06);
  tcase_add_test (cases, public_07_is_08_and_09_together);
  tcase_add_test (cases, public_10_to_12_have_carry_over_in_their_total);
  tcase_add_test (cases, public_13_takes_the_budget_of_the_whole_year);
  tcase_add_test (cases, the_comparison_of_all_money_is_right);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
