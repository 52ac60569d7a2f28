/* The commands one by one: help, wrong usage, formats, languages. */
#include "cli-fixture.h"

#include <fcntl.h>
#include <unistd.h>

static const char *const commands[] = {
  "import", "list", "sheet", "check",  "export",  "roll",
  "undo",   "redo", "log",   "backup", "restore", "rules",
};

START_TEST (every_command_explains_itself)
{
  g_autofree char *overview
    = cli_expect (0, "退出码：0 完成", CLI_WORDS ("--help"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage
        = g_strdup_printf ("用法：jiheng-cli %s 账套", commands[i]);
      g_autofree char *line = g_strdup_printf ("\n  %s ", commands[i]);

      ck_assert_ptr_nonnull (strstr (overview, line));
      cli_must (0, usage, commands[i], "--help");
      cli_must (0, usage, commands[i], "-h");
      cli_must (0, usage, commands[i], "x", "--help", "--nonsense");
    }
  cli_must (0, "jiheng-cli 0", "--version");
  cli_must (0, "用法：", "help");
}
END_TEST

START_TEST (wrong_usage_ends_with_two_and_a_sentence)
{
  static const struct
  {
    const char *words[8];
    const char *message;
  } cases[] = {
    { { "nonsense" }, "没有“nonsense”这个命令" },
    { { "" }, "没有“”这个命令" },
    { { "\xff\xfe" }, "这个命令" },
    { { "list" }, "用法：jiheng-cli list" },
    { { "list", "a", "b" }, "用法：jiheng-cli list" },
    { { "list", "" }, "账套的文件名不能为空" },
    { { "import", "a" }, "用法：jiheng-cli import" },
    { { "import", "", "b" }, "账套的文件名不能为空" },
    { { "import", "a", "b", "c", "d", "e" }, "用法：jiheng-cli import" },
    { { "restore", "a" }, "用法：jiheng-cli restore" },
    { { "list", "a", "--year", "abc" }, "--year 和 --limit 后面要写数字" },
    { { "list", "a", "--year", "99999999999999" }, "后面要写数字" },
    { { "list", "a", "--year" }, "用法：" },
    { { "list", "a", "--unit", "\xff" }, "用法：" },
    { { "list", "a", "--replace" }, "list 没有“--replace”这个选项" },
    { { "undo", "a", "-x" }, "undo 没有“-x”这个选项" },
    { { "list", "a", "--format", "csv" }, "--format 不能是“csv”" },
    { { "sheet", "a", "公开01", "--format", "xml" }, "--format 不能是" },
    { { "check", "a", "--format", "" }, "--format 不能是“”" },
    { { "log", "a", "--format", "csv" }, "--format 不能是“csv”" },
    { { "export", "a" }, "请用 --out" },
    { { "export", "a", "--out", "" }, "请用 --out" },
    { { "export", "a", "--out", "b", "--format", "" }, "没有说明要哪种格式" },
    { { "export", "a", "--out", "b", "--format", "doc" },
      "没有“doc”这种格式" },
    { { "roll", "a" }, "请用 --from" },
    { { "roll", "a", "--from", "abc" }, "四位年度" },
    { { "roll", "a", "--from", "20233" }, "四位年度" },
    { { "roll", "a", "--from", "" }, "四位年度" },
  };
  g_autoptr (CliRun) nothing = cli_run (NULL, CLI_WORDS (NULL));

  ck_assert_int_eq (nothing->status, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_free (cli_expect (2, cases[i].message, cases[i].words));
}
END_TEST

START_TEST (what_is_not_in_the_books_is_named)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);

  cli_must (2, "没有“公开99”这张表，可用的有：公开01、", "sheet", books,
            "公开99");
  cli_must (2, "没有“”这张表", "sheet", books, "");
  cli_must (2, "可用的有：P1、P2、P3、P4", "sheet", books, "项目");
  cli_must (2, "“项目自评表”没有“P9”的", "sheet", books, "项目", "--project",
            "P9");
  cli_must (2, "不分项目，请去掉 --project", "sheet", books, "公开01",
            "--project", "P1");
  cli_must (3, "没有这个单位、这个年度的决算", "sheet", books, "公开01",
            "--year", "2022");
  cli_must (3, "没有这样的决算可以导出", "export", books, "--out", folder,
            "--unit", "x");
  cli_must (3, "没有这个单位、这个年度", "check", books, "--unit", "x");
  cli_must (3, "没有这个单位、这个年度", "roll", books, "--from", "2022");
  cli_must (3, "没有可以重做", "redo", books);
  cli_must (0, "共 0 套决算", "list", books, "--year", "1999");
}
END_TEST

START_TEST (several_filings_have_to_be_told_apart)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);

  cli_must (0, "已建立 2024 年度", "roll", books, "--from", "2023");
  cli_must (2, "--unit 510811-MBJX --year 2023", "sheet", books, "公开01");
  cli_must (2, "--unit 510811-MBJX --year 2024", "check", books);
  cli_must (0, "210.03", "sheet", books, "公开01", "--year", "2023");
  cli_must (3, "2024", "roll", books, "--from", "2023");
}
END_TEST

