/* Copies of the books, and putting one in their place. */
#include "../books/fixture.h"
#include "jh-backup.h"
#include "raw.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How many copies of the books @path have @why in their name. */
static guint
count_copies (const char *path, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = jh_backup_list (path, &error);
  guint count = 0;

  jh_assert_no_error (error);
  for (guint i = 0; i < copies->len; i++)
    count += strstr (copies->pdata[i], why) != NULL;
  return count;
}

/* A copy asked for. The caller frees the path. */
static char *
make_copy (JhStore *store)
{
  g_autoptr (GError) error = NULL;
  char *copy = jh_backup_make (store, JH_BACKUP_MANUAL, NULL, &error);

  jh_assert_no_error (error);
  return copy;
}

/* Restores, which is expected to work. Returns what was kept, or NULL; the
 * caller frees it. */
static char *
restore (const char *path, const char *copy)
{
  g_autoptr (GError) error = NULL;
  char *kept = NULL;
  gboolean good = jh_backup_restore (path, copy, &kept, NULL, &error);

  jh_assert_no_error (error);
  ck_assert (good);
  return kept;
}

/* Restores, which is expected to be refused with @code and @part. */
static void
refuse (const char *path, const char *copy, JhErrorCode code,
        const char *part)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_backup_restore (path, copy, NULL, NULL, &error));
  jh_assert_error (error, code, part);
}

static guint
mode_of (const char *path)
{
  struct stat status;

  ck_assert_int_eq (stat (path, &status), 0);
  return status.st_mode & 0777;
}

START_TEST (a_copy_is_private_and_holds_all_of_the_books)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *copy = make_copy (store);
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autoptr (JhStore) other = open_books (copy, JH_STORE_READ);
  g_autoptr (JhBooks) mine = load_books (store, id);
  g_autoptr (JhBooks) theirs = load_books (other, id);

  ck_assert (jh_books_equal (mine, theirs));
  ck_assert_uint_eq (mode_of (copy), 0600);
  ck_assert_uint_eq (mode_of (folder), 0700);
}
END_TEST

START_TEST (the_first_change_of_a_day_makes_a_copy_and_the_second_none)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);

  ck_assert_uint_eq (count_copies (path, "每日"), 0);
  jh_store_close (store);
  for (int i = 0; i < 3; i++)
    {
      store = open_books (path, JH_STORE_WRITE);
      change_words (store, id, i % 2 ? "甲" : "乙");
      change_words (store, id, "丙");
      ck_assert_ptr_null (jh_store_get_warning (store));
      jh_store_close (store);
    }
  ck_assert_uint_eq (count_copies (path, "每日"), 1);
}
END_TEST

START_TEST (reading_makes_no_copy)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);

  new_full_filing (store, "U1", 2023);
  jh_store_close (store);
  store = open_books (path, JH_STORE_WRITE);
  jh_store_close (store);
  ck_assert_uint_eq (count_copies (path, "每日"), 0);
}
END_TEST

START_TEST (twenty_copies_asked_for_are_kept_and_the_oldest_go)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autofree char *oldest = make_copy (store);
  g_autofree char *newest = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_usleep (2000);
      g_free (newest);
      newest = make_copy (store);
    }
  copies = jh_backup_list (path, NULL);
  ck_assert_uint_eq (copies->len, 20);
  ck_assert_str_eq (copies->pdata[0], newest);
  ck_assert (!g_file_test (oldest, G_FILE_TEST_EXISTS));
}
END_TEST

/* The local date jumps by a day or two between these zones. */
static void
move_to (const char *zone)
{
  ck_assert (g_setenv ("TZ", zone, TRUE));
  tzset ();
}

START_TEST (books_left_open_overnight_get_a_copy_the_next_day)
{
  g_autofree char *path = new_path ();
  JhStore *store;
  gint64 id;

  move_to ("UTC+12");
  store = open_books (path, JH_STORE_CREATE);
  id = new_full_filing (store, "U1", 2023);
  change_words (store, id, "头一天");
  ck_assert_uint_eq (count_copies (path, "每日"), 0);
  move_to ("UTC-14");
  change_words (store, id, "第二天");
  change_words (store, id, "第二天又改");
  ck_assert_uint_eq (count_copies (path, "每日"), 1);
  jh_store_close (store);
}
END_TEST

