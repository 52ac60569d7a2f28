/* Cut, copy and paste, with real keys and the clipboard of the display. */
#include <string.h>

#include "jh-table-view.h"
#include "table-fixture.h"

/* Offers @text, and @html when it is not NULL, as another program does. */
static void
offer (Table *table, const char *text, const char *html)
{
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;
  guint n = 0;

  if (html)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

      providers[n++]
        = gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  if (text)
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  provider = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (table->window),
                             provider);
  hands_settle ();
}

/* Waits until something was written or told: the clipboard answers when it
 * likes. */
static void
wait_paste (Table *table, guint writes, gsize told)
{
  gint64 until = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (toy_model_count_writes (table->model) == writes
         && table->words->len == told && g_get_monotonic_time () < until)
    hands_settle ();
  hands_settle ();
}

static void
paste (Table *table)
{
  guint writes = toy_model_count_writes (table->model);
  gsize told = table->words->len;

  hands_press ("<Ctrl>v");
  wait_paste (table, writes, told);
}

static void
write_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;
  g_autoptr (GError) error = NULL;

  *text
    = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  if (*text == NULL)
    *text = g_strdup (error->message);
}

/* The text on the clipboard. */
static char *
take (Table *table)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (table->window),
                                 NULL, write_done_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

START_TEST (a_block_is_copied_as_it_was_typed)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  g_autofree char *text = NULL;
  GdkContentFormats *formats;

  jh_table_view_go (table->view, 0, TOY_BUDGET);
  hands_press ("<Shift>Down <Shift>Right <Ctrl>c");
  text = take (table);
  ck_assert_str_eq (text, "123.45\t123.45\n203.64\t202.64\n");
  formats
    = gdk_clipboard_get_formats (gtk_widget_get_clipboard (table->window));
  ck_assert (gdk_content_formats_contain_mime_type (formats, "text/html"));
}
END_TEST

START_TEST (text_of_other_programs_is_pasted)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  offer (table, "1\t2\r\n3\t4\r\n", NULL);
  jh_table_view_go (table->view, 1, TOY_BUDGET);
  paste (table);
  ck_assert_str_eq (table_shown (table, 1, TOY_BUDGET), "1.00");
  ck_assert_str_eq (table_shown (table, 1, TOY_ACTUAL), "2.00");
  ck_assert_str_eq (table_shown (table, 2, TOY_BUDGET), "3.00");
  ck_assert_str_eq (table_shown (table, 2, TOY_ACTUAL), "4.00");
  ck_assert_uint_eq (toy_model_count_writes (table->model), 1);
  assert_cursor (table, 1, TOY_BUDGET);
  ck_assert (jh_table_cursor_has_block (&table->view->cursor));
}
END_TEST

START_TEST (a_table_in_html_goes_before_the_text)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  offer (table, "0\t0\n",
         "<html><body><table><tr><td>11</td><td>12</td></tr></table>");
  jh_table_view_go (table->view, 0, TOY_BUDGET);
  paste (table);
  ck_assert_str_eq (table_shown (table, 0, TOY_BUDGET), "11.00");
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "12.00");
}
END_TEST

START_TEST (html_without_a_table_is_pasted_as_text)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  offer (table, "8\n", "<p>8 <b>万元</b></p>");
  jh_table_view_go (table->view, 0, TOY_BUDGET);
  paste (table);
  ck_assert_str_eq (table_shown (table, 0, TOY_BUDGET), "8.00");
}
END_TEST

START_TEST (one_cell_fills_a_block)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_press ("<Ctrl>c Down <Shift>Down <Shift>Down");
  paste (table);
  for (guint row = 1; row < 4; row++)
    ck_assert_str_eq (table_shown (table, row, TOY_ACTUAL), "123.45");
  ck_assert_str_ne (table_shown (table, 4, TOY_ACTUAL), "123.45");
}
END_TEST

START_TEST (cutting_copies_and_clears)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_press ("<Ctrl>x");
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "");
  hands_press ("Down");
  paste (table);
  ck_assert_str_eq (table_shown (table, 1, TOY_ACTUAL), "123.45");
}
END_TEST

START_TEST (rows_are_pasted_behind_the_last_one)
{
  g_autoptr (Table) table = table_open (2, FALSE);

  offer (table, "2010301\n2010350\n2101101\n", NULL);
  jh_table_view_go (table->view, 2, TOY_CODE);
  paste (table);
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 5);
  ck_assert_str_eq (table_shown (table, 4, TOY_CODE), "2101101");
}
END_TEST

START_TEST (two_hundred_cells_are_one_change_and_faults_are_kept)
{
  g_autoptr (Table) table = table_open (0, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    g_string_append_printf (text, "%d\t%s\n", i, i == 7 ? "约9万" : "1.5");
  offer (table, text->str, NULL);
  jh_table_view_go (table->view, 0, TOY_BUDGET);
  paste (table);
  ck_assert_uint_eq (toy_model_count_writes (table->model), 1);
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 200);
  ck_assert_str_eq (table_shown (table, 7, TOY_ACTUAL), "约9万");
  ck_assert_str_eq (table_total (table, TOY_ACTUAL), "298.50");
  assert_told (table, "“约9万”不是金额");
}
END_TEST

