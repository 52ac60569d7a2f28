/* Every rule about sheets: what is wrong in them is told by that rule, and
 * what only follows from it stands under it. */
#include "catalogue-fixture.h"

#define OWN(sheet, rest) "@公开" sheet " " rest

static const CatalogueCase inside[] = {
  { { NULL }, "", NULL, NULL },
  { { OWN ("01", "收/五、事业收入 决算数 +1") }, "T01-1", NULL, NULL },
  { { OWN ("01", "支/八、社会保障和就业支出 决算数 +1") },
    "T01-2",
    NULL,
    NULL },
  { { OWN ("01", "收/年初结转和结余 决算数 +1") }, "T01-3", NULL, NULL },
  { { OWN ("01", "支/结余分配 决算数 +1") }, "T01-4", NULL, NULL },
  { { OWN ("01", "收/总计,收/年初结转和结余 决算数 +1") },
    "T01-5",
    "收入总计是 216.00 万元，支出总计是 215.00 万元，相差 1.00 万元",
    NULL },
  { { OWN ("02", "2013101 事业收入 +1") }, "T02-1", NULL, NULL },
  { { OWN ("02", "20131 本年收入合计,事业收入 +1") },
    "T02-2",
    "“20131 党委办公厅（室）及相关机构事务”的“事业收入”是 9.00 万元，下级之和"
    "是 8.00 万元",
    NULL },
  { { OWN ("03", "2013102 项目支出 +1") }, "T03-1", NULL, NULL },
  { { OWN ("03", "20131 本年支出合计,项目支出 +1") }, "T03-2", NULL, NULL },
  { { OWN ("04", "支/八、社会保障和就业支出 合计 +1") },
    "T04-1",
    NULL,
    NULL },
  { { OWN ("04", "收/三、国有资本经营预算财政拨款 决算数 +1") },
    "T04-2",
    NULL,
    NULL },
  { { OWN ("04", "收/政府性基金预算财政拨款 决算数 +1") },
    "T04-3",
    NULL,
    NULL },
  { { OWN ("04", "收/总计 决算数 +1") }, "T04-4", "T04-7←T04-4", NULL },
  { { OWN ("04", "支/一、一般公共服务支出 合计,一般公共预算财政拨款 +1") },
    "T04-5",
    NULL,
    NULL },
  { { OWN ("04", "支/总计 合计,一般公共预算财政拨款 +1") },
    "T04-6",
    NULL,
    NULL },
  { { OWN ("04", "收/一般公共预算财政拨款,收/年初财政拨款结转和结余,收/总计 "
                 "决算数 +1") },
    "T04-8",
    "T04-7←T04-8",
    NULL },
  { { OWN ("04", "收/一般公共预算财政拨款 决算数 +1"),
      OWN ("04", "收/政府性基金预算财政拨款 决算数 -1") },
    "T04-8",
    NULL,
    NULL },
  { { OWN ("05", "30108 合计 +1") }, "T05-1", NULL, NULL },
  { { OWN ("05", "30108 一般公共预算财政拨款/基本支出 +1") },
    "T05-2",
    NULL,
    NULL },
  { { OWN ("05", "31005 政府性基金预算财政拨款/项目支出 +1") },
    "T05-3",
    NULL,
    NULL },
  { { OWN ("05", "31201 国有资本经营预算财政拨款/项目支出 +1") },
    "T05-4",
    NULL,
    NULL },
  { { OWN ("05", "301 合计,一般公共预算财政拨款/小计,一般公共预算财政拨款/"
                 "基本支出 +1") },
    "T05-5",
    NULL,
    NULL },
  { { OWN ("06", "2013102 项目支出 +1") }, "T06-1", NULL, NULL },
  { { OWN ("12", "2230107 项目支出 +1") }, "T06-1", NULL, NULL },
  { { OWN ("06", "20131 合计,项目支出 +1") }, "T06-2", NULL, NULL },
  { { OWN ("12", "22301 合计,项目支出 +1") }, "T06-2", NULL, NULL },
  { { OWN ("07", "2080505 合计 +1") }, "T07-1", NULL, NULL },
  { { OWN ("07", "20805 "
                 "合计,工资福利支出/小计,机关事业单位基本养老保险缴费 +1") },
    "T07-2",
    NULL,
    NULL },
  { { OWN ("07", "2080505 机关事业单位基本养老保险缴费 +1") },
    "T07-3",
    NULL,
    NULL },
  { { OWN ("08", "人员经费合计 决算数 +1") }, "T08-1", NULL, NULL },
  { { OWN ("08", "公用经费合计 决算数 +1") }, "T08-2", NULL, NULL },
  { { OWN ("08", "30201 决算数 +1") }, "T08-3", NULL, NULL },
  { { OWN ("09", "20131 合计,资本性支出 +1") }, "T09-1", NULL, NULL },
  { { OWN ("09", "2013102 资本性支出 +1") }, "T09-2", NULL, NULL },
  { { OWN ("10", "2120801 项目支出 +1") }, "T10-1", NULL, NULL },
  { { OWN ("11", "2230107 项目支出 +1") }, "T10-1", NULL, NULL },
  { { OWN ("10", "21208 小计,项目支出 +1") }, "T10-2", NULL, NULL },
  { { OWN ("11", "22301 小计,项目支出 +1") }, "T10-2", NULL, NULL },
  { { OWN ("10", "合计 年末结转和结余 +1") }, "T10-3", NULL, NULL },
  { { OWN ("11", "合计 本年收入 +1"), OWN ("11", "223 本年收入 +1"),
      OWN ("11", "22301,2230107 本年收入 +1") },
    "T10-3",
    NULL,
    NULL },
  { { OWN ("13", "金额 预算数/合计 +1") }, "T13-1", NULL, NULL },
  { { OWN ("13", "金额 预算数/公务用车购置及运行维护费/公务用车购置费 +1") },
    "T13-2",
    NULL,
    NULL },
  { { OWN ("13", "金额 决算数/合计 +1") }, "T13-3", NULL, NULL },
  { { OWN ("13", "金额 决算数/公务用车购置及运行维护费/公务用车购置费 +1") },
    "T13-4",
    NULL,
    NULL },
  { { "@对比 收入总计 增减额 +1" },
    "T14-1",
    "“收入总计”的增减额是 16.00 万元，本年减上年是 15.00 万元",
    NULL },

  /* From wrong entries. */
  { { "expenditure 8 fund " GOVERNMENT, "income 3 source " GOVERNMENT },
    "B10 T04-9",
    "公开04表的“国有资本经营预算支出”在“" GOVERNMENT "”栏是 12.00 万元",
    NULL },
  { { "expenditure 1 economic 30905", "stated 6 value 5",
      "filing_fact 1 amount 5" },
    "B04 T05-6",
    "“309 资本性支出（基本建设）”的基本支出是 12.00 万元",
    NULL },
};

