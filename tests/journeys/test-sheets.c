/* From a figure in a sheet to the lines behind it, and out to files. */
#include "../cli/cli-fixture.h"
#include "ui.h"

#include <string.h>

START_TEST (a_figure_leads_to_the_lines_behind_it)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);

  go_to (ui, "报表");
  see (ui, "第 1 / 1 页");
  see (ui, "公开13表");
  click (ui, "公开03表 支出决算表");
  press (ui, "Return");
  see_focus (ui, "支出决算表，用方向键查看各格");
  press (ui, "<Ctrl>Home");
  see (ui, "210.03 万元");
  press (ui, "Return");
  see (ui, "合计 210.03");
  see (ui, "支出：2013150 事业运行 · 30101 基本工资");
  press (ui, "Escape");
  see_no (ui, "合计 210.03");
  press (ui, "Down");
  see (ui, "201 一般公共服务支出");
  ui_quit (ui);
}
END_TEST

START_TEST (the_zoom_goes_by_keys)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);

  go_to (ui, "报表");
  click (ui, "公开03表 支出决算表");
  press (ui, "<Ctrl>0");
  see (ui, "100%");
  press (ui, "<Ctrl>plus");
  see (ui, "110%");
  press (ui, "<Ctrl>minus <Ctrl>minus");
  see (ui, "90%");
  ui_quit (ui);
}
END_TEST

START_TEST (a_sheet_can_be_read_as_text)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);

  go_to (ui, "报表");
  see (ui, "第 1 / 1 页");
  click (ui, "文字");
  see (ui, "本年收入合计");
  ui_quit (ui);
}
END_TEST

/* How many files in @folder end with @ending. */
static guint
count_files (const char *folder, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir && (name = g_dir_read_name (dir)))
    count += g_str_has_suffix (name, ending);
  return count;
}

START_TEST (an_export_tells_what_it_writes_and_writes_it)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);

  go_to (ui, "导出");
  see (ui, "决算公开表.xlsx");
  click (ui, "导出(E)");
  see (ui, "写好了 4 个文件");
  see (ui, "打开文件夹");
  ck_assert_uint_eq (count_files (home, ".xlsx"), 2);
  ck_assert_uint_eq (count_files (home, ".pdf"), 2);
  ui_quit (ui);
}
END_TEST

START_TEST (the_pages_of_sheets_name_everything)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);

  go_to (ui, "报表");
  see (ui, "第 1 / 1 页");
  see_all_named (ui);
  go_to (ui, "导出");
  see (ui, "决算公开表.xlsx");
  see_all_named (ui);
  ui_quit (ui);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sheets");
  TCase *tcase = tcase_create ("sheets");

  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, a_figure_leads_to_the_lines_behind_it);
  tcase_add_test (tcase, the_zoom_goes_by_keys);
  tcase_add_test (tcase, a_sheet_can_be_read_as_text);
  tcase_add_test (tcase, an_export_tells_what_it_writes_and_writes_it);
  tcase_add_test (tcase, the_pages_of_sheets_name_everything);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
