/* 修改痕迹, on the window. */
#include "../start/start-fixture.h"

#include "jh-change.h"
#include "jh-log-item.h"
#include "jh-log-page.h"
#include "jh-new-filing.h"

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_log_page (GtkWidget *widget, gconstpointer data)
{
  return JH_IS_LOG_PAGE (widget);
}

/* A window with the sample, on the page of the log. */
static JhWindow *
open_log (const char *path)
{
  JhWindow *window = new_window ();

  ck_assert (jh_window_open (window, path));
  g_action_group_activate_action (G_ACTION_GROUP (window), "page",
                                  g_variant_new_string ("log"));
  settle (100);
  return window;
}

static GtkWidget *
get_page (JhWindow *window)
{
  GtkWidget *page = find_widget (GTK_WIDGET (window), is_log_page, NULL);

  ck_assert_ptr_nonnull (page);
  return page;
}

/* What the list of the log selects from. */
static GtkSelectionModel *
get_log (JhWindow *window)
{
  GtkWidget *list = find_widget (get_page (window), is_list, NULL);

  ck_assert_ptr_nonnull (list);
  return gtk_list_view_get_model (GTK_LIST_VIEW (list));
}

/* Calls the filing that is shown @name, as one change. */
static void
rename_filing (JhWindow *window, const char *name)
{
  JhDocument *document = jh_window_get_document (window);
  JhSession *session = jh_document_get_session (document);
  g_autoptr (JhFiling) filing
    = jh_filing_copy (jh_session_get_books (session)->filing);
  g_autoptr (GError) error = NULL;
  JhChange *change = jh_session_begin (session, name, &error);

  jh_assert_no_error (error);
  g_free (filing->name);
  filing->name = g_strdup (name);
  ck_assert (
    jh_filing_update (jh_session_get_store (session), filing, &error));
  ck_assert (jh_session_commit (session, change, &error));
  ck_assert (jh_document_refresh (document, &error));
}

START_TEST (the_log_tells_of_a_change_at_once)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_log (path);

  ck_assert (shows (get_page (window), "导入 2023 年"));
  rename_filing (window, "改名");
  settle_until (shows (get_page (window), "改名"));
}
END_TEST

START_TEST (changes_are_undone_from_there_after_a_question)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_log (path);
  GtkSelectionModel *log;
  GtkWindow *dialog = NULL;

  rename_filing (window, "甲单位");
  rename_filing (window, "乙单位");
  rename_filing (window, "丙单位");
  settle (100);
  log = get_log (window);
  ck_assert_uint_eq (g_list_model_get_n_items (G_LIST_MODEL (log)), 4);
  gtk_selection_model_select_item (log, 1, TRUE);
  settle (50);
  press (get_page (window), "撤销到这里之前");
  settle_until (shows_anywhere ("会撤销 2 次修改", &dialog));
  press (dialog, "撤销");
  settle_until (shows (window, "已撤销 2 次修改"));
  ck_assert_str_eq (jh_session_get_books (jh_document_get_session (
                                            jh_window_get_document (window)))
                      ->filing->name,
                    "甲单位");
  ck_assert (shows (get_page (window), "丙单位（已撤销）"));
}
END_TEST

START_TEST (nothing_is_undone_when_nobody_agrees)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_log (path);
  GtkWindow *dialog = NULL;

  rename_filing (window, "甲单位");
  settle (100);
  gtk_selection_model_select_item (get_log (window), 0, TRUE);
  settle (50);
  press (get_page (window), "撤销到这里之前");
  settle_until (shows_anywhere ("会撤销这 1 次修改", &dialog));
  press (dialog, "取消");
  settle (400);
  ck_assert (shows (get_page (window), "甲单位"));
  ck_assert (!shows (get_page (window), "（已撤销）"));
}
END_TEST

START_TEST (an_undo_is_nothing_to_undo)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_log (path);
  GtkWidget *button;

  rename_filing (window, "甲单位");
  choose (window, "undo");
  settle (100);
  gtk_selection_model_select_item (get_log (window), 0, TRUE);
  settle (50);
  button = find_widget (get_page (window), is_button_with, "撤销到这里之前");
  ck_assert (!gtk_widget_get_sensitive (button));
}
END_TEST

START_TEST (a_long_log_is_read_page_by_page)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autoptr (GError) error = NULL;
  JhStore *store = jh_store_open (path, JH_STORE_WRITE, &error);
  JhWindow *window;
  GtkWidget *list;

  for (int year = 1950; year < 1950 + 3 * JH_LOG_AT_ONCE; year++)
    {
      g_autoptr (JhFiling) filing = jh_filing_new ();

      g_free (filing->code);
      filing->code = g_strdup ("U");
      g_free (filing->name);
      filing->name = g_strdup ("某单位");
      filing->year = year;
      ck_assert (jh_new_filing_keep (store, filing, &error));
    }
  jh_store_close (store);
  window = open_log (path);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_ancestor (
      find_widget (get_page (window), is_label_with, "只看这一套"),
      GTK_TYPE_CHECK_BUTTON)),
    FALSE);
  settle (100);
  ck_assert_uint_eq (
    g_list_model_get_n_items (G_LIST_MODEL (get_log (window))),
    JH_LOG_AT_ONCE);
  list = find_widget (get_page (window), is_list, NULL);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u",
                              JH_LOG_AT_ONCE - 1);
  settle_until (g_list_model_get_n_items (G_LIST_MODEL (get_log (window)))
                > JH_LOG_AT_ONCE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("log-page");
  TCase *log = tcase_create ("log");

  tcase_set_timeout (log, 60);
  tcase_add_test (log, the_log_tells_of_a_change_at_once);
  tcase_add_test (log, changes_are_undone_from_there_after_a_question);
  tcase_add_test (log, nothing_is_undone_when_nobody_agrees);
  tcase_add_test (log, an_undo_is_nothing_to_undo);
  tcase_add_test (log, a_long_log_is_read_page_by_page);
  suite_add_tcase (suite, log);
  return jh_test_run (suite);
}
