/* What the machine refuses: another program writes, the disk is full. */
#include "../books/fixture.h"
#include "raw.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

START_TEST (another_program_that_writes_is_told_within_five_seconds)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *words = get_words (store, id);
  sqlite3 *other = raw_open (path);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  raw_exec (other, "BEGIN IMMEDIATE");
  ck_assert_ptr_null (jh_change_begin (store, "等不到", &error));
  jh_assert_error (error, JH_ERROR_BUSY, "正被另一个程序写入");
  ck_assert_int_lt (g_get_monotonic_time () - start, 5 * G_USEC_PER_SEC);
  assert_words (store, id, words);
  raw_exec (other, "ROLLBACK");
  ck_assert_int_eq (sqlite3_close (other), SQLITE_OK);
  change_words (store, id, "轮到了");
}
END_TEST

START_TEST (a_reader_sees_one_moment_while_another_program_writes)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *words = get_words (store, id);
  g_autoptr (GError) error = NULL;
  JhSnapshot *snapshot = jh_snapshot_take (store, &error);

  assert_words (store, id, words);
  raw_run (path, "UPDATE reason SET words = '别处改的'");
  assert_words (store, id, words);
  jh_snapshot_free (snapshot);
  assert_words (store, id, "别处改的");
}
END_TEST

/* In a process of its own, whose files may not grow: how the change ends.
 * 0 is a refusal in words, and everything else a mistake. */
static int
change_on_full_disk (const char *path, gint64 id)
{
  struct rlimit limit = { 300 * 1024, 300 * 1024 };
  g_autoptr (GError) error = NULL;
  JhStore *store = open_books (path, JH_STORE_WRITE);
  JhChange *change = begin (store, "太大");
  g_autofree char *words = g_strnfill (3900, 'x');
  gboolean good = TRUE;

  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return 2;
  for (int i = 0; good && i < 2000; i++)
    {
      JhReason *row = jh_row_new (jh_reason_table ());

      g_free (row->figure);
      row->figure = g_strdup_printf ("大%d", i);
      g_free (row->words);
      row->words = g_strdup (words);
      good = jh_table_insert (store, id, row, &error);
      jh_row_free (row);
    }
  if (good)
    good = jh_change_commit (change, &error);
  if (good || error == NULL)
    return 3;
  return g_error_matches (error, JH_ERROR, JH_ERROR_FULL)
             || g_error_matches (error, JH_ERROR, JH_ERROR_IO)
           ? 0
           : 4;
}

START_TEST (a_full_disk_is_told_and_the_books_stay_as_they_were)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) before = load_books (store, id);
  g_autoptr (JhBooks) after = NULL;
  pid_t child;
  int status;

  jh_store_close (store);
  child = fork ();
  if (child == 0)
    _exit (change_on_full_disk (path, id));
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert_int_eq (status, 0);
  store = open_books (path, JH_STORE_WRITE);
  after = load_books (store, id);
  ck_assert (jh_books_equal (before, after));
  change_words (store, id, "又有地方了");
  jh_store_close (store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("limits");
  TCase *limits = tcase_create ("limits");

  tcase_set_timeout (limits, 60);
  tcase_add_test (limits,
                  another_program_that_writes_is_told_within_five_seconds);
  tcase_add_test (limits,
                  a_reader_sees_one_moment_while_another_program_writes);
  tcase_add_test (limits,
                  a_full_disk_is_told_and_the_books_stay_as_they_were);
  suite_add_tcase (suite, limits);
  return jh_test_run (suite);
}
