/* Rules of users from the command line: added whole or not at all, run,
 * shared, taken out; and what check tells of a rule. */
#include "cli-fixture.h"

#define RULE(id, formula)                                                    \
  "{\"rule\": \"" id "\", \"title\": \"试\", \"severity\": \"错误\", "    \
  "\"formula\": \"" formula "\", \"message\": \"支出 {左} 太多\"}"
#define GOOD RULE ("U01", "和(支出.决算) < 限额(「支出上限」)")
#define FILE_OF(rules) "{\"rules\": [" rules "]}"

START_TEST (a_rule_is_added_run_shared_and_taken_out)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *file
    = jh_test_write (folder, "r.json", FILE_OF (GOOD), -1);
  g_autofree char *shared = cli_path (folder, "shared.json");
  g_autofree char *text = NULL;

  cli_must (0, "条规则，0 条不能用", "rules", books);
  cli_must (0, "已加入 1 条规则", "rules", books, "--add", file, "--author",
            "经办");
  cli_must (0, "U01  试（自定，经办）", "rules", books);
  cli_must (3, "已经有编号是“U01”", "rules", books, "--add", file);
  cli_must (0, "已加入 1 条规则", "rules", books, "--add", file, "--replace");
  cli_must (0, "已设置限额", "rules", books, "--set-limit",
            "支出上限=100万元");
  cli_must (1, "错误 U01  支出 210.03 万元 太多", "check", books, "--rule",
            "U01");
  cli_must (0, "错误 0 条", "check", books, "--rule", "U01", "--severity",
            "警告");
  cli_must (0, "1 处不成立", "check", books, "--explain", "U01");
  cli_must (0, "已导出 1 条规则", "rules", books, "--export", shared);
  text = jh_test_read (shared, NULL);
  ck_assert_ptr_nonnull (strstr (text, "支出上限"));
  cli_must (0, "已删除规则 U01", "rules", books, "--remove", "U01");
  cli_must (3, "没有编号是“U01”", "rules", books, "--remove", "U01");
  cli_must (0, "已加入 1 条规则", "rules", books, "--add", shared);
}
END_TEST

static const struct
{
  const char *text;
  const char *why;
} wrong[] = {
  { "{\"rules\": [" GOOD, "文件可能不完整" },
  { "", "文件可能不完整" },
  { FILE_OF (GOOD ", " GOOD), "已经有一条规则用了这个编号" },
  { FILE_OF (RULE ("B01", "1 = 2")), "已经有一条规则用了这个编号" },
  { FILE_OF (GOOD ", " RULE ("U02", "和(支出.没有) = 1元")),
    "“U02”不能用：公式第 6 个字" },
  { FILE_OF ("1"), "一条也没有加进来" },
};

START_TEST (one_wrong_rule_keeps_all_of_a_file_out)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *file
    = jh_test_write (folder, "r.json", wrong[_i].text, -1);

  cli_must (3, wrong[_i].why, "rules", books, "--add", file);
  cli_must (0, "条规则，0 条不能用", "rules", books);
}
END_TEST

START_TEST (wrong_words_are_told)
{
  static const struct
  {
    const char *words[6];
    int status;
    const char *why;
  } cases[] = {
    { { "rules", "--add", "/nothing.json" }, 3, "没有“nothing.json”" },
    { { "rules", "--add", "/" }, 3, "读不了" },
    { { "rules", "--remove", "B01" }, 3, "程序自带的不能删除" },
    { { "rules", "--set-limit", "没有等号" }, 2, "名称=数" },
    { { "rules", "--set-limit", "上限=很多" }, 3, "上限" },
    { { "rules", "--remove", "a", "--add", "b" }, 2, "一次只能用一个" },
    { { "check", "--rule", "Z99" }, 2, "没有编号是“Z99”的审核规则" },
    { { "check", "--explain", "Z99" }, 2, "没有编号是“Z99”的审核规则" },
    { { "check", "--format", "xlsx" }, 2, "--format xlsx --out" },
    { { "check", "--out", "a.xlsx" }, 2, "--format xlsx --out" },
    { { "check", "--severity", "严重" }, 2, "错误、警告、提示" },
  };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *words[8] = { cases[i].words[0], books };

      for (gsize w = 1; w < 6; w++)
        words[w + 1] = cases[i].words[w];
      g_free (cli_expect (cases[i].status, cases[i].why, words));
    }
}
END_TEST

START_TEST (all_filings_are_checked_a_line_each)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  cli_must (0, "已建立 2024 年度", "roll", books, "--from", "2023");
  cli_must (1, "共 2 套决算：", "check", books, "--all");
  cli_must (1, "共 1 套决算：0 套没有错误和警告，1 套有错误", "check", books,
            "--all", "--year", "2023");
  cli_must (0, "共 1 套决算：1 套没有错误和警告，0 套有错误", "check", books,
            "--all", "--year", "2023", "--rule", "X01");
  text = cli_expect (1, NULL,
                     CLI_WORDS ("check", books, "--all", "--format", "json"));
  root = json_from_string (text, NULL);
  ck_assert_ptr_nonnull (root);
  object = json_node_get_object (root);
  ck_assert_uint_eq (
    json_array_get_length (json_object_get_array_member (object, "filings")),
    2);
  object = json_object_get_object_member (object, "summary");
  ck_assert_int_eq (json_object_get_int_member (object, "filings"), 2);
}
END_TEST

START_TEST (findings_are_written_as_a_workbook)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *out = cli_path (folder, "report.xlsx");
  g_autofree char *bad = cli_path (folder, "none/report.xlsx");

  cli_must (1, "report.xlsx", "check", books, "--format", "xlsx", "--out",
            out);
  ck_assert (g_file_test (out, G_FILE_TEST_IS_REGULAR));
  cli_must (3, NULL, "check", books, "--format", "xlsx", "--out", bad);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rules");
  TCase *cases = tcase_create ("rules");

  tcase_set_timeout (cases, 120);
  tcase_add_test (cases, a_rule_is_added_run_shared_and_taken_out);
  tcase_add_loop_test (cases, one_wrong_rule_keeps_all_of_a_file_out, 0,
                       G_N_ELEMENTS (wrong));
  tcase_add_test (cases, wrong_words_are_told);
  tcase_add_test (cases, all_filings_are_checked_a_line_each);
  tcase_add_test (cases, findings_are_written_as_a_workbook);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
