/* Every check of the books: what holds says nothing, what does not names
 * both values. */
#include "../sheets/sheets-fixture.h"

#include "jh-examiner.h"

/* A row of books. */
typedef struct
{
  JhTableId table;
  const char *fields;
} Row;

/* One case: the rows, and the findings of the rule that they make.
 *
 * count: how many findings of the rule there are, and of no other rule
 * message: what the first says; NULL for anything
 * left, right, difference: its sides; NULL for anything */
typedef struct
{
  Row rows[6];
  const char *rule;
  guint count;
  const char *message;
  const char *left;
  const char *right;
  const char *difference;
} Case;

#define SPEND(fields)                                                        \
  {                                                                          \
    JH_TABLE_EXPENDITURE, fields                                             \
  }
#define EARN(fields)                                                         \
  {                                                                          \
    JH_TABLE_INCOME, fields                                                  \
  }
#define CARRY(fields)                                                        \
  {                                                                          \
    JH_TABLE_CARRYOVER, fields                                               \
  }

static JhBooks *
make_books (const Case *one)
{
  JhBooks *books = fixture_books (2023, "510811");

  for (gsize i = 0; i < G_N_ELEMENTS (one->rows) && one->rows[i].fields; i++)
    fixture_add (books, one->rows[i].table, one->rows[i].fields);
  return books;
}

/* Compares the findings of rule with what the case expects. */
static void
check_case (const Case *one, gsize index)
{
  g_autoptr (JhBooks) books = make_books (one);
  g_autoptr (JhCatalog) catalog = jh_catalog_new (NULL, NULL);
  g_autoptr (JhExaminer) examiner = jh_examiner_new (catalog, NULL);
  g_autoptr (GPtrArray) findings
    = jh_examiner_check (examiner, books, NULL, NULL, NULL);
  const JhFinding *first = NULL;
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      if (!g_str_equal (finding->rule, one->rule))
        continue;
      first = first ? first : finding;
      count++;
      ck_assert_str_ne (finding->where, "");
      ck_assert (!finding->waived);
    }
  ck_assert_msg (count == one->count, "%s case %zu: %u findings: %s",
                 one->rule, index, count, first ? first->message : "");
  if (first == NULL)
    return;
  if (one->message)
    ck_assert_msg (strstr (first->message, one->message) != NULL,
                   "%s case %zu: %s", one->rule, index, first->message);
  if (one->left)
    ck_assert_str_eq (first->left_value, one->left);
  if (one->right)
    ck_assert_str_eq (first->right_value, one->right);
  if (one->difference)
    ck_assert_str_eq (first->difference, one->difference);
}

#define CHECK(cases)                                                         \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)                           \
  check_case (&(cases)[i], i)

START_TEST (b01_what_came_in_is_what_went_out_and_what_is_left)
{
  static const Case cases[] = {
    { .rule = "B01" },
    { { EARN (GENERAL "|2013101|||5"),
        SPEND ("2013101|30101|基本支出|" GENERAL "||||5") },
      "B01",
      0 },
    { { EARN (GENERAL "|2013101|||5"),
        SPEND ("2013101|30101|基本支出|" GENERAL "||||4.5"),
        CARRY (GENERAL "|年末结转和结余|0.5") },
      "B01",
      0 },
    { { EARN ("事业收入|2013101|||5"), CARRY (OTHER "|使用非财政拨款结余|1"),
        CARRY (OTHER "|年初结转和结余|2"),
        SPEND ("2013101|30101|经营支出|" OTHER "||||4"),
        CARRY (OTHER "|结余分配|1.5"), CARRY (OTHER "|年末结转和结余|2.5") },
      "B01",
      0 },
    { { SPEND ("2013101|30101|基本支出|" GENERAL "||||0") }, "B01", 0 },
    { { EARN (GENERAL "|2013101|||5"),
        SPEND ("2013101|30101|基本支出|" GENERAL "||||5.000001") },
      "B01",
      1,
      "相差 -0.000001 万元",
      "5.00",
      "5.000001",
      "-0.000001" },
    { { EARN (GENERAL "|2013101|||5") },
      "B01",
      1,
      "年初结转和结余＋本年收入＋使用非财政拨款结余是 5.00 万元，"
      "本年支出＋结余分配＋年末结转和结余是 空白，相差 5.00 万元",
      "5.00",
      "",
      "5.00" },
    { { SPEND ("2013101|30101|基本支出|" GOVERNMENT "||||3") },
      "B01",
      1,
      "“" GOVERNMENT "”收支不平",
      "",
      "3.00",
      "-3.00" },
    { { EARN (GENERAL "|2013101|||5"),
        SPEND ("2013101|30101|基本支出|" GOVERNMENT "||||5") },
      "B01",
      2,
      NULL,
      "5.00",
      "",
      "5.00" },
    { { EARN ("其他收入|2013101|||5"), CARRY (OTHER "|年末结转和结余|-5") },
      "B01",
      1,
      NULL,
      "5.00",
      "-5.00",
      "10.00" },
  };

  CHECK (cases);
}
END_TEST

