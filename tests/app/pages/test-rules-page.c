/* 自定规则, on the window: a rule is tried, kept, run and taken out again. */
#include "../start/start-fixture.h"

#include "jh-rules-page.h"
#include "jh-user-check.h"

static gboolean
is_rules_page (GtkWidget *widget, gconstpointer data)
{
  return JH_IS_RULES_PAGE (widget);
}

static gboolean
is_formula (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget) && gtk_widget_get_mapped (widget);
}

/* Whether @widget is the entry that proposes @words. */
static gboolean
is_entry (GtkWidget *widget, gconstpointer words)
{
  const char *proposed
    = GTK_IS_ENTRY (widget)
        ? gtk_entry_get_placeholder_text (GTK_ENTRY (widget))
        : NULL;

  return proposed && strstr (proposed, words);
}

/* A window with the sample, on the page of rules. */
static JhWindow *
open_rules (const char *path)
{
  JhWindow *window = new_window ();

  ck_assert (jh_window_open (window, path));
  g_action_group_activate_action (G_ACTION_GROUP (window), "page",
                                  g_variant_new_string ("rules"));
  settle_until (find_widget (GTK_WIDGET (window), is_rules_page, NULL)
                != NULL);
  settle (100);
  return window;
}

static GtkWidget *
get_page (JhWindow *window)
{
  return find_widget (GTK_WIDGET (window), is_rules_page, NULL);
}

static void
fill (GtkWidget *page, const char *which, const char *text)
{
  GtkWidget *entry = find_widget (page, is_entry, which);

  ck_assert_msg (entry != NULL, "no entry that says %s", which);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static GtkTextBuffer *
get_formula (GtkWidget *page)
{
  GtkWidget *formula = find_widget (page, is_formula, NULL);

  ck_assert_ptr_nonnull (formula);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (formula));
}

static guint
count_rules (JhWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = jh_user_check_list (
    jh_document_get_store (jh_window_get_document (window)), &error);

  jh_assert_no_error (error);
  return rules->len;
}

START_TEST (a_fault_is_marked_where_it_is)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_rules (path);
  GtkWidget *page = get_page (window);
  GtkTextBuffer *buffer = get_formula (page);
  GtkTextIter start, end;
  g_autofree char *marked = NULL;

  ck_assert_str_ne (home, "");
  fill (page, "U01", "U01");
  gtk_text_buffer_set_text (buffer, "和(支出.结算) > 0元", -1);
  press (page, "试一试");
  settle_until (shows (page, "没有“结算”这一栏"));
  ck_assert (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  marked = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  ck_assert_str_eq (marked, "结算");
  press (page, "保存");
  settle (400);
  ck_assert_uint_eq (count_rules (window), 0);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (50);
}
END_TEST

START_TEST (a_rule_is_tried_kept_stopped_and_taken_out)
{
  g_autofree char *home = new_home ();
  g_autofree char *path = make_books ();
  JhWindow *window = open_rules (path);
  GtkWidget *page = get_page (window);

  ck_assert_str_ne (home, "");
  fill (page, "U01", "U01");
  fill (page, "一句话", "大额支出");
  fill (page, "不成立时怎么说", "{e}花了 {左}");
  gtk_text_buffer_set_text (get_formula (page),
                            "每条 e 于 支出: e.决算 < 40万元", -1);
  press (page, "试一试");
  settle_until (shows (page, "审了 16 处，2 处不成立："));
  settle_until (shows (page, "支出 第 6 行花了 59.08 万元"));
  ck_assert_uint_eq (count_rules (window), 0);
  press (page, "保存");
  settle_until (shows (page, "已保存，从现在起一起审核"));
  ck_assert_uint_eq (count_rules (window), 1);
  settle_until (shows (window, "36 警告"));
  press (page, "停用");
  settle_until (shows (page, "（已停用）"));
  settle_until (shows (window, "34 警告"));
  press (page, "启用");
  settle_until (!shows (page, "（已停用）"));
  press (page, "删除");
  settle_until (count_rules (window) == 0);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (50);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rules-page");
  TCase *cases = tcase_create ("rules");

  tcase_set_timeout (cases, 120);
  tcase_add_test (cases, a_fault_is_marked_where_it_is);
  tcase_add_test (cases, a_rule_is_tried_kept_stopped_and_taken_out);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
