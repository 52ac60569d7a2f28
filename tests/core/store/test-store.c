#include "../books/fixture.h"
#include "jh-store.h"
#include "raw.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const JhStoreMode modes[]
  = { JH_STORE_READ, JH_STORE_WRITE, JH_STORE_CREATE };

/* Opens @path, which is expected to be refused with @code and @part. */
static void
refuse (const char *path, JhStoreMode mode, JhErrorCode code,
        const char *part)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_store_open (path, mode, &error));
  jh_assert_error (error, code, part);
}

/* The mode bits of @path with @suffix. */
static guint
mode_of (const char *path, const char *suffix)
{
  g_autofree char *file = g_strconcat (path, suffix, NULL);
  struct stat status;

  ck_assert_msg (stat (file, &status) == 0, "%s is not there", file);
  return status.st_mode & 0777;
}

START_TEST (a_new_file_and_its_log_are_readable_by_the_owner_alone)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = NULL;

  umask (0);
  store = open_books (path, JH_STORE_CREATE);
  new_filing (store, "U1", 2023);
  ck_assert_uint_eq (mode_of (path, ""), 0600);
  ck_assert_uint_eq (mode_of (path, "-wal"), 0600);
  ck_assert_uint_eq (mode_of (path, "-shm"), 0600);
  ck_assert_str_eq (jh_store_get_path (store), path);
  ck_assert (!jh_store_is_read_only (store));
  ck_assert_ptr_null (jh_store_get_warning (store));
}
END_TEST

START_TEST (books_that_are_there_open_in_every_mode)
{
  g_autofree char *path = new_path ();
  gint64 id;

  {
    g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);

    id = new_full_filing (store, "U1", 2023);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (JhStore) store = open_books (path, modes[i]);
      g_autoptr (JhBooks) books = load_books (store, id);

      ck_assert_uint_eq (JH_BOOKS_ROWS (books, EXPENDITURE)->len, 4);
      ck_assert_int_eq (jh_store_is_read_only (store),
                        modes[i] == JH_STORE_READ);
      ck_assert (jh_store_check_whole (store, NULL));
    }
}
END_TEST

START_TEST (any_name_that_a_file_may_have_opens)
{
  static const char *const names[] = {
    "a b.jiheng", "100%.jiheng",   "a?mode=ro", "a#b.jiheng",
    "a&b=c",      "%41.jiheng",    "file:x",    "绩衡“2023”.jiheng",
    "-x",         "'; DROP TABLE", ":memory:",
  };
  g_autofree char *folder = jh_test_folder ();

  ck_assert_int_eq (chdir (folder), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (JhStore) store = open_books (names[i], JH_STORE_CREATE);

      ck_assert_msg (g_file_test (path, G_FILE_TEST_IS_REGULAR), "%s", path);
      new_filing (store, "U1", 2023);
    }
  ck_assert_int_eq (chdir ("/"), 0);
}
END_TEST

START_TEST (a_file_that_is_not_there_is_made_by_create_alone)
{
  g_autofree char *path = new_path ();
  g_autofree char *missing
    = g_build_filename (path, "..", "没有", "a.jiheng", NULL);

  refuse (path, JH_STORE_READ, JH_ERROR_NOT_FOUND,
          "“账.jiheng”打不开：不存在");
  refuse (path, JH_STORE_WRITE, JH_ERROR_NOT_FOUND, "不存在");
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
  refuse (missing, JH_STORE_CREATE, JH_ERROR_NOT_FOUND, "打不开");
}
END_TEST

/* Puts something that is no books to @path. */
typedef void (*Place) (const char *path);

static void
place_folder (const char *path)
{
  ck_assert_int_eq (g_mkdir (path, 0700), 0);
}

static void
place_fifo (const char *path)
{
  ck_assert_int_eq (mkfifo (path, 0600), 0);
}

static void
place_text (const char *path)
{
  ck_assert (g_file_set_contents (path, "这不是账套。\n", -1, NULL));
}

