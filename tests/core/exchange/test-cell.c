#include "jh-cell.h"

#include "fixture.h"

START_TEST (facts_take_the_kind_that_the_program_knows)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) books = NULL;
  g_autoptr (GError) error = NULL;
  const GPtrArray *facts;

  put (folder, "filing.csv",
       "键,值\n单位名称,甲\n单位代码,'510811\n年度,2023年度\n金额单位,元\n"
       "参照公务员法管理,是\n年末在职人数,１２\n机关运行经费,\"1,234.50\"\n"
       "自编的事项,'=随便\n单位性质,\n单价１００万元以上设备,3\n");
  books = jh_import_read (store, folder, &error);
  jh_assert_no_error (error);
  ck_assert_str_eq (books->filing->code, "510811");
  ck_assert_str_eq (books->filing->region, "");
  ck_assert_int_eq (books->filing->money_unit, JH_MONEY_YUAN);
  facts = JH_BOOKS_ROWS (books, FILING_FACT);
  ck_assert_uint_eq (facts->len, 5);
  ck_assert_int_eq (
    jh_books_find_fact (books, "参照公务员法管理")->count.value, 1);
  ck_assert_int_eq (jh_books_find_fact (books, "年末在职人数")->count.value,
                    12);
  ck_assert_int_eq (jh_books_find_fact (books, "机关运行经费")->amount.fen,
                    123450);
  ck_assert_str_eq (jh_books_get_words (books, "自编的事项"), "=随便");
  ck_assert_int_eq (
    jh_books_find_fact (books, "单价100万元以上设备")->count.value, 3);
}
END_TEST

static const struct
{
  const char *text;
  const char *message;
} filings[] = {
  { "", "filing.csv“单位名称”：缺少这个键" },
  { "键,值\n", "filing.csv“年度”：缺少这个键" },
  { FILING ("", "U1", "2023", "元"), "第 2 行“单位名称”：不能为空" },
  { FILING ("甲", "", "2023", "元"), "第 3 行“单位代码”：不能为空" },
  { FILING ("甲", "U1", "", "元"), "第 4 行“年度”：不能为空" },
  { FILING ("甲", "U1", "2023", ""), "第 5 行“金额单位”：不能为空" },
  { FILING ("甲", "U1", "1948", "元"), "“1948”不是年度" },
  { FILING ("甲", "U1", "3000", "元"), "“3000”不是年度" },
  { FILING ("甲", "U1", "-2023", "元"), "“-2023”不是年度" },
  { FILING ("甲", "U1", "二〇二三", "元"), "不是年度，应写成 2023 这样" },
  { FILING ("甲", "U1", "\"2,023\"", "元"), "“2,023”不是年度" },
  { FILING ("甲", "U1", "2023", "千元"), "“千元”不是金额单位" },
  { FILING ("甲", "U1", "2023", "元") "行政区划,51O811\n",
    "第 6 行“行政区划”：“51O811”不是行政区划代码" },
  { FILING ("甲", "U1", "2023", "元") "行政区划,5108110000001\n",
    "有 13 个字，最多 12 个字" },
  { FILING ("甲", "U1", "2023", "元") "年度,2024\n",
    "第 6 行“年度”：与第 4 行重复" },
  { FILING ("甲", "U1", "2023", "元") "随便,1\n随便,\n",
    "第 7 行“随便”：与第 6 行重复" },
  { FILING ("甲", "U1", "2023", "元") ",没有键\n",
    "第 6 行“键”：值“没有键”前面没有写键" },
  { FILING ("甲", "U1", "2023", "元") "年末在职人数,-1\n",
    "“年末在职人数”：“-1”是负数" },
  { FILING ("甲", "U1", "2023", "元") "年末在职人数,1.5\n",
    "“1.5”应是整数" },
  { FILING ("甲", "U1", "2023", "元") "年末在职人数,1000000001\n", "太大" },
  { FILING ("甲", "U1", "2023", "元") "参照公务员法管理,对\n",
    "“对”应写“是”或“否”" },
  { FILING ("甲", "U1", "2023", "元") "机关运行经费,1.234\n",
    "“机关运行经费”：金额（元）“1.234”的小数超过 2 位" },
  { "键,数值\n年度,2023\n", "缺少列：值" },
  { "键，值\n", "列与列之间要用英文逗号" },
  { "键,值,备注\n", "不认识列“备注”" },
  { "键,值,键\n", "第 1 行“键”：这一列出现了两次（第 1 列和第 3 列）" },
  { FILING ("甲", "U1", "2023", "元") "单位简称,甲,乙\n",
    "第 6 行：第 3 格“乙”没有对应的列" },
  { FILING ("甲", "U1", "2023", "元") "单位简称",
    "第 6 行：最后一行只有 1 格，应有 2 格" },
};

