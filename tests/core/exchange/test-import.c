#include "jh-import.h"

#include "fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Imports @folder, which is expected to work. */
static JhFiling *
import (JhStore *store, const char *folder, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  JhFiling *filing = NULL;
  gboolean good = jh_import_folder (store, folder, replace, &filing, &error);

  jh_assert_no_error (error);
  ck_assert (good);
  return filing;
}

/* Imports @folder, which is expected to be refused and to change nothing. */
static void
refuse (JhStore *store, const char *folder, gboolean replace,
        JhErrorCode code, const char *message)
{
  g_autoptr (GError) error = NULL;
  guint changes = count_changes (store);
  guint filings = count_filings (store);
  JhFiling *filing = (gpointer) 1;

  ck_assert (!jh_import_folder (store, folder, replace, &filing, &error));
  ck_assert_ptr_null (filing);
  jh_assert_error (error, code, message);
  ck_assert_uint_eq (count_changes (store), changes);
  ck_assert_uint_eq (count_filings (store), filings);
}

START_TEST (the_sample_comes_in_as_it_is)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (JhBooks) books = load (store, filing->id);
  static const guint counts[] = { 13, 5, 16, 2, 4, 8, 35, 5, 8, 7, 7, 20 };
  JhMoney sum = jh_money_blank ();

  ck_assert_int_eq (filing->year, 2023);
  ck_assert_str_eq (filing->code, "510811-MBJX");
  ck_assert_str_eq (filing->region, "510811");
  ck_assert_str_eq (filing->state, "填报");
  ck_assert_int_eq (filing->money_unit, JH_MONEY_WAN);
  for (guint i = 0; i < JH_N_TABLES; i++)
    ck_assert_msg (books->rows[i]->len == counts[i], "%s: %u rows",
                   jh_table_get (i)->file, books->rows[i]->len);
  for (guint i = 0; i < 16; i++)
    {
      const JhExpenditure *row = JH_BOOKS_ROWS (books, EXPENDITURE)->pdata[i];

      sum = jh_money_add (sum, row->actual);
      ck_assert (!row->initial.known);
    }
  ck_assert_int_eq (sum.fen, 210030000);
}
END_TEST

START_TEST (an_import_is_one_change_with_a_name)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (GPtrArray) log = jh_change_list (store, 0, 10, 1, NULL);
  g_autofree char *expected
    = g_strdup_printf ("导入 2023 年 %s", filing->name);
  const JhChangeEntry *entry = log->pdata[0];
  g_autoptr (GError) error = NULL;

  ck_assert_uint_eq (log->len, 1);
  ck_assert_str_eq (entry->name, expected);
  ck_assert_int_eq (entry->filing, filing->id);
  ck_assert (jh_change_undo (store, NULL, &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (count_filings (store), 0);
}
END_TEST

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

#define FILING(name, code, year, unit)                                      \
  "键,值\n单位名称," name "\n单位代码," code "\n年度," year                 \
  "\n金额单位," unit "\n"

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
    "“1.5”的小数超过 0 位" },
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
  refuse (store, folder, FALSE, JH_ERROR_DATA, filings[_i].message);
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
        refuse (store, folder, FALSE, JH_ERROR_DATA, cases[i].message);
      else
        jh_filing_free (import (store, folder, FALSE));
    }
}
END_TEST

#define EXPENDITURE                                                         \
  "功能科目,经济科目,支出类别,资金,项目,年初预算,全年预算,决算\n"
#define LINE "2013150,30101,基本支出,一般公共预算财政拨款,"

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
      refuse (store, folder, FALSE, JH_ERROR_DATA, amounts[_i].message);
      refuse (store, folder, FALSE, JH_ERROR_DATA,
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
  refuse (store, folder, TRUE, JH_ERROR_DATA,
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
  { "counts.csv", "项目,数量,单位\na,1.5,\n", "小数超过 0 位" },
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
    refuse (store, folder, FALSE, JH_ERROR_DATA, tables[_i].message);
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
      refuse (store, folder, FALSE, JH_ERROR_DATA, "应为其中之一：≥、≤、");
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
          refuse (store, folder, FALSE, JH_ERROR_DATA, cases[i].message);
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

START_TEST (all_faults_of_all_files_are_told_at_once)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  static const char *const parts[] = {
    "没有导入任何内容，共有 6 处错误：\n",
    "filing.csv 第 4 行“年度”：“今年”不是年度",
    "income.csv 第 2 行“来源”：“补贴”不在规定的写法里",
    "expenditure.csv 第 1 行：缺少列：项目、年初预算、全年预算、决算",
    "carryover.csv 第 3 行：第 2 列的双引号只有开头",
    "counts.csv 第 2 行“数量”：“x”不是数字",
    "counts.csv 第 3 行“数量”：“y”不是数字",
  };

  put (folder, "filing.csv", FILING ("甲", "U1", "今年", "元"));
  put (folder, "income.csv",
       "来源,功能科目,年初预算,全年预算,决算\n补贴,2013150\n");
  put (folder, "expenditure.csv",
       "功能科目,经济科目,支出类别,资金\n"
       "2013150,30101,基本支出,其他资金\n");
  put (folder, "carryover.csv", "资金,类别,金额\n\n其他资金,\"x\n");
  put (folder, "counts.csv", "项目,数量,单位\na,x,\nb,y,\n");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    refuse (store, folder, FALSE, JH_ERROR_DATA, parts[i]);
}
END_TEST

START_TEST (a_hundred_faults_are_enough)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (GString) text = g_string_new ("项目,数量,单位\n");

  for (guint i = 0; i < 15000; i++)
    g_string_append (text, "a,x,\n");
  put (folder, "counts.csv", text->str);
  refuse (store, folder, FALSE, JH_ERROR_DATA, "只列出前 100 处");
}
END_TEST

