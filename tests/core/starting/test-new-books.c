/* New files of books, the sample, and what an import would do. */
#include "../books/fixture.h"

#include "jh-import-plan.h"
#include "jh-new-books.h"
#include "jh-sample.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

static gboolean
fill_with_sample (JhStore *store, gpointer data, GError **error)
{
  return jh_sample_import (store, error);
}

static gboolean
fail_to_fill (JhStore *store, gpointer data, GError **error)
{
  new_full_filing (store, "U1", 2023);
  g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA, "不对");
  return FALSE;
}

/* How many files are in @folder. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir))
    count++;
  return count;
}

START_TEST (the_sample_is_brought_into_new_books)
{
  g_autofree char *path = new_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GPtrArray) filings = NULL;
  gboolean good = jh_new_books_make (path, fill_with_sample, NULL, &error);

  jh_assert_no_error (error);
  ck_assert (good);
  store = open_books (path, JH_STORE_READ);
  filings = jh_filing_list (store, NULL, 0, &error);
  ck_assert_uint_eq (filings->len, 1);
  ck_assert_int_eq (((JhFiling *) filings->pdata[0])->year, 2023);
}
END_TEST

START_TEST (a_sample_that_cannot_be_unpacked_is_told)
{
  const struct rlimit limit = { 0, RLIM_INFINITY };
  g_autoptr (JhStore) store = new_books ();
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);
  ck_assert (!jh_sample_import (store, &error));
  jh_assert_error (error, JH_ERROR_IO, "样例放不到");
}
END_TEST

START_TEST (a_folder_for_a_while_goes_with_its_files)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jh_scratch_new (&error);
  g_autofree char *file = NULL;

  jh_assert_no_error (error);
  file = jh_test_write (path, "a.csv", "a", -1);
  jh_scratch_remove (path);
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
  jh_scratch_remove (NULL);
}
END_TEST

START_TEST (books_that_cannot_be_filled_leave_nothing)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "账.jiheng", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_new_books_make (path, fail_to_fill, NULL, &error));
  jh_assert_error (error, JH_ERROR_DATA, "不对");
  ck_assert_uint_eq (count_files (folder), 0);
}
END_TEST

START_TEST (what_stands_there_is_never_replaced)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = jh_test_write (folder, "账.jiheng", "文稿", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  ck_assert (!jh_new_books_make (path, fill_with_sample, NULL, &error));
  jh_assert_error (error, JH_ERROR_EXISTS, "已经存在");
  content = jh_test_read (path, NULL);
  ck_assert_str_eq (content, "文稿");
}
END_TEST

START_TEST (a_folder_that_is_not_there_is_told)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!jh_new_books_make ("/nowhere/账.jiheng", fill_with_sample, NULL,
                                 &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "/nowhere/账.jiheng");
}
END_TEST

START_TEST (a_folder_that_cannot_be_written_is_told)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "账.jiheng", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_chmod (folder, 0500), 0);
  ck_assert (!jh_new_books_make (path, fill_with_sample, NULL, &error));
  jh_assert_error (error, JH_ERROR_READ_ONLY, "账.jiheng");
  ck_assert_uint_eq (count_files (folder), 0);
  ck_assert_int_eq (g_chmod (folder, 0700), 0);
}
END_TEST

START_TEST (books_are_called_after_their_unit)
{
  static const struct
  {
    const char *name;
    const char *file;
  } cases[] = {
    { "某单位", "某单位决算.jiheng" },
    { "　某单位 ", "某单位决算.jiheng" },
    { "某/单位", "某_单位决算.jiheng" },
    { "", "决算.jiheng" },
    { " ", "决算.jiheng" },
    { "..", "_决算.jiheng" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
        = jh_new_books_dup_path ("/nowhere", cases[i].name);
      g_autofree char *file = g_path_get_basename (path);

      ck_assert_str_eq (file, cases[i].file);
    }
}
END_TEST

START_TEST (a_name_that_is_taken_gets_a_number)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *first
    = jh_test_write (folder, "某单位决算.jiheng", "", -1);
  g_autofree char *second
    = jh_test_write (folder, "某单位决算（2）.jiheng", "", -1);
  g_autofree char *path = jh_new_books_dup_path (folder, "某单位");

  ck_assert (g_str_has_suffix (path, "/某单位决算（3）.jiheng"));
}
END_TEST

/* The folder of the sample. The caller frees it. */
static char *
dup_sample (void)
{
  return g_build_filename (g_getenv ("JIHENG_SOURCE"), "resources", "sample",
                           "filing-2023", NULL);
}

