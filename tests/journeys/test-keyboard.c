/* The program by keyboard alone, and for those who listen to it. */
#include "../cli/cli-fixture.h"
#include "ui.h"

START_TEST (every_widget_has_a_name)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = ui_start (home, books);

  see (ui, "广元市昭化区目标绩效事务中心");
  see_all_named (ui);
  ui_quit (ui);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("keyboard");
  TCase *keyboard = tcase_create ("keyboard");

  tcase_set_timeout (keyboard, 120);
  tcase_add_test (keyboard, every_widget_has_a_name);
  suite_add_tcase (suite, keyboard);
  return jh_test_run (suite);
}
