/* From a folder of CSV to a submission and back, as an office does it. */
#include "cli-fixture.h"

#include <stdio.h>
#include <sys/stat.h>

static const char *
get_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  ck_assert_msg (node != NULL, "there is no %s", name);
  ck_assert_int_eq (json_node_get_value_type (node), G_TYPE_STRING);
  return json_node_get_string (node);
}

/* The cell of the sheet @name at @row and @column: "kind value". The caller
 * frees it. */
static char *
dup_cell (const char *books, const char *name, const char *row,
          const char *column)
{
  g_autofree char *text = cli_dup_sheet (books, name);
  g_autoptr (JsonArray) cells = cli_parse (text);

  for (guint i = 0; i < json_array_get_length (cells); i++)
    {
      JsonObject *cell = json_array_get_object_element (cells, i);

      if (g_str_equal (get_member (cell, "row"), row)
          && g_str_equal (get_member (cell, "column"), column))
        return g_strdup_printf ("%s %s", get_member (cell, "kind"),
                                get_member (cell, "value"));
    }
  return g_strdup ("(none there)");
}

START_TEST (sheets_as_json_are_cells_of_four_members)
{
  static const struct
  {
    const char *sheet;
    const char *row;
    const char *column;
    const char *cell;
  } cases[] = {
    { "公开01", "收/总计", "决算数", "money 210.03" },
    { "公开01", "支/总计", "决算数", "money 210.03" },
    { "公开01", "收/八、其他收入", "决算数", "blank " },
    { "公开01", "支/年末结转和结余", "决算数", "money 0.00" },
    { "公开03", "208", "本年支出合计", "money 16.31" },
    { "公开04", "收/本年收入合计", "决算数", "money 209.95" },
    { "公开04", "支/总计", "合计", "money 210.03" },
    { "公开08", "人员经费合计", "决算数", "money 97.96" },
    { "公开08", "公用经费合计", "决算数", "money 112.07" },
    { "公开13", "金额", "决算数/合计", "money 1.60" },
    { "对比", "收入总计", "增减率", "rate 44.78%" },
    { "对比", "收入总计", "占比", "none —" },
    { "整体", "在职职工人数", "实际完成值", "text 9人" },
    { "公开01", "收/没有", "决算数", "(none there)" },
  };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell
        = dup_cell (books, cases[i].sheet, cases[i].row, cases[i].column);

      ck_assert_msg (g_str_equal (cell, cases[i].cell), "%s[%s, %s] is “%s”",
                     cases[i].sheet, cases[i].row, cases[i].column, cell);
    }
}
END_TEST

START_TEST (every_cell_of_every_sheet_keeps_the_contract)
{
  static const char *const kinds[]
    = { "money", "rate", "text", "blank", "none", NULL };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);

  for (int s = 1; s <= 13; s++)
    {
      g_autofree char *name = g_strdup_printf ("公开%02d", s);
      g_autofree char *text = cli_dup_sheet (books, name);
      g_autoptr (JsonArray) cells = cli_parse (text);
      gboolean sides = s == 1 || s == 4;

      ck_assert_uint_gt (json_array_get_length (cells), 0);
      for (guint i = 0; i < json_array_get_length (cells); i++)
        {
          JsonObject *cell = json_array_get_object_element (cells, i);
          const char *row = get_member (cell, "row");
          const char *kind = get_member (cell, "kind");
          const char *value = get_member (cell, "value");

          ck_assert_uint_eq (json_object_get_size (cell), 4);
          ck_assert (g_strv_contains (kinds, kind));
          ck_assert_str_ne (get_member (cell, "column"), "");
          ck_assert_int_eq (sides, g_str_has_prefix (row, "收/")
                                     || g_str_has_prefix (row, "支/"));
          if (g_str_equal (kind, "money"))
            ck_assert (
              g_regex_match_simple ("^-?[0-9]+\\.[0-9]{2}$", value, 0, 0));
          else if (g_str_equal (kind, "blank"))
            ck_assert_str_eq (value, "");
        }
    }
}
END_TEST

