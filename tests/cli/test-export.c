/* What an export writes, read back, and exports that stop on the way. */
#include "cli-fixture.h"

#include "jh-xlsx-reader.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Exports @books to @out as @format; it is to end with @status. The paths
 * written; the caller frees them. */
static char **export(const char *books, const char *out, const char *format,
                     int status)
{
  g_autofree char *text = cli_expect (
    status, NULL,
    CLI_WORDS ("export", books, "--out", out, "--format", format));

  return g_strsplit (g_strchomp (text), "\n", -1);
}

/* How many cells of the workbook @path hold @text; fails at a formula. */
static guint
count_text (const char *path, const char *text)
{
  g_autoptr (JhXlsx) xlsx = jh_xlsx_open (path);
  guint count = 0;

  for (guint s = 0; s < jh_xlsx_count_sheets (xlsx); s++)
    {
      const GPtrArray *places = jh_xlsx_list_places (xlsx, s);

      for (guint i = 0; i < places->len; i++)
        {
          const JhXlsxCell *cell
            = jh_xlsx_get_cell (xlsx, s, places->pdata[i]);

          ck_assert_msg (cell->kind != JH_XLSX_FORMULA, "%s: %s is a formula",
                         path, (char *) places->pdata[i]);
          count += strstr (cell->text, text) != NULL;
        }
    }
  return count;
}

/* As above, in all workbooks among @paths. */
static guint
count_text_in_all (char **paths, const char *text)
{
  guint count = 0;

  for (guint i = 0; paths[i]; i++)
    if (g_str_has_suffix (paths[i], ".xlsx"))
      count += count_text (paths[i], text);
  return count;
}

START_TEST (words_that_look_like_formulas_stay_words)
{
  static const char *const words[] = {
    "=HYPERLINK(\"\"http://x\"\",\"\"y\"\")",
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "{=1}",
    "=cmd|' /C calc'!A0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *folder = jh_test_folder ();
      g_autofree char *copy = jh_test_copy_sample (FALSE);
      g_autofree char *books = cli_path (folder, "b.jiheng");
      g_autofree char *out = cli_path (folder, "out");
      g_autofree char *projects = g_strdup_printf (
        "项目编号,项目名称,项目类型,主管部门,实施单位,年度总体目标,"
        "实际完成情况\nP1,\"%s\",,,,\"%s\",\nP2,乙,,,,,\nP3,丙,,,,,\n"
        "P4,丁,,,,,\n",
        words[i], words[i]);
      g_autofree char *file
        = jh_test_write (copy, "projects.csv", projects, -1);
      g_auto (GStrv) parts = g_strsplit (words[i], "\"\"", -1);
      g_autofree char *shown = g_strjoinv ("\"", parts);
      g_auto (GStrv) paths = NULL;

      ck_assert_ptr_nonnull (file);
      cli_must (0, NULL, "import", books, copy);
      paths = export(books, out, "xlsx", 1);
      ck_assert_uint_ge (count_text_in_all (paths, shown), 2);
    }
}
END_TEST

START_TEST (only_a_filing_with_errors_is_marked_a_draft)
{
  static const struct
  {
    const char *actual;
    int status;
    const char *finding;
  } cases[] = {
    { "183.86", 0, "错误 0 条" },
    { "183.85", 0, "提示 T01-5" },
    { "183.84", 1, "错误 T01-5" },
    { "180.00", 1, "错误 B01" },
    { "-183.86", 1, "收入 第 1 行的“决算”是 -183.86 万元，这里不能是负数" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = jh_test_folder ();
      g_autofree char *copy = jh_test_copy_sample (TRUE);
      g_autofree char *books = cli_path (folder, "b.jiheng");
      g_autofree char *out = cli_path (folder, "out");
      g_autofree char *income = cli_path (copy, "income.csv");
      g_autofree char *text = jh_test_read (income, NULL);
      g_auto (GStrv) parts = g_strsplit (text, "2013150,,183.86,183.86", -1);
      g_autofree char *line
        = g_strdup_printf ("2013150,,183.86,%s", cases[i].actual);
      g_autofree char *changed = g_strjoinv (line, parts);
      g_autofree char *file = jh_test_write (copy, "income.csv", changed, -1);
      g_auto (GStrv) paths = NULL;

      ck_assert_uint_eq (g_strv_length (parts), 2);
      ck_assert_ptr_nonnull (file);
      cli_must (0, "已导入", "import", books, copy);
      cli_must (cases[i].status, cases[i].finding, "check", books);
      paths = export(books, out, "xlsx", cases[i].status);
      ck_assert_uint_eq (g_strv_length (paths), 4);
      for (guint p = 0; p < 3; p++)
        ck_assert_uint_eq (count_text (paths[p], "草稿"), cases[i].status);
    }
}
END_TEST

START_TEST (an_export_that_fails_names_the_filing)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = cli_make_books (folder);
  g_autofree char *out = cli_path (folder, "out");
  g_autofree char *first = cli_path (out, "2023-510811-MBJX");
  g_autofree char *in_the_way = NULL;
  g_autofree char *listed = NULL;

  cli_must (0, NULL, "roll", books, "--from", "2023");
  ck_assert_int_eq (mkdir (out, 0755), 0);
  in_the_way = jh_test_write (out, "2024-510811-MBJX", "x", -1);
  cli_must (3, "第 2 套（共 2 套），2024 年度“广元市昭化区", "export", books,
            "--out", out);
  listed = cli_list_folder (first);
  ck_assert_ptr_nonnull (strstr (listed, "决算公开表.xlsx"));
  cli_must (3, "jiheng-cli：建不了文件夹", "export", books, "--year", "2024",
            "--out", in_the_way);
}
END_TEST

