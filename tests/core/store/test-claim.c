/* Who has the books open. */
#include "../books/fixture.h"
#include "jh-backup.h"
#include "jh-claim.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Claims @path, which is expected to work. */
static JhClaim *
take (const char *path)
{
  g_autoptr (GError) error = NULL;
  JhClaim *claim = jh_claim_take (path, &error);

  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (claim);
  return claim;
}

/* Claims @path, which is expected to be refused. */
static void
refuse (const char *path, JhErrorCode code, const char *part)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_claim_take (path, &error));
  jh_assert_error (error, code, part);
}

/* The path of new books. The caller frees it. */
static char *
make_books (void)
{
  char *path = new_path ();

  jh_store_close (open_books (path, JH_STORE_CREATE));
  return path;
}

/* The hidden file of the books @path. The caller frees it. */
static char *
dup_lock (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, ".账.jiheng-使用中", NULL);
}

/* A process of its own that claims @path and waits to be killed; it has the
 * claim when this returns. */
static pid_t
start_claimant (const char *path)
{
  int pipes[2];
  char byte;
  pid_t child;

  ck_assert_int_eq (pipe (pipes), 0);
  child = fork ();
  if (child == 0)
    {
      JhClaim *claim = jh_claim_take (path, NULL);

      if (write (pipes[1], claim ? "y" : "n", 1) == 1)
        pause ();
      _exit (1);
    }
  ck_assert_int_eq (read (pipes[0], &byte, 1), 1);
  ck_assert_int_eq (byte, 'y');
  close (pipes[0]);
  close (pipes[1]);
  return child;
}

static void
end (pid_t child, int signal)
{
  int status;

  ck_assert_int_eq (kill (child, signal), 0);
  ck_assert_int_eq (waitpid (child, &status, 0), child);
}

START_TEST (a_second_program_is_told_who_has_the_books)
{
  g_autofree char *path = make_books ();
  g_autofree char *year = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  pid_t child = start_claimant (path);
  g_autofree char *who
    = g_strdup_printf ("起由“%s”在电脑“%s”上打开着，这里只能查看，不能修改",
                       g_get_user_name (), g_get_host_name ());

  year = g_date_time_format (now, "“账.jiheng”从 %Y 年 ");
  refuse (path, JH_ERROR_BUSY, year);
  refuse (path, JH_ERROR_BUSY, who);
  end (child, SIGKILL);
}
END_TEST

START_TEST (a_killed_program_leaves_no_claim)
{
  g_autofree char *path = make_books ();
  g_autofree char *lock = dup_lock (path);
  g_autoptr (JhClaim) claim = NULL;

  end (start_claimant (path), SIGKILL);
  ck_assert (g_file_test (lock, G_FILE_TEST_EXISTS));
  claim = take (path);
  refuse (path, JH_ERROR_BUSY, "只能查看");
}
END_TEST

START_TEST (a_claim_given_back_can_be_taken_and_leaves_no_file)
{
  g_autofree char *path = make_books ();
  g_autofree char *lock = dup_lock (path);

  for (guint i = 0; i < 3; i++)
    {
      JhClaim *claim = take (path);

      ck_assert (g_file_test (lock, G_FILE_TEST_EXISTS));
      refuse (path, JH_ERROR_BUSY, "打开着");
      jh_claim_release (claim);
      ck_assert (!g_file_test (lock, G_FILE_TEST_EXISTS));
    }
  jh_claim_release (NULL);
}
END_TEST

START_TEST (a_claim_keeps_nobody_from_reading_and_copying)
{
  g_autofree char *path = make_books ();
  g_autoptr (JhClaim) claim = take (path);
  g_autoptr (JhStore) writer = open_books (path, JH_STORE_WRITE);
  g_autoptr (JhStore) reader = open_books (path, JH_STORE_READ);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  new_filing (writer, "U1", 2023);
  ck_assert_ptr_nonnull (jh_store_get_path (reader));
  copy = jh_backup_make (writer, JH_BACKUP_MANUAL, NULL, &error);
  jh_assert_no_error (error);
  copies = jh_backup_list (path, &error);
  ck_assert_uint_eq (copies->len, 2);
}
END_TEST

