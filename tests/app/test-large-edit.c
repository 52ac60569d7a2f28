/* Edits of 20,000 rows: the window lives on while a thread writes. */
#include "window-fixture.h"

#include "jh-change.h"
#include "jh-table-view.h"
#include "jh-window.h"
#include "jh-worksheet.h"

#define ROWS 19000
#define BEAT_MS 10

/* A window with the sample, its table of expenditure in sight.
 *
 * path: owned
 * table: NULL once the window is closed
 * beats, longest: how often the main loop came round, and the longest time
 *   that it did not, in microseconds */
typedef struct
{
  char *path;
  JhWindow *window;
  JhTableView *table;
  guint rows_before;
  guint heart;
  guint beats;
  gint64 last;
  gint64 longest;
} Scene;

static gboolean
beat_cb (gpointer data)
{
  Scene *scene = data;
  gint64 now = g_get_monotonic_time ();

  scene->longest = MAX (scene->longest, now - scene->last);
  scene->last = now;
  scene->beats++;
  return G_SOURCE_CONTINUE;
}

static void
start_heart (Scene *scene)
{
  scene->beats = 0;
  scene->longest = 0;
  scene->last = g_get_monotonic_time ();
  scene->heart = g_timeout_add (BEAT_MS, beat_cb, scene);
}

/* Stops listening, and prints what it comes to: no test fails for a machine
 * that is slow. */
static void
stop_heart (Scene *scene, const char *what)
{
  g_clear_handle_id (&scene->heart, g_source_remove);
  printf ("%s: %u beats, the longest gap %.1f ms (aim 100)\n", what,
          scene->beats, (double) scene->longest / 1000);
}

/* The table of expenditure; others are no worksheets. */
static gboolean
is_table (GtkWidget *widget, gconstpointer data)
{
  return JH_IS_TABLE_VIEW (widget) && gtk_widget_get_mapped (widget)
         && JH_IS_WORKSHEET (
           jh_table_view_get_model (JH_TABLE_VIEW (widget)));
}

static guint
count_rows (Scene *scene)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (jh_table_view_get_model (scene->table)));
}

static void
begin_scene (Scene *scene)
{
  g_autoptr (JhPlace) place = jh_place_of_row ("expenditure", 3, "actual");
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  *scene = (Scene){ .path = make_books () };
  gtk_init ();
  application
    = gtk_application_new ("cn.jiheng.Test", G_APPLICATION_NON_UNIQUE);
  ck_assert (
    g_application_register (G_APPLICATION (application), NULL, &error));
  scene->window = jh_window_new (application);
  gtk_window_present (GTK_WINDOW (scene->window));
  ck_assert (jh_window_open (scene->window, scene->path));
  jh_window_go (scene->window, place);
  settle_until (find_widget (GTK_WIDGET (scene->window), is_table, NULL));
  settle (400);
  scene->table = JH_TABLE_VIEW (
    find_widget (GTK_WIDGET (scene->window), is_table, NULL));
  scene->rows_before = count_rows (scene);
}

static void
end_scene (Scene *scene)
{
  if (scene->window)
    gtk_window_destroy (GTK_WINDOW (scene->window));
  settle (50);
  g_free (scene->path);
}

/* Pastes ROWS rows behind the last one, whose figures are @figure. */
static void
begin_paste (Scene *scene, const char *figure)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (
      text, "2010301\t30101\t基本支出\t一般公共预算财政拨款\t\t1\t2\t%s\n",
      figure);
  gdk_clipboard_set_text (
    gtk_widget_get_clipboard (GTK_WIDGET (scene->table)), text->str);
  jh_table_view_go (scene->table, scene->rows_before, 0);
  settle (50);
  start_heart (scene);
  gtk_widget_activate_action (GTK_WIDGET (scene->table), "table.paste", NULL);
}

static gboolean
is_working (Scene *scene)
{
  return jh_document_is_working (jh_window_get_document (scene->window));
}

/* Presses undo or redo, and lets it come to its end. */
static void
go_back (Scene *scene, const char *action, const char *words)
{
  guint beats;

  start_heart (scene);
  g_action_group_activate_action (G_ACTION_GROUP (scene->window), action,
                                  NULL);
  ck_assert (is_working (scene));
  settle_until (!is_working (scene));
  beats = scene->beats;
  settle (400);
  stop_heart (scene, action);
  ck_assert_uint_gt (beats, 1);
  ck_assert (shows (scene->window, words));
}

