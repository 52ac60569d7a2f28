/* Typing into cells, with real keys. */
#include "jh-table-view.h"
#include "table-fixture.h"

START_TEST (typing_replaces_and_enter_goes_down)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_press ("Right Right Right Right");
  hands_type ("1234.5");
  ck_assert (jh_table_view_is_editing (table->view));
  hands_press ("Return");
  ck_assert (!jh_table_view_is_editing (table->view));
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "1,234.50");
  assert_cursor (table, 1, TOY_ACTUAL);
  ck_assert_uint_eq (toy_model_count_writes (table->model), 1);
}
END_TEST

START_TEST (the_first_key_is_not_lost_and_chinese_is_typed)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 1, TOY_WORDS);
  hands_type ("年中追加");
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 1, TOY_WORDS), "年中追加");
}
END_TEST

START_TEST (f2_opens_what_is_there_at_its_end)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_press ("F2");
  hands_type ("9");
  hands_press ("Home");
  hands_type ("8");
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "8,123.46");
}
END_TEST

START_TEST (escape_gives_up)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_type ("77");
  hands_press ("Escape");
  ck_assert (!jh_table_view_is_editing (table->view));
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "123.45");
  ck_assert_uint_eq (toy_model_count_writes (table->model), 0);
  assert_cursor (table, 0, TOY_ACTUAL);
}
END_TEST

START_TEST (an_edit_that_changes_nothing_writes_nothing)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_press ("F2 Return F2 Tab");
  ck_assert_uint_eq (toy_model_count_writes (table->model), 0);
}
END_TEST

START_TEST (arrows_keep_what_was_typed_and_move)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_BUDGET);
  hands_type ("5");
  hands_press ("Right");
  hands_type ("6");
  hands_press ("Down");
  ck_assert_str_eq (table_shown (table, 0, TOY_BUDGET), "5.00");
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "6.00");
  assert_cursor (table, 1, TOY_ACTUAL);
}
END_TEST

START_TEST (arrows_move_in_a_text_that_was_opened)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_press ("F2 Left Left");
  hands_type ("0");
  ck_assert (jh_table_view_is_editing (table->view));
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "123.05");
}
END_TEST

START_TEST (tab_keeps_and_enter_goes_back_to_where_the_run_began)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_BUDGET);
  hands_type ("1");
  hands_press ("Tab");
  hands_type ("2");
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 0, TOY_BUDGET), "1.00");
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "2.00");
  assert_cursor (table, 1, TOY_BUDGET);
}
END_TEST

START_TEST (a_wrong_figure_is_kept_and_says_why)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 1, TOY_ACTUAL);
  hands_type ("12,3x");
  hands_press ("Return Up");
  ck_assert_str_eq (table_shown (table, 1, TOY_ACTUAL), "12,3x");
  /* It comes a frame later. */
  for (int i = 0; i < 40 && !gtk_widget_get_mapped (table->view->bubble); i++)
    hands_settle ();
  ck_assert (gtk_widget_get_mapped (table->view->bubble));
  ck_assert_ptr_nonnull (strstr (
    gtk_label_get_text (GTK_LABEL (table->view->bubble)), "“12,3x”不是金额"));
  assert_told (table, "不是金额");
  hands_press ("F2 BackSpace Return");
  ck_assert_str_ne (table_shown (table, 1, TOY_ACTUAL), "12,3x");
  hands_press ("Up");
}
END_TEST

START_TEST (a_lock_keeps_the_text_in_the_editor)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  g_autofree char *text = NULL;

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  toy_model_lock (table->model, TRUE);
  hands_type ("99");
  hands_press ("Return");
  ck_assert (jh_table_view_is_editing (table->view));
  text = jh_table_view_dup_edited (table->view);
  ck_assert_str_eq (text, "99");
  assert_told (table, "!这套决算已经锁定");
  assert_cursor (table, 0, TOY_ACTUAL);
  toy_model_lock (table->model, FALSE);
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "99.00");
}
END_TEST

START_TEST (a_cell_that_is_worked_out_says_so_when_typed_into)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_NAME);
  hands_type ("x");
  ck_assert (!jh_table_view_is_editing (table->view));
  assert_told (table, "这一列是算出来的");
  ck_assert_uint_eq (table->activated, 0);
  hands_press ("Return");
  ck_assert_uint_eq (table->activated, 1);
}
END_TEST

START_TEST (a_click_elsewhere_keeps_what_was_typed)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  JhTableBounds other = table_bounds (table, 3, TOY_FUND);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_type ("42");
  hands_click (GTK_WIDGET (table->view), other.x + 5, other.y + 5, 1, 1);
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "42.00");
  assert_cursor (table, 3, TOY_FUND);
  jh_table_view_go (table->view, 1, TOY_ACTUAL);
  hands_type ("43");
  hands_click (table->after, 20, 10, 1, 1);
  ck_assert_str_eq (table_shown (table, 1, TOY_ACTUAL), "43.00");
  ck_assert (gtk_widget_is_ancestor (table_focus (table), table->after));
}
END_TEST

START_TEST (a_double_click_edits)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  JhTableBounds cell = table_bounds (table, 2, TOY_ACTUAL);

  hands_click (GTK_WIDGET (table->view), cell.x + 9, cell.y + 9, 1, 2);
  ck_assert (jh_table_view_is_editing (table->view));
  ck_assert_ptr_eq (table_focus (table), GTK_WIDGET (table->view->text));
}
END_TEST