START_TEST (a_sheet_goes_by_name_number_and_beginning)
{
  static const struct
  {
    const char *words[6];
    const char *part;
  } cases[] = {
    { { "公开01" }, "收入支出决算总表" },
    { { "公开13表" }, "“三公”经费支出决算表" },
    { { "对比" }, "44.78%" },
    { { "整体" }, "部门整体支出绩效自评表" },
    { { "整体", "--project", "整体" }, "部门整体支出绩效自评表" },
    { { "项目", "--project", "P2" }, "目标管理经费" },
    { { "项目自评表（无分值）", "--project", "P3" }, "省委巡视整改" },
    { { "公开08", "--format", "csv" }, ",97.96," },
    { { NULL }, "公开07  一般公共预算财政拨款支出决算明细表" },
  };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *words[9] = { "sheet", books };

      for (gsize w = 0; w < 6; w++)
        words[w + 2] = cases[i].words[w];
      g_free (cli_expect (0, cases[i].part, words));
    }
}
END_TEST

START_TEST (chinese_is_printed_in_any_locale)
{
  static const char *const environments[][4] = {
    { "LANG=C", "LC_ALL=C", NULL },
    { "LC_ALL", "LANG", "LC_CTYPE", NULL },
    { "LC_ALL=xx_YY.nonsense", NULL },
    { "LC_ALL=zh_CN.GB18030", NULL },
    { "LC_ALL=POSIX", "PYTHONIOENCODING=latin1", NULL },
  };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (environments); i++)
    {
      CliSetting setting = { environments[i], NULL };
      g_autoptr (CliRun) good
        = cli_run (&setting, CLI_WORDS ("sheet", books, "公开13"));
      g_autoptr (CliRun) bad
        = cli_run (&setting, CLI_WORDS ("sheet", books, "没有"));
      g_autoptr (CliRun) listed = cli_run (
        &setting, CLI_WORDS ("list", books, "--unit", "510811-MBJX"));
      g_autoptr (CliRun) asked
        = cli_run (&setting, CLI_WORDS ("check", books, "--unit", "没有的"));

      ck_assert_int_eq (good->status, 0);
      ck_assert_ptr_nonnull (strstr (good->out, "因公出国（境）费"));
      ck_assert_int_eq (bad->status, 2);
      ck_assert_ptr_nonnull (strstr (bad->err, "没有“没有”这张表"));
      ck_assert_ptr_nonnull (strstr (listed->out, "广元市昭化区"));
      ck_assert_int_eq (asked->status, 3);
    }
}
END_TEST

/* Lets the child write to a device that is always full. */
static void
write_to_full (gpointer data)
{
  int full = open ("/dev/full", O_WRONLY);

  if (full < 0 || dup2 (full, STDOUT_FILENO) < 0)
    _exit (99);
}

START_TEST (a_result_that_cannot_be_written_is_no_success)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  const CliSetting setting = { NULL, write_to_full };
  g_autoptr (CliRun) small = cli_run (&setting, CLI_WORDS ("list", books));
  g_autoptr (CliRun) large = cli_run (
    &setting, CLI_WORDS ("sheet", books, "公开07", "--format", "json"));

  ck_assert_int_eq (small->status, 3);
  ck_assert_ptr_nonnull (strstr (small->err, "结果没有写完"));
  ck_assert_int_eq (large->status, 3);
  ck_assert_ptr_nonnull (strstr (large->err, "结果没有写完"));
}
END_TEST

START_TEST (a_definition_of_the_user_that_is_broken_is_named)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *home = jh_test_folder ();
  g_autofree char *sheets = g_build_filename (home, "jiheng", "sheets", NULL);
  g_autofree char *variable = g_strconcat ("XDG_DATA_HOME=", home, NULL);
  const char *const environment[] = { variable, NULL };
  const CliSetting setting = { environment, NULL };
  g_autoptr (CliRun) run = NULL;
  g_autofree char *file = NULL;

  ck_assert_int_eq (g_mkdir_with_parents (sheets, 0755), 0);
  file = jh_test_write (sheets, "我的.json", "{\n\"name\":}", -1);
  run = cli_run (&setting, CLI_WORDS ("sheet", books, "公开01"));
  ck_assert_int_eq (run->status, 3);
  ck_assert_ptr_nonnull (strstr (run->err, "“我的.json”第 2 行"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("commands");
  TCase *cases = tcase_create ("commands");

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, every_command_explains_itself);
  tcase_add_test (cases, wrong_usage_ends_with_two_and_a_sentence);
  tcase_add_test (cases, what_is_not_in_the_books_is_named);
  tcase_add_test (cases, several_filings_have_to_be_told_apart);
  tcase_add_test (cases, a_sheet_goes_by_name_number_and_beginning);
  tcase_add_test (cases, chinese_is_printed_in_any_locale);
  tcase_add_test (cases, a_result_that_cannot_be_written_is_no_success);
  tcase_add_test (cases, a_definition_of_the_user_that_is_broken_is_named);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