START_TEST (the_window_lives_while_many_rows_are_pasted_and_undone)
{
  Scene scene;
  guint row, column, n_rows, n_columns, beats;

  begin_scene (&scene);
  begin_paste (&scene, "3");
  settle_until (is_working (&scene));
  beats = scene.beats;
  settle_until (!is_working (&scene));
  ck_assert_uint_gt (scene.beats, beats + 1);
  settle (1500);
  stop_heart (&scene, "pasting 19,000 rows");
  ck_assert_uint_eq (count_rows (&scene), scene.rows_before + ROWS);
  ck_assert (shows (scene.window, "粘贴后改了 133000 格。"));
  ck_assert (jh_table_view_get_marked (scene.table, &row, &column, &n_rows,
                                       &n_columns));
  ck_assert_uint_eq (row, scene.rows_before);
  ck_assert_uint_eq (n_rows, ROWS);
  go_back (&scene, "undo", "已撤销“粘贴支出 133000 格”");
  ck_assert_uint_eq (count_rows (&scene), scene.rows_before);
  go_back (&scene, "redo", "已重做“粘贴支出 133000 格”");
  ck_assert_uint_eq (count_rows (&scene), scene.rows_before + ROWS);
  ck_assert (!shows (scene.window, "别的程序"));
  end_scene (&scene);
}
END_TEST

START_TEST (rows_that_are_all_wrong_are_refused)
{
  Scene scene;

  begin_scene (&scene);
  begin_paste (&scene, "多少");
  settle_until (is_working (&scene));
  settle_until (!is_working (&scene));
  settle (200);
  stop_heart (&scene, "pasting 19,000 wrong rows");
  ck_assert_uint_eq (count_rows (&scene), scene.rows_before);
  ck_assert (shows (scene.window, "是不是贴错了列"));
  end_scene (&scene);
}
END_TEST

/* Keeps everybody from writing to the books of @scene until it is freed. */
static JhChange *
occupy (Scene *scene, JhStore **store)
{
  g_autoptr (GError) error = NULL;
  JhChange *change;

  *store = jh_store_open (scene->path, JH_STORE_WRITE, &error);
  jh_assert_no_error (error);
  change = jh_change_begin (*store, "别处在写", &error);
  jh_assert_no_error (error);
  return change;
}

START_TEST (progress_is_shown_and_stopped)
{
  Scene scene;
  JhStore *store;
  JhChange *change;

  begin_scene (&scene);
  change = occupy (&scene, &store);
  begin_paste (&scene, "3");
  settle_until (find_window ("请稍候") != NULL);
  ck_assert (shows (find_window ("请稍候"), "正在粘贴 19000 行"));
  press (find_window ("请稍候"), "停止");
  settle_until (shows (find_window ("请稍候"), "正在停止"));
  jh_change_free (change);
  jh_store_close (store);
  settle_until (!is_working (&scene));
  settle (200);
  stop_heart (&scene, "stopping");
  ck_assert_ptr_null (find_window ("请稍候"));
  ck_assert (shows (scene.window, "已停止，什么都没有改"));
  ck_assert_uint_eq (count_rows (&scene), scene.rows_before);
  end_scene (&scene);
}
END_TEST

/* How many rows of expenditure the file has. */
static guint
count_in_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_READ, &error);
  g_autoptr (JhBooks) books = jh_books_load (store, 1, NULL, &error);

  jh_assert_no_error (error);
  return JH_BOOKS_ROWS (books, EXPENDITURE)->len;
}

START_TEST (a_window_that_is_closed_meanwhile_leaves_nothing_half_done)
{
  Scene scene;
  JhStore *store;
  JhChange *change;

  begin_scene (&scene);
  change = occupy (&scene, &store);
  begin_paste (&scene, "3");
  settle_until (find_window ("请稍候") != NULL);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&scene.window)));
  jh_change_free (change);
  jh_store_close (store);
  settle (1500);
  stop_heart (&scene, "closing");
  ck_assert_uint_eq (count_in_file (scene.path), scene.rows_before);
  end_scene (&scene);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("large-edit");
  TCase *all = tcase_create ("large-edit");

  tcase_set_timeout (all, 120);
  tcase_add_test (all,
                  the_window_lives_while_many_rows_are_pasted_and_undone);
  tcase_add_test (all, rows_that_are_all_wrong_are_refused);
  tcase_add_test (all, progress_is_shown_and_stopped);
  tcase_add_test (all,
                  a_window_that_is_closed_meanwhile_leaves_nothing_half_done);
  suite_add_tcase (suite, all);
  return jh_test_run (suite);
}
