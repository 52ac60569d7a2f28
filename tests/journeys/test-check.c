/* 审核 while somebody works: what is found, mended, accepted and locked. */
#include <glib/gstdio.h>

#include "../cli/cli-fixture.h"
#include "ui.h"

#define OVER(actual, more)                                                   \
  "支出 第 1 行（2013150，30101）的决算是 " actual                           \
  " 万元，超过全年预算 35.02 万元，多 " more " 万元"
#define LOCKED "这套决算已锁定，先由负责人解锁才能修改"

/* Writes @name into @folder: @head, and a line of @start and the amount
 * @actual. */
static void
write_table (const char *folder, const char *name, const char *head,
             const char *start, const char *actual)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("%s\n%s%s\n", head, start, actual);
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents (path, text, -1, &error));
}

/* Books in @home with a small filing in which all holds when @actual, both
 * income and expenditure, is the budget of 35.02. The caller frees the
 * path. */
static char *
make_small_books (const char *home, const char *actual)
{
  g_autofree char *folder = cli_path (home, "small");
  char *books = cli_path (home, "small.jiheng");

  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  write_table (folder, "filing.csv", "键,值",
               "单位名称,示范单位\n单位代码,A1\n年度,2023\n"
               "行政区划,510811\n金额单位,",
               "万元");
  write_table (folder, "income.csv", "来源,功能科目,年初预算,全年预算,决算",
               "一般公共预算财政拨款,2013150,35.02,35.02,", actual);
  write_table (folder, "expenditure.csv",
               "功能科目,经济科目,支出类别,资金,项目,年初预算,全年预算,决算",
               "2013150,30101,基本支出,一般公共预算财政拨款,,35.02,35.02,",
               actual);
  cli_must (0, "已导入", "import", books, folder);
  return books;
}

static Ui *
start (const char *home, const char *books)
{
  Ui *ui = ui_start (home, books);

  ui_resize (ui, 1900, 1000);
  return ui;
}

START_TEST (a_finding_is_found_while_typing_jumped_to_and_mended)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = make_small_books (home, "35.02");
  Ui *ui = start (home, books);

  go_to (ui, "支出");
  to_cell (ui, 1, "决算");
  type (ui, "36\n");
  see (ui, OVER ("36.00", "0.98"));
  go_to (ui, "收入");
  click (ui, OVER ("36.00", "0.98"));
  see (ui, "首次发现：");
  see (ui, "请核对决算和全年预算；确实超了，请写明原因。");
  see_all_named (ui);
  click (ui, "去修改");
  see_page (ui, "支出");
  see_cell (ui, 1, "决算", "36.00");
  type (ui, "35.02\n");
  see_no (ui, OVER ("36.00", "0.98"));
  see (ui, "没有发现问题");
  ui_quit (ui);
}
END_TEST

START_TEST (a_waiver_is_written_and_lapses_when_its_value_changes)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = make_small_books (home, "36");
  Ui *ui = start (home, books);

  click (ui, OVER ("36.00", "0.98"));
  click (ui, "写说明…");
  see_focus (ui, "为什么可以接受");
  type (ui, "年底追加的工资");
  click (ui, "保存(S)");
  see (ui, "审核说明已保存");
  see (ui, "1 已说明");
  see (ui, "：年底追加的工资");
  go_to (ui, "支出");
  to_cell (ui, 1, "决算");
  type (ui, "37\n");
  see (ui, OVER ("37.00", "1.98"));
  see (ui, "说明已失效");
  press (ui, "<Ctrl>Z");
  see (ui, "1 已说明");
  see_no (ui, "说明已失效");
  ui_quit (ui);
}
END_TEST

START_TEST (a_filing_is_locked_and_opened_by_name)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = make_small_books (home, "35.02");
  Ui *ui = start (home, books);

  click (ui, "菜单");
  click (ui, "锁定(L)…");
  see_focus (ui, "负责人姓名");
  type (ui, "负责人\n");
  see (ui, LOCKED);
  go_to (ui, "支出");
  to_cell (ui, 1, "决算");
  type (ui, "36\n");
  see_cell (ui, 1, "决算", "35.02");
  click (ui, "菜单");
  click (ui, "解锁(U)…");
  see_focus (ui, "负责人姓名");
  press (ui, "Return");
  see (ui, "请写明为什么要解锁");
  press (ui, "Tab");
  see_focus (ui, "为什么解锁");
  type (ui, "数要改\n");
  see_no (ui, LOCKED);
  to_cell (ui, 1, "决算");
  type (ui, "36\n");
  see_cell (ui, 1, "决算", "36.00");
  ui_quit (ui);
}
END_TEST

START_TEST (a_filing_with_findings_is_not_locked)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = make_small_books (home, "36");
  Ui *ui = start (home, books);

  see (ui, "1 警告");
  click (ui, "菜单");
  click (ui, "锁定(L)…");
  see (ui, "不能锁定：有 1 个警告没有解决");
  press (ui, "Escape");
  see_no (ui, "不能锁定");
  ui_quit (ui);
}
END_TEST

START_TEST (all_filings_are_checked_and_opened)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = make_small_books (home, "36");
  g_autofree char *sample = cli_dup_sample ();
  Ui *ui;

  cli_must (0, "已导入", "import", books, sample);
  ui = start (home, books);
  go_to (ui, "全部决算");
  see (ui, "2 套决算：1 套有错误、1 套有警告");
  see_all_named (ui);
  click (ui, "示范单位");
  see_page (ui, "单位信息");
  see (ui, "1 警告");
  ui_quit (ui);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("check");
  TCase *check = tcase_create ("check");

  tcase_set_timeout (check, 120);
  tcase_add_test (check,
                  a_finding_is_found_while_typing_jumped_to_and_mended);
  tcase_add_test (check,
                  a_waiver_is_written_and_lapses_when_its_value_changes);
  tcase_add_test (check, a_filing_is_locked_and_opened_by_name);
  tcase_add_test (check, a_filing_with_findings_is_not_locked);
  tcase_add_test (check, all_filings_are_checked_and_opened);
  suite_add_tcase (suite, check);
  return jh_test_run (suite);
}
