/* The window, on a display of its own. */
#include "window-fixture.h"

#include "jh-change.h"
#include "jh-page-list.h"
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

static gboolean
is_menu_seen (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget));
}

START_TEST (the_head_of_the_window_comes_with_what_is_below_it)
{
  JhWindow *window = show_window ();

  settle (100);
  ck_assert_ptr_null (find_widget (GTK_WIDGET (window), is_menu_seen, NULL));
  jh_window_welcome (window, NULL);
  settle (100);
  ck_assert_ptr_nonnull (
    find_widget (GTK_WIDGET (window), is_menu_seen, NULL));
}
END_TEST

/* Names of actions that books are needed for. */
static const char *const ways[]
  = { "win.search", "win.next-part", "win.previous-part", "win.findings" };

START_TEST (without_books_the_keys_lead_nowhere_and_do_no_harm)
{
  g_autofree char *path = make_books ();
  JhWindow *window = show_window ();
  GtkWidget *widget = GTK_WIDGET (window);

  jh_window_welcome (window, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    ck_assert (gtk_widget_activate_action (widget, ways[i], NULL));
  ck_assert (gtk_widget_activate_action (widget, "win.page", "s", "income"));
  settle (100);
  ck_assert (!shows (widget, "收入"));
  ck_assert (jh_window_open (window, path));
  settle (250);
  ck_assert (shows (widget, "收入"));
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

/* Locks the only filing of the books @path. */
static void
lock_books (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_WRITE, &error);
  g_autoptr (JhFiling) filing = jh_filing_get (store, 1, &error);
  g_autoptr (JhChange) change = jh_change_begin (store, "锁定", &error);

  jh_assert_no_error (error);
  ck_assert (jh_filing_set_state (store, filing, "锁定", &error));
  ck_assert (jh_change_commit (change, &error));
}

START_TEST (a_locked_filing_says_so)
{
  g_autofree char *path = make_books ();
  JhWindow *window = show_window ();

  lock_books (path);
  ck_assert (jh_window_open (window, path));
  settle (200);
  ck_assert (shows (GTK_WIDGET (window), "这套决算已锁定"));
}
END_TEST

START_TEST (every_page_can_be_shown_and_led_to)
{
  g_autofree char *path = make_books ();
  JhWindow *window = show_window ();
  guint n;
  const JhPageInfo *pages = jh_page_list (&n);

  ck_assert (jh_window_open (window, path));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JhPlace) place
        = jh_place_new (pages[i].name, NULL, 0, NULL, NULL);

      jh_window_go (window, place);
      settle (200);
      ck_assert_msg (!shows (GTK_WIDGET (window), "要找的地方"), "%s",
                     pages[i].name);
    }
}
END_TEST

/* table, row: of a place
 * page: the title of the page that shows it; NULL when none does */
static const struct
{
  const char *table;
  gint64 row;
  const char *page;
} places[] = {
  { "expenditure", 3, "支出" },     { "income", 1, "收入" },
  { "sangong", 4, "三公" },         { "quantity", 5, "三公" },
  { "assessment_fund", 2, "项目" }, { "carryover", 1, "结转结余" },
  { "filing_fact", 1, "单位信息" }, { "expenditure", 99, NULL },
};

START_TEST (a_place_is_gone_to_or_missed_in_words)
{
  g_autofree char *path = make_books ();
  JhWindow *window = show_window ();
  g_autoptr (JhPlace) place
    = jh_place_of_row (places[_i].table, places[_i].row, "actual");

  ck_assert (jh_window_open (window, path));
  jh_window_go (window, place);
  settle (200);
  ck_assert_int_eq (shows (GTK_WIDGET (window), "要找的地方已经不在了"),
                    places[_i].page == NULL);
  if (places[_i].page)
    ck_assert_str_eq (jh_page_list_find (place->page)->title,
                      places[_i].page);
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
  tcase_add_test (window, the_head_of_the_window_comes_with_what_is_below_it);
  tcase_add_test (window, without_books_the_keys_lead_nowhere_and_do_no_harm);
  tcase_add_test (window, a_file_that_is_no_books_is_told_in_words);
  tcase_add_test (window, a_locked_filing_says_so);
  tcase_add_test (window, every_page_can_be_shown_and_led_to);
  tcase_add_loop_test (window, a_place_is_gone_to_or_missed_in_words, 0,
                       G_N_ELEMENTS (places));
  suite_add_tcase (suite, window);
  return jh_test_run (suite);
}
