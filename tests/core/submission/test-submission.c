#include "../sheets/sheets-fixture.h"

#include "jh-change.h"
#include "jh-import.h"
#include "jh-submission.h"

#include <sys/resource.h>

#include <signal.h>

#define ALL_FORMATS (JH_FORMAT_XLSX | JH_FORMAT_PDF | JH_FORMAT_CSV)

/* A filing that is kept, and what its export needs. */
typedef struct
{
  JhStore *store;
  JhCatalog *catalog;
  JhBooks *books;
  char *folder;
  char *out;
  GPtrArray *written;
  JhSubmission submission;
} Fixture;

/* Keeps @books, which it takes over, and prepares their export. */
static Fixture *
prepare (JhBooks *books)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhChange) change = NULL;
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->store = fixture_store ();
  fixture->catalog = fixture_catalog ();
  fixture->folder = jh_test_folder ();
  fixture->out = g_build_filename (fixture->folder, "a", "out", NULL);
  fixture->written = g_ptr_array_new_with_free_func (g_free);
  fixture->submission = (JhSubmission){ .store = fixture->store,
                                        .catalog = fixture->catalog,
                                        .formats = ALL_FORMATS,
                                        .mark = "" };
  change = jh_change_begin (fixture->store, "测试", &error);
  jh_assert_no_error (error);
  jh_filing_insert (fixture->store, books->filing, &error);
  jh_assert_no_error (error);
  jh_books_insert (fixture->store, books, &error);
  jh_assert_no_error (error);
  jh_change_commit (change, &error);
  jh_assert_no_error (error);
  fixture->books = books;
  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  jh_books_free (fixture->books);
  jh_catalog_free (fixture->catalog);
  jh_store_close (fixture->store);
  g_ptr_array_unref (fixture->written);
  g_free (fixture->folder);
  g_free (fixture->out);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static gboolean
write_all (Fixture *fixture, GError **error)
{
  return jh_submission_write (&fixture->submission, fixture->books, NULL,
                              fixture->out, fixture->written, error);
}

/* How many entries @folder has, hidden ones too; 0 when it is not there. */
static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (dir && g_dir_read_name (dir))
    count++;
  return count;
}

/* All that was written is there, in the folder asked for and nowhere else,
 * and nothing else is. */
static void
check_written (const Fixture *fixture, guint expected)
{
  ck_assert_uint_eq (fixture->written->len, expected);
  for (guint i = 0; i < expected; i++)
    {
      const char *path = fixture->written->pdata[i];
      g_autofree char *folder = g_path_get_dirname (path);

      ck_assert_str_eq (folder, fixture->out);
      ck_assert_msg (g_file_test (path, G_FILE_TEST_EXISTS), "%s", path);
      for (guint k = 0; k < i; k++)
        ck_assert_str_ne (path, fixture->written->pdata[k]);
    }
  ck_assert_uint_eq (count_entries (fixture->out), expected);
  ck_assert_uint_eq (count_entries (fixture->folder), 1);
}

START_TEST (a_filing_makes_four_workbooks_in_their_order)
{
  g_autoptr (Fixture) fixture = prepare (fixture_sample ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) workbooks = jh_submission_workbooks (
    &fixture->submission, fixture->books, NULL, &files, &error);
  static const struct
  {
    const char *ending;
    guint grids;
    gboolean contents;
  } cases[] = {
    { "决算公开表", 13, TRUE },
    { "绩效自评表", 5, TRUE },
    { "绩效自评表（无分值）", 5, TRUE },
    { "收支对比表", 1, FALSE },
  };

  jh_assert_no_error (error);
  ck_assert_uint_eq (workbooks->len, G_N_ELEMENTS (cases));
  ck_assert_uint_eq (files->len, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JhWorkbook *workbook = workbooks->pdata[i];

      ck_assert (g_str_has_prefix (files->pdata[i], "2023年度广元市"));
      ck_assert (g_str_has_suffix (files->pdata[i], cases[i].ending));
      ck_assert_uint_eq (workbook->grids->len, cases[i].grids);
      ck_assert_int_eq (workbook->has_contents, cases[i].contents);
      ck_assert_int_eq (workbook->has_cover, cases[i].contents);
    }
}
END_TEST

