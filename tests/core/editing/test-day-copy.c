/* The day's copy, made while somebody types. */
#include "../books/fixture.h"
#include "../store/raw.h"

#include "jh-backup.h"
#include "jh-document.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* How many bytes make a file large. */
#define LARGE "60000000"

/* Books with two filings, made before today as far as copies go; the caller
 * frees the path. */
static char *
make_books (void)
{
  char *path = new_path ();
  g_autoptr (JhStore) store = open_books (path, JH_STORE_CREATE);

  new_full_filing (store, "U1", 2023);
  new_full_filing (store, "U2", 2023);
  return path;
}

/* The same, in a file that takes a while to copy. */
static char *
make_large_books (void)
{
  char *path = make_books ();

  raw_run (path, "INSERT INTO change (kind, name, author, at, state, "
                 "changeset) VALUES ('do', '从前', '经办', "
                 "'2023-01-01T00:00:00+0800', 'dropped', "
                 "randomblob (" LARGE "))");
  return path;
}

static JhDocument *
open_document (const char *path)
{
  g_autoptr (GError) error = NULL;
  JhDocument *document = jh_document_open (path, &error);

  jh_assert_no_error (error);
  ck_assert (jh_document_choose_any (document, 0, &error));
  return document;
}

/* Gives both filings the words @words, as one change. */
static void
change_both (JhDocument *document, const char *words)
{
  JhStore *store = jh_document_get_store (document);
  JhChange *change = begin (store, words);

  set_words (store, 1, words);
  set_words (store, 2, words);
  commit (change);
}

/* The copies of @path. */
static GPtrArray *
list_copies (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *copies = jh_backup_list (path, &error);

  jh_assert_no_error (error);
  return copies;
}