START_TEST (a_wrong_filing_csv_is_refused)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();

  put (folder, "filing.csv", filings[_i].text);
  reject (store, folder, FALSE, JH_ERROR_DATA, filings[_i].message);
}
END_TEST

START_TEST (names_and_codes_have_limits)
{
  static const struct
  {
    guint name;
    guint code;
    const char *message;
  } cases[] = {
    { 200, 60, NULL },
    { 201, 60, "“单位名称”：有 201 个字，最多 200 个字" },
    { 200, 61, "“单位代码”：有 61 个字，最多 60 个字" },
  };
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();

  for (guint i = G_N_ELEMENTS (cases); i-- > 0;)
    {
      GString *name = g_string_new (NULL);
      g_autofree char *code = g_strnfill (cases[i].code, '7');
      g_autofree char *text = NULL;

      for (guint n = 0; n < cases[i].name; n++)
        g_string_append (name, "字");
      text = g_strdup_printf (FILING ("%s", "%s", "2023", "元"), name->str,
                              code);
      g_string_free (name, TRUE);
      put (folder, "filing.csv", text);
      if (cases[i].message)
        reject (store, folder, FALSE, JH_ERROR_DATA, cases[i].message);
      else
        jh_filing_free (import (store, folder, FALSE));
    }
}
END_TEST

static const struct
{
  const char *cell;
  gint64 fen;
  const char *message;
} amounts[] = {
  { "", -1, NULL },
  { " ", -1, NULL },
  { "0", 0, NULL },
  { "35.02", 35020000, NULL },
  { "-35.02", -35020000, NULL },
  { "\"1,234.50\"", 1234500000, NULL },
  { "１２３．４５", 123450000, NULL },
  { "0.000001", 1, NULL },
  { "100000000", G_GINT64_CONSTANT (100000000000000), NULL },
  { "abc", 0, "金额（万元）“abc”不是数字，应写成 1234.50 这样" },
  { "1e5", 0, "“1e5”不是数字" },
  { "12.3456789", 0, "“12.3456789”的小数超过 6 位" },
  { "99999999999999999", 0, "“99999999999999999”太大" },
  { "100000000.000001", 0, "太大" },
  { "\"1,23\"", 0, "“1,23”不是数字" },
  { "1.2.3", 0, "不是数字" },
  { "35.02万元", 0, "不是数字" },
  { "=1+1", 0, "不是数字" },
  { "#REF!", 0, "“#REF!”不是数字" },
  { "－", 0, "不是数字" },
};

START_TEST (an_amount_is_exact_or_refused)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autofree char *text
    = g_strconcat (EXPENDITURE LINE ",,,", amounts[_i].cell, "\n", NULL);
  g_autofree char *message = g_strconcat (
    "expenditure.csv 第 2 行“决算”：", amounts[_i].message, NULL);
  g_autoptr (JhBooks) books = NULL;
  const JhExpenditure *row;

  put (folder, "expenditure.csv", text);
  if (amounts[_i].message)
    {
      reject (store, folder, FALSE, JH_ERROR_DATA, amounts[_i].message);
      reject (store, folder, FALSE, JH_ERROR_DATA,
              "expenditure.csv 第 2 行“决算”：");
      return;
    }
  books = jh_import_read (store, folder, NULL);
  row = JH_BOOKS_ROWS (books, EXPENDITURE)->pdata[0];
  ck_assert_int_eq (row->actual.known, amounts[_i].fen != -1);
  if (row->actual.known)
    ck_assert_int_eq (row->actual.fen, amounts[_i].fen);
}
END_TEST

