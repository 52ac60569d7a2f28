/* What others do to the file while it is open: changing it, replacing it,
 * taking it away, and leaving logs that cannot be written. */
#include "../books/fixture.h"
#include "jh-backup.h"
#include "raw.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whether @store was changed by others, which it is expected to know. */
static gboolean
notice (JhStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = -1;

  ck_assert (jh_store_notice (store, &changed, &error));
  jh_assert_no_error (error);
  return changed;
}

/* Asks what became of the file of @store, which is expected to be gone, and
 * tries to write to it. */
static void
assert_gone (JhStore *store, const char *part)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  ck_assert (!jh_store_notice (store, &changed, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, part);
  ck_assert_ptr_null (jh_change_begin (store, "丢失", &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, part);
  ck_assert (!jh_change_undo (store, NULL, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, part);
}

START_TEST (what_another_program_changes_is_noticed_once)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);

  ck_assert (!notice (store));
  raw_run (path, "UPDATE reason SET words = '别处改的'");
  ck_assert (notice (store));
  ck_assert (!notice (store));
  assert_words (store, id, "别处改的");
}
END_TEST

START_TEST (what_was_changed_between_opening_and_asking_is_noticed)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (JhStore) other = open_books (path, JH_STORE_WRITE);

  new_filing (other, "U1", 2023);
  ck_assert (notice (store));
  ck_assert (!notice (other));
}
END_TEST

START_TEST (ones_own_changes_are_no_news)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhStore) reader = open_books (path, JH_STORE_READ);

  ck_assert (!notice (store));
  change_words (store, id, "甲");
  ck_assert (jh_change_undo (store, NULL, NULL));
  ck_assert (!notice (store));
  ck_assert (notice (reader));
}
END_TEST

START_TEST (looking_and_giving_up_a_change_are_no_news)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (JhStore) other = open_books (path, JH_STORE_WRITE);
  gint64 id;
  JhChange *change;

  id = new_full_filing (store, "U1", 2023);
  ck_assert (notice (other));
  change = begin (other, "不要了");
  set_words (other, id, "甲");
  jh_change_free (change);
  assert_words (other, id, "words0");
  ck_assert (!notice (store));
}
END_TEST

START_TEST (a_restore_over_open_books_is_noticed)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy
    = jh_backup_make (store, JH_BACKUP_MANUAL, NULL, &error);

  change_words (store, id, "甲");
  ck_assert (!notice (store));
  ck_assert (jh_backup_restore (path, copy, NULL, NULL, &error));
  jh_assert_no_error (error);
  ck_assert (notice (store));
  assert_words (store, id, "words0");
}
END_TEST

START_TEST (a_file_that_was_deleted_takes_no_more_changes)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);

  new_filing (store, "U1", 2023);
  ck_assert_int_eq (g_unlink (path), 0);
  assert_gone (store, "“账.jiheng”已被移走或删除，不能再修改");
}
END_TEST

START_TEST (a_file_that_was_moved_away_may_come_back)
{
  g_autofree char *path = new_path ();
  g_autofree char *other = g_strconcat (path, ".别处", NULL);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);

  ck_assert_int_eq (g_rename (path, other), 0);
  assert_gone (store, "“账.jiheng”已被移走或删除");
  ck_assert_int_eq (g_rename (other, path), 0);
  ck_assert (!notice (store));
  new_filing (store, "U1", 2023);
}
END_TEST

START_TEST (a_file_that_another_took_the_place_of_takes_no_more_changes)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy
    = jh_backup_make (store, JH_BACKUP_MANUAL, NULL, &error);

  ck_assert_int_eq (g_rename (copy, path), 0);
  assert_gone (store, "“账.jiheng”已被换成另一个文件");
}
END_TEST

START_TEST (a_link_that_leads_elsewhere_is_another_file)
{
  g_autofree char *one = new_path ();
  g_autofree char *two = new_path ();
  g_autofree char *link = g_strconcat (one, ".链接", NULL);
  g_autoptr (JhStore) store = NULL;

  jh_store_close (open_books (one, JH_STORE_CREATE));
  jh_store_close (open_books (two, JH_STORE_CREATE));
  ck_assert_int_eq (symlink (one, link), 0);
  store = open_books (link, JH_STORE_WRITE);
  ck_assert (!notice (store));
  ck_assert_int_eq (g_unlink (link), 0);
  ck_assert_int_eq (symlink (two, link), 0);
  assert_gone (store, "已被换成另一个文件");
}
END_TEST

START_TEST (books_opened_by_a_short_name_are_found_from_anywhere)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (JhStore) store = NULL;

  ck_assert_int_eq (chdir (folder), 0);
  store = open_books ("账.jiheng", JH_STORE_CREATE);
  ck_assert_int_eq (chdir ("/"), 0);
  ck_assert (!notice (store));
  new_filing (store, "U1", 2023);
}
END_TEST

