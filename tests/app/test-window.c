/* The window, on a display of its own. */
#include "window-fixture.h"

#include "jh-window.h"

/* A window of the program, shown, with its style. */
static JhWindow *
show_window (void)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  JhWindow *window;

  gtk_init ();
  application
    = gtk_application_new ("cn.jiheng.Test", G_APPLICATION_NON_UNIQUE);
  ck_assert (
    g_application_register (G_APPLICATION (application), NULL, &error));
  window = jh_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

START_TEST (the_window_names_itself)
{
  g_autofree char *path = make_books ();
  JhWindow *window = show_window ();

  jh_window_open (window, path);
  settle (250);
  ck_assert_str_eq (gtk_window_get_title (GTK_WINDOW (window)), "绩衡");
}
END_TEST

START_TEST (the_newest_filing_is_shown)
{
  g_autofree char *path = make_books ();
  JhWindow *window = show_window ();

  ck_assert (jh_window_open (window, path));
  settle (250);
  ck_assert (shows (GTK_WIDGET (window), "广元市昭化区目标绩效事务中心"));
}
END_TEST

START_TEST (a_file_that_is_no_books_is_told_in_words)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = jh_test_write (folder, "x.jiheng", "words", -1);
  JhWindow *window = show_window ();

  jh_window_open (window, path);
  settle (250);
  ck_assert (shows (GTK_WIDGET (window), "不是绩衡的账套文件"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("window");
  TCase *window = tcase_create ("window");

  tcase_set_timeout (window, 60);
  tcase_add_test (window, the_window_names_itself);
  tcase_add_test (window, the_newest_filing_is_shown);
  tcase_add_test (window, a_file_that_is_no_books_is_told_in_words);
  suite_add_tcase (suite, window);
  return jh_test_run (suite);
}