START_TEST (amounts_are_in_the_unit_of_the_filing)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (JhBooks) books = NULL;
  const JhCarryover *row;

  put (folder, "filing.csv", FILING ("甲", "U1", "2023", "元"));
  put (folder, "carryover.csv",
       "资金,类别,金额\n其他资金,年初结转和结余,1234.56\n");
  filing = import (store, folder, FALSE);
  books = load (store, filing->id);
  row = JH_BOOKS_ROWS (books, CARRYOVER)->pdata[0];
  ck_assert_int_eq (row->amount.fen, 123456);
  put (folder, "carryover.csv",
       "资金,类别,金额\n其他资金,年初结转和结余,1234.567\n");
  reject (store, folder, TRUE, JH_ERROR_DATA,
          "金额（元）“1234.567”的小数超过 2 位");
}
END_TEST

/* A file, and what the message says; NULL when it is good. */
static const struct
{
  const char *file;
  const char *text;
  const char *message;
} tables[] = {
  /* Headers. */
  { "expenditure.csv", "", NULL },
  { "expenditure.csv", "\n\n \n", NULL },
  { "expenditure.csv", EXPENDITURE, NULL },
  { "expenditure.csv", EXPENDITURE ",,,,,,,\n", NULL },
  { "carryover.csv", "金额,资金,类别\n1,其他资金,结余分配\n", NULL },
  { "carryover.csv", "资金,类别,金额,,\n其他资金,结余分配,1,,\n", NULL },
  { "carryover.csv", " 资金 ,类 别,金额\n其他资金,结余分配,1\n", NULL },
  { "carryover.csv", "资金;类别;金额\n其他资金;结余分配;1\n", NULL },
  { "carryover.csv", "资金\t类别\t金额\n其他资金\t结余分配\t1\n", NULL },
  { "carryover.csv", "资金,类别\n其他资金,结余分配\n", "缺少列：金额" },
  { "carryover.csv", "资金,类别,金额,备注\n",
    "不认识列“备注”，这张表的列是：资金、类别、金额" },
  { "carryover.csv", "资金,类别,金额,金额\n",
    "carryover.csv 第 1 行“金额”：这一列出现了两次" },
  { "carryover.csv", "\n其他资金,结余分配,1\n",
    "carryover.csv 第 2 行：不认识列“其他资金”" },
  { "carryover.csv", "资金,,类别,金额\n其他资金,x,结余分配,1\n",
    "第 2 格“x”没有对应的列" },
  /* Rows. */
  { "carryover.csv", "资金,类别,金额\n其他资金,结余分配\n", NULL },
  { "carryover.csv", "资金,类别,金额\n其他资金,结余分配",
    "第 2 行：最后一行只有 2 格，应有 3 格，文件可能没有复制完整" },
  { "carryover.csv", "资金,类别,金额\n其他资金,结余分配,1,2\n",
    "第 2 行：第 4 格“2”没有对应的列" },
  { "carryover.csv", "资金,类别,金额\n,结余分配,1\n",
    "第 2 行“资金”：不能为空" },
  { "carryover.csv", "资金,类别,金额\n其他资金,年底,1\n",
    "“年底”不在规定的写法里，应为其中之一：年初结转和结余、" },
  { "carryover.csv",
    "资金,类别,金额\n其他资金,结余分配,1\n其他资金,结余分配,1\n", NULL },
  /* Codes may be wrong, but not too long. */
  { "expenditure.csv", EXPENDITURE "201,301,基本支出,其他资金,,,,\n", NULL },
  { "expenditure.csv", EXPENDITURE "2013150.0,ABC,基本支出,其他资金\n",
    NULL },
  { "expenditure.csv",
    EXPENDITURE "20131502013150201315,30101,基本支出,其他资金\n", NULL },
  { "expenditure.csv",
    EXPENDITURE "201315020131502013150,30101,基本支出,其他资金\n",
    "“功能科目”：有 21 个字，最多 20 个字" },
  { "expenditure.csv", EXPENDITURE ",30101,基本支出,其他资金\n",
    "“功能科目”：不能为空" },
  /* Words of the lists, however they are typed. */
  { "sangong.csv",
    "项目,年初预算,全年预算,决算,上年决算\n因公出国(境)费,1\n"
    "外事　接待费,1\n", NULL },
  { "sangong.csv",
    "项目,年初预算,全年预算,决算,上年决算\n外事接待费\n 外事接待费\n",
    "sangong.csv 第 3 行：“外事接待费”与第 2 行重复" },
  /* Keys. */
  { "projects.csv",
    "项目编号,项目名称,项目类型,主管部门,实施单位,年度总体目标,"
    "实际完成情况\nP1,甲\n\nP2,乙\nP1,丙\n",
    "projects.csv 第 5 行：“P1”与第 2 行重复" },
  { "assessment_funds.csv",
    "对象,资金,年初预算数,全年预算数,全年执行数,填报执行率\n"
    "P1,其他资金\nP2,其他资金\nP1,上年结转资金\n", NULL },
  { "assessment_funds.csv",
    "对象,资金,年初预算数,全年预算数,全年执行数,填报执行率\n"
    "P1,其他资金\nP1,其他资金\n", "第 3 行：“P1、其他资金”与第 2 行重复" },
  /* Digits as typed. */
  { "assessment_funds.csv",
    "对象,资金,年初预算数,全年预算数,全年执行数,填报执行率\n"
    "P1,其他资金,,,,99.18%\nP2,其他资金,,,,９９％\nP3,其他资金,,,,-.5\n",
    NULL },
  { "assessment_funds.csv",
    "对象,资金,年初预算数,全年预算数,全年执行数,填报执行率\n"
    "P1,其他资金,,,,约99\n", "“填报执行率”：“约99”不是数字" },
  { "assessment_funds.csv",
    "对象,资金,年初预算数,全年预算数,全年执行数,填报执行率\n"
    "P1,其他资金,,,,9-9\n", "“9-9”不是数字" },
  { "assessment_funds.csv",
    "对象,资金,年初预算数,全年预算数,全年执行数,填报执行率\n"
    "P1,其他资金,,,,.\n", "“.”不是数字" },
  { "assessment_funds.csv",
    "对象,资金,年初预算数,全年预算数,全年执行数,填报执行率\n"
    "P1,其他资金,,,,123456789012345678901\n", "位数太多" },
  /* Counts. */
  { "counts.csv", "项目,数量,单位\na,0,\nb,,\nc,1000000000,\n", NULL },
  { "counts.csv", "项目,数量,单位\na,-1,\n", "“-1”是负数" },
  { "counts.csv", "项目,数量,单位\na,1.5,\n", "应是整数" },
  { "counts.csv", "项目,数量,单位\na,18批次,\n", "“18批次”不是数字" },
  { "counts.csv", "项目,数量,单位\na,1000000001,\n", "太大" },
  /* Texts. */
  { "reasons.csv", "指标,原因\na,\"一\n二\t三\"\n", NULL },
  { "reasons.csv", "指标,原因\na,一\x01二\n",
    "“原因”：“一␁二”含有看不见的控制字符" },
  { "reasons.csv", "指标,原因\na,一\x7f\n", "含有看不见的控制字符" },
  { "reasons.csv", "指标,原因\na,\n", "“原因”：不能为空" },
};

