/* 全部决算, on the window. */
#include "../start/start-fixture.h"

#include "jh-filings-page.h"
#include "jh-new-filing.h"
#include "jh-survey-item.h"

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_page (GtkWidget *widget, gconstpointer data)
{
  return JH_IS_FILINGS_PAGE (widget);
}

static gboolean
is_drop_down (GtkWidget *widget, gconstpointer tip)
{
  return GTK_IS_DROP_DOWN (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0;
}

static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

/* Adds @count empty filings of the unit 甲 to the books @path, from 2001 on.
 */
static void
add_filings (const char *path, int count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_WRITE, &error);

  jh_assert_no_error (error);
  for (int i = 0; i < count; i++)
    {
      g_autoptr (JhFiling) filing = jh_filing_new ();

      g_free (filing->code);
      filing->code = g_strdup ("U1");
      g_free (filing->name);
      filing->name = g_strdup ("甲单位");
      filing->year = 2001 + i;
      ck_assert (jh_new_filing_keep (store, filing, &error));
    }
}

/* A window with the sample and @count filings more, on the page. */
static JhWindow *
open_filings (const char *path, int count)
{
  JhWindow *window = new_window ();

  add_filings (path, count);
  ck_assert (jh_window_open (window, path));
  g_action_group_activate_action (G_ACTION_GROUP (window), "page",
                                  g_variant_new_string ("filings"));
  return window;
}

static GtkWidget *
get_page (JhWindow *window)
{
  GtkWidget *page = find_widget (GTK_WIDGET (window), is_page, NULL);

  ck_assert_ptr_nonnull (page);
  return page;
}

static GListModel *
get_rows (JhWindow *window)
{
  GtkWidget *list = find_widget (get_page (window), is_list, NULL);

  ck_assert_ptr_nonnull (list);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* The year of the filing that is listed at @position. */
static int
get_year (JhWindow *window, guint position)
{
  g_autoptr (JhSurveyItem) item
    = g_list_model_get_item (get_rows (window), position);

  ck_assert_ptr_nonnull (item);
  return jh_filing_item_get_year (jh_survey_item_get_filing (item));
}

static void
choose_of (JhWindow *window, const char *tip, guint choice)
{
  GtkWidget *drop_down = find_widget (get_page (window), is_drop_down, tip);

  ck_assert_ptr_nonnull (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), choice);
}

START_TEST (all_filings_are_checked_when_they_are_looked_at)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_filings (path, 3);

  settle_until (shows (get_page (window), "4 套决算：1 套有错误"));
  ck_assert_uint_eq (g_list_model_get_n_items (get_rows (window)), 4);
}
END_TEST

START_TEST (those_are_listed_that_are_looked_for)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_filings (path, 3);
  GtkWidget *entry = find_widget (get_page (window), is_search, NULL);

  settle_until (shows (get_page (window), "4 套决算：1 套有错误"));
  choose_of (window, "看哪些决算", 1 + JH_STANDING_ERRORS);
  settle_until (g_list_model_get_n_items (get_rows (window)) == 1);
  choose_of (window, "看哪些决算", 1 + JH_STANDING_LOCKED);
  settle_until (shows (get_page (window), "没有这样的决算"));
  choose_of (window, "看哪些决算", 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2002");
  settle_until (g_list_model_get_n_items (get_rows (window)) == 1);
  ck_assert_int_eq (get_year (window, 0), 2002);
}
END_TEST

START_TEST (the_worst_come_first_when_that_is_wanted)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_filings (path, 3);

  settle_until (shows (get_page (window), "4 套决算：1 套有错误"));
  choose_of (window, "怎么排", 1);
  settle_until (get_year (window, 0) == 2023);
  choose_of (window, "怎么排", 0);
  settle_until (get_year (window, 3) == 2003);
}
END_TEST

START_TEST (one_that_is_activated_is_opened)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_filings (path, 2);
  JhDocument *document = jh_window_get_document (window);
  GtkWidget *list;

  settle_until (shows (get_page (window), "3 套决算：1 套有错误"));
  list = find_widget (get_page (window), is_list, NULL);
  for (guint i = 0; i < 3; i++)
    if (get_year (window, i) == 2002)
      g_signal_emit_by_name (list, "activate", i);
  settle_until (
    jh_session_get_books (jh_document_get_session (document))->filing->year
    == 2002);
  ck_assert (!gtk_widget_get_mapped (get_page (window)));
}
END_TEST

START_TEST (what_was_stopped_goes_on)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_filings (path, 300);

  settle_until (shows (get_page (window), "停止"));
  click (get_page (window), "停止");
  settle_until (shows (get_page (window), "继续审核"));
  ck_assert (shows (get_page (window), "套还没有审核"));
  press (get_page (window), "继续审核");
  settle_until (!shows (get_page (window), "套还没有审核"));
}
END_TEST

START_TEST (other_books_have_other_filings)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  g_autofree char *other = make_books ();
  JhWindow *window = open_filings (path, 60);

  settle_until (shows (get_page (window), "停止"));
  ck_assert (jh_window_open (window, other));
  settle_until (shows (get_page (window), "1 套决算：1 套有错误"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("filings-page");
  TCase *filings = tcase_create ("filings");

  tcase_set_timeout (filings, 60);
  tcase_add_test (filings, all_filings_are_checked_when_they_are_looked_at);
  tcase_add_test (filings, those_are_listed_that_are_looked_for);
  tcase_add_test (filings, the_worst_come_first_when_that_is_wanted);
  tcase_add_test (filings, one_that_is_activated_is_opened);
  tcase_add_test (filings, what_was_stopped_goes_on);
  tcase_add_test (filings, other_books_have_other_filings);
  suite_add_tcase (suite, filings);
  return jh_test_run (suite);
}
