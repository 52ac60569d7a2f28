/* An open file: what is shown, undo and redo, other programs. */
#include "jh-document.h"

#include "../books/fixture.h"
#include "jh-claim.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* Books with a filing of unit A in each of @years, 0 at the end; the caller
 * frees the path. */
static char *
make_file (const int *years)
{
  char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);

  for (guint i = 0; years[i] != 0; i++)
    new_full_filing (store, "A", years[i]);
  return path;
}

static JhDocument *
open_document (const char *path)
{
  g_autoptr (GError) error = NULL;
  JhDocument *document = jh_document_open (path, &error);

  jh_assert_no_error (error);
  return document;
}

/* The year that is shown; 0 for none. */
static int
shown_year (JhDocument *document)
{
  JhSession *session = jh_document_get_session (document);

  return session ? jh_session_get_books (session)->filing->year : 0;
}

START_TEST (the_newest_filing_is_shown_when_none_is_wanted)
{
  static const int years[] = { 2021, 2023, 2022, 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (shown_year (document), 0);
  ck_assert (jh_document_choose_any (document, 0, &error));
  ck_assert_int_eq (shown_year (document), 2023);
  ck_assert (jh_document_choose_any (document, 1, &error));
  ck_assert_int_eq (shown_year (document), 2021);
  ck_assert (jh_document_choose_any (document, 99, &error));
  ck_assert_int_eq (shown_year (document), 2023);
}
END_TEST

START_TEST (a_filing_that_is_not_there_leaves_what_is_shown)
{
  static const int years[] = { 2023, 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_document_choose_any (document, 0, &error));
  ck_assert (!jh_document_choose (document, 99, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "已经不在账套里");
  ck_assert_int_eq (shown_year (document), 2023);
}
END_TEST

START_TEST (books_without_filings_show_none)
{
  static const int years[] = { 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_document_choose_any (document, 0, &error));
  ck_assert_ptr_null (jh_document_get_session (document));
  ck_assert_uint_eq (
    g_list_model_get_n_items (jh_document_get_filings (document, &error)), 0);
}
END_TEST

START_TEST (undo_shows_the_filing_that_it_was_about)
{
  static const int years[] = { 2022, 2023, 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (GError) error = NULL;

  change_words (jh_document_get_store (document), 1, "改了旧的");
  ck_assert (jh_document_choose_any (document, 2, &error));
  ck_assert (jh_document_refresh (document, &error));
  ck_assert_str_eq (jh_document_get_undo_name (document), "改了旧的");
  ck_assert (jh_document_undo (document, &error));
  ck_assert_int_eq (shown_year (document), 2022);
  ck_assert_str_eq (jh_document_get_redo_name (document), "改了旧的");
  ck_assert_ptr_nonnull (jh_document_get_saved (document));
  ck_assert (jh_document_redo (document, &error));
  ck_assert_ptr_null (jh_document_get_redo_name (document));
}
END_TEST

START_TEST (undoing_what_made_the_filing_shows_another)
{
  static const int years[] = { 2022, 2023, 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_document_choose_any (document, 0, &error));
  ck_assert_int_eq (shown_year (document), 2023);
  ck_assert_uint_eq (
    g_list_model_get_n_items (jh_document_get_filings (document, &error)), 2);
  ck_assert (jh_document_undo (document, &error));
  ck_assert_int_eq (shown_year (document), 2022);
  ck_assert_uint_eq (
    g_list_model_get_n_items (jh_document_get_filings (document, &error)), 1);
  ck_assert (jh_document_undo (document, &error));
  ck_assert_ptr_null (jh_document_get_session (document));
  ck_assert (!jh_document_undo (document, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "没有可以撤销");
}
END_TEST

START_TEST (books_that_another_has_open_are_only_read)
{
  static const int years[] = { 2023, 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) first = open_document (path);
  g_autoptr (JhDocument) second = open_document (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhChange) change = NULL;

  ck_assert (!jh_document_is_read_only (first));
  ck_assert_ptr_null (jh_document_get_notice (first));
  ck_assert (jh_document_is_read_only (second));
  ck_assert_ptr_nonnull (
    strstr (jh_document_get_notice (second), "只能查看，不能修改"));
  ck_assert (jh_document_choose_any (second, 0, &error));
  change = jh_session_begin (jh_document_get_session (second), "改", &error);
  ck_assert_ptr_null (change);
  jh_assert_error (error, JH_ERROR_READ_ONLY, "只读");
}
END_TEST

START_TEST (books_that_were_closed_can_be_written_by_the_next)
{
  static const int years[] = { 2023, 0 };
  g_autofree char *path = make_file (years);
  JhDocument *first = open_document (path);
  g_autoptr (JhDocument) second = NULL;

  g_object_unref (first);
  second = open_document (path);
  ck_assert (!jh_document_is_read_only (second));
}
END_TEST

START_TEST (a_file_without_the_right_to_write_is_only_read)
{
  static const int years[] = { 2023, 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) document = NULL;

  ck_assert_int_eq (g_chmod (path, 0400), 0);
  document = open_document (path);
  ck_assert (jh_document_is_read_only (document));
  ck_assert_ptr_nonnull (jh_document_get_notice (document));
}
END_TEST

START_TEST (what_another_program_changed_is_shown)
{
  static const int years[] = { 2023, 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (JhStore) other = open_books (path, JH_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  const JhBooks *books;
  gboolean changed;

  ck_assert (jh_document_choose_any (document, 0, &error));
  ck_assert (jh_document_look (document, &changed, &error));
  ck_assert (!changed);
  change_words (other, 1, "别处改的");
  ck_assert (jh_document_look (document, &changed, &error));
  ck_assert (changed);
  books = jh_session_get_books (jh_document_get_session (document));
  ck_assert_str_eq (
    ((const JhReason *) JH_BOOKS_ROWS (books, REASON)->pdata[0])->words,
    "别处改的");
  ck_assert_str_eq (jh_document_get_undo_name (document), "别处改的");
  ck_assert (jh_document_look (document, &changed, &error));
  ck_assert (!changed);
}
END_TEST

START_TEST (a_file_that_was_taken_away_is_told)
{
  static const int years[] = { 2023, 0 };
  g_autofree char *path = make_file (years);
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (GError) error = NULL;
  gboolean changed;

  ck_assert_int_eq (g_unlink (path), 0);
  ck_assert (!jh_document_look (document, &changed, &error));
  jh_assert_error (error, JH_ERROR_NOT_FOUND, "“账.jiheng”");
}
END_TEST

START_TEST (a_file_that_is_no_books_cannot_be_opened)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = jh_test_write (folder, "x.jiheng", "words", -1);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jh_document_open (path, &error));
  jh_assert_error (error, JH_ERROR_NOT_BOOKS, "x.jiheng");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("document");
  TCase *all = tcase_create ("document");

  tcase_set_timeout (all, 60);
  tcase_add_test (all, the_newest_filing_is_shown_when_none_is_wanted);
  tcase_add_test (all, a_filing_that_is_not_there_leaves_what_is_shown);
  tcase_add_test (all, books_without_filings_show_none);
  tcase_add_test (all, undo_shows_the_filing_that_it_was_about);
  tcase_add_test (all, undoing_what_made_the_filing_shows_another);
  tcase_add_test (all, books_that_another_has_open_are_only_read);
  tcase_add_test (all, books_that_were_closed_can_be_written_by_the_next);
  tcase_add_test (all, a_file_without_the_right_to_write_is_only_read);
  tcase_add_test (all, what_another_program_changed_is_shown);
  tcase_add_test (all, a_file_that_was_taken_away_is_told);
  tcase_add_test (all, a_file_that_is_no_books_cannot_be_opened);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