START_TEST (copies_are_told_apart_by_their_own_names)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *inner = g_build_filename (folder, "每日手动", NULL);
  g_autofree char *path = g_build_filename (inner, "升级前.jiheng", NULL);
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir (inner, 0700), 0);
  store = open_books (path, JH_STORE_CREATE);
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *copy = make_copy (store);

      g_usleep (2000);
    }
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *copy
        = jh_backup_make (store, JH_BACKUP_DAILY, NULL, &error);

      jh_assert_no_error (error);
      g_usleep (2000);
    }
  ck_assert_uint_eq (count_copies (path, "-手动.jiheng"), 20);
  ck_assert_uint_eq (count_copies (path, "-每日.jiheng"), 6);
}
END_TEST

START_TEST (books_without_copies_list_none)
{
  g_autofree char *path = new_path ();

  ck_assert_uint_eq (count_copies (path, ""), 0);
}
END_TEST

START_TEST (a_copy_that_cannot_be_made_is_a_warning_and_the_change_holds)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);

  jh_store_close (store);
  ck_assert (g_file_set_contents (folder, "x", 1, NULL));
  store = open_books (path, JH_STORE_WRITE);
  change_words (store, id, "照样");
  ck_assert_ptr_nonnull (jh_store_get_warning (store));
  ck_assert (strstr (jh_store_get_warning (store), "备份没有做成"));
  assert_words (store, id, "照样");
  jh_store_close (store);
}
END_TEST

START_TEST (restoring_brings_the_books_back_and_keeps_those_of_now)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhBooks) before = load_books (store, id);
  g_autofree char *copy = make_copy (store);
  g_autofree char *kept = NULL;
  g_autoptr (JhBooks) after = NULL;

  change_words (store, id, "后来");
  jh_store_close (store);
  kept = restore (path, copy);
  store = open_books (path, JH_STORE_READ);
  after = load_books (store, id);
  ck_assert (jh_books_equal (before, after));
  jh_store_close (store);
  store = open_books (kept, JH_STORE_READ);
  assert_words (store, id, "后来");
  jh_store_close (store);
}
END_TEST

START_TEST (restoring_works_where_the_books_cannot_be_opened)
{
  static const char *const damages[]
    = { "这不是账套", "SQLite format 3", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = new_path ();
      JhStore *store = open_books (path, JH_STORE_CREATE);
      gint64 id = new_full_filing (store, "U1", 2023);
      g_autofree char *copy = make_copy (store);
      g_autofree char *kept = NULL;
      g_autofree char *content = NULL;

      change_words (store, id, "丢了");
      jh_store_close (store);
      ck_assert (g_file_set_contents (path, damages[i], -1, NULL));
      kept = restore (path, copy);
      ck_assert_ptr_nonnull (kept);
      content = jh_test_read (kept, NULL);
      ck_assert_str_eq (content, damages[i]);
      store = open_books (path, JH_STORE_WRITE);
      change_words (store, id, "又能改了");
      jh_store_close (store);
      ck_assert_uint_eq (mode_of (path), 0600);
    }
}
END_TEST

START_TEST (restoring_works_where_the_books_are_gone)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *copy = make_copy (store);
  g_autofree char *words = get_words (store, id);

  jh_store_close (store);
  ck_assert_int_eq (g_unlink (path), 0);
  ck_assert_ptr_null (restore (path, copy));
  store = open_books (path, JH_STORE_READ);
  assert_words (store, id, words);
  jh_store_close (store);
}
END_TEST

/* In a process of its own: a change whose program ends without closing, so
 * that its log stays beside the books. */
static void
change_and_leave (const char *path, gint64 id)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      JhStore *store = open_books (path, JH_STORE_WRITE);

      change_words (store, id, "只在日志里");
      kill (getpid (), SIGKILL);
    }
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