/* Lets the main context work until there is a copy of @path. */
static void
wait_for_copy (const char *path)
{
  for (int tries = 0; tries < 3000; tries++)
    {
      g_autoptr (GPtrArray) copies = list_copies (path);

      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (copies->len > 0)
        return;
      g_usleep (5000);
    }
  ck_abort_msg ("no copy was made");
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

START_TEST (opening_books_makes_the_copy_of_the_day)
{
  g_autofree char *path = make_books ();
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (GPtrArray) copies = NULL;

  wait_for_copy (path);
  change_both (document, "改过");
  copies = list_copies (path);
  ck_assert_uint_eq (copies->len, 1);
  ck_assert_ptr_nonnull (strstr (copies->pdata[0], "每日"));
  ck_assert_ptr_null (jh_document_get_notice (document));
}
END_TEST

START_TEST (a_day_has_one_copy)
{
  g_autofree char *path = make_books ();
  JhDocument *first = open_document (path);
  g_autoptr (JhDocument) second = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  wait_for_copy (path);
  g_object_unref (first);
  second = open_document (path);
  change_both (second, "改过");
  copies = list_copies (path);
  ck_assert_uint_eq (copies->len, 1);
}
END_TEST

START_TEST (the_first_edit_does_not_wait_for_the_copy)
{
  g_autofree char *path = make_large_books ();
  gint64 start;
  double copying, editing;
  JhStore *store = open_books (path, JH_STORE_READ);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  g_autoptr (JhDocument) document = NULL;

  start = g_get_monotonic_time ();
  made = jh_backup_make (store, JH_BACKUP_MANUAL, NULL, &error);
  copying = seconds_since (start);
  jh_store_close (store);
  ck_assert_int_eq (g_unlink (made), 0);

  document = open_document (path);
  start = g_get_monotonic_time ();
  change_both (document, "第一次");
  editing = seconds_since (start);
  ck_assert_msg (editing < copying / 2,
                 "the copy takes %.3f s, the edit %.3f s", copying, editing);
  wait_for_copy (path);
}
END_TEST

/* Fails unless the copy @path is sound and holds no half of a change. */
static void
assert_whole (const char *path)
{
  g_autoptr (JhStore) copy = open_books (path, JH_STORE_READ);
  g_autofree char *first = get_words (copy, 1);
  g_autofree char *second = get_words (copy, 2);
  g_autoptr (GError) error = NULL;

  ck_assert (jh_store_check_whole (copy, &error));
  jh_assert_no_error (error);
  if (strstr (first, "次") || strstr (second, "次"))
    ck_assert_str_eq (first, second);
}

START_TEST (a_copy_is_whole_whatever_is_edited_meanwhile)
{
  g_autofree char *path = make_large_books ();
  g_autoptr (JhDocument) document = open_document (path);
  g_autoptr (GPtrArray) copies = NULL;
  guint edits = 0;

  do
    {
      g_autofree char *words = g_strdup_printf ("第 %u 次", edits);

      g_clear_pointer (&copies, g_ptr_array_unref);
      change_both (document, words);
      copies = list_copies (path);
      edits++;
    }
  while (copies->len == 0 && edits < 100000);
  ck_assert_uint_gt (edits, 1);
  assert_whole (copies->pdata[0]);
}
END_TEST

START_TEST (a_copy_that_fails_becomes_the_notice)
{
  g_autofree char *path = make_books ();
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  g_autoptr (JhDocument) document = NULL;

  /* A file where the folder of the copies should be. */
  ck_assert (g_file_set_contents (folder, "x", -1, NULL));
  document = open_document (path);
  for (int i = 0; i < 2000 && !jh_document_get_notice (document); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  ck_assert_ptr_nonnull (jh_document_get_notice (document));
  ck_assert_ptr_nonnull (
    strstr (jh_document_get_notice (document), "今天的备份没有做成"));
  change_both (document, "还是能改");
  assert_words (jh_document_get_store (document), 1, "还是能改");
}
END_TEST

/* How many files are in the folder of the copies of @path. */
static guint
count_files (const char *path)
{
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (dir && g_dir_read_name (dir))
    count++;
  return count;
}

START_TEST (closing_books_that_were_only_read_gives_the_copy_up)
{
  g_autofree char *path = make_large_books ();
  JhDocument *document = open_document (path);
  g_autoptr (GPtrArray) copies = NULL;

  g_object_unref (document);
  copies = list_copies (path);
  ck_assert_uint_le (copies->len, 1);
  ck_assert_uint_eq (count_files (path), copies->len);
}
END_TEST

START_TEST (closing_books_that_were_changed_waits_for_the_copy)
{
  g_autofree char *path = make_large_books ();
  JhDocument *document = open_document (path);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  change_both (document, "改过");
  ck_assert (jh_document_undo (document, &error));
  g_object_unref (document);
  copies = list_copies (path);
  ck_assert_uint_eq (copies->len, 1);
  ck_assert_uint_eq (count_files (path), 1);
}
END_TEST

START_TEST (books_that_cannot_be_written_are_not_copied)
{
  g_autofree char *path = make_books ();
  g_autoptr (JhDocument) document = NULL;

  ck_assert_int_eq (g_chmod (path, 0444), 0);
  document = open_document (path);
  g_usleep (100000);
  ck_assert_uint_eq (count_files (path), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("day-copy");
  TCase *copy = tcase_create ("copy");

  tcase_set_timeout (copy, 120);
  tcase_add_test (copy, opening_books_makes_the_copy_of_the_day);
  tcase_add_test (copy, a_day_has_one_copy);
  tcase_add_test (copy, the_first_edit_does_not_wait_for_the_copy);
  tcase_add_test (copy, a_copy_is_whole_whatever_is_edited_meanwhile);
  tcase_add_test (copy, a_copy_that_fails_becomes_the_notice);
  tcase_add_test (copy, closing_books_that_were_only_read_gives_the_copy_up);
  tcase_add_test (copy, closing_books_that_were_changed_waits_for_the_copy);
  tcase_add_test (copy, books_that_cannot_be_written_are_not_copied);
  suite_add_tcase (suite, copy);
  return jh_test_run (suite);
}
