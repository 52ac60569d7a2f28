/* The power fails while somebody types: at most the cell that was being
 * typed into is lost. */
#include "../cli/cli-fixture.h"
#include "ui.h"

static Ui *
start_wide (const char *home, const char *books)
{
  Ui *ui = ui_start (home, books);

  ui_resize (ui, 1900, 1000);
  go_to (ui, "支出");
  return ui;
}

START_TEST (only_the_cell_that_is_being_typed_is_lost)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui = start_wide (home, books);

  to_cell (ui, 1, "决算");
  type (ui, "36\n");
  see_cell (ui, 1, "决算", "36.00");
  to_cell (ui, 2, "决算");
  type (ui, "777");
  see (ui, "777");
  ui_kill (ui);

  ui = start_wide (home, books);
  see_cell (ui, 1, "决算", "36.00");
  see_cell (ui, 2, "决算", "0.68");
  press (ui, "<Ctrl>Z");
  see_cell (ui, 1, "决算", "35.02");
  ui_quit (ui);
}
END_TEST

/* Killed at any moment of a run of edits, without a wait for any of them. */
START_TEST (the_books_are_whole_whenever_the_program_dies)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);

  for (int i = 0; i < 3; i++)
    {
      Ui *ui = start_wide (home, books);

      to_cell (ui, 1, "决算");
      type (ui, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n");
      ui_kill (ui);
      cli_must (0, "2023", "list", books);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("kill");
  TCase *kill = tcase_create ("kill");

  tcase_set_timeout (kill, 120);
  tcase_add_test (kill, only_the_cell_that_is_being_typed_is_lost);
  tcase_add_test (kill, the_books_are_whole_whenever_the_program_dies);
  suite_add_tcase (suite, kill);
  return jh_test_run (suite);
}