START_TEST (alt_enter_breaks_lines_in_words_alone)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  g_autofree char *typed = NULL;

  jh_table_view_go (table->view, 1, TOY_WORDS);
  hands_type ("a");
  hands_press ("<Alt>Return");
  hands_type ("b");
  hands_press ("Return");
  typed
    = jh_table_model_dup_typed (JH_TABLE_MODEL (table->model), 1, TOY_WORDS);
  ck_assert_str_eq (typed, "a\nb");
  jh_table_view_go (table->view, 1, TOY_ACTUAL);
  hands_type ("1");
  hands_press ("<Alt>Return");
  hands_type ("2");
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 1, TOY_ACTUAL), "12.00");
}
END_TEST

START_TEST (delete_clears_a_block_as_one_change)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_BUDGET);
  hands_press ("<Shift>Down <Shift>Right Delete");
  for (guint row = 0; row < 2; row++)
    for (guint column = TOY_BUDGET; column <= TOY_ACTUAL; column++)
      ck_assert_str_eq (table_shown (table, row, column), "");
  ck_assert_uint_eq (toy_model_count_writes (table->model), 1);
}
END_TEST

START_TEST (clearing_a_row_leaves_its_sums_without_a_word)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_press ("<Shift>space Delete");
  ck_assert_str_eq (table_shown (table, 0, TOY_CODE), "");
  ck_assert_str_eq (table->words->str, "");
}
END_TEST

START_TEST (ctrl_enter_fills_the_block)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_BUDGET);
  hands_press ("<Shift>Down <Shift>Down");
  hands_type ("7");
  hands_press ("<Ctrl>Return");
  for (guint row = 0; row < 3; row++)
    ck_assert_str_eq (table_shown (table, row, TOY_BUDGET), "7.00");
  ck_assert_uint_eq (toy_model_count_writes (table->model), 1);
}
END_TEST

START_TEST (an_edit_follows_its_row)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  JhTableModel *model = JH_TABLE_MODEL (table->model);

  jh_table_view_go (table->view, 2, TOY_ACTUAL);
  hands_type ("55");
  ck_assert (jh_table_model_insert_rows (model, 0, 1, NULL));
  hands_settle ();
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 3, TOY_ACTUAL), "55.00");
}
END_TEST

START_TEST (an_edit_whose_row_is_gone_says_what_was_typed)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  JhTableModel *model = JH_TABLE_MODEL (table->model);
  guint row = 2;

  jh_table_view_go (table->view, 2, TOY_ACTUAL);
  hands_type ("55");
  ck_assert (jh_table_model_remove_rows (model, &row, 1, NULL));
  hands_settle ();
  ck_assert (!jh_table_view_is_editing (table->view));
  assert_told (table, "没有保存的内容是“55”");
}
END_TEST

START_TEST (a_click_into_the_text_makes_arrows_move_in_it)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_WORDS);
  hands_type ("abc");
  hands_click (GTK_WIDGET (table->view->text), 30, 8, 1, 1);
  hands_press ("Home");
  hands_type ("x");
  ck_assert (jh_table_view_is_editing (table->view));
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 0, TOY_WORDS), "xabc");
}
END_TEST

START_TEST (a_text_too_long_for_a_cell_is_refused)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  g_autofree char *text = g_strnfill (40000, 'a');
  g_autofree char *edited = NULL;

  jh_table_view_go (table->view, 1, TOY_WORDS);
  hands_type ("b");
  gtk_text_buffer_insert_at_cursor (
    gtk_text_view_get_buffer (table->view->text), text, -1);
  edited = jh_table_view_dup_edited (table->view);
  ck_assert_str_eq (edited, "b");
  assert_told (table, "最多 32767 个字");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("edit");
  TCase *edit = tcase_create ("edit");

  tcase_set_timeout (edit, 60);
  tcase_add_test (edit, typing_replaces_and_enter_goes_down);
  tcase_add_test (edit, the_first_key_is_not_lost_and_chinese_is_typed);
  tcase_add_test (edit, f2_opens_what_is_there_at_its_end);
  tcase_add_test (edit, escape_gives_up);
  tcase_add_test (edit, an_edit_that_changes_nothing_writes_nothing);
  tcase_add_test (edit, arrows_keep_what_was_typed_and_move);
  tcase_add_test (edit, arrows_move_in_a_text_that_was_opened);
  tcase_add_test (edit, tab_keeps_and_enter_goes_back_to_where_the_run_began);
  tcase_add_test (edit, a_wrong_figure_is_kept_and_says_why);
  tcase_add_test (edit, a_lock_keeps_the_text_in_the_editor);
  tcase_add_test (edit, a_cell_that_is_worked_out_says_so_when_typed_into);
  tcase_add_test (edit, a_click_elsewhere_keeps_what_was_typed);
  tcase_add_test (edit, a_double_click_edits);
  tcase_add_test (edit, alt_enter_breaks_lines_in_words_alone);
  tcase_add_test (edit, delete_clears_a_block_as_one_change);
  tcase_add_test (edit, clearing_a_row_leaves_its_sums_without_a_word);
  tcase_add_test (edit, ctrl_enter_fills_the_block);
  tcase_add_test (edit, an_edit_follows_its_row);
  tcase_add_test (edit, an_edit_whose_row_is_gone_says_what_was_typed);
  tcase_add_test (edit, a_click_into_the_text_makes_arrows_move_in_it);
  tcase_add_test (edit, a_text_too_long_for_a_cell_is_refused);
  suite_add_tcase (suite, edit);
  return jh_test_run (suite);
}