START_TEST (files_are_found_in_any_case_of_letters)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();

  put (folder, "COUNTS.Csv", "项目,数量,单位\na,x,\n");
  refuse (store, folder, FALSE, JH_ERROR_DATA, "COUNTS.Csv 第 2 行“数量”");
  put (folder, "counts.csv", "项目,数量,单位\n");
  refuse (store, folder, FALSE, JH_ERROR_DATA, "是同一张表的两个文件");
}
END_TEST

START_TEST (other_files_are_left_alone_but_mistyped_names_are_told)
{
  static const struct
  {
    const char *name;
    const char *message;
  } cases[] = {
    { "README.md", NULL },
    { "supervision_facts.csv", NULL },
    { "资料.csv", NULL },
    { "expenditure.xlsx", NULL },
    { "expenditures.csv", "如果是支出，文件名应为“expenditure.csv”" },
    { "Expediture.CSV", "文件名应为“expenditure.csv”" },
    { "count.csv", "文件名应为“counts.csv”" },
    { "支出.csv", "文件名应为“expenditure.csv”" },
  };
  g_autoptr (JhStore) store = open_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = make_folder ();

      put (folder, cases[i].name, "随便\n");
      if (cases[i].message)
        refuse (store, folder, FALSE, JH_ERROR_DATA, cases[i].message);
      else
        jh_filing_free (import (store, folder, TRUE));
      /* Beside the right file, another name is no mistake. */
      put (folder, "expenditure.csv", "");
      put (folder, "counts.csv", "");
      jh_filing_free (import (store, folder, TRUE));
    }
}
END_TEST

START_TEST (what_is_no_folder_of_a_filing_is_refused)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *file = jh_test_write (folder, "file", "", -1);

  ck_assert_int_eq (mkfifo (fifo, 0600), 0);
  refuse (store, none, FALSE, JH_ERROR_NOT_FOUND, "无法读取文件夹");
  refuse (store, file, FALSE, JH_ERROR_NOT_FOUND, "不是文件夹");
  refuse (store, fifo, FALSE, JH_ERROR_NOT_FOUND, "不是文件夹");
  refuse (store, folder, FALSE, JH_ERROR_NOT_FOUND, "里没有 filing.csv");
  put (folder, "fillings.csv", "");
  refuse (store, folder, FALSE, JH_ERROR_DATA, "文件名应为“filing.csv”");
}
END_TEST

START_TEST (a_filing_csv_alone_is_a_filing)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, folder, FALSE);
  g_autoptr (JhBooks) books = load (store, filing->id);

  for (guint i = 0; i < JH_N_TABLES; i++)
    ck_assert_uint_eq (books->rows[i]->len, 0);
}
END_TEST

START_TEST (a_filing_that_is_there_gives_way_only_when_asked)
{
  g_autofree char *sample = dup_sample ();
  g_autofree char *folder = copy_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (JhFiling) again = NULL;
  g_autoptr (JhBooks) before = load (store, filing->id);
  g_autoptr (JhBooks) after = NULL;
  g_autoptr (JhBooks) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  put (folder, "expenditure.csv", EXPENDITURE LINE ",,,1\n");
  refuse (store, folder, FALSE, JH_ERROR_EXISTS, "请选择“替换”再导入");
  again = import (store, folder, TRUE);
  ck_assert_int_eq (again->id, filing->id);
  after = load (store, filing->id);
  ck_assert_uint_eq (JH_BOOKS_ROWS (after, EXPENDITURE)->len, 1);
  ck_assert_uint_eq (JH_BOOKS_ROWS (after, INCOME)->len, 5);
  ck_assert_uint_eq (count_changes (store), 2);

  ck_assert (jh_change_undo (store, &name, &error));
  jh_assert_no_error (error);
  ck_assert (g_str_has_prefix (name, "替换 2023 年 "));
  undone = load (store, filing->id);
  ck_assert (jh_books_equal (undone, before));
}
END_TEST