/* Books of @n_years years. The caller frees the path. */
static char *
make_years (const char *folder, int n_years)
{
  char *books = cli_make_books (folder);

  for (int year = 2023; year < 2023 + n_years - 1; year++)
    {
      g_autofree char *from = g_strdup_printf ("%d", year);

      cli_must (0, NULL, "roll", books, "--from", from);
    }
  return books;
}

/* Waits until @folder has an entry. */
static void
wait_for_entry (const char *folder)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      if (dir && g_dir_read_name (dir))
        return;
      g_usleep (1000);
    }
  ck_abort_msg ("nothing was written");
}

/* Exports @books to @out as @format, and interrupts as soon as something is
 * there. What was said; the caller frees it. */
static char *
interrupt_export (const char *books, const char *out, const char *format)
{
  const char *const call[] = { g_getenv ("JIHENG_CLI"),
                               "export",
                               books,
                               "--out",
                               out,
                               "--format",
                               format,
                               NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  char part[4096];
  gssize length;
  int status, errors;
  GPid child;

  ck_assert_msg (g_spawn_async_with_pipes (
                   NULL, (char **) call, NULL,
                   G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                   NULL, NULL, &child, NULL, NULL, &errors, &error),
                 "%s", error ? error->message : "");
  wait_for_entry (out);
  ck_assert_int_eq (kill (child, SIGINT), 0);
  while ((length = read (errors, part, sizeof part)) > 0)
    g_string_append_len (said, part, length);
  ck_assert_int_eq (length, 0);
  close (errors);
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert_msg (WIFEXITED (status) && WEXITSTATUS (status) == 3,
                 "%s: ended with %d", format, status);
  return g_strdup (said->str);
}

START_TEST (an_interrupt_ends_an_export_of_many_filings)
{
  static const char *const formats[] = { "csv", "xlsx", "pdf" };
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *books = make_years (folder, 60);
  g_autofree char *before = cli_expect (0, NULL, CLI_WORDS ("list", books));
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *out = cli_path (folder, formats[i]);
      g_autofree char *said = interrupt_export (books, out, formats[i]);
      g_autofree char *listed = cli_list_folder (out);
      g_auto (GStrv) names = g_strsplit (listed, " ", -1);

      ck_assert_msg (strstr (said, "套（共 60 套）") && strstr (said, "停止"),
                     "%s: “%s”", formats[i], said);
      ck_assert_uint_lt (g_strv_length (names), 60);
      for (guint n = 0; names[n]; n++)
        {
          g_autofree char *inner = cli_path (out, names[n]);
          g_autofree char *files = cli_list_folder (inner);

          ck_assert_msg (files[0] != '.' && strstr (files, " .") == NULL,
                         "left in %s: %s", names[n], files);
        }
    }
  after = cli_expect (0, NULL, CLI_WORDS ("list", books));
  ck_assert_str_eq (before, after);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("export");
  TCase *cases = tcase_create ("export");

  tcase_set_timeout (cases, 180);
  tcase_add_test (cases, words_that_look_like_formulas_stay_words);
  tcase_add_test (cases, only_a_filing_with_errors_is_marked_a_draft);
  tcase_add_test (cases, an_export_that_fails_names_the_filing);
  tcase_add_test (cases, an_interrupt_ends_an_export_of_many_filings);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