START_TEST (the_mark_stands_on_every_cover)
{
  static const char *const marks[] = { "草稿", "", NULL };
  g_autoptr (Fixture) fixture = prepare (fixture_sample ());

  for (gsize m = 0; m < G_N_ELEMENTS (marks); m++)
    {
      g_autoptr (GPtrArray) files = NULL;
      g_autoptr (GPtrArray) workbooks = NULL;

      fixture->submission.mark = marks[m];
      workbooks = jh_submission_workbooks (
        &fixture->submission, fixture->books, NULL, &files, NULL);
      for (guint i = 0; i < workbooks->len; i++)
        ck_assert_str_eq (((JhWorkbook *) workbooks->pdata[i])->mark,
                          marks[m] ? marks[m] : "");
    }
}
END_TEST

START_TEST (what_is_asked_for_is_written_and_nothing_else)
{
  static const struct
  {
    guint formats;
    guint files;
  } cases[] = {
    { JH_FORMAT_XLSX, 4 },
    { JH_FORMAT_PDF, 4 },
    { JH_FORMAT_CSV, 1 },
    { ALL_FORMATS, 9 },
    { 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = prepare (fixture_sample ());
      g_autoptr (GError) error = NULL;

      fixture->submission.formats = cases[i].formats;
      ck_assert (write_all (fixture, &error));
      jh_assert_no_error (error);
      check_written (fixture, cases[i].files);
    }
}
END_TEST

START_TEST (writing_again_replaces_workbooks_but_no_folder)
{
  g_autoptr (Fixture) fixture = prepare (fixture_rich ());
  g_autoptr (GError) error = NULL;

  ck_assert (write_all (fixture, &error));
  g_ptr_array_set_size (fixture->written, 0);
  ck_assert (write_all (fixture, &error));
  jh_assert_no_error (error);
  ck_assert_uint_eq (fixture->written->len, 9);
  ck_assert (g_str_has_suffix (fixture->written->pdata[8],
                               "2023年度甲单位决算数据（2）"));
  ck_assert_uint_eq (count_entries (fixture->out), 10);
}
END_TEST

START_TEST (names_of_files_stay_in_the_folder_and_apart)
{
  g_autofree char *longest = g_strnfill (200, 'a');
  g_autoptr (GString) wide = g_string_new (NULL);
  const char *const names[] = {
    "../../x", "a/b",     "/etc/passwd", "..",    ".",
    "a\\b",    "a\nb\tc", "\x01",        "CON",   "*?<>|:\"",
    "{code}",  "-rf",     "  a  ",       longest, NULL,
  };

  for (guint i = 0; i < 200; i++)
    g_string_append (wide, "长");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Fixture) fixture = NULL;
      g_autoptr (GError) error = NULL;
      JhBooks *books = fixture_books (2023, "");

      g_free (books->filing->name);
      books->filing->name = g_strdup (names[i] ? names[i] : wide->str);
      fixture = prepare (books);
      ck_assert (write_all (fixture, &error));
      jh_assert_no_error (error);
      check_written (fixture, 9);
    }
}
END_TEST

/* Cancels what is being written before file number @data. */
static void
cancel_at (guint done, guint total, const char *name, gpointer data)
{
  gpointer *what = data;

  ck_assert_uint_lt (done, total);
  ck_assert_uint_eq (total, 9);
  ck_assert_str_ne (name, "");
  if (done == GPOINTER_TO_UINT (what[1]))
    g_cancellable_cancel (what[0]);
}

START_TEST (a_cancelled_export_leaves_whole_files_alone)
{
  for (guint at = 0; at <= 8; at += 4)
    {
      g_autoptr (Fixture) fixture = prepare (fixture_sample ());
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      gpointer what[] = { cancellable, GUINT_TO_POINTER (at) };
      g_autofree char *says
        = g_strdup_printf ("已按要求停止：9 个文件中写好了 %u 个", at);

      fixture->submission.cancellable = cancellable;
      fixture->submission.progress = cancel_at;
      fixture->submission.data = what;
      ck_assert (!write_all (fixture, &error));
      jh_assert_error (error, JH_ERROR_CANCELLED, says);
      check_written (fixture, at);
    }
}
END_TEST

START_TEST (an_export_that_fails_half_way_tells_what_is_there)
{
  g_autoptr (Fixture) fixture = prepare (fixture_sample ());
  g_autoptr (GError) error = NULL;
  struct rlimit limit;

  ck_assert (signal (SIGXFSZ, SIG_IGN) != SIG_ERR);
  ck_assert_int_eq (getrlimit (RLIMIT_FSIZE, &limit), 0);
  limit.rlim_cur = 60000;
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);
  ck_assert (!write_all (fixture, &error));
  ck_assert_ptr_nonnull (error);
  ck_assert_int_eq (error->domain, JH_ERROR);
  ck_assert_uint_lt (fixture->written->len, 9);
  check_written (fixture, fixture->written->len);
}
END_TEST