START_TEST (a_table_is_read_whole_or_refused)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();

  put (folder, tables[_i].file, tables[_i].text);
  if (tables[_i].message)
    reject (store, folder, FALSE, JH_ERROR_DATA, tables[_i].message);
  else
    jh_filing_free (import (store, folder, FALSE));
}
END_TEST

#define INDICATORS                                                          \
  "对象,一级指标,二级指标,三级指标,指标性质,符号,年度指标值,计量单位,"      \
  "实际完成值,分值,得分,偏差原因分析及改进措施\n"

/* What is typed for the sign of an indicator, and what it is; NULL when it
 * is refused. */
static const char *const operators[][2] = {
  { "≥", "≥" },      { ">=", "≥" },     { "＞＝", "≥" },  { "≧", "≥" },
  { "大于等于", "≥" }, { "≤", "≤" },      { "<=", "≤" },    { "≦", "≤" },
  { "不超过", "≤" }, { "=", "=" },      { "＝", "=" },    { "'=", "=" },
  { "等于", "=" },   { ">", ">" },      { "＞", ">" },    { "大于", ">" },
  { "<", "<" },      { "＜", "<" },     { " ＜ ", "<" },  { "", "" },
  { "~", NULL },     { "><", NULL },    { "约", NULL },   { "!=", NULL },
};