START_TEST (what_is_too_wide_is_said)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  offer (table, "a\tb\tc\n", NULL);
  jh_table_view_go (table->view, 0, TOY_WORDS);
  paste (table);
  ck_assert_str_eq (table_shown (table, 0, TOY_WORDS), "a");
  assert_told (table, "右边 2 列没有粘贴");
}
END_TEST

START_TEST (an_empty_clipboard_is_said)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (table->window), NULL);
  hands_settle ();
  paste (table);
  assert_told (table, "没有可以粘贴的文字");
  ck_assert_uint_eq (toy_model_count_writes (table->model), 0);
}
END_TEST

START_TEST (a_late_paste_lands_where_it_was_asked_for)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  JhTableModel *model = JH_TABLE_MODEL (table->model);

  offer (table, "66\n", NULL);
  jh_table_view_go (table->view, 1, TOY_ACTUAL);
  /* Before the clipboard answers, a row is put in and the cursor goes. */
  jh_table_view_paste (table->view);
  ck_assert (jh_table_model_insert_rows (model, 0, 1, NULL));
  jh_table_view_go (table->view, 4, TOY_CODE);
  wait_paste (table, 0, 0);
  ck_assert_str_eq (table_shown (table, 2, TOY_ACTUAL), "66.00");
}
END_TEST

START_TEST (a_paste_into_a_row_that_is_gone_is_said)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  guint row = 1;

  offer (table, "66\n", NULL);
  jh_table_view_go (table->view, 1, TOY_ACTUAL);
  jh_table_view_paste (table->view);
  ck_assert (jh_table_model_remove_rows (JH_TABLE_MODEL (table->model), &row,
                                         1, NULL));
  wait_paste (table, 0, 0);
  assert_told (table, "!要粘贴的地方已经不在表里了");
  ck_assert_uint_eq (toy_model_count_writes (table->model), 0);
}
END_TEST

START_TEST (a_paste_into_another_table_does_not_land)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  g_autoptr (ToyModel) other = toy_model_new (3, FALSE);

  offer (table, "66\n", NULL);
  jh_table_view_paste (table->view);
  jh_table_view_set_model (table->view, JH_TABLE_MODEL (other));
  g_usleep (300000);
  hands_settle ();
  ck_assert_uint_eq (toy_model_count_writes (other), 0);
  ck_assert_uint_eq (toy_model_count_writes (table->model), 0);
}
END_TEST

START_TEST (a_locked_table_takes_no_paste)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  toy_model_lock (table->model, TRUE);
  offer (table, "66\n", NULL);
  jh_table_view_go (table->view, 1, TOY_ACTUAL);
  paste (table);
  assert_told (table, "!这套决算已经锁定");
}
END_TEST

START_TEST (filling_down_and_right)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_BUDGET);
  hands_press ("<Shift>Down <Shift>Down <Ctrl>d");
  ck_assert_str_eq (table_shown (table, 2, TOY_BUDGET), "123.45");
  jh_table_view_go (table->view, 3, TOY_BUDGET);
  hands_press ("<Ctrl>d <Shift>Right <Ctrl>r");
  ck_assert_str_eq (table_shown (table, 3, TOY_BUDGET), "123.45");
  ck_assert_str_eq (table_shown (table, 3, TOY_ACTUAL), "123.45");
  ck_assert_uint_eq (toy_model_count_writes (table->model), 3);
  jh_table_view_go (table->view, 0, TOY_BUDGET);
  hands_press ("<Ctrl>d");
  assert_told (table, "上面没有可以照抄的行");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("clipboard");
  TCase *board = tcase_create ("clipboard");

  tcase_set_timeout (board, 60);
  tcase_add_test (board, a_block_is_copied_as_it_was_typed);
  tcase_add_test (board, text_of_other_programs_is_pasted);
  tcase_add_test (board, a_table_in_html_goes_before_the_text);
  tcase_add_test (board, html_without_a_table_is_pasted_as_text);
  tcase_add_test (board, one_cell_fills_a_block);
  tcase_add_test (board, cutting_copies_and_clears);
  tcase_add_test (board, rows_are_pasted_behind_the_last_one);
  tcase_add_test (board,
                  two_hundred_cells_are_one_change_and_faults_are_kept);
  tcase_add_test (board, what_is_too_wide_is_said);
  tcase_add_test (board, an_empty_clipboard_is_said);
  tcase_add_test (board, a_late_paste_lands_where_it_was_asked_for);
  tcase_add_test (board, a_paste_into_a_row_that_is_gone_is_said);
  tcase_add_test (board, a_paste_into_another_table_does_not_land);
  tcase_add_test (board, a_locked_table_takes_no_paste);
  tcase_add_test (board, filling_down_and_right);
  suite_add_tcase (suite, board);
  return jh_test_run (suite);
}