START_TEST (what_is_wrong_inside_a_sheet_is_told_by_its_rule)
{
  catalogue_check (inside, G_N_ELEMENTS (inside), "T");
}
END_TEST

/* A filing that spends nothing but one appropriation. */
static JhBooks *
make_fiscal (void)
{
  JhBooks *books = fixture_books (2023, "510811");

  fixture_add (books, JH_TABLE_INCOME, GENERAL "|2013101|10|10|10");
  fixture_add (books, JH_TABLE_EXPENDITURE,
               "2013101|30101|基本支出|" GENERAL "||10|10|10");
  return books;
}

/* In a region whose sheets have no row for 231. */
static JhBooks *
make_without_class (void)
{
  JhBooks *books = fixture_books (2023, "310101");

  fixture_add (books, JH_TABLE_INCOME, GENERAL "|2310301|10|10|10");
  fixture_add (books, JH_TABLE_PROJECT, "P1|还本");
  fixture_add (books, JH_TABLE_EXPENDITURE,
               "2310301|30701|基本支出|" GENERAL "||10|10|10");
  return books;
}

static const CatalogueCase between[] = {
  { { NULL }, "", NULL, make_fiscal },
  { { OWN ("02", "合计,201,20131,2013101 本年收入合计,其他收入 +1") },
    "X04",
    "X01←X04",
    NULL },
  { { OWN ("03", "合计,201,20131,2013101 本年支出合计,基本支出 +1") },
    "X05",
    "X02←X05",
    NULL },
  { { OWN ("02", "合计,201,20131,2013101 本年收入合计,财政拨款收入 +1") },
    "X03",
    "X01←X03",
    NULL },
  { { OWN ("04", "收/一、一般公共预算财政拨款,收/本年收入合计,收/总计 决算数 "
                 "+1"),
      OWN ("04", "支/年末财政拨款结转和结余,支/总计 "
                 "合计,一般公共预算财政拨款 +1") },
    "X06",
    "X03←X06",
    NULL },
  { { NULL },
    "T01-2 T04-5 X05",
    "公开03表有 231 债务还本支出 的支出 10.00 万元，公开01表没有列这一类",
    make_without_class },
  { { OWN ("04", "支/一、一般公共服务支出,支/本年支出合计 "
                 "合计,一般公共预算财政拨款 +1"),
      OWN ("04", "支/年末财政拨款结转和结余 合计,一般公共预算财政拨款 -1") },
    "X07 X12",
    "公开04表一般公共预算的一般公共服务支出是 106.00 万元，公开06表 201 类是 "
    "105.00 万元，相差 1.00 万元",
    NULL },
  { { OWN ("08", "30101,301,人员经费合计 决算数 +1") },
    "X08",
    "A22←X08",
    NULL },
  { { OWN ("09", "合计,201,20131,2013102 合计,商品和服务支出 +1") },
    "X09",
    "X11←X09",
    NULL },
  { { OWN ("07", "208,20805,2080505 "
                 "合计,工资福利支出/小计,机关事业单位基本养老保险缴费 +1"),
      OWN ("07", "201,20131,2013101 "
                 "合计,工资福利支出/小计,机关事业单位基本养老保险缴费 -1") },
    "X10",
    NULL,
    NULL },
  { { OWN ("09", "合计,201,20131,2013102 商品和服务支出 +1"),
      OWN ("09", "合计,201,20131,2013102 资本性支出 -1") },
    "X11",
    NULL,
    NULL },
  { { OWN ("05", "301,30101 "
                 "合计,一般公共预算财政拨款/小计,一般公共预算财政拨款/"
                 "基本支出 +1"),
      OWN ("05", "302,30201 "
                 "合计,一般公共预算财政拨款/小计,一般公共预算财政拨款/"
                 "基本支出 -1") },
    "X12",
    NULL,
    NULL },
  { { OWN ("10", "合计,212,21208,2120801 本年收入 +1"),
      OWN ("10", "合计 年末结转和结余 +1") },
    "X13",
    NULL,
    NULL },
  { { OWN ("12", "合计,223,22301,2230107 合计,项目支出 +1") },
    "X14",
    NULL,
    NULL },
  { { OWN ("03", "合计,201,20131,2013101 基本支出 -10"),
      OWN ("03", "合计,201,20131,2013101 项目支出 +10") },
    "X15",
    "公开06表的基本支出是 77.00 万元，公开03表的基本支出是 73.00 万元",
    NULL },
  { { OWN ("03", "合计,201,20131,2013101 基本支出 -1"),
      OWN ("03", "合计,201,20131,2013101 项目支出 +1") },
    "X15",
    "公开06表的项目支出是 空白，公开03表却是 1.00 万元",
    make_fiscal },
  { { OWN ("04", "支/一、一般公共服务支出,支/本年支出合计 "
                 "合计,一般公共预算财政拨款 -1"),
      OWN ("04", "支/年末财政拨款结转和结余 合计,一般公共预算财政拨款 +1") },
    "X07 X12",
    "收入全是财政拨款，公开04表的“一、一般公共服务支出”是 9.00 "
    "万元，公开01表却是 "
    "10.00 万元，相差 -1.00 万元",
    make_fiscal },
  { { OWN ("05", "30217 "
                 "合计,一般公共预算财政拨款/小计,一般公共预算财政拨款/"
                 "基本支出 -1"),
      OWN ("05", "30201 "
                 "合计,一般公共预算财政拨款/小计,一般公共预算财政拨款/"
                 "基本支出 +1") },
    "X12 X16",
    "公务接待费决算是 2.00 万元，公开05表经济科目 30217 是 1.00 万元",
    NULL },
  { { "sangong 3 actual 1.5" }, "S02", "X16b←X16", NULL },
  { { "stated 10 value 本年没有“三公”经费" },
    "X17",
    "“三公”决算合计是 23.00 万元",
    NULL },
  { { OWN ("10", "合计 年初结转和结余,年末结转和结余 +1") },
    "X13 X18",
    "公开04表没有政府性基金预算财政拨款，公开10表的数加起来却是 2.00 万元",
    make_fiscal },
  { { "#公开11" }, "X18", "公开11表没有数，表下也没有说明", make_fiscal },
  { { "<carryover 7 amount 4", "<carryover 1 amount 2" },
    "B05",
    "X19←B05",
    NULL },
  { { "filing_fact 1 amount 16" },
    "X20",
    "机关运行经费填的是 16.00 万元，公开08表的公用经费是 17.00 万元",
    NULL },
  { { "filing_fact 0 words 事业单位" },
    "X20",
    "不是行政单位、也不参照公务员法管理的单位应是 0.00 万元",
    NULL },
  { { "filing_fact 0 words 事业单位", "filing_fact 1 amount 0" },
    "",
    NULL,
    NULL },
  { { "filing_fact 0 words 事业单位", "+filing_fact 参照公务员法管理||1" },
    "",
    NULL,
    NULL },
};

START_TEST (what_is_wrong_between_sheets_is_told_by_its_rule)
{
  catalogue_check (between, G_N_ELEMENTS (between), "X");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalogue-sheets");
  TCase *tests = tcase_create ("rules");

  tcase_set_timeout (tests, 200);
  tcase_add_test (tests, what_is_wrong_inside_a_sheet_is_told_by_its_rule);
  tcase_add_test (tests, what_is_wrong_between_sheets_is_told_by_its_rule);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
