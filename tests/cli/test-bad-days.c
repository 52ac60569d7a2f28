/* Bad days: files, folders, disks and other programs that stand in the way.
 * After each the books open and say what they said before. */
#include "cli-fixture.h"

#include "jh-change.h"
#include "jh-store.h"

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A user who may not do everything. */
#define NOBODY 65534

/* Overwrites @length bytes of the file at @offset with @byte. */
static void
overwrite (const char *path, off_t offset, int byte, gsize length)
{
  g_autofree char *bytes = g_malloc (length);
  int file = open (path, O_WRONLY);

  memset (bytes, byte, length);
  ck_assert_int_ge (file, 0);
  ck_assert_int_eq (pwrite (file, bytes, length, offset), (gssize) length);
  close (file);
}

static void
copy_file (const char *from, const char *to)
{
  gsize length;
  g_autofree char *content = jh_test_read (from, &length);

  ck_assert (g_file_set_contents (to, content, (gssize) length, NULL));
}

START_TEST (a_file_that_is_no_books_is_refused_by_every_command)
{
  static const struct
  {
    const char *content;
    gssize length;
    const char *message;
  } cases[] = {
    { "junk\n", 5, "不是绩衡的账套文件" },
    { "SQLite format 3\0", 16, "打不开" },
    { NULL, 0, "打不开：不存在" },
  };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = cli_path (folder, "x.jiheng");
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *sample = cli_dup_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const calls[][6] = {
        { "list", path },   { "sheet", path, "公开01" },
        { "check", path },  { "export", path, "--out", out },
        { "undo", path },   { "redo", path },
        { "log", path },    { "roll", path, "--from", "2023" },
        { "backup", path },
      };

      if (cases[i].content)
        ck_assert (g_file_set_contents (path, cases[i].content,
                                        cases[i].length, NULL));
      else
        ck_assert_int_eq (unlink (path), 0);
      for (gsize c = 0; c < G_N_ELEMENTS (calls); c++)
        g_free (cli_expect (3, "x.jiheng", calls[c]));
      if (cases[i].content)
        cli_must (3, "x.jiheng", "import", path, sample);
      ck_assert (!g_file_test (out, G_FILE_TEST_EXISTS));
    }
}
END_TEST

START_TEST (newer_books_are_refused_unread_and_unchanged)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *sample = cli_dup_sample ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, now;

  overwrite (books, 63, 99, 1);
  before = jh_test_read (books, &length);
  cli_must (3, "更新版本的绩衡", "list", books);
  cli_must (3, "更新版本的绩衡", "import", books, sample, "--replace");
  cli_must (3, "更新版本的绩衡", "undo", books);
  after = jh_test_read (books, &now);
  ck_assert_uint_eq (length, now);
  ck_assert_int_eq (memcmp (before, after, length), 0);
  overwrite (books, 63, JH_SCHEMA_VERSION, 1);
  cli_must (0, "共 1 套决算", "list", books);
}
END_TEST

START_TEST (damaged_books_say_so_and_a_copy_brings_them_back)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *copy = cli_path (folder, "copy.jiheng");
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  g_autofree char *after = NULL;
  struct stat status;

  cli_must (0, NULL, "backup", books, "--to", copy);
  ck_assert_int_eq (stat (books, &status), 0);
  overwrite (books, 4096, 0xff, status.st_size - 8192);
  cli_must (3, "请用备份还原", "sheet", books, "公开01");
  cli_must (3, "请用备份还原", "export", books, "--out", out);
  cli_must (3, NULL, "backup", books);
  cli_must (0, "已用", "restore", books, copy);
  after = cli_dup_sheet (books, "公开01");
  ck_assert_str_eq (before, after);
  ck_assert_int_eq (truncate (books, 9000), 0);
  cli_must (3, "请用备份还原", "list", books);
  cli_must (3, "不能用来还原", "restore", copy, books);
  cli_must (0, NULL, "restore", books, copy);
}
END_TEST

START_TEST (damage_in_the_middle_never_ends_the_program)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *broken = cli_path (folder, "broken.jiheng");
  struct stat status;

  ck_assert_int_eq (stat (books, &status), 0);
  for (off_t at = 100; at < status.st_size; at += status.st_size / 25)
    {
      const char *const calls[][5] = { { "list", broken },
                                       { "sheet", broken, "公开03" },
                                       { "check", broken },
                                       { "log", broken } };

      copy_file (books, broken);
      overwrite (broken, at, 0x5a, 700);
      for (gsize c = 0; c < G_N_ELEMENTS (calls); c++)
        {
          g_autoptr (CliRun) run = cli_run (NULL, calls[c]);

          ck_assert_msg (run->status == 0 || run->status == 1
                           || run->status == 3,
                         "%s at %d: %d", calls[c][0], (int) at, run->status);
          ck_assert (run->status != 3
                     || g_str_has_prefix (run->err, "jiheng-cli："));
        }
    }
}
END_TEST

