/* The page of sheets follows the books, and leads to them. */
#include "../window-fixture.h"

#include "jh-lines-panel.h"
#include "jh-paper-view.h"
#include "jh-sheets-page.h"

/* A page in a window of its own, and what it asked for.
 *
 * led: the place it led to last, or NULL */
typedef struct
{
  GtkWidget *window;
  JhPage *page;
  JhDocument *document;
  JhPlace *led;
} Shown;

static void
lead_cb (JhPage *page, const JhPlace *place, Shown *shown)
{
  jh_place_free (shown->led);
  shown->led = jh_place_copy (place);
}

static Shown *
show_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = make_books ();
  Shown *shown = g_new0 (Shown, 1);

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  gtk_init ();
  shown->document = jh_document_open (path, &error);
  jh_assert_no_error (error);
  ck_assert (jh_document_choose_any (shown->document, 0, &error));
  shown->window = gtk_window_new ();
  shown->page = g_object_new (JH_TYPE_SHEETS_PAGE, NULL);
  g_signal_connect (shown->page, "lead", G_CALLBACK (lead_cb), shown);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->page));
  jh_page_set_document (shown->page, shown->document);
  gtk_window_present (GTK_WINDOW (shown->window));
  settle_until (shows (shown->page, "第 1 / 1 页"));
  return shown;
}

static void
shown_free (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  settle (50);
  jh_place_free (shown->led);
  g_object_unref (shown->document);
  g_free (shown);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static gpointer
find (const Shown *shown, GType type)
{
  GtkWidget *widget
    = find_widget (GTK_WIDGET (shown->page), is_of_type, &type);

  ck_assert_ptr_nonnull (widget);
  return widget;
}

/* Gives the income @index the amount @fen, as an entry page does. */
static void
set_income (const Shown *shown, guint index, gint64 fen)
{
  JhSession *session = jh_document_get_session (shown->document);
  JhBooks *books = jh_session_get_books (session);
  JhIncome *income = JH_BOOKS_ROWS (books, INCOME)->pdata[index];
  g_autoptr (GError) error = NULL;
  JhChange *change = jh_session_begin (session, "测试", &error);

  jh_assert_no_error (error);
  income->actual = jh_money (fen);
  ck_assert (jh_table_update (jh_session_get_store (session),
                              books->filing->id, income, &error));
  ck_assert (jh_session_commit (session, change, &error));
  jh_session_tell (session, JH_TOUCHED_TABLE (JH_TABLE_INCOME), NULL);
}

START_TEST (the_sheet_follows_an_edit_and_the_cursor_stays)
{
  g_autoptr (Shown) shown = show_page ();
  JhPaperView *view = find (shown, JH_TYPE_PAPER_VIEW);
  JhGridPlace place = { 3, 2 };

  jh_paper_view_set_cursor (view, place);
  ck_assert (shows (shown->page, "一、一般公共预算财政拨款收入"));
  ck_assert (shows (shown->page, "209.95 万元"));
  set_income (shown, 0, 0);
  settle_until (shows (shown->page, "26.09 万元"));
  ck_assert (jh_paper_view_get_cursor (view, &place));
  ck_assert_uint_eq (place.row, 3);
}
END_TEST

START_TEST (a_page_out_of_sight_reads_when_it_is_seen)
{
  g_autoptr (Shown) shown = show_page ();
  JhPaperView *view = find (shown, JH_TYPE_PAPER_VIEW);

  jh_paper_view_set_cursor (view, (JhGridPlace){ 3, 2 });
  gtk_widget_set_visible (GTK_WIDGET (shown->page), FALSE);
  set_income (shown, 0, 0);
  settle (400);
  gtk_widget_set_visible (GTK_WIDGET (shown->page), TRUE);
  settle_until (shows (shown->page, "26.09 万元"));
}
END_TEST

START_TEST (a_line_leads_to_its_row)
{
  g_autoptr (Shown) shown = show_page ();
  JhPaperView *view = find (shown, JH_TYPE_PAPER_VIEW);
  JhSession *session = jh_document_get_session (shown->document);
  const JhIncome *first
    = JH_BOOKS_ROWS (jh_session_get_books (session), INCOME)->pdata[0];

  jh_paper_view_set_cursor (view, (JhGridPlace){ 3, 2 });
  g_signal_emit_by_name (view, "activated");
  settle_until (shows (shown->page, "合计 209.95"));
  g_signal_emit_by_name (find_widget (find (shown, JH_TYPE_LINES_PANEL),
                                      is_of_type,
                                      &(GType){ GTK_TYPE_LIST_VIEW }),
                         "activate", 0);
  ck_assert_ptr_nonnull (shown->led);
  ck_assert_str_eq (shown->led->page, "income");
  ck_assert_str_eq (shown->led->field, "actual");
  ck_assert_int_eq (shown->led->row, first->row.id);
}
END_TEST

START_TEST (a_place_shows_its_sheet)
{
  g_autoptr (Shown) shown = show_page ();
  g_autoptr (JhPlace) there
    = jh_place_new ("sheets", NULL, 0, NULL, "公开07");
  g_autoptr (JhPlace) gone = jh_place_new ("sheets", NULL, 0, NULL, "公开99");

  ck_assert (jh_page_go (shown->page, there));
  settle_until (shows (shown->page, "第 1 / 10 页"));
  ck_assert (!jh_page_go (shown->page, gone));
  jh_paper_view_go_page (find (shown, JH_TYPE_PAPER_VIEW), 4);
  settle_until (shows (shown->page, "第 5 / 10 页"));
}
END_TEST

START_TEST (without_a_filing_there_is_no_sheet)
{
  g_autoptr (Shown) shown = show_page ();

  jh_page_set_document (shown->page, NULL);
  settle_until (shows (shown->page, "还没有打开决算"));
  jh_page_set_document (shown->page, shown->document);
  settle_until (shows (shown->page, "第 1 / 1 页"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sheets-page");
  TCase *tcase = tcase_create ("sheets-page");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, the_sheet_follows_an_edit_and_the_cursor_stays);
  tcase_add_test (tcase, a_page_out_of_sight_reads_when_it_is_seen);
  tcase_add_test (tcase, a_line_leads_to_its_row);
  tcase_add_test (tcase, a_place_shows_its_sheet);
  tcase_add_test (tcase, without_a_filing_there_is_no_sheet);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