static void
place_long_text (const char *path)
{
  g_autofree char *text = g_strnfill (100000, 'x');

  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

static void
place_head_alone (const char *path)
{
  ck_assert (g_file_set_contents (path, "SQLite format 3", 16, NULL));
}

static void
place_stranger (const char *path)
{
  raw_run (path, "PRAGMA application_id = 7; CREATE TABLE a (b);");
}

static void
place_nameless (const char *path)
{
  raw_run (path, "CREATE TABLE a (b);");
}

static void
place_without_version (const char *path)
{
  raw_run (path, "PRAGMA application_id = 1246250057; CREATE TABLE a (b);");
}

static void
place_negative_version (const char *path)
{
  raw_run (path, "PRAGMA application_id = 1246250057; CREATE TABLE a (b);"
                 "PRAGMA user_version = -5;");
}

static void
place_link_to_nowhere (const char *path)
{
  ck_assert_int_eq (symlink ("/dev/null", path), 0);
}

static const struct
{
  Place place;
  const char *message;
} strangers[] = {
  { place_folder, "“账.jiheng”不是文件" },
  { place_fifo, "“账.jiheng”不是文件" },
  { place_link_to_nowhere, "“账.jiheng”不是文件" },
  { place_text, "“账.jiheng”不是绩衡的账套文件" },
  { place_long_text, "不是绩衡的账套文件" },
  { place_head_alone, "不是绩衡的账套文件" },
  { place_stranger, "是别的程序的数据库，不是绩衡的账套文件" },
  { place_nameless, "是别的程序的数据库，不是绩衡的账套文件" },
  { place_without_version, "不是绩衡的账套文件" },
  { place_negative_version, "不是绩衡的账套文件" },
};

START_TEST (what_is_no_books_is_refused_and_left_alone)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *path = new_path ();
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize length = 0, now = 0;

      strangers[_i].place (path);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        before = jh_test_read (path, &length);
      refuse (path, modes[i], JH_ERROR_NOT_BOOKS, strangers[_i].message);
      if (before == NULL)
        continue;
      after = jh_test_read (path, &now);
      ck_assert_uint_eq (now, length);
      ck_assert_mem_eq (before, after, length);
    }
}
END_TEST

START_TEST (an_empty_file_is_filled_by_create_alone)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = jh_test_write (folder, "a", "", 0);
  g_autoptr (JhStore) store = NULL;

  refuse (path, JH_STORE_READ, JH_ERROR_NOT_BOOKS, "不是绩衡的账套文件");
  refuse (path, JH_STORE_WRITE, JH_ERROR_NOT_BOOKS, "不是绩衡的账套文件");
  store = open_books (path, JH_STORE_CREATE);
  new_filing (store, "U1", 2023);
}
END_TEST

START_TEST (a_newer_file_is_refused_and_not_a_byte_changes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *path = new_path ();
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize length, now;

      jh_store_close (open_books (path, JH_STORE_CREATE));
      raw_run (path, i == 0 ? "PRAGMA user_version = 2147483647;"
                            : "PRAGMA user_version = 99;"
                              "PRAGMA journal_mode = DELETE;");
      before = jh_test_read (path, &length);
      refuse (path, modes[i], JH_ERROR_NEWER,
              "“账.jiheng”是更新版本的绩衡写的，请升级程序后再打开");
      after = jh_test_read (path, &now);
      ck_assert_uint_eq (now, length);
      ck_assert_mem_eq (before, after, length);
    }
}
END_TEST

START_TEST (many_may_make_the_same_books_at_once)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autofree char *path = new_path ();
      pid_t children[8];

      for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
        if ((children[i] = fork ()) == 0)
          {
            JhStore *store = jh_store_open (path, JH_STORE_CREATE, NULL);

            _exit (store ? 0 : 1);
          }
      for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
        {
          int status;

          ck_assert_int_eq (waitpid (children[i], &status, 0), children[i]);
          ck_assert_msg (WIFEXITED (status) && WEXITSTATUS (status) == 0,
                         "one of them could not open the books");
        }
      jh_store_close (open_books (path, JH_STORE_READ));
    }
}
END_TEST