START_TEST (a_folder_that_cannot_be_made_is_named)
{
  g_autoptr (Fixture) fixture = prepare (fixture_books (2023, ""));
  g_autofree char *file = jh_test_write (fixture->folder, "file", "x", -1);
  g_autoptr (GError) error = NULL;

  g_free (fixture->out);
  fixture->out = g_build_filename (file, "out", NULL);
  ck_assert (!write_all (fixture, &error));
  ck_assert_ptr_nonnull (strstr (error->message, fixture->out));
  ck_assert_uint_eq (fixture->written->len, 0);
}
END_TEST

START_TEST (a_folder_of_csv_can_be_brought_in_again)
{
  g_autoptr (Fixture) fixture = prepare (fixture_sample ());
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooks) again = NULL;

  fixture->submission.formats = JH_FORMAT_CSV;
  ck_assert (write_all (fixture, &error));
  again = jh_import_read (fixture->store, fixture->written->pdata[0], &error);
  jh_assert_no_error (error);
  ck_assert (jh_books_equal (fixture->books, again));
}
END_TEST

START_TEST (formats_are_read_and_what_is_none_is_named)
{
  static const struct
  {
    const char *text;
    guint formats;
    const char *fault;
  } cases[] = {
    { "xlsx", JH_FORMAT_XLSX, NULL },
    { "pdf,csv", JH_FORMAT_PDF | JH_FORMAT_CSV, NULL },
    { "csv,pdf,xlsx", ALL_FORMATS, NULL },
    { "", 0, "没有说明要哪种格式" },
    { ",", 0, "没有“”这种格式" },
    { "doc", 0, "没有“doc”这种格式" },
    { "xlsx,", 0, "没有“”这种格式" },
    { "xlsx,xlsx", 0, "每种写一次" },
    { "XLSX", 0, "没有“XLSX”" },
    { "xlsx, pdf", 0, "没有“ pdf”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint formats = 99;

      ck_assert_int_eq (jh_formats_parse (cases[i].text, &formats, &error),
                        cases[i].fault == NULL);
      if (cases[i].fault)
        jh_assert_error (error, JH_ERROR_USAGE, cases[i].fault);
      else
        ck_assert_uint_eq (formats, cases[i].formats);
    }
}
END_TEST

START_TEST (projects_without_a_form_make_no_form)
{
  g_autoptr (JhBooks) empty = fixture_books (2023, "");
  g_autoptr (JhBooks) rich = fixture_rich ();
  g_autoptr (JhCatalog) catalog = fixture_catalog ();
  const JhSheet *whole
    = jh_catalog_find (catalog, rich->filing, "整体自评表");
  const JhSheet *project
    = jh_catalog_find (catalog, rich->filing, "项目自评表");
  const JhSheet *public = jh_catalog_find (catalog, rich->filing, "公开01");
  g_autoptr (GPtrArray) none = jh_bundle_objects (project, empty);
  g_autoptr (GPtrArray) two = jh_bundle_objects (project, rich);
  g_autoptr (GPtrArray) one = jh_bundle_objects (whole, rich);
  g_autoptr (GPtrArray) no_form = jh_bundle_objects (public, rich);

  ck_assert_uint_eq (none->len, 0);
  ck_assert_uint_eq (two->len, 2);
  ck_assert_str_eq (two->pdata[1], "A2");
  ck_assert_uint_eq (one->len, 1);
  ck_assert_str_eq (one->pdata[0], "整体");
  ck_assert_uint_eq (no_form->len, 1);
  ck_assert_ptr_null (no_form->pdata[0]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("submission");
  TCase *cases = tcase_create ("submission");

  tcase_set_timeout (cases, 120);
  tcase_add_test (cases, a_filing_makes_four_workbooks_in_their_order);
  tcase_add_test (cases, the_mark_stands_on_every_cover);
  tcase_add_test (cases, what_is_asked_for_is_written_and_nothing_else);
  tcase_add_test (cases, writing_again_replaces_workbooks_but_no_folder);
  tcase_add_test (cases, names_of_files_stay_in_the_folder_and_apart);
  tcase_add_test (cases, a_cancelled_export_leaves_whole_files_alone);
  tcase_add_test (cases, an_export_that_fails_half_way_tells_what_is_there);
  tcase_add_test (cases, a_folder_that_cannot_be_made_is_named);
  tcase_add_test (cases, a_folder_of_csv_can_be_brought_in_again);
  tcase_add_test (cases, formats_are_read_and_what_is_none_is_named);
  tcase_add_test (cases, projects_without_a_form_make_no_form);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
