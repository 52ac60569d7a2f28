/* Moving, marking, sorting and scrolling, with real keys and a mouse. */
#include <string.h>

#include "jh-table-view.h"
#include "table-fixture.h"

START_TEST (keys_move_the_cursor_and_the_keyboard_with_it)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_press ("Down Right Right");
  assert_cursor (table, 1, 2);
  ck_assert_ptr_eq (table_focus (table),
                    GTK_WIDGET (jh_table_view_find_box (table->view, 1, 2)));
  hands_press ("<Ctrl>End");
  assert_cursor (table, 5, TOY_WORDS);
  hands_press ("<Ctrl>Home");
  assert_cursor (table, 0, 0);
  hands_press ("<Ctrl>Down");
  assert_cursor (table, 4, 0);
}
END_TEST

START_TEST (the_table_does_not_trap_the_keyboard)
{
  static const struct
  {
    const char *keys;
    gboolean forward;
  } ways[] = { { "<Ctrl>Tab", TRUE },
               { "F6", TRUE },
               { "<Ctrl><Shift>Tab", FALSE },
               { "<Shift>F6", FALSE } };
  g_autoptr (Table) table = table_open (5, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *to = ways[i].forward ? table->after : table->before;

      jh_table_view_go (table->view, 1, 1);
      hands_press (ways[i].keys);
      ck_assert_msg (gtk_widget_is_ancestor (table_focus (table), to),
                     "%s stays in the table", ways[i].keys);
    }
  hands_press ("Tab");
  assert_cursor (table, 1, 1);
  ck_assert_ptr_eq (table_focus (table),
                    GTK_WIDGET (jh_table_view_find_box (table->view, 1, 1)));
}
END_TEST

START_TEST (twenty_thousand_rows_have_few_widgets)
{
  g_autoptr (Table) table = table_open (20000, TRUE);

  hands_press ("<Ctrl>End");
  assert_cursor (table, 20000, table->view->geometry.n_columns - 1);
  ck_assert_ptr_nonnull (jh_table_view_find_box (
    table->view, 20000, table->view->geometry.n_columns - 1));
  hands_press ("Up Home");
  ck_assert_str_eq (table_shown (table, 19999, 0), "2210201");
  ck_assert_uint_lt (table->view->lines->len, 40);
}
END_TEST

START_TEST (keys_work_when_the_cursor_is_out_of_sight)
{
  g_autoptr (Table) table = table_open (2000, FALSE);

  gtk_adjustment_set_value (table->view->down, 9000);
  hands_settle ();
  ck_assert_ptr_null (jh_table_view_find_box (table->view, 0, 0));
  ck_assert_ptr_eq (table_focus (table), GTK_WIDGET (table->view));
  hands_press ("Down");
  assert_cursor (table, 1, 0);
  ck_assert_ptr_eq (table_focus (table),
                    GTK_WIDGET (jh_table_view_find_box (table->view, 1, 0)));
}
END_TEST

START_TEST (a_letter_brings_the_cursor_back_into_sight)
{
  g_autoptr (Table) table = table_open (2000, FALSE);

  jh_table_view_go (table->view, 3, TOY_ACTUAL);
  gtk_adjustment_set_value (table->view->down, 9000);
  hands_settle ();
  hands_type ("5");
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 3, TOY_ACTUAL), "5.00");
}
END_TEST

START_TEST (pages_go_by_what_is_in_sight)
{
  g_autoptr (Table) table = table_open (2000, FALSE);
  guint page = jh_table_geometry_page (&table->view->geometry);

  hands_press ("Page_Down");
  assert_cursor (table, page, 0);
  hands_press ("Page_Down Page_Up");
  assert_cursor (table, page, 0);
}
END_TEST

START_TEST (frozen_columns_stay_and_the_cursor_is_beside_them)
{
  g_autoptr (Table) table = table_open (5, TRUE);
  JhTableBounds moving;

  hands_press ("End");
  ck_assert_int_gt (table->view->geometry.x, 0);
  ck_assert_ptr_nonnull (jh_table_view_find_box (table->view, 0, 0));
  hands_press ("<Shift>Left Home Right");
  moving = jh_table_geometry_moving (&table->view->geometry);
  ck_assert_int_ge (table_bounds (table, 0, 1).x, moving.x);
}
END_TEST