START_TEST (a_writer_that_does_not_let_go_is_told_within_seconds)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autoptr (JhStore) other = open_books (path, JH_STORE_WRITE);
  g_autoptr (JhChange) change = begin (store, "长");
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 took;

  set_words (store, id, "甲");
  ck_assert_ptr_null (jh_change_begin (other, "乙", &error));
  took = g_get_monotonic_time () - start;
  jh_assert_error (error, JH_ERROR_BUSY,
                   "“账.jiheng”正被另一个程序写入，请等它结束后再试");
  ck_assert_int_lt (took, 10 * G_USEC_PER_SEC);
  ck_assert_int_gt (took, G_USEC_PER_SEC);
  assert_words (other, id, "words0");
  ck_assert (jh_change_commit (change, &error));
  change_words (other, id, "乙");
  assert_words (store, id, "乙");
}
END_TEST

START_TEST (a_snapshot_does_not_see_what_others_write)
{
  g_autofree char *path = new_path ();
  g_autoptr (JhStore) writer = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (writer, "U1", 2023);
  g_autoptr (JhStore) reader = open_books (path, JH_STORE_READ);
  JhSnapshot *snapshot = jh_snapshot_take (reader, NULL);

  assert_words (reader, id, "words0");
  change_words (writer, id, "新");
  assert_words (reader, id, "words0");
  jh_snapshot_free (snapshot);
  assert_words (reader, id, "新");
  jh_snapshot_free (NULL);
}
END_TEST

START_TEST (a_snapshot_inside_of_a_change_is_the_view_of_that_change)
{
  g_autoptr (JhStore) store = new_books ();
  gint64 id = new_full_filing (store, "U1", 2023);
  JhChange *change = begin (store, "改");
  g_autoptr (JhSnapshot) snapshot = NULL;

  set_words (store, id, "新");
  snapshot = jh_snapshot_take (store, NULL);
  ck_assert_ptr_nonnull (snapshot);
  assert_words (store, id, "新");
  g_clear_pointer (&snapshot, jh_snapshot_free);
  commit (change);
  assert_words (store, id, "新");
}
END_TEST

/* Undoes the last change of the books @path in another program, which is
 * not a child that knows what this one has open. */
static void
undo_elsewhere (const char *path)
{
  const char *words[] = { g_getenv ("JIHENG_CLI"), "undo", path, NULL };
  g_autoptr (GError) error = NULL;
  int status = -1;

  ck_assert (g_spawn_sync (NULL, (char **) words, NULL,
                           G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                           &status, &error));
  ck_assert_int_eq (status, 0);
}

START_TEST (opening_books_twice_in_a_program_keeps_the_locks_of_the_first)
{
  g_autofree char *path = new_path ();
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  gint64 id = new_full_filing (store, "U1", 2023);
  g_autofree char *first = get_words (store, id);

  change_words (store, id, "甲");
  jh_store_close (open_books (path, JH_STORE_READ));
  undo_elsewhere (path);
  /* The last one out takes the log away, and this one is in. */
  ck_assert (g_file_test (log, G_FILE_TEST_EXISTS));
  assert_words (store, id, first);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("store");
  TCase *tests = tcase_create ("store");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests,
                  a_new_file_and_its_log_are_readable_by_the_owner_alone);
  tcase_add_test (tests, books_that_are_there_open_in_every_mode);
  tcase_add_test (tests, any_name_that_a_file_may_have_opens);
  tcase_add_test (tests, a_file_that_is_not_there_is_made_by_create_alone);
  tcase_add_loop_test (tests, what_is_no_books_is_refused_and_left_alone, 0,
                       G_N_ELEMENTS (strangers));
  tcase_add_test (tests, an_empty_file_is_filled_by_create_alone);
  tcase_add_test (tests, a_newer_file_is_refused_and_not_a_byte_changes);
  tcase_add_test (tests, many_may_make_the_same_books_at_once);
  tcase_add_test (tests,
                  a_writer_that_does_not_let_go_is_told_within_seconds);
  tcase_add_test (tests, a_snapshot_does_not_see_what_others_write);
  tcase_add_test (tests,
                  a_snapshot_inside_of_a_change_is_the_view_of_that_change);
  tcase_add_test (
    tests, opening_books_twice_in_a_program_keeps_the_locks_of_the_first);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