/* In the child: what root may do is not a bad day. */
static void
become_nobody (gpointer data)
{
  if (geteuid () == 0
      && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0
          || setuid (NOBODY) != 0))
    _exit (99);
}

static const CliSetting as_nobody = { NULL, become_nobody };

/* Hands @folder and the files in it over to whom the child becomes. */
static void
hand_over (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (geteuid () != 0)
    return;
  ck_assert_int_eq (chown (folder, NOBODY, NOBODY), 0);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = cli_path (folder, name);

      ck_assert_int_eq (chown (path, NOBODY, NOBODY), 0);
    }
}

/* Whether the child can run the program at all. */
static gboolean
nobody_can_run (void)
{
  g_autoptr (CliRun) run = cli_run (&as_nobody, CLI_WORDS ("--version"));

  return run->status == 0;
}

/* Runs as nobody; it is to end with 3 and to say @part. */
static void
refuse_nobody (const char *part, const char *const *words)
{
  g_autoptr (CliRun) run = cli_run (&as_nobody, words);

  ck_assert_msg (run->status == 3, "%s ended with %d: %s", words[0],
                 run->status, run->err);
  ck_assert_msg (strstr (run->err, part) != NULL, "%s: %s", words[0],
                 run->err);
}

START_TEST (books_that_cannot_be_written_can_still_be_read)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  g_autoptr (CliRun) read = NULL;

  if (!nobody_can_run ())
    return;
  hand_over (folder);
  ck_assert_int_eq (chmod (books, 0400), 0);
  read = cli_run (&as_nobody,
                  CLI_WORDS ("sheet", books, "公开01", "--format", "json"));
  ck_assert_msg (read->status == 0, "%s", read->err);
  ck_assert_str_eq (read->out, before);
  refuse_nobody ("只读", CLI_WORDS ("undo", books));
  refuse_nobody ("只读", CLI_WORDS ("roll", books, "--from", "2023"));
  ck_assert_int_eq (chmod (books, 0600), 0);
}
END_TEST

START_TEST (a_folder_that_cannot_be_written_is_named)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *inner = cli_path (out, "inner");
  g_autofree char *fresh = cli_path (out, "new.jiheng");
  g_autofree char *sample = cli_dup_sample ();
  g_autofree char *listed = NULL;

  cli_must (3, "建不了文件夹", "export", books, "--out", "/proc/jiheng");
  cli_must (3, "建不了文件夹", "export", books, "--out", books);
  if (!nobody_can_run ())
    return;
  ck_assert_int_eq (mkdir (out, 0700), 0);
  hand_over (folder);
  ck_assert_int_eq (chmod (out, 0555), 0);
  refuse_nobody (
    out, CLI_WORDS ("export", books, "--out", out, "--format", "xlsx"));
  refuse_nobody (
    out, CLI_WORDS ("export", books, "--out", out, "--format", "pdf"));
  refuse_nobody (
    out, CLI_WORDS ("export", books, "--out", out, "--format", "csv"));
  refuse_nobody (inner, CLI_WORDS ("export", books, "--out", inner));
  refuse_nobody ("new.jiheng", CLI_WORDS ("import", fresh, sample));
  refuse_nobody (out, CLI_WORDS ("backup", books, "--to", fresh));
  ck_assert_int_eq (chmod (out, 0755), 0);
  listed = cli_list_folder (out);
  ck_assert_str_eq (listed, "");
}
END_TEST

/* How large a file may become in the child. */
static gsize file_limit;

static void
limit_files (gpointer data)
{
  struct rlimit limit = { file_limit, file_limit };

  if (signal (SIGXFSZ, SIG_IGN) == SIG_ERR
      || setrlimit (RLIMIT_FSIZE, &limit) != 0)
    _exit (99);
}

START_TEST (a_full_disk_leaves_no_half_file)
{
  static const gsize limits[] = { 0, 1000, 9000, 20000, 40000, 100000 };
  static const char *const formats[] = { "xlsx", "pdf", "csv" };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  const CliSetting setting = { NULL, limit_files };
  guint failed = 0;

  for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
    for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autofree char *out
          = g_strdup_printf ("%s/out-%zu-%zu", folder, l, f);
        g_autoptr (CliRun) run = NULL;
        g_auto (GStrv) paths = NULL;
        g_autoptr (GDir) dir = NULL;
        guint count = 0;

        file_limit = limits[l];
        run = cli_run (&setting, CLI_WORDS ("export", books, "--out", out,
                                            "--format", formats[f]));
        ck_assert_msg (run->status == 1 || run->status == 3, "%zu %s: %d",
                       limits[l], formats[f], run->status);
        failed += run->status == 3;
        paths = g_strsplit (g_strchomp (run->out), "\n", -1);
        dir = g_dir_open (out, 0, NULL);
        while (dir && g_dir_read_name (dir))
          count++;
        ck_assert_uint_eq (count, g_strv_length (paths));
      }
  ck_assert_uint_ge (failed, 9);
  {
    g_autofree char *after = cli_dup_sheet (books, "公开01");

    ck_assert_str_eq (before, after);
  }
}
END_TEST