START_TEST (a_replacement_keeps_state_and_takes_name_and_unit)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) first = import (store, folder, FALSE);
  g_autoptr (JhFiling) second = NULL;
  g_autoptr (JhFiling) kept = NULL;
  g_autoptr (JhChange) change = jh_change_begin (store, "送审", NULL);

  ck_assert (jh_filing_set_state (store, first, "审核", NULL));
  ck_assert (jh_change_commit (change, NULL));
  put (folder, "filing.csv", FILING ("乙单位", "U1", "2023", "元"));
  second = import (store, folder, TRUE);
  kept = jh_filing_get (store, first->id, NULL);
  ck_assert_str_eq (second->state, "审核");
  ck_assert_str_eq (kept->state, "审核");
  ck_assert_str_eq (kept->name, "乙单位");
  ck_assert_int_eq (kept->money_unit, JH_MONEY_YUAN);
}
END_TEST

START_TEST (a_locked_filing_is_not_touched)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (JhBooks) before = load (store, filing->id);
  g_autoptr (JhBooks) after = NULL;
  g_autoptr (JhChange) change = jh_change_begin (store, "锁定", NULL);

  ck_assert (jh_filing_set_state (store, filing, "锁定", NULL));
  ck_assert (jh_change_commit (change, NULL));
  refuse (store, sample, TRUE, JH_ERROR_LOCKED, "先由负责人解锁");
  refuse (store, sample, FALSE, JH_ERROR_EXISTS, "已经锁定");
  after = load (store, filing->id);
  ck_assert (jh_books_equal (before, after));
}
END_TEST

START_TEST (read_only_books_take_nothing)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.jiheng", NULL);
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) made = jh_store_open (path, JH_STORE_CREATE, NULL);
  g_autoptr (JhStore) store = NULL;
  g_autoptr (JhBooks) books = NULL;

  ck_assert_ptr_nonnull (made);
  g_clear_pointer (&made, jh_store_close);
  store = jh_store_open (path, JH_STORE_READ, NULL);
  refuse (store, sample, FALSE, JH_ERROR_READ_ONLY, "只读");
  books = jh_import_read (store, sample, NULL);
  ck_assert_ptr_nonnull (books);
  ck_assert_int_eq (books->filing->id, 0);
}
END_TEST

/* Puts something hostile in the place of expenditure.csv of @folder. */
typedef void (*Spoil) (const char *folder);

static void
spoil_cut (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expenditure.csv", NULL);
  g_autofree char *text = jh_test_read (path, NULL);

  text[strlen (text) / 2] = '\0';
  put (folder, "expenditure.csv", text);
}

static void
spoil_nul (const char *folder)
{
  g_autofree char *path
    = jh_test_write (folder, "expenditure.csv", "a,b\0,c\n", 7);

  ck_assert_ptr_nonnull (path);
}

static void
spoil_large (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expenditure.csv", NULL);

  ck_assert_int_eq (truncate (path, 33 * 1024 * 1024), 0);
}

static void
spoil_fifo (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expenditure.csv", NULL);

  ck_assert_int_eq (unlink (path), 0);
  ck_assert_int_eq (mkfifo (path, 0600), 0);
}

static void
spoil_link (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expenditure.csv", NULL);

  ck_assert_int_eq (unlink (path), 0);
  ck_assert_int_eq (symlink ("/etc/passwd", path), 0);
}

static void
spoil_long (const char *folder)
{
  g_autoptr (GString) text = g_string_new (EXPENDITURE);

  for (guint i = 0; i < 20001; i++)
    g_string_append (text, LINE ",,,1\n");
  put (folder, "expenditure.csv", text->str);
}

static void
spoil_binary (const char *folder)
{
  g_autofree char *path
    = jh_test_write (folder, "expenditure.csv", "PK\x03\x04\0\0\0\0", 8);

  ck_assert_ptr_nonnull (path);
}

static void
spoil_deep (const char *folder)
{
  g_autofree char *commas = g_strnfill (1000000, ',');

  put (folder, "expenditure.csv", commas);
  commas[0] = 'a';
  put (folder, "expenditure.csv", commas);
}

