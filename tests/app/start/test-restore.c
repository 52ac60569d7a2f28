/* Copies of the books, by the window. */
#include "start-fixture.h"

#include "jh-backup.h"
#include "jh-claim.h"
#include "jh-filing.h"

#include <glib/gstdio.h>

/* A window with the books @path. */
static JhWindow *
open_window (const char *path)
{
  JhWindow *window = new_window ();

  ck_assert (jh_window_open (window, path));
  settle (50);
  return window;
}

/* How many filings the window lists. */
static guint
count_filings (JhWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filings = jh_filing_list (
    jh_document_get_store (jh_window_get_document (window)), NULL, 0, &error);

  jh_assert_no_error (error);
  return filings->len;
}

/* A copy of @path asked for, in which its filing is. The caller frees the
 * path. */
static char *
make_copy (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_READ, &error);
  char *copy = jh_backup_make (store, JH_BACKUP_MANUAL, NULL, &error);

  jh_assert_no_error (error);
  return copy;
}

START_TEST (a_copy_is_made_by_the_menu)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  JhWindow *window = open_window (path);

  choose (window, "back-up");
  settle_until (shows (window, "已备份到"));
  ck_assert_uint_eq (count_ending (folder, "-手动.jiheng"), 1);
}
END_TEST

/* Whether @widget says that something with @text in it was not done. */
static gboolean
has_failed (GtkWidget *widget, gconstpointer text)
{
  return is_label_with (widget, text)
         && gtk_widget_has_css_class (widget, "failed");
}

START_TEST (a_copy_that_cannot_be_made_is_told)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  JhWindow *window;

  ck_assert (g_file_set_contents (folder, "x", -1, NULL));
  window = open_window (path);
  choose (window, "back-up");
  settle_until (find_widget (GTK_WIDGET (window), has_failed, folder));
}
END_TEST

START_TEST (books_go_back_to_a_copy_and_stay_open)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *copy = make_copy (path);
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  JhWindow *window = open_window (path);
  GtkWindow *dialog;

  choose (window, "delete-filing");
  settle_until (count_filings (window) == 0);
  choose (window, "restore");
  settle_until ((dialog = find_window ("还原备份")));
  settle_until (shows (dialog, "这份备份里有"));
  press (dialog, "还原");
  settle_until (find_window ("还原备份") == NULL
                && jh_window_get_document (window));
  settle (100);
  ck_assert (shows (window, "已还原；还原前的账套留在备份"));
  ck_assert_uint_eq (count_ending (folder, "-还原前.jiheng"), 1);
  ck_assert (!jh_document_is_read_only (jh_window_get_document (window)));
}
END_TEST

START_TEST (what_is_in_a_copy_is_shown_before)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *copy = make_copy (path);
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  jh_window_welcome (window, NULL);
  jh_window_restore (window, path);
  settle_until ((dialog = find_window ("还原备份")));
  settle_until (shows (dialog, "2023 年度  广元市昭化区目标绩效事务中心"));
  ck_assert (shows (dialog, "手动备份"));
}
END_TEST

START_TEST (damaged_books_are_restored_from_the_welcome_page)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *copy = make_copy (path);
  g_autofree char *folder = g_strconcat (path, "-备份", NULL);
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  ck_assert (g_file_set_contents (path, "坏了", -1, NULL));
  ck_assert (!jh_window_open (window, path));
  settle_until (shows (window, "不是绩衡的账套文件"));
  jh_window_restore (window, path);
  settle_until ((dialog = find_window ("还原备份")));
  settle_until (shows (dialog, "这份备份里有"));
  press (dialog, "还原");
  settle_until (jh_window_get_document (window));
  ck_assert_uint_eq (count_filings (window), 1);
  ck_assert_uint_eq (count_ending (folder, "-损坏.jiheng"), 1);
}
END_TEST

START_TEST (a_damaged_copy_is_refused_and_the_books_shown_again)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *copy = make_copy (path);
  JhWindow *window = open_window (path);
  GtkWindow *dialog;

  /* The day's copy, which the window begins, goes out of the way. */
  settle (300);
  ck_assert (g_file_set_contents (copy, "坏了", -1, NULL));
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) copies = jh_backup_list (path, &error);

    for (guint i = 0; i < copies->len; i++)
      if (g_strcmp0 (copies->pdata[i], copy) != 0)
        g_unlink (copies->pdata[i]);
  }
  choose (window, "restore");
  settle_until ((dialog = find_window ("还原备份")));
  settle_until (shows (dialog, "看不了这份备份"));
  press (dialog, "还原");
  settle_until (shows (dialog, "这份备份不能用来还原"));
  ck_assert_ptr_nonnull (jh_window_get_document (window));
  ck_assert_uint_eq (count_filings (window), 1);
}
END_TEST

START_TEST (books_that_are_open_elsewhere_are_not_replaced)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *copy = make_copy (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhClaim) claim = jh_claim_take (path, &error);
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  jh_assert_no_error (error);
  jh_window_welcome (window, NULL);
  jh_window_restore (window, path);
  settle_until ((dialog = find_window ("还原备份")));
  settle_until (shows (dialog, "这份备份里有"));
  press (dialog, "还原");
  settle_until (shows (dialog, "现在不能还原"));
  ck_assert_ptr_null (jh_window_get_document (window));
}
END_TEST

START_TEST (books_without_copies_say_how_to_make_one)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = new_window ();
  GtkWindow *dialog;

  jh_window_welcome (window, NULL);
  jh_window_restore (window, path);
  settle_until ((dialog = find_window ("还原备份")));
  settle (50);
  ck_assert (shows (dialog, "还没有备份"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("restore");
  TCase *restore = tcase_create ("restore");

  tcase_set_timeout (restore, 60);
  tcase_add_test (restore, a_copy_is_made_by_the_menu);
  tcase_add_test (restore, a_copy_that_cannot_be_made_is_told);
  tcase_add_test (restore, books_go_back_to_a_copy_and_stay_open);
  tcase_add_test (restore, what_is_in_a_copy_is_shown_before);
  tcase_add_test (restore, damaged_books_are_restored_from_the_welcome_page);
  tcase_add_test (restore,
                  a_damaged_copy_is_refused_and_the_books_shown_again);
  tcase_add_test (restore, books_that_are_open_elsewhere_are_not_replaced);
  tcase_add_test (restore, books_without_copies_say_how_to_make_one);
  suite_add_tcase (suite, restore);
  return jh_test_run (suite);
}