START_TEST (b03_and_b11_tell_wrong_codes_from_unknown_ones)
{
  static const Case wrong[] = {
    { { SPEND ("2013101|30101") }, "B03", 0 },
    { { EARN (GENERAL "|2013101") }, "B03", 0 },
    { { SPEND ("20131|30101") },
      "B03",
      1,
      "支出 第 1 行的功能科目“20131”不对：应是 7 位的“项”级编码",
      "20131",
      "7 位的“项”级编码" },
    { { EARN (GENERAL "|201") }, "B03", 1, "收入 第 1 行的功能科目“201”" },
    { { SPEND ("2013101|301") },
      "B03",
      1,
      "支出 第 1 行的经济科目“301”不对：应是 5 位的“款”级编码",
      "301" },
    { { SPEND ("2013101|3010101") }, "B03", 1, "“3010101”不对" },
    { { SPEND ("201310１|30101") }, "B03", 1, "“201310１”不对" },
    { { SPEND ("abcdefg|30101") }, "B03", 1, "“abcdefg”不对" },
    { { SPEND ("20131|301"), SPEND ("2013101|30101") }, "B03", 2 },
    { { SPEND ("2013101|30101"), SPEND ("1|30101") },
      "B03",
      1,
      "支出 第 2 行" },
    { { SPEND ("2014004|30101") }, "B03", 1, "2023 年度不能用" },
    { { SPEND ("2019998|30101") }, "B03", 0 },
  };
  static const Case unknown[] = {
    { { SPEND ("2013101|30101") }, "B11", 0 },
    { { SPEND ("2019998|30101") },
      "B11",
      1,
      "支出 第 1 行的功能科目“2019998”不在 2023 年度的科目表里",
      "2019998" },
    { { SPEND ("2013101|30198") }, "B11", 1, "经济科目“30198”不在" },
    { { EARN (GENERAL "|9999999") }, "B11", 1, "收入 第 1 行" },
    { { SPEND ("20131|301") }, "B11", 0 },
  };

  CHECK (wrong);
  CHECK (unknown);
}
END_TEST

START_TEST (b07_amounts_are_negative_only_where_they_can_be)
{
  static const Case cases[] = {
    { { SPEND ("2013101|30101|基本支出|" GENERAL "|||0|0") }, "B07", 0 },
    { { SPEND ("2013101|30101|基本支出|" GENERAL "|||-1|-2.5") },
      "B07",
      2,
      "支出 第 1 行的“全年预算”是 -1.00 万元，这里不能是负数",
      "-1.00",
      "零或正数",
      "" },
    { { EARN (GENERAL "|2013101|||-0.000001") },
      "B07",
      1,
      "收入 第 1 行的“决算”是 -0.000001 万元" },
    { { CARRY (GENERAL "|年末结转和结余|-3") }, "B07", 1, "-3.00 万元" },
    { { CARRY (OTHER "|年末结转和结余|-3") }, "B07", 0 },
    { { { JH_TABLE_SANGONG, "国内公务接待费||||-1" } },
      "B07",
      1,
      "“上年决算”是 -1.00 万元" },
    { { { JH_TABLE_ASSESSMENT_FUND, "整体|一般公共预算|-1" } },
      "B07",
      1,
      "“年初预算数”是 -1.00 万元" },
  };

  CHECK (cases);
}
END_TEST

START_TEST (b09_the_same_fact_stands_once)
{
  static const Case cases[] = {
    { { SPEND ("2013101|30101|基本支出|" GENERAL "||||1"),
        SPEND ("2013101|30102|基本支出|" GENERAL "||||1"),
        SPEND ("2013102|30101|基本支出|" GENERAL "||||1"),
        SPEND ("2013101|30101|项目支出|" GENERAL "||||1"),
        SPEND ("2013101|30101|基本支出|" OTHER "||||1"),
        SPEND ("2013101|30101|基本支出|" GENERAL "|A1|||1") },
      "B09",
      0 },
    { { SPEND ("2013101|30101|基本支出|" GENERAL "||||1"),
        SPEND ("2013102|30101|基本支出|" GENERAL "||||1"),
        SPEND ("2013101|30101|基本支出|" GENERAL "||||2") },
      "B09",
      1,
      "支出 第 3 行和支出 第 1 行是同一笔（2013101 30101 基本支出 " GENERAL },
    { { EARN (GENERAL "|2013101|||1"), EARN (GENERAL "|2013101|||1"),
        EARN (GENERAL "|2013101|||1") },
      "B09",
      2,
      "收入 第 2 行和收入 第 1 行" },
    { { EARN (GENERAL "|2013101|||1"), EARN ("其他收入|2013101|||1") },
      "B09",
      0 },
    { { CARRY (GENERAL "|年末结转和结余|1"),
        CARRY (GENERAL "|年末结转和结余|") },
      "B09",
      1,
      "结转" },
  };

  CHECK (cases);
}
END_TEST