START_TEST (books_where_nobody_could_write_are_to_be_opened_again)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  jh_store_close (open_books (path, JH_STORE_CREATE));
  ck_assert_int_eq (g_chmod (folder, 0500), 0);
  store = open_books (path, JH_STORE_READ);
  ck_assert (!notice (store));
  ck_assert_int_eq (g_chmod (folder, 0700), 0);
  raw_run (path, "CREATE TABLE extra (a)");
  ck_assert (!jh_store_notice (store, &changed, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND,
                   "“账.jiheng”已被别的程序改动，请重新打开");
}
END_TEST

/* The mode bits of @path with @suffix. */
static guint
mode_of (const char *path, const char *suffix)
{
  g_autofree char *file = g_strconcat (path, suffix, NULL);
  struct stat status;

  ck_assert_msg (stat (file, &status) == 0, "%s is not there", file);
  return status.st_mode & 0777;
}

START_TEST (logs_made_while_the_books_were_read_only_do_not_stay_so)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = NULL;

  jh_store_close (open_books (path, JH_STORE_CREATE));
  ck_assert_int_eq (g_chmod (path, 0400), 0);
  jh_store_close (open_books (path, JH_STORE_READ));
  ck_assert_uint_eq (mode_of (path, "-wal"), 0400);
  ck_assert_int_eq (g_chmod (path, 0600), 0);
  store = open_books (path, JH_STORE_WRITE);
  ck_assert_uint_eq (mode_of (path, "-wal"), 0600);
  ck_assert_uint_eq (mode_of (path, "-shm"), 0600);
  new_filing (store, "U1", 2023);
}
END_TEST

/* In a process of its own that may not do what root may: how opening @path
 * is refused. 0 when it is as @part says. */
static int
open_as_nobody (const char *path, const char *part)
{
  g_autoptr (GError) error = NULL;

  if (setgid (65534) != 0 || setuid (65534) != 0)
    return 2;
  if (jh_store_open (path, JH_STORE_WRITE, &error))
    return 3;
  return g_error_matches (error, JH_ERROR, JH_ERROR_READ_ONLY)
             && strstr (error->message, part)
           ? 0
           : 4;
}

/* suffix, content: a log of somebody else */
static const struct
{
  const char *suffix;
  const char *content;
  const char *message;
} logs[] = {
  { "-wal", "",
    "“账.jiheng”不能写入：旁边的“账.jiheng-wal”是别人留下的只读"
    "文件，请在没有人打开账套时删去它" },
  { "-shm", "x", "“账.jiheng-shm”是别人留下的只读文件，请在没有人打开" },
  { "-wal", "x", "里面还有数据，不要删去，请它的主人去掉只读" },
};

START_TEST (read_only_logs_of_somebody_else_are_named)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *log = g_strconcat (path, logs[_i].suffix, NULL);
  pid_t child;
  int status;

  /* Only root can be somebody else. */
  if (geteuid () != 0)
    return;
  jh_store_close (open_books (path, JH_STORE_CREATE));
  ck_assert (g_file_set_contents (log, logs[_i].content, -1, NULL));
  ck_assert_int_eq (g_chmod (log, 0444), 0);
  ck_assert_int_eq (g_chmod (path, 0666), 0);
  ck_assert_int_eq (g_chmod (folder, 0777), 0);
  child = fork ();
  if (child == 0)
    _exit (open_as_nobody (path, logs[_i].message));
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFEXITED (status));
  ck_assert_int_eq (WEXITSTATUS (status), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("notice");
  TCase *tests = tcase_create ("notice");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, what_another_program_changes_is_noticed_once);
  tcase_add_test (tests,
                  what_was_changed_between_opening_and_asking_is_noticed);
  tcase_add_test (tests, ones_own_changes_are_no_news);
  tcase_add_test (tests, looking_and_giving_up_a_change_are_no_news);
  tcase_add_test (tests, a_restore_over_open_books_is_noticed);
  tcase_add_test (tests, a_file_that_was_deleted_takes_no_more_changes);
  tcase_add_test (tests, a_file_that_was_moved_away_may_come_back);
  tcase_add_test (
    tests, a_file_that_another_took_the_place_of_takes_no_more_changes);
  tcase_add_test (tests, a_link_that_leads_elsewhere_is_another_file);
  tcase_add_test (tests,
                  books_opened_by_a_short_name_are_found_from_anywhere);
  tcase_add_test (tests,
                  books_where_nobody_could_write_are_to_be_opened_again);
  tcase_add_test (tests,
                  logs_made_while_the_books_were_read_only_do_not_stay_so);
  tcase_add_loop_test (tests, read_only_logs_of_somebody_else_are_named, 0,
                       G_N_ELEMENTS (logs));
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