START_TEST (a_plan_says_what_comes_in)
{
  g_autofree char *sample = dup_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhImportPlan) plan = jh_import_plan_make (NULL, sample, &error);
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  jh_assert_no_error (error);
  title = jh_import_plan_dup_title (plan);
  words = jh_import_plan_dup_words (plan);
  ck_assert_str_eq (title,
                    "2023 年度 广元市昭化区目标绩效事务中心（510811-MBJX）");
  ck_assert_ptr_nonnull (strstr (words, "支出：16 行"));
  ck_assert_ptr_null (jh_import_plan_dup_replaced (plan));
}
END_TEST

START_TEST (a_plan_finds_the_folder_below)
{
  g_autofree char *sample = dup_sample ();
  g_autofree char *above = g_path_get_dirname (sample);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhImportPlan) plan = jh_import_plan_make (NULL, above, &error);

  jh_assert_no_error (error);
  ck_assert_str_eq (plan->folder, sample);
}
END_TEST

START_TEST (a_plan_says_what_is_replaced)
{
  g_autofree char *sample = dup_sample ();
  g_autofree char *path = new_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JhImportPlan) plan = NULL;
  g_autofree char *words = NULL;

  ck_assert (jh_new_books_make (path, fill_with_sample, NULL, &error));
  plan = jh_import_plan_make (path, sample, &error);
  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (plan->before);
  words = jh_import_plan_dup_replaced (plan);
  ck_assert_ptr_nonnull (strstr (words, "支出：现有 16 行，换成 16 行"));
}
END_TEST

START_TEST (a_folder_without_a_filing_has_no_plan)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_import_plan_make (NULL, folder, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "没有 filing.csv");
}
END_TEST

START_TEST (all_faults_of_a_folder_are_told)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *filing = jh_test_write (
    folder, "filing.csv", "键,值\n单位名称,甲\n年度,去年\n金额单位,角\n", -1);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_import_plan_make (NULL, folder, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "“去年”不是年度"));
  jh_assert_error (error, JH_ERROR_DATA, "“角”不是金额单位");
}
END_TEST

START_TEST (a_plan_for_books_that_are_none_is_refused)
{
  g_autofree char *sample = dup_sample ();
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = jh_test_write (folder, "x.jiheng", "words", -1);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_import_plan_make (path, sample, &error));
  jh_assert_error (error, JH_ERROR_NOT_BOOKS, "不是绩衡的账套文件");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("new-books");
  TCase *books = tcase_create ("books");

  tcase_add_test (books, the_sample_is_brought_into_new_books);
  tcase_add_test (books, a_sample_that_cannot_be_unpacked_is_told);
  tcase_add_test (books, a_folder_for_a_while_goes_with_its_files);
  tcase_add_test (books, books_that_cannot_be_filled_leave_nothing);
  tcase_add_test (books, what_stands_there_is_never_replaced);
  tcase_add_test (books, a_folder_that_is_not_there_is_told);
  tcase_add_test (books, a_folder_that_cannot_be_written_is_told);
  tcase_add_test (books, books_are_called_after_their_unit);
  tcase_add_test (books, a_name_that_is_taken_gets_a_number);
  tcase_add_test (books, a_plan_says_what_comes_in);
  tcase_add_test (books, a_plan_finds_the_folder_below);
  tcase_add_test (books, a_plan_says_what_is_replaced);
  tcase_add_test (books, a_folder_without_a_filing_has_no_plan);
  tcase_add_test (books, all_faults_of_a_folder_are_told);
  tcase_add_test (books, a_plan_for_books_that_are_none_is_refused);
  suite_add_tcase (suite, books);
  return jh_test_run (suite);
}