START_TEST (a_sign_may_be_typed_in_many_ways)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autofree char *text
    = g_strconcat (INDICATORS "整体,,,次数,定量,", operators[_i][0],
                   ",1,,,,,\n", NULL);
  g_autoptr (JhBooks) books = NULL;
  const JhIndicator *row;

  put (folder, "indicators.csv", text);
  if (operators[_i][1] == NULL)
    {
      reject (store, folder, FALSE, JH_ERROR_DATA, "应为其中之一：≥、≤、");
      return;
    }
  books = jh_import_read (store, folder, NULL);
  row = JH_BOOKS_ROWS (books, INDICATOR)->pdata[0];
  ck_assert_str_eq (row->operator, operators[_i][1]);
}
END_TEST

START_TEST (points_have_two_decimals)
{
  static const struct
  {
    const char *cell;
    gint64 points;
    const char *message;
  } cases[] = {
    { "10", 1000, NULL },  { "9.5", 950, NULL },
    { "0.01", 1, NULL },   { "-1", -100, NULL },
    { "1000000", 100000000, NULL },
    { "9.555", 0, "“分值”：“9.555”的小数超过 2 位" },
    { "1000000.01", 0, "太大" },
    { "十分", 0, "不是数字" },
  };
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
        = g_strconcat (INDICATORS "整体,,,次数,,,,,,", cases[i].cell,
                       ",,\n", NULL);
      g_autoptr (JhBooks) books = NULL;
      const JhIndicator *row;

      put (folder, "indicators.csv", text);
      if (cases[i].message)
        {
          reject (store, folder, FALSE, JH_ERROR_DATA, cases[i].message);
          continue;
        }
      books = jh_import_read (store, folder, NULL);
      row = JH_BOOKS_ROWS (books, INDICATOR)->pdata[0];
      ck_assert_int_eq (row->weight.value, cases[i].points);
      ck_assert (!row->score.known);
    }
}
END_TEST

START_TEST (cells_lose_what_a_spreadsheet_put_around_them)
{
  static const struct
  {
    const char *typed;
    const char *code;
  } codes[] = {
    { "2013150", "2013150" },   { " 2013150　", "2013150" },
    { "２０１３１５０", "2013150" }, { "'2013150", "2013150" },
    { "'ABC", "'ABC" },         { "'=1", "=1" },
    { "2013150.0", "2013150.0" },
  };
  static const struct
  {
    const char *typed;
    const char *words;
  } texts[] = {
    { "'=1", "=1" }, { "'-1", "-1" },   { "'+", "+" },   { "'@a", "@a" },
    { "''=1", "'=1" }, { "'abc", "'abc" }, { "=1", "=1" }, { "'", "'" },
    { "　甲　", "甲" }, { "'\t=1", "\t=1" },
  };
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *text
        = g_strconcat (EXPENDITURE, codes[i].typed,
                       ",30101,基本支出,其他资金\n", NULL);
      g_autoptr (JhBooks) books = NULL;
      const JhExpenditure *row;

      put (folder, "expenditure.csv", text);
      books = jh_import_read (store, folder, NULL);
      row = JH_BOOKS_ROWS (books, EXPENDITURE)->pdata[0];
      ck_assert_str_eq (row->functional, codes[i].code);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text
        = g_strconcat ("指标,原因\na,\"", texts[i].typed, "\"\n", NULL);
      g_autoptr (JhBooks) books = NULL;
      const JhReason *row;

      put (folder, "reasons.csv", text);
      books = jh_import_read (store, folder, NULL);
      row = JH_BOOKS_ROWS (books, REASON)->pdata[0];
      ck_assert_str_eq (row->words, texts[i].words);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cell");
  TCase *cases = tcase_create ("cell");

  tcase_add_test (cases, facts_take_the_kind_that_the_program_knows);
  tcase_add_loop_test (cases, a_wrong_filing_csv_is_refused, 0,
                       G_N_ELEMENTS (filings));
  tcase_add_test (cases, names_and_codes_have_limits);
  tcase_add_loop_test (cases, an_amount_is_exact_or_refused, 0,
                       G_N_ELEMENTS (amounts));
  tcase_add_test (cases, amounts_are_in_the_unit_of_the_filing);
  tcase_add_loop_test (cases, a_table_is_read_whole_or_refused, 0,
                       G_N_ELEMENTS (tables));
  tcase_add_loop_test (cases, a_sign_may_be_typed_in_many_ways, 0,
                       G_N_ELEMENTS (operators));
  tcase_add_test (cases, points_have_two_decimals);
  tcase_add_test (cases, cells_lose_what_a_spreadsheet_put_around_them);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
