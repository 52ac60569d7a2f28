/* Folders that are wrong: refused with file, line, column and what was
 * expected, or taken and found by check; the books stay as they were. */
#include "cli-fixture.h"

#include <fcntl.h>
#include <unistd.h>

#define EXPENDITURE                                                          \
  "功能科目,经济科目,支出类别,资金,项目,年初预算,全年预算,决算\n"
#define LINE(amount)                                                         \
  EXPENDITURE "2013150,30101,基本支出,一般公共预算财政拨款,,,," amount "\n"
#define CODES(functional, economic)                                                      \
  EXPENDITURE functional "," economic ",基本支出,一般公共预算财政拨款,,,," \
                                      "1\n"

/* The sample, its self-assessment left out, with @file holding @text; the
 * whole sample without @file when @text is NULL. */
static char *
make_folder (const char *file, const char *text, gssize length)
{
  char *folder = jh_test_copy_sample (text != NULL);
  g_autofree char *path = cli_path (folder, file);

  if (text)
    ck_assert (g_file_set_contents (path, text, length, NULL));
  else
    ck_assert_int_eq (unlink (path), 0);
  return folder;
}

/* Imports a folder over the sample: it is refused, says @message, and
 * changes nothing. */
static void
refuse (const char *file, const char *text, gssize length,
        const char *message)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  g_autofree char *folder = make_folder (file, text, length);
  g_autofree char *fresh = cli_path (home, "fresh.jiheng");
  g_autofree char *after = NULL;

  cli_must (3, message, "import", books, folder, "--replace");
  after = cli_dup_sheet (books, "公开01");
  ck_assert_str_eq (before, after);
  cli_must (3, message, "import", fresh, folder);
  ck_assert_msg (!g_file_test (fresh, G_FILE_TEST_EXISTS),
                 "empty books were left");
}

START_TEST (amounts_that_are_none_are_refused_with_their_place)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { LINE ("abc"),
      "expenditure.csv 第 2 行“决算”：金额（万元）“abc”不是数字" },
    { LINE ("1e5"), "第 2 行“决算”：金额（万元）“1e5”不是数字" },
    { LINE ("12.3456789"), "“12.3456789”的小数超过 6 位" },
    { LINE ("99999999999999999"), "“99999999999999999”太大，不能超过" },
    { LINE ("1,23"), "第 2 行：第 9 格“23”没有对应的列" },
    { LINE ("\"1,23\""), "第 2 行“决算”：金额（万元）“1,23”" },
    { LINE ("0x10"), "“0x10”不是数字" },
    { LINE ("=1+1"), "“=1+1”不是数字" },
    { LINE ("--1"), "“--1”不是数字" },
    { LINE ("壹"), "“壹”不是数字" },
    { LINE ("1\n2"), "expenditure.csv 第 3 行" },
  };

  refuse ("expenditure.csv", cases[_i].text, -1, cases[_i].message);
}
END_TEST

START_TEST (amounts_in_other_dress_are_understood)
{
  static const char *const amounts[]
    = { "210.03",  "\"210.03\"", " 210.03 ",   "２１０．０３",
        "+210.03", "210.030",    "210.030000", "　210.03" };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *home = jh_test_folder ();
      g_autofree char *books = cli_path (home, "b.jiheng");
      g_autofree char *text = g_strdup_printf (LINE ("%s"), amounts[i]);
      g_autofree char *folder = make_folder ("expenditure.csv", text, -1);

      cli_must (0, NULL, "import", books, folder);
      cli_must (0, ",210.03,", "sheet", books, "公开03", "--format", "csv");
      cli_must (0, "错误 0 条", "check", books);
    }
}
END_TEST

