/* The page of exports writes what it says, and can be stopped. */
#include "../window-fixture.h"

#include "jh-export-page.h"
#include "jh-state.h"

/* A page in a window of its own that exports into `out`. */
typedef struct
{
  GtkWidget *window;
  JhPage *page;
  JhDocument *document;
  char *out;
} Shown;

/* Takes most of the income away, so that the filing has an error. */
static void
spoil (JhDocument *document)
{
  JhSession *session = jh_document_get_session (document);
  JhBooks *books = jh_session_get_books (session);
  JhIncome *income = JH_BOOKS_ROWS (books, INCOME)->pdata[0];
  g_autoptr (GError) error = NULL;
  JhChange *change = jh_session_begin (session, "测试", &error);

  jh_assert_no_error (error);
  income->actual = jh_money (0);
  ck_assert (jh_table_update (jh_session_get_store (session),
                              books->filing->id, income, &error));
  ck_assert (jh_session_commit (session, change, &error));
  jh_session_tell (session, JH_TOUCHED_TABLE (JH_TABLE_INCOME), NULL);
}

static Shown *
show_page (gboolean spoilt)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = jh_test_copy_sample (TRUE);
  g_autofree char *path = make_books_of (folder);
  Shown *shown = g_new0 (Shown, 1);

  shown->out = jh_test_folder ();
  g_setenv ("XDG_CONFIG_HOME", shown->out, TRUE);
  jh_state_set_text ("export", "folder", shown->out);
  gtk_init ();
  shown->document = jh_document_open (path, &error);
  jh_assert_no_error (error);
  ck_assert (jh_document_choose_any (shown->document, 0, &error));
  if (spoilt)
    spoil (shown->document);
  shown->window = gtk_window_new ();
  shown->page = g_object_new (JH_TYPE_EXPORT_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->page));
  jh_page_set_document (shown->page, shown->document);
  gtk_window_present (GTK_WINDOW (shown->window));
  settle_until (shows (shown->page, "决算公开表.xlsx")
                && !shows (shown->page, "审核还没有做完"));
  return shown;
}

static void
shown_free (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  settle (50);
  g_object_unref (shown->document);
  g_free (shown->out);
  g_free (shown);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

/* How many files in the folder end with @ending. */
static guint
count (const Shown *shown, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (shown->out, 0, NULL);
  const char *name;
  guint found = 0;

  while ((name = g_dir_read_name (dir)))
    found += g_str_has_suffix (name, ending);
  return found;
}

static gboolean
is_check_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_CHECK_BUTTON (widget) && shows (widget, text);
}

static void
tick (const Shown *shown, const char *text, gboolean ticked)
{
  GtkWidget *check
    = find_widget (GTK_WIDGET (shown->page), is_check_with, text);

  ck_assert_msg (check != NULL, "no check “%s”", text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
}

START_TEST (what_is_ticked_is_written_and_what_is_there_replaced)
{
  g_autoptr (Shown) shown = show_page (FALSE);

  tick (shown, "PDF", FALSE);
  tick (shown, "自评表（1 张）", FALSE);
  settle_until (!shows (shown->page, "绩效自评表.xlsx"));
  press (shown->page, "导出");
  settle_until (shows (shown->page, "写好了 1 个文件。"));
  ck_assert_uint_eq (count (shown, "决算公开表.xlsx"), 1);
  ck_assert_uint_eq (count (shown, ".pdf"), 0);
  ck_assert (shows (shown->page, "替换已有的"));
}
END_TEST

START_TEST (errors_are_told_before_and_make_a_draft)
{
  g_autoptr (Shown) shown = show_page (TRUE);

  ck_assert (shows (shown->page, "审核有 4 个错误没有改"));
  tick (shown, "PDF", FALSE);
  press (shown->page, "导出");
  settle_until (shows (shown->page, "封面标明“草稿”"));
}
END_TEST

START_TEST (nothing_chosen_cannot_be_exported)
{
  g_autoptr (Shown) shown = show_page (FALSE);
  GtkWidget *button;

  tick (shown, "公开表（13 张）", FALSE);
  tick (shown, "自评表（1 张）", FALSE);
  settle_until (shows (shown->page, "请至少选一个工作簿或一张表"));
  button = find_widget (GTK_WIDGET (shown->page), is_button_with, "导出");
  ck_assert (!gtk_widget_get_sensitive (button));
  tick (shown, "单独一张表", TRUE);
  settle_until (shows (shown->page, "公开01表.xlsx"));
  ck_assert (gtk_widget_get_sensitive (button));
}
END_TEST

START_TEST (an_export_that_is_stopped_says_what_there_is)
{
  g_autoptr (Shown) shown = show_page (FALSE);

  tick (shown, "自评表（无分值）", TRUE);
  press (shown->page, "导出");
  settle_until (
    find_widget (GTK_WIDGET (shown->page), is_button_with, "停止"));
  click (shown->page, "停止");
  settle_until (shows (shown->page, "已按要求停止"));
  ck_assert_uint_lt (count (shown, ".pdf"), 3);
  press (shown->page, "导出");
  settle_until (shows (shown->page, "写好了 6 个文件"));
}
END_TEST

START_TEST (the_choice_is_remembered)
{
  g_autoptr (Shown) shown = show_page (FALSE);
  g_autofree char *groups = NULL;
  g_autofree char *folder = NULL;

  tick (shown, "对比（1 张）", TRUE);
  tick (shown, "自评表（1 张）", FALSE);
  groups = jh_state_dup_text ("export", "groups");
  folder = jh_state_dup_text ("export", "folder");
  ck_assert_str_eq (groups, "公开表|对比");
  ck_assert_str_eq (folder, shown->out);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("export-page");
  TCase *tcase = tcase_create ("export-page");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase,
                  what_is_ticked_is_written_and_what_is_there_replaced);
  tcase_add_test (tcase, errors_are_told_before_and_make_a_draft);
  tcase_add_test (tcase, nothing_chosen_cannot_be_exported);
  tcase_add_test (tcase, an_export_that_is_stopped_says_what_there_is);
  tcase_add_test (tcase, the_choice_is_remembered);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
