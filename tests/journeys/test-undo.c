/* What was done can be undone, over restarts too. */
#include "../cli/cli-fixture.h"
#include "ui.h"

START_TEST (what_was_undone_can_be_redone_after_a_restart)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);

  see (ui, "广元市昭化区目标绩效事务中心");
  click (ui, "撤销");
  see (ui, "已撤销“导入 2023 年 广元市昭化区目标绩效事务中心”");
  ui_quit (ui);

  ui = ui_start (home, books);
  click (ui, "重做");
  see (ui, "已重做“导入 2023 年 广元市昭化区目标绩效事务中心”");
  ui_quit (ui);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("undo");
  TCase *undo = tcase_create ("undo");

  tcase_set_timeout (undo, 120);
  tcase_add_test (undo, what_was_undone_can_be_redone_after_a_restart);
  suite_add_tcase (suite, undo);
  return jh_test_run (suite);
}