static const struct
{
  Spoil spoil;
  const char *message;
} spoils[] = {
  { spoil_cut, "expenditure.csv 第 " },
  { spoil_nul, "含有空字符" },
  { spoil_large, "文件超过 32 MB" },
  { spoil_fifo, "不是普通文件" },
  { spoil_link, "指向文件夹以外的链接" },
  { spoil_long, "第 20002 行：超过 20000 行数据" },
  { spoil_binary, "含有空字符" },
  { spoil_deep, "一行最多 64 格" },
};

START_TEST (a_hostile_file_leaves_the_books_as_they_were)
{
  g_autofree char *sample = dup_sample ();
  g_autofree char *folder = copy_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhFiling) filing = import (store, sample, FALSE);
  g_autoptr (JhBooks) before = load (store, filing->id);
  g_autoptr (JhBooks) after = NULL;

  spoils[_i].spoil (folder);
  refuse (store, folder, TRUE, JH_ERROR_DATA, spoils[_i].message);
  after = load (store, filing->id);
  ck_assert (jh_books_equal (before, after));
}
END_TEST

START_TEST (the_sample_reads_the_same_in_other_dress)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (JhBooks) plain = jh_import_read (store, sample, NULL);
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16" };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (gsize e = 0; e < G_N_ELEMENTS (encodings); e++)
    for (gsize n = 0; n < G_N_ELEMENTS (ends); n++)
      {
        g_autofree char *folder = copy_sample ();
        g_autoptr (JhBooks) books = NULL;
        g_autoptr (GError) error = NULL;

        for (guint id = 0; id < JH_N_TABLES; id++)
          {
            const char *file = jh_table_get (id)->file;
            g_autofree char *path = g_build_filename (folder, file, NULL);
            g_autofree char *text = jh_test_read (path, NULL);
            g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
            g_autofree char *joined = g_strjoinv (ends[n], lines);
            gsize length;
            g_autofree char *bytes
              = g_convert (joined, -1, encodings[e], "UTF-8", NULL, &length,
                           &error);
            g_autofree char *written = NULL;

            jh_assert_no_error (error);
            written = jh_test_write (folder, file, bytes, (gssize) length);
          }
        books = jh_import_read (store, folder, &error);
        jh_assert_no_error (error);
        ck_assert (jh_books_equal (plain, books));
      }
}
END_TEST

START_TEST (twenty_thousand_lines_come_in)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (JhStore) store = open_store ();
  g_autoptr (GString) text = g_string_new (EXPENDITURE);
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (JhBooks) books = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, LINE ",,,99999999.99\n");
  put (folder, "expenditure.csv", text->str);
  filing = import (store, folder, FALSE);
  books = load (store, filing->id);
  ck_assert_uint_eq (JH_BOOKS_ROWS (books, EXPENDITURE)->len, 20000);
}
END_TEST

static void
add_shape_tests (TCase *cases)
{
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
  tcase_add_test (cases, all_faults_of_all_files_are_told_at_once);
  tcase_add_test (cases, a_hundred_faults_are_enough);
}

static void
add_folder_tests (TCase *cases)
{
  tcase_add_test (cases, files_are_found_in_any_case_of_letters);
  tcase_add_test (cases,
                  other_files_are_left_alone_but_mistyped_names_are_told);
  tcase_add_test (cases, what_is_no_folder_of_a_filing_is_refused);
  tcase_add_test (cases, a_filing_csv_alone_is_a_filing);
  tcase_add_test (cases, a_filing_that_is_there_gives_way_only_when_asked);
  tcase_add_test (cases, a_replacement_keeps_state_and_takes_name_and_unit);
  tcase_add_test (cases, a_locked_filing_is_not_touched);
  tcase_add_test (cases, read_only_books_take_nothing);
  tcase_add_loop_test (cases, a_hostile_file_leaves_the_books_as_they_were,
                       0, G_N_ELEMENTS (spoils));
  tcase_add_test (cases, the_sample_reads_the_same_in_other_dress);
  tcase_add_test (cases, twenty_thousand_lines_come_in);
}

int
main (void)
{
  Suite *suite = suite_create ("import");
  TCase *sample = tcase_create ("sample");
  TCase *shape = tcase_create ("shape");
  TCase *folder = tcase_create ("folder");

  tcase_add_test (sample, the_sample_comes_in_as_it_is);
  tcase_add_test (sample, an_import_is_one_change_with_a_name);
  tcase_add_test (sample, facts_take_the_kind_that_the_program_knows);
  add_shape_tests (shape);
  add_folder_tests (folder);
  suite_add_tcase (suite, sample);
  suite_add_tcase (suite, shape);
  suite_add_tcase (suite, folder);
  return jh_test_run (suite);
}