START_TEST (a_click_on_a_head_sorts_and_the_cursor_goes_with_its_row)
{
  g_autoptr (Table) table = table_open (300, FALSE);
  JhTableBounds cell = table_bounds (table, 0, TOY_ACTUAL);
  g_autofree char *before = NULL;
  guint column;

  jh_table_view_go (table->view, 5, TOY_ACTUAL);
  hands_settle ();
  before = g_strdup (table_shown (table, 5, TOY_ACTUAL));
  for (int i = 0; i < 3; i++)
    {
      static const JhSortOrder orders[]
        = { JH_SORT_RISING, JH_SORT_FALLING, JH_SORT_NONE };

      hands_click (GTK_WIDGET (table->view), cell.x + 40, 20, 1, 1);
      ck_assert_int_eq (
        jh_table_model_get_sort (JH_TABLE_MODEL (table->model), &column),
        orders[i]);
      ck_assert_uint_eq (column, TOY_ACTUAL);
      ck_assert_str_eq (
        table_shown (table, table->view->cursor.row, TOY_ACTUAL), before);
    }
  assert_cursor (table, 5, TOY_ACTUAL);
}
END_TEST

START_TEST (the_mouse_marks_blocks_rows_and_all)
{
  g_autoptr (Table) table = table_open (9, FALSE);
  GtkWidget *view = GTK_WIDGET (table->view);
  JhTableBounds from = table_bounds (table, 1, 2);
  JhTableBounds to = table_bounds (table, 3, 4);
  guint row, column, n_rows, n_columns;

  hands_drag (view, from.x + 5, from.y + 5, to.x + 5, to.y + 5);
  ck_assert (jh_table_view_get_marked (table->view, &row, &column, &n_rows,
                                       &n_columns));
  ck_assert_uint_eq (row, 1);
  ck_assert_uint_eq (column, 2);
  ck_assert_uint_eq (n_rows, 3);
  ck_assert_uint_eq (n_columns, 3);
  hands_click (view, 10, from.y + 5, 1, 1);
  hands_shift (TRUE);
  hands_click (view, 10, to.y + 5, 1, 1);
  hands_shift (FALSE);
  jh_table_view_get_marked (table->view, &row, &column, &n_rows, &n_columns);
  ck_assert_uint_eq (row, 1);
  ck_assert_uint_eq (n_rows, 3);
  ck_assert_uint_eq (n_columns, TOY_N_COLUMNS);
  hands_click (view, 10, 10, 1, 1);
  jh_table_view_get_marked (table->view, &row, &column, &n_rows, &n_columns);
  ck_assert_uint_eq (n_rows, 9);
}
END_TEST

START_TEST (widths_are_dragged_kept_and_fitted)
{
  g_autoptr (Table) table = table_open (9, FALSE);
  GtkWidget *view = GTK_WIDGET (table->view);
  JhTableBounds cell = table_bounds (table, 0, TOY_WORDS);
  g_autofree char *widths = NULL;
  g_autofree char *again = NULL;
  int edge = cell.x + cell.width - 1;

  hands_drag (view, edge, 20, edge - 100, 20);
  ck_assert_int_lt (table->view->geometry.widths[TOY_WORDS], cell.width - 80);
  widths = jh_table_view_dup_widths (table->view);
  ck_assert (g_str_has_prefix (widths, "words="));
  jh_table_view_set_widths (table->view, "bad;=3;words=x;code=99999");
  ck_assert_int_eq (table->view->geometry.widths[TOY_WORDS], cell.width);
  jh_table_view_set_widths (table->view, widths);
  again = jh_table_view_dup_widths (table->view);
  ck_assert_str_eq (widths, again);
  hands_settle ();
  cell = table_bounds (table, 0, TOY_WORDS);
  hands_click (view, cell.x + cell.width - 1, 20, 1, 2);
  ck_assert_int_gt (table->view->geometry.widths[TOY_WORDS], cell.width);
}
END_TEST