START_TEST (a_full_disk_leaves_the_books_as_they_were)
{
  static const gsize limits[] = { 0, 100, 1000, 32768, 40000, 340000 };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *sample = cli_dup_sample ();
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  const CliSetting setting = { NULL, limit_files };

  for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
    {
      g_autoptr (CliRun) run = NULL;
      g_autofree char *after = NULL;

      file_limit = limits[l];
      run = cli_run (&setting,
                     CLI_WORDS ("import", books, sample, "--replace"));
      ck_assert_msg (run->status == 0 || run->status == 3, "%zu: %d %s",
                     limits[l], run->status, run->err);
      after = cli_dup_sheet (books, "公开01");
      ck_assert_str_eq (before, after);
    }
}
END_TEST

START_TEST (while_another_program_writes_reading_goes_on)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *sample = cli_dup_sample ();
  g_autofree char *before = cli_dup_sheet (books, "公开01");
  g_autofree char *meanwhile = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (books, JH_STORE_WRITE, &error);
  JhChange *change;

  jh_assert_no_error (error);
  change = jh_change_begin (store, "别人在改", &error);
  jh_assert_no_error (error);
  meanwhile = cli_dup_sheet (books, "公开01");
  ck_assert_str_eq (before, meanwhile);
  cli_must (3, "正被另一个程序写入", "undo", books);
  cli_must (3, "正被另一个程序写入", "import", books, sample, "--replace");
  jh_change_free (change);
  cli_must (0, NULL, "import", books, sample, "--replace");
  after = cli_dup_sheet (books, "公开01");
  ck_assert_str_eq (before, after);
}
END_TEST

/* A filing whose export takes a while. The caller frees the path. */
static char *
make_long_books (const char *folder)
{
  g_autofree char *copy = jh_test_copy_sample (FALSE);
  g_autoptr (GString) text = g_string_new (
    "功能科目,经济科目,支出类别,资金,项目,年初预算,全年预算,决算\n");
  char *books = cli_path (folder, "long.jiheng");
  g_autofree char *file = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (
      text, "%u,30101,基本支出,一般公共预算财政拨款,,,,1\n", 2010000 + i);
  file = jh_test_write (copy, "expenditure.csv", text->str, -1);
  cli_must (0, NULL, "import", books, copy);
  return books;
}

/* Waits until @folder has an entry: sanitizers make the sums slow. */
static void
wait_for_entry (const char *folder)
{
  for (guint i = 0; i < 15000; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      if (dir && g_dir_read_name (dir))
        return;
      g_usleep (10000);
    }
  ck_abort_msg ("nothing was written");
}

START_TEST (an_interrupt_ends_an_export_with_nothing_half_done)
{
  static const int signals[] = { SIGINT, SIGTERM };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = make_long_books (folder);
  g_autofree char *out = g_strdup_printf ("%s/out-%d", folder, signals[_i]);
  const char *const call[]
    = { g_getenv ("JIHENG_CLI"), "export", books, "--out", out, "--format",
        "xlsx,pdf,csv",          NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *listed = NULL;
  GPid child;
  int status;

  ck_assert_msg (g_spawn_async (NULL, (char **) call, NULL,
                                G_SPAWN_DO_NOT_REAP_CHILD
                                  | G_SPAWN_STDOUT_TO_DEV_NULL
                                  | G_SPAWN_STDERR_TO_DEV_NULL,
                                NULL, NULL, &child, &error),
                 "%s", error ? error->message : "");
  wait_for_entry (out);
  ck_assert_int_eq (kill (child, signals[_i]), 0);
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFEXITED (status));
  ck_assert_int_eq (WEXITSTATUS (status), 3);
  listed = cli_list_folder (out);
  ck_assert_msg (strchr (listed, '.') != listed
                   && strstr (listed, " .") == NULL,
                 "left: %s", listed);
  cli_must (0, "共 1 套决算", "list", books);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("bad-days");
  TCase *cases = tcase_create ("bad-days");

  tcase_set_timeout (cases, 180);
  tcase_add_test (cases, a_file_that_is_no_books_is_refused_by_every_command);
  tcase_add_test (cases, newer_books_are_refused_unread_and_unchanged);
  tcase_add_test (cases, damaged_books_say_so_and_a_copy_brings_them_back);
  tcase_add_test (cases, damage_in_the_middle_never_ends_the_program);
  tcase_add_test (cases, books_that_cannot_be_written_can_still_be_read);
  tcase_add_test (cases, a_folder_that_cannot_be_written_is_named);
  tcase_add_test (cases, a_full_disk_leaves_no_half_file);
  tcase_add_test (cases, a_full_disk_leaves_the_books_as_they_were);
  tcase_add_test (cases, while_another_program_writes_reading_goes_on);
  tcase_add_loop_test (
    cases, an_interrupt_ends_an_export_with_nothing_half_done, 0, 2);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