START_TEST (files_that_are_wrong_are_refused_with_their_place)
{
  static const struct
  {
    const char *file;
    const char *text;
    gssize length;
    const char *message;
  } cases[] = {
    { "filing.csv", NULL, 0, "没有 filing.csv" },
    { "filing.csv", "", 0, "filing.csv" },
    { "filing.csv", "键,值\n单位名称,甲\n", -1, "年度" },
    { "expenditure.csv", "a\0b", 3, "expenditure.csv" },
    { "expenditure.csv", LINE ("1") "2013150,\0,", sizeof LINE ("1") + 9,
      "expenditure.csv" },
    { "expenditure.csv", "功能科目,经济科目\n", -1,
      "expenditure.csv 第 1 行：缺少列：支出类别、资金、项目" },
    { "carryover.csv", "资金,类别,金额,金额\n", -1, "carryover.csv 第 1 行" },
    { "carryover.csv", "资金,类别,金额,备注\n", -1, "备注" },
    { "carryover.csv", "资金,类别,金额\n别的,年初结转和结余,1\n", -1,
      "carryover.csv 第 2 行“资金”：“别的”" },
    { "carryover.csv", "资金,类别,金额\n\"其他资金,", -1,
      "carryover.csv 第 2 行" },
    { "counts.csv", "项目,数量,单位\na,1.5,\n", -1, "counts.csv 第 2 行" },
    { "counts.csv", "项目,数量,单位\na,-1,\n", -1, "counts.csv 第 2 行" },
    { "indicators.csv", "\xff\xfe\xff\xff\xff", 5, "indicators.csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    refuse (cases[i].file, cases[i].text, cases[i].length, cases[i].message);
}
END_TEST

START_TEST (a_file_of_200_megabytes_is_refused_at_once)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  g_autofree char *folder = jh_test_copy_sample (FALSE);
  g_autofree char *path = cli_path (folder, "expenditure.csv");
  gint64 begun = g_get_monotonic_time ();

  ck_assert_int_eq (truncate (path, 200 * 1024 * 1024), 0);
  cli_must (3, "expenditure.csv：文件超过 32 MB", "import", books, folder,
            "--replace");
  ck_assert_int_lt (g_get_monotonic_time () - begun, 2 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (files_that_may_be_missing_may_be_missing)
{
  static const char *const files[]
    = { "income.csv",   "expenditure.csv",      "carryover.csv",
        "projects.csv", "indicators.csv",       "assessment_funds.csv",
        "sangong.csv",  "counts.csv",           "prior_year.csv",
        "reasons.csv",  "assessment_claims.csv" };
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_path (home, "b.jiheng");
  g_autofree char *folder = jh_test_copy_sample (FALSE);
  g_autofree char *out = cli_path (home, "out");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = cli_path (folder, files[i]);

      ck_assert_msg (unlink (path) == 0, "%s", path);
      cli_must (0, "已导入", "import", books, folder, "--replace");
    }
  cli_must (0, "本表无数据", "sheet", books, "公开01");
  cli_must (0, "错误 0 条，警告 0 条", "check", books);
  cli_must (0, "决算公开表", "export", books, "--out", out, "--format",
            "xlsx,pdf,csv");
}
END_TEST

START_TEST (codes_that_are_wrong_come_in_and_are_found)
{
  static const struct
  {
    const char *text;
    int status;
    const char *finding;
    const char *row;
  } cases[] = {
    { CODES ("20131", "30101"), 1, "错误 B03  支出 第 1 行的功能科目“20131”",
      "20131" },
    { CODES ("2013150", "301"), 1, "错误 B03  支出 第 1 行的经济科目“301”",
      "2013150" },
    { CODES ("2014004", "30101"), 1, "2023 年度不能用", "2014004" },
    { CODES ("2019998", "30101"), 1, "警告 B11", "2019998" },
    { CODES ("2013150", "30198"), 1, "警告 B11", "2013150" },
    { CODES ("二〇一三", "30101"), 1, "错误 B03", "二〇一三" },
    { CODES ("=cmd", "30101"), 1, "错误 B03", "=cm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *home = jh_test_folder ();
      g_autofree char *books = cli_path (home, "b.jiheng");
      g_autofree char *out = cli_path (home, "out");
      g_autofree char *folder
        = make_folder ("expenditure.csv", cases[i].text, -1);
      g_autofree char *sheet = NULL;

      cli_must (0, "已导入", "import", books, folder);
      cli_must (cases[i].status, cases[i].finding, "check", books);
      sheet = cli_dup_sheet (books, "公开03");
      ck_assert_msg (g_utf8_validate (sheet, -1, NULL), "case %zu", i);
      ck_assert_ptr_nonnull (strstr (sheet, cases[i].row));
      cli_must (1, "决算公开表", "export", books, "--out", out, "--format",
                "xlsx,pdf");
    }
}
END_TEST

START_TEST (importing_twice_needs_a_word_and_can_be_undone)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  g_autofree char *folder
    = make_folder ("expenditure.csv", LINE ("1.23"), -1);
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  g_autofree char *replaced = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  cli_must (3, "--replace", "import", books, folder);
  cli_must (0, NULL, "import", books, folder, "--replace");
  replaced = cli_dup_sheet (books, "公开01");
  ck_assert_str_ne (before, replaced);
  cli_must (0, "已撤销：替换 2023 年", "undo", books);
  undone = cli_dup_sheet (books, "公开01");
  ck_assert_str_eq (before, undone);
  cli_must (0, "已重做", "redo", books);
  redone = cli_dup_sheet (books, "公开01");
  ck_assert_str_eq (replaced, redone);
}
END_TEST

START_TEST (words_of_a_filing_are_never_a_formula_or_a_path)
{
  static const char *const names[]
    = { "../../../x", "a/b",  "=cmd|' /C calc'!A0",
        "@SUM(1)",    "%s%n", "{unit}{code}" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *home = jh_test_folder ();
      g_autofree char *books = cli_path (home, "b.jiheng");
      g_autofree char *out = g_build_filename (home, "d", "out", NULL);
      g_autofree char *text = g_strdup_printf (
        "键,值\n单位名称,%s\n单位代码,%s\n年度,2023\n金额单位,万元\n",
        names[i], names[i]);
      g_autofree char *folder = make_folder ("filing.csv", text, -1);
      g_autofree char *written = NULL;
      g_auto (GStrv) paths = NULL;

      cli_must (0, names[i], "import", books, folder);
      written = cli_expect (0, NULL,
                            CLI_WORDS ("export", books, "--out", out,
                                       "--format", "xlsx,pdf,csv"));
      paths = g_strsplit (g_strchomp (written), "\n", -1);
      ck_assert_uint_eq (g_strv_length (paths), 9);
      for (guint p = 0; paths[p]; p++)
        {
          g_autofree char *parent = g_path_get_dirname (paths[p]);

          ck_assert_str_eq (parent, out);
        }
    }
}
END_TEST

START_TEST (a_filing_of_another_place_and_unit_comes_in)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_path (home, "b.jiheng");
  g_autofree char *folder = make_folder (
    "filing.csv",
    "键,值\n单位名称,沪局\n单位代码,SH1\n年度,2023\n金额单位,元\n"
    "行政区划,310000\n新的一项,随便\n",
    -1);
  g_autofree char *sheet = NULL;

  cli_must (0, "沪局", "import", books, folder);
  sheet
    = cli_expect (0, "金额单位：元", CLI_WORDS ("sheet", books, "公开01"));
  ck_assert_ptr_nonnull (strstr (sheet, "二十四、抗疫特别国债安排的支出"));
  ck_assert_ptr_null (strstr (sheet, "债务付息支出"));
  ck_assert_ptr_nonnull (strstr (sheet, "210.03"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hostile");
  TCase *cases = tcase_create ("hostile");

  tcase_set_timeout (cases, 120);
  tcase_add_loop_test (
    cases, amounts_that_are_none_are_refused_with_their_place, 0, 11);
  tcase_add_test (cases, amounts_in_other_dress_are_understood);
  tcase_add_test (cases, files_that_are_wrong_are_refused_with_their_place);
  tcase_add_test (cases, a_file_of_200_megabytes_is_refused_at_once);
  tcase_add_test (cases, files_that_may_be_missing_may_be_missing);
  tcase_add_test (cases, codes_that_are_wrong_come_in_and_are_found);
  tcase_add_test (cases, importing_twice_needs_a_word_and_can_be_undone);
  tcase_add_test (cases, words_of_a_filing_are_never_a_formula_or_a_path);
  tcase_add_test (cases, a_filing_of_another_place_and_unit_comes_in);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