START_TEST (columns_that_change_leave_the_cursor_in_its_own)
{
  g_autoptr (Table) table = table_open (9, FALSE);

  jh_table_view_go (table->view, 2, TOY_ACTUAL);
  hands_settle ();
  toy_model_hide_name (table->model, TRUE);
  hands_settle ();
  assert_cursor (table, 2, TOY_ACTUAL - 1);
  ck_assert_ptr_eq (table_focus (table), GTK_WIDGET (jh_table_view_find_box (
                                           table->view, 2, TOY_ACTUAL - 1)));
  toy_model_hide_name (table->model, FALSE);
  hands_settle ();
  assert_cursor (table, 2, TOY_ACTUAL);
}
END_TEST

START_TEST (another_model_begins_at_its_first_cell)
{
  g_autoptr (Table) table = table_open (50, FALSE);
  g_autoptr (ToyModel) other = toy_model_new (2, FALSE);

  jh_table_view_go (table->view, 49, 3);
  hands_type ("7");
  jh_table_view_set_model (table->view, JH_TABLE_MODEL (other));
  hands_settle ();
  ck_assert_uint_eq (toy_model_count_writes (table->model), 1);
  ck_assert_uint_eq (toy_model_count_writes (other), 0);
  assert_cursor (table, 0, 0);
  jh_table_view_set_model (table->view, NULL);
  hands_settle ();
  hands_press ("Down F2 <Ctrl>v Delete <Ctrl>plus Menu");
  hands_type ("x");
}
END_TEST

START_TEST (a_narrow_window_has_room_to_move_beside_what_is_frozen)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  ck_assert_uint_eq (table->view->geometry.frozen, 1);
  jh_table_view_set_widths (table->view, "code=1000");
  hands_settle ();
  ck_assert_uint_eq (table->view->geometry.frozen, 0);
  hands_press ("End");
  ck_assert_ptr_nonnull (jh_table_view_find_box (table->view, 0, TOY_WORDS));
  jh_table_view_set_widths (table->view, "");
  hands_settle ();
  ck_assert_uint_eq (table->view->geometry.frozen, 1);
}
END_TEST

START_TEST (larger_text_makes_larger_rows)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  int row = table->view->geometry.row;
  int width = table->view->geometry.widths[TOY_CODE];
  GtkSettings *settings = gtk_widget_get_settings (table->window);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  hands_settle ();
  ck_assert_int_gt (table->view->geometry.row, row * 5 / 4);
  ck_assert_int_gt (table->view->geometry.widths[TOY_CODE], width * 5 / 4);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("view");
  TCase *view = tcase_create ("view");

  tcase_set_timeout (view, 60);
  tcase_add_test (view, keys_move_the_cursor_and_the_keyboard_with_it);
  tcase_add_test (view, the_table_does_not_trap_the_keyboard);
  tcase_add_test (view, twenty_thousand_rows_have_few_widgets);
  tcase_add_test (view, keys_work_when_the_cursor_is_out_of_sight);
  tcase_add_test (view, a_letter_brings_the_cursor_back_into_sight);
  tcase_add_test (view, pages_go_by_what_is_in_sight);
  tcase_add_test (view, frozen_columns_stay_and_the_cursor_is_beside_them);
  tcase_add_test (view,
                  a_click_on_a_head_sorts_and_the_cursor_goes_with_its_row);
  tcase_add_test (view, the_mouse_marks_blocks_rows_and_all);
  tcase_add_test (view, widths_are_dragged_kept_and_fitted);
  tcase_add_test (view, columns_that_change_leave_the_cursor_in_its_own);
  tcase_add_test (view, another_model_begins_at_its_first_cell);
  tcase_add_test (view,
                  a_narrow_window_has_room_to_move_beside_what_is_frozen);
  tcase_add_test (view, larger_text_makes_larger_rows);
  suite_add_tcase (suite, view);
  return jh_test_run (suite);
}