START_TEST (findings_as_json_keep_the_contract)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *copy = jh_test_copy_sample (TRUE);
  g_autofree char *books = cli_path (folder, "b.jiheng");
  g_autofree char *good = cli_path (folder, "good.jiheng");
  g_autofree char *imported
    = cli_expect (0, NULL, CLI_WORDS ("import", good, copy));
  g_autofree char *nothing
    = cli_expect (0, NULL, CLI_WORDS ("check", good, "--format", "json"));
  g_autoptr (JsonArray) none = cli_parse (nothing);
  g_autofree char *carryover = jh_test_write (
    copy, "carryover.csv",
    "资金,类别,金额\n一般公共预算财政拨款,年初结转和结余,5.08\n", -1);
  g_autofree char *text = NULL;
  g_autoptr (JsonArray) findings = NULL;
  JsonObject *finding, *left;

  ck_assert_ptr_nonnull (imported);
  ck_assert_ptr_nonnull (carryover);
  ck_assert_uint_eq (json_array_get_length (none), 0);
  cli_must (0, NULL, "import", books, copy);
  cli_must (1, "错误 B01  “一般公共预算财政拨款”收支不平", "check", books);
  text = cli_expect (1, NULL, CLI_WORDS ("check", books, "--format", "json"));
  findings = cli_parse (text);
  ck_assert_uint_eq (json_array_get_length (findings), 5);
  finding = json_array_get_object_element (findings, 0);
  ck_assert_uint_eq (json_object_get_size (finding), 16);
  ck_assert_str_eq (get_member (finding, "rule"), "B01");
  ck_assert_str_eq (get_member (finding, "severity"), "错误");
  ck_assert_str_eq (get_member (finding, "difference"), "5.00");
  ck_assert_str_eq (get_member (finding, "where"),
                    "结转结余 第 1 行 的 金额");
  ck_assert_ptr_nonnull (strstr (get_member (finding, "message"), "5.00"));
  ck_assert (!json_object_get_boolean_member (finding, "waived"));
  left = json_object_get_object_member (finding, "left");
  ck_assert_uint_eq (json_object_get_size (left), 2);
  ck_assert_str_ne (get_member (left, "name"), "");
  ck_assert_str_eq (get_member (left, "value"), "215.03");
  ck_assert_str_eq (
    get_member (json_object_get_object_member (finding, "right"), "value"),
    "210.03");
}
END_TEST

START_TEST (the_sample_contradicts_itself)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);

  cli_must (1, "错误 21 条，警告 34 条，提示 0 条", "check", books);
  cli_must (1, "错误 A01  整体自评的全年执行数是 208.23 万元", "check", books);
}
END_TEST

/* All sheets that are compared after a filing has gone out and in. */
static char *
dup_all_sheets (const char *books)
{
  GString *all = g_string_new (NULL);

  for (int s = 1; s <= 13; s++)
    {
      g_autofree char *name = g_strdup_printf ("公开%02d", s);
      g_autofree char *sheet = cli_dup_sheet (books, name);

      g_string_append (all, sheet);
    }
  for (int p = 1; p <= 4; p++)
    {
      g_autofree char *code = g_strdup_printf ("P%d", p);
      g_autofree char *sheet
        = cli_expect (0, NULL,
                      CLI_WORDS ("sheet", books, "项目", "--project", code,
                                 "--format", "csv"));

      g_string_append (all, sheet);
    }
  return g_string_free (all, FALSE);
}

START_TEST (an_export_comes_in_again_with_equal_sheets)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *again = cli_path (folder, "again.jiheng");
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *written = cli_expect (
    1, ".pdf",
    CLI_WORDS ("export", books, "--out", out, "--format", "xlsx,pdf,csv"));
  g_auto (GStrv) paths = g_strsplit (g_strchomp (written), "\n", -1);
  g_autofree char *before = dup_all_sheets (books);
  g_autofree char *after = NULL;

  ck_assert_uint_eq (g_strv_length (paths), 9);
  for (guint i = 0; paths[i]; i++)
    ck_assert_msg (g_file_test (paths[i], G_FILE_TEST_EXISTS), "%s",
                   paths[i]);
  cli_must (0, "已导入 2023 年度", "import", again, paths[8]);
  after = dup_all_sheets (again);
  ck_assert_str_eq (before, after);
  cli_must (3, "--replace", "import", again, out);
  cli_must (0, NULL, "import", again, out, "--replace");
}
END_TEST

