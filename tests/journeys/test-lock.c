/* A filing that was locked takes nothing, and says why. */
#include "../cli/cli-fixture.h"
#include "jh-change.h"
#include "jh-filing.h"
#include "ui.h"

#define WHY "这套决算已锁定，先由负责人解锁才能"

/* Locks the filing of the sample in @books, as the one in charge does. */
static void
lock (const char *books)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (books, JH_STORE_WRITE, &error);
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (JhChange) change = NULL;
  gint64 id = 0;

  jh_assert_no_error (error);
  ck_assert (jh_filing_find_newest (store, &id, &error));
  filing = jh_filing_get (store, id, &error);
  change = jh_change_begin (store, "锁定", &error);
  ck_assert (jh_filing_set_state (store, filing, "锁定", &error));
  ck_assert (jh_change_commit (change, &error));
}

START_TEST (a_locked_filing_takes_nothing)
{
  g_autofree char *home = jh_test_folder ();
  g_autofree char *books = cli_make_books (home);
  Ui *ui;

  lock (books);
  ui = ui_start (home, books);
  ui_resize (ui, 1900, 1000);
  go_to (ui, "支出");
  to_cell (ui, 1, "决算");
  type (ui, "36\n");
  see (ui, WHY);
  see_cell (ui, 1, "决算", "35.02");
  press (ui, "Delete");
  see_cell (ui, 1, "决算", "35.02");
  ui_offer (ui, "1\t2\n3\t4\n", NULL);
  press (ui, "<Ctrl>V");
  see_cell (ui, 1, "决算", "35.02");
  see_total (ui, "决算", "210.03");
  ui_quit (ui);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lock");
  TCase *lock = tcase_create ("lock");

  tcase_set_timeout (lock, 120);
  tcase_add_test (lock, a_locked_filing_takes_nothing);
  suite_add_tcase (suite, lock);
  return jh_test_run (suite);
}