START_TEST (a_log_left_by_lost_books_does_not_reach_the_restored_ones)
{
  g_autofree char *path = new_path ();
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *copy = make_copy (store);
  g_autofree char *words = get_words (store, id);

  jh_store_close (store);
  change_and_leave (path, id);
  ck_assert (g_file_test (log, G_FILE_TEST_EXISTS));
  ck_assert_int_eq (g_unlink (path), 0);
  g_free (restore (path, copy));
  store = open_books (path, JH_STORE_WRITE);
  assert_words (store, id, words);
  ck_assert (jh_store_check_whole (store, NULL));
  change_words (store, id, "又能改了");
  jh_store_close (store);
}
END_TEST

START_TEST (a_copy_that_is_not_sound_is_refused_and_nothing_is_touched)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *foreign
    = jh_test_write (folder, "x.jiheng", "words", -1);
  g_autofree char *missing = g_build_filename (folder, "none", NULL);
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *copy = make_copy (store);

  change_words (store, id, "现在");
  jh_store_close (store);
  raw_run (copy, "CREATE TABLE stranger (a)");
  refuse (path, foreign, JH_ERROR_NOT_BOOKS, "不能用来还原");
  refuse (path, missing, JH_ERROR_NOT_FOUND, "不能用来还原");
  refuse (path, copy, JH_ERROR_DAMAGED, "不能用来还原");
  ck_assert_uint_eq (count_copies (path, "还原前"), 0);
  store = open_books (path, JH_STORE_READ);
  assert_words (store, id, "现在");
  jh_store_close (store);
}
END_TEST

START_TEST (a_restore_that_is_cancelled_changes_nothing)
{
  g_autofree char *path = new_path ();
  JhStore *store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *copy = make_copy (store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  change_words (store, id, "现在");
  jh_store_close (store);
  g_cancellable_cancel (cancellable);
  ck_assert (!jh_backup_restore (path, copy, NULL, cancellable, &error));
  jh_assert_error (error, JH_ERROR_CANCELLED, "已停止");
  store = open_books (path, JH_STORE_READ);
  assert_words (store, id, "现在");
  jh_store_close (store);
}
END_TEST

START_TEST (a_copy_at_a_place_of_ones_own_replaces_nothing)
{
  g_autofree char *path = new_path ();
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *place = g_build_filename (folder, "存档.jiheng", NULL);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_backup_make_at (store, place, NULL, &error));
  ck_assert_uint_eq (mode_of (place), 0600);
  ck_assert (!jh_backup_make_at (store, place, NULL, &error));
  jh_assert_error (error, JH_ERROR_EXISTS, "已经存在");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("backup");
  TCase *backup = tcase_create ("backup");

  tcase_set_timeout (backup, 60);
  tcase_add_test (backup, a_copy_is_private_and_holds_all_of_the_books);
  tcase_add_test (
    backup, the_first_change_of_a_day_makes_a_copy_and_the_second_none);
  tcase_add_test (backup, reading_makes_no_copy);
  tcase_add_test (backup,
                  twenty_copies_asked_for_are_kept_and_the_oldest_go);
  tcase_add_test (backup,
                  books_left_open_overnight_get_a_copy_the_next_day);
  tcase_add_test (backup, copies_are_told_apart_by_their_own_names);
  tcase_add_test (backup, books_without_copies_list_none);
  tcase_add_test (
    backup, a_copy_that_cannot_be_made_is_a_warning_and_the_change_holds);
  tcase_add_test (backup,
                  restoring_brings_the_books_back_and_keeps_those_of_now);
  tcase_add_test (backup, restoring_works_where_the_books_cannot_be_opened);
  tcase_add_test (backup, restoring_works_where_the_books_are_gone);
  tcase_add_test (
    backup, a_log_left_by_lost_books_does_not_reach_the_restored_ones);
  tcase_add_test (
    backup, a_copy_that_is_not_sound_is_refused_and_nothing_is_touched);
  tcase_add_test (backup, a_restore_that_is_cancelled_changes_nothing);
  tcase_add_test (backup, a_copy_at_a_place_of_ones_own_replaces_nothing);
  suite_add_tcase (suite, backup);
  return jh_test_run (suite);
}