START_TEST (a_claim_does_not_take_the_locks_off_the_books)
{
  g_autofree char *path = make_books ();
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_WRITE);
  const char *words[] = { g_getenv ("JIHENG_CLI"), "undo", path, NULL };
  int status = -1;

  new_filing (store, "U1", 2023);
  jh_claim_release (take (path));
  ck_assert (g_spawn_sync (NULL, (char **) words, NULL,
                           G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                           &status, NULL));
  ck_assert_int_eq (status, 0);
  ck_assert (g_file_test (log, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (every_way_to_the_same_books_is_one_claim)
{
  g_autofree char *path = make_books ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *link = g_build_filename (folder, "链接", NULL);
  g_autofree char *dotted = g_build_filename (folder, ".", "账.jiheng", NULL);
  g_autoptr (JhClaim) claim = NULL;

  ck_assert_int_eq (symlink (path, link), 0);
  claim = take (link);
  refuse (path, JH_ERROR_BUSY, "“账.jiheng”");
  refuse (link, JH_ERROR_BUSY, "“链接”");
  refuse (dotted, JH_ERROR_BUSY, "打开着");
  ck_assert_int_eq (chdir (folder), 0);
  refuse ("账.jiheng", JH_ERROR_BUSY, "打开着");
  ck_assert_int_eq (chdir ("/"), 0);
}
END_TEST

START_TEST (books_that_are_to_be_made_can_be_claimed)
{
  g_autofree char *path = new_path ();
  g_autofree char *missing = g_strconcat (path, "没有/账.jiheng", NULL);
  g_autoptr (JhClaim) claim = take (path);

  refuse (path, JH_ERROR_BUSY, "打开着");
  jh_store_close (open_books (path, JH_STORE_CREATE));
  refuse (path, JH_ERROR_BUSY, "打开着");
  refuse (missing, JH_ERROR_NOT_FOUND, "“账.jiheng”打不开：不存在");
}
END_TEST

START_TEST (where_nothing_can_be_written_there_is_no_claim)
{
  g_autofree char *path = make_books ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *lock = dup_lock (path);

  ck_assert_int_eq (g_chmod (path, 0400), 0);
  refuse (path, JH_ERROR_READ_ONLY, "“账.jiheng”是只读文件");
  ck_assert_int_eq (g_chmod (path, 0600), 0);
  ck_assert_int_eq (g_chmod (folder, 0500), 0);
  refuse (path, JH_ERROR_READ_ONLY, "所在的文件夹是只读的");
  ck_assert_int_eq (g_chmod (folder, 0700), 0);
  ck_assert (!g_file_test (lock, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (those_who_may_write_the_books_may_see_the_claim)
{
  g_autofree char *path = make_books ();
  g_autofree char *lock = dup_lock (path);
  struct stat status;
  g_autoptr (JhClaim) claim = NULL;

  umask (0077);
  ck_assert_int_eq (g_chmod (path, 0664), 0);
  claim = take (path);
  ck_assert_int_eq (stat (lock, &status), 0);
  ck_assert_uint_eq (status.st_mode & 0777, 0664);
}
END_TEST

/* Puts something strange to @lock. */
static void
place_link (const char *lock)
{
  g_autofree char *folder = g_path_get_dirname (lock);
  g_autofree char *victim = jh_test_write (folder, "重要", "重要", -1);

  ck_assert_int_eq (symlink (victim, lock), 0);
}

static void
place_hard_link (const char *lock)
{
  g_autofree char *folder = g_path_get_dirname (lock);
  g_autofree char *victim = jh_test_write (folder, "重要", "重要", -1);

  ck_assert_int_eq (link (victim, lock), 0);
}

static void
place_dangling_link (const char *lock)
{
  ck_assert_int_eq (symlink ("没有", lock), 0);
}

static void
place_fifo (const char *lock)
{
  ck_assert_int_eq (mkfifo (lock, 0600), 0);
}

static void
place_folder (const char *lock)
{
  ck_assert_int_eq (g_mkdir (lock, 0700), 0);
}

static void (*const strange[]) (const char *)
  = { place_link, place_hard_link, place_dangling_link, place_fifo,
      place_folder };

START_TEST (what_is_no_file_of_ours_is_refused_and_left_alone)
{
  g_autofree char *path = make_books ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *lock = dup_lock (path);
  g_autofree char *victim = g_build_filename (folder, "重要", NULL);
  g_autofree char *made = g_build_filename (folder, "没有", NULL);

  strange[_i](lock);
  refuse (path, JH_ERROR_EXISTS, "不是绩衡放的文件");
  ck_assert (!g_file_test (made, G_FILE_TEST_EXISTS));
  if (g_file_test (victim, G_FILE_TEST_EXISTS))
    {
      g_autofree char *content = jh_test_read (victim, NULL);

      ck_assert_str_eq (content, "重要");
    }
}
END_TEST

/* Hidden files that somebody holds a lock on, and what is said of them. */
static const struct
{
  const char *content;
  gssize length;
  const char *message;
} notes[] = {
  { "", 0, "“账.jiheng”已在另一个窗口里打开" },
  { "甲", -1, "“账.jiheng”已在另一个窗口里打开" },
  { "\n\n\n", -1, "“账.jiheng”已在另一个窗口里打开" },
  { "甲\n乙\n不是时间\n", -1, "“账.jiheng”由“甲”在电脑“乙”上打开着" },
  { "甲\n乙\n2023-12-31T17:05:09+0800\n", -1, "月 31 日 " },
  { "\033[31m甲\n乙\n\n", -1, "由“␛[31m甲”在" },
  { "\xff\xfe\n乙\n\n", -1, "由“��”在" },
  { "甲\0乙\n乙\n\n", 11, "已在另一个窗口里打开" },
};

START_TEST (whatever_the_hidden_file_says_is_fit_to_be_shown)
{
  g_autofree char *path = make_books ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *lock = jh_test_write (folder, ".账.jiheng-使用中",
                                         notes[_i].content, notes[_i].length);
  int file = g_open (lock, O_RDONLY, 0);

  ck_assert_int_eq (flock (file, LOCK_EX | LOCK_NB), 0);
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  refuse (path, JH_ERROR_BUSY, notes[_i].message);
  close (file);
}
END_TEST

START_TEST (an_endless_hidden_file_is_not_read_to_its_end)
{
  g_autofree char *path = make_books ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *long_line = g_strnfill (3000000, 'x');
  g_autofree char *lock
    = jh_test_write (folder, ".账.jiheng-使用中", long_line, -1);
  int file = g_open (lock, O_RDONLY, 0);

  ck_assert_int_eq (flock (file, LOCK_EX | LOCK_NB), 0);
  refuse (path, JH_ERROR_BUSY, "已在另一个窗口里打开");
  close (file);
  jh_claim_release (take (path));
}
END_TEST

/* The log beside such a file has the longest name that there is. */
START_TEST (a_file_of_the_longest_name_can_be_claimed)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *name = g_strnfill (245, 'n');
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);
  g_autoptr (JhClaim) claim = take (path);

  refuse (path, JH_ERROR_BUSY, "打开着");
}
END_TEST

START_TEST (a_claim_whose_file_was_deleted_takes_nothing_else_away)
{
  g_autofree char *path = make_books ();
  g_autofree char *lock = dup_lock (path);
  JhClaim *first = take (path);
  JhClaim *second;

  ck_assert_int_eq (g_unlink (lock), 0);
  second = take (path);
  jh_claim_release (first);
  ck_assert (g_file_test (lock, G_FILE_TEST_EXISTS));
  refuse (path, JH_ERROR_BUSY, "打开着");
  jh_claim_release (second);
}
END_TEST

/* In a process of its own: claims @path and gives it back, again and again.
 * While it has the claim no other may. */
static int
claim_and_release (const char *path, const char *witness)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (JhClaim) claim = jh_claim_take (path, NULL);
      int file;

      if (claim == NULL)
        continue;
      file = g_open (witness, O_CREAT | O_EXCL | O_WRONLY, 0600);
      if (file < 0)
        return 1;
      close (file);
      g_unlink (witness);
    }
  return 0;
}

START_TEST (of_many_at_once_one_alone_has_the_claim)
{
  g_autofree char *path = make_books ();
  g_autofree char *witness = g_strconcat (path, "-证", NULL);
  pid_t children[4];

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    if ((children[i] = fork ()) == 0)
      _exit (claim_and_release (path, witness));
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      ck_assert_int_eq (waitpid (children[i], &status, 0), children[i]);
      ck_assert_msg (WIFEXITED (status) && WEXITSTATUS (status) == 0,
                     "two had the claim at once");
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("claim");
  TCase *tests = tcase_create ("claim");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, a_second_program_is_told_who_has_the_books);
  tcase_add_test (tests, a_killed_program_leaves_no_claim);
  tcase_add_test (tests, a_claim_given_back_can_be_taken_and_leaves_no_file);
  tcase_add_test (tests, a_claim_keeps_nobody_from_reading_and_copying);
  tcase_add_test (tests, a_claim_does_not_take_the_locks_off_the_books);
  tcase_add_test (tests, every_way_to_the_same_books_is_one_claim);
  tcase_add_test (tests, books_that_are_to_be_made_can_be_claimed);
  tcase_add_test (tests, where_nothing_can_be_written_there_is_no_claim);
  tcase_add_test (tests, those_who_may_write_the_books_may_see_the_claim);
  tcase_add_loop_test (tests,
                       what_is_no_file_of_ours_is_refused_and_left_alone, 0,
                       G_N_ELEMENTS (strange));
  tcase_add_loop_test (tests,
                       whatever_the_hidden_file_says_is_fit_to_be_shown, 0,
                       G_N_ELEMENTS (notes));
  tcase_add_test (tests, an_endless_hidden_file_is_not_read_to_its_end);
  tcase_add_test (tests, a_file_of_the_longest_name_can_be_claimed);
  tcase_add_test (tests,
                  a_claim_whose_file_was_deleted_takes_nothing_else_away);
  tcase_add_test (tests, of_many_at_once_one_alone_has_the_claim);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
