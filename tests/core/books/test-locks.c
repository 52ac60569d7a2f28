/* A locked filing is locked by the schema. */
#include "fixture.h"

/* Fails unless @done is FALSE because of a lock. */
static void
assert_locked (gboolean done, GError **error)
{
  GError *found = *error;

  ck_assert (!done);
  *error = NULL;
  jh_assert_error (found, JH_ERROR_LOCKED, "已锁定");
}

/* Adds, changes and takes out a row of @table; all is to be refused. */
static void
try_all (JhStore *store, gint64 id, const JhTable *table, JhLists *lists)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = jh_table_list (store, table, id, &error);
  gpointer row = make_row (table, lists, 9);

  assert_locked (jh_table_insert (store, id, row, &error), &error);
  assert_locked (jh_table_update (store, id, rows->pdata[0], &error),
                 &error);
  assert_locked (jh_table_remove (store, id, rows->pdata[0], &error),
                 &error);
  jh_row_free (row);
}

START_TEST (no_table_of_a_locked_filing_takes_a_change)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (JhLists) lists = jh_lists_load (store, 2023, "", NULL);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) before = load_books (store, id);
  g_autoptr (JhBooks) after = NULL;
  JhChange *change;

  set_state (store, id, "锁定", TRUE);
  change = begin (store, "不行");
  try_all (store, id, jh_table_get (_i), lists);
  commit (change);
  after = load_books (store, id);
  ck_assert (jh_books_equal (before, after));
}
END_TEST

START_TEST (a_filing_under_review_can_still_be_changed)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);

  set_state (store, id, "审核", TRUE);
  change_words (store, id, "改得动");
  assert_words (store, id, "改得动");
}
END_TEST

START_TEST (a_locked_filing_keeps_its_name_and_stays)
{
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhFiling) filing = NULL;
  JhChange *change;

  set_state (store, id, "锁定", TRUE);
  filing = jh_filing_get (store, id, &error);
  g_free (filing->name);
  filing->name = g_strdup ("另一个名字");
  change = begin (store, "不行");
  assert_locked (jh_filing_update (store, filing, &error), &error);
  assert_locked (jh_filing_remove (store, filing, &error), &error);
  assert_locked (jh_books_clear (store, id, &error), &error);
  jh_change_free (change);
}
END_TEST

START_TEST (unlocking_makes_everything_possible_again)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);

  set_state (store, id, "锁定", TRUE);
  set_state (store, id, "填报", TRUE);
  change_words (store, id, "又能改了");
  assert_words (store, id, "又能改了");
}
END_TEST

START_TEST (a_lock_does_not_reach_another_filing)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 locked = new_full_filing (store, "U1", 2023);
  gint64 open = new_full_filing (store, "U1", 2024);

  set_state (store, locked, "锁定", TRUE);
  change_words (store, open, "改得动");
  assert_words (store, open, "改得动");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("locks");
  TCase *locks = tcase_create ("locks");

  tcase_set_timeout (locks, 60);
  tcase_add_loop_test (locks, no_table_of_a_locked_filing_takes_a_change, 0,
                       JH_N_TABLES);
  tcase_add_test (locks, a_filing_under_review_can_still_be_changed);
  tcase_add_test (locks, a_locked_filing_keeps_its_name_and_stays);
  tcase_add_test (locks, unlocking_makes_everything_possible_again);
  tcase_add_test (locks, a_lock_does_not_reach_another_filing);
  suite_add_tcase (suite, locks);
  return jh_test_run (suite);
}