START_TEST (b12_projects_are_registered)
{
  static const Case cases[] = {
    { { SPEND ("2013101|30101|项目支出|" GENERAL "|P1|||1"),
        { JH_TABLE_PROJECT, "P1|道路" } },
      "B12",
      0 },
    { { SPEND ("2013101|30101|项目支出|" GENERAL "|P1|||1") },
      "B12",
      1,
      "支出 第 1 行的项目“P1”没有在项目里登记",
      "P1",
      "已登记的项目编号" },
    { { SPEND ("2013101|30101|项目支出|" GENERAL "|P1|||1"),
        SPEND ("2013101|30102|项目支出|" GENERAL "|P1|||1"),
        SPEND ("2013101|30102|项目支出|" GENERAL "|P2|||1") },
      "B12",
      2 },
    { { { JH_TABLE_INDICATOR, "整体|a|b|c" },
        { JH_TABLE_ASSESSMENT_FUND, "整体|一般公共预算" } },
      "B12",
      0 },
    { { { JH_TABLE_INDICATOR, "P9|a|b|c" },
        { JH_TABLE_ASSESSMENT_FUND, "P8|一般公共预算" } },
      "B12",
      2,
      "“P8”没有在项目里登记" },
  };

  CHECK (cases);
}
END_TEST

/* All checks of @books, in the order of a report. */
static GPtrArray *
check_all (const JhBooks *books)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  g_autoptr (JhExaminer) examiner = jh_examiner_new (catalog, &error);
  GPtrArray *findings;

  jh_assert_no_error (error);
  findings = jh_examiner_check (examiner, books, NULL, NULL, &error);
  jh_assert_no_error (error);
  return findings;
}

/* The sample's self-assessment contradicts its books, and the rich books give
 * no reasons; apart from that everything holds. */
START_TEST (sound_books_have_no_errors)
{
  g_autoptr (JhBooks) sample = fixture_sample ();
  g_autoptr (JhBooks) rich = fixture_rich ();
  g_autoptr (JhBooks) empty = fixture_books (2023, "");
  const JhBooks *const books[] = { sample, rich, empty };

  for (gsize i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autoptr (GPtrArray) findings = check_all (books[i]);

      for (guint f = 0; f < findings->len; f++)
        {
          const JhFinding *finding = findings->pdata[f];

          ck_assert_msg (finding->rule[0] == 'A'
                           || finding->severity != JH_SEVERITY_ERROR,
                         "%s %s", finding->rule, finding->message);
        }
    }
}
END_TEST

START_TEST (errors_stand_before_warnings)
{
  g_autoptr (JhBooks) books = fixture_books (2023, "");
  g_autoptr (GPtrArray) findings = NULL;
  JhSeverity last = JH_SEVERITY_ERROR;

  fixture_spend (books, "2019998", "30101", "项目支出", GENERAL, "-1");
  fixture_spend (books, "20131", "30198", "项目支出", GENERAL, "2");
  findings = check_all (books);
  ck_assert_uint_ge (jh_findings_count (findings, JH_SEVERITY_WARNING), 2);
  ck_assert_uint_ge (jh_findings_count (findings, JH_SEVERITY_ERROR), 3);
  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      ck_assert_int_ge (finding->severity, last);
      last = finding->severity;
    }
  ck_assert_str_eq (jh_severity_name (last), "警告");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rules-books");
  TCase *cases = tcase_create ("rules");

  tcase_add_test (cases, b01_what_came_in_is_what_went_out_and_what_is_left);
  tcase_add_test (cases, b03_and_b11_tell_wrong_codes_from_unknown_ones);
  tcase_add_test (cases, b07_amounts_are_negative_only_where_they_can_be);
  tcase_add_test (cases, b09_the_same_fact_stands_once);
  tcase_add_test (cases, b12_projects_are_registered);
  tcase_add_test (cases, sound_books_have_no_errors);
  tcase_add_test (cases, errors_stand_before_warnings);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