START_TEST (roll_undo_redo_and_log_tell_one_story)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  g_autofree char *after = NULL;
  g_autofree char *log = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonArray) entries = NULL;

  cli_must (0, "已建立 2024 年度", "roll", books, "--unit", "510811-MBJX",
            "--from", "2023", "--lines", "--author", "张三");
  cli_must (0, "2013150", "sheet", books, "公开03", "--year", "2024");
  cli_must (0, "210.03", "sheet", books, "对比", "--year", "2024");
  cli_must (0, "共 2 套决算", "list", books);
  cli_must (0, "已撤销：结转到 2024 年度", "undo", books);
  cli_must (0, "共 1 套决算", "list", books);
  cli_must (0, "已重做：结转到 2024 年度", "redo", books);
  cli_must (0, "共 2 套决算", "list", books);
  cli_must (0, "已撤销", "undo", books);
  after = cli_dup_sheet (books, "公开01");
  ck_assert_str_eq (before, after);
  log = cli_expect (0, "张三", CLI_WORDS ("log", books));
  ck_assert_ptr_nonnull (strstr (log, "撤销“结转到 2024"));
  ck_assert_ptr_nonnull (strstr (log, "导入 2023 年"));
  json = cli_expect (0, NULL, CLI_WORDS ("log", books, "--format", "json"));
  entries = cli_parse (json);
  ck_assert_uint_eq (json_array_get_length (entries), 5);
  cli_must (0, "撤销：导入 2023 年", "undo", books);
  cli_must (0, "共 0 套决算", "list", books);
  cli_must (3, NULL, "undo", books);
}
END_TEST

START_TEST (a_copy_brings_the_books_back)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *copy = cli_path (folder, "copy.jiheng");
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  g_autofree char *after = NULL;

  cli_must (0, copy, "backup", books, "--to", copy);
  cli_must (0, "已备份到", "backup", books);
  cli_must (0, "a.jiheng-备份", "backup", books, "--list");
  cli_must (3, "已经存在", "backup", books, "--to", copy);
  cli_must (0, NULL, "undo", books);
  cli_must (3, NULL, "sheet", books, "公开01");
  cli_must (0, "还原前的账套留在", "restore", books, copy);
  after = cli_dup_sheet (books, "公开01");
  ck_assert_str_eq (before, after);
  cli_must (3, "不能用来还原", "restore", books, folder);
  cli_must (0, NULL, "sheet", books, "公开01");
}
END_TEST

START_TEST (several_filings_go_into_folders_of_their_own)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *listed = NULL;

  cli_must (0, NULL, "roll", books, "--from", "2023");
  cli_must (1, "2024-510811-MBJX/2024年度", "export", books, "--out", out);
  listed = cli_list_folder (out);
  ck_assert_str_eq (listed, "2023-510811-MBJX 2024-510811-MBJX");
}
END_TEST

START_TEST (an_export_with_errors_is_a_draft)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *copy = jh_test_copy_sample (FALSE);
  g_autofree char *books = cli_path (folder, "b.jiheng");
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *file = cli_path (copy, "income.csv");
  g_autoptr (CliRun) run = NULL;

  ck_assert_int_eq (remove (file), 0);
  cli_must (0, NULL, "import", books, copy);
  run = cli_run (NULL, CLI_WORDS ("export", books, "--out", out));
  ck_assert_int_eq (run->status, 1);
  ck_assert_ptr_nonnull (strstr (run->err, "草稿"));
  ck_assert_ptr_nonnull (strstr (run->out, "决算公开表.xlsx"));
}
END_TEST

START_TEST (new_books_are_for_their_owner_alone)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  struct stat status;

  ck_assert_int_eq (stat (books, &status), 0);
  ck_assert_uint_eq (status.st_mode & 0777, 0600);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("journey");
  TCase *cases = tcase_create ("journey");

  tcase_set_timeout (cases, 120);
  tcase_add_test (cases, sheets_as_json_are_cells_of_four_members);
  tcase_add_test (cases, every_cell_of_every_sheet_keeps_the_contract);
  tcase_add_test (cases, findings_as_json_keep_the_contract);
  tcase_add_test (cases, the_sample_contradicts_itself);
  tcase_add_test (cases, an_export_comes_in_again_with_equal_sheets);
  tcase_add_test (cases, roll_undo_redo_and_log_tell_one_story);
  tcase_add_test (cases, a_copy_brings_the_books_back);
  tcase_add_test (cases, several_filings_go_into_folders_of_their_own);
  tcase_add_test (cases, an_export_with_errors_is_a_draft);
  tcase_add_test (cases, new_books_are_for_their_owner_alone);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
