/* Rows that come and go, and the totals, with real keys. */
#include <string.h>

#include "jh-table-view.h"
#include "table-fixture.h"

START_TEST (the_totals_follow_an_edit)
{
  g_autoptr (Table) table = table_open (2, FALSE);

  ck_assert_str_eq (table_total (table, TOY_ACTUAL), "326.09");
  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_type ("1000");
  hands_press ("Return");
  ck_assert_str_eq (table_total (table, TOY_ACTUAL), "1,202.64");
}
END_TEST

START_TEST (the_row_behind_the_last_becomes_one_when_typed_into)
{
  g_autoptr (Table) table = table_open (2, FALSE);

  jh_table_view_go (table->view, 2, TOY_ACTUAL);
  hands_type ("3");
  hands_press ("Return");
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 3);
  assert_cursor (table, 3, TOY_ACTUAL);
  hands_type ("4");
  hands_press ("Return");
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 4);
  ck_assert_str_eq (table_total (table, TOY_ACTUAL), "333.09");
}
END_TEST

START_TEST (nothing_typed_behind_the_last_makes_no_row)
{
  g_autoptr (Table) table = table_open (2, FALSE);

  jh_table_view_go (table->view, 2, TOY_ACTUAL);
  hands_press ("F2 Return Delete <Ctrl>x");
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 2);
}
END_TEST

START_TEST (an_empty_table_can_be_typed_into)
{
  g_autoptr (Table) table = table_open (0, FALSE);

  hands_type ("syyl");
  hands_press ("Escape Escape");
  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_type ("1");
  hands_press ("Tab");
  ck_assert_str_eq (table_shown (table, 0, TOY_ACTUAL), "1.00");
}
END_TEST

START_TEST (rows_are_put_in_above_and_taken_out)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 1, TOY_CODE);
  hands_press ("<Shift>Down <Ctrl>plus");
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 7);
  ck_assert_str_eq (table_shown (table, 1, TOY_CODE), "");
  ck_assert_str_eq (table_shown (table, 3, TOY_CODE), "2010350");
  assert_cursor (table, 1, TOY_CODE);
  hands_press ("<Shift>Down <Ctrl>minus");
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 5);
  ck_assert_str_eq (table_shown (table, 1, TOY_CODE), "2010350");
  assert_cursor (table, 1, TOY_CODE);
}
END_TEST

START_TEST (a_lock_keeps_rows)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  toy_model_lock (table->model, TRUE);
  hands_press ("<Ctrl>minus <Ctrl>plus");
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 5);
  assert_told (table, "!这套决算已经锁定");
}
END_TEST

START_TEST (the_menu_of_a_cell_works_by_keyboard_and_mouse)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  JhTableBounds cell = table_bounds (table, 2, TOY_ACTUAL);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_press ("<Shift>F10");
  ck_assert (gtk_widget_get_mapped (table->view->menu));
  hands_press ("Escape");
  ck_assert (!gtk_widget_get_mapped (table->view->menu));
  hands_click (GTK_WIDGET (table->view), cell.x + 5, cell.y + 5, 3, 1);
  ck_assert (gtk_widget_get_mapped (table->view->menu));
  assert_cursor (table, 2, TOY_ACTUAL);
  gtk_popover_popdown (GTK_POPOVER (table->view->menu));
  ck_assert (gtk_widget_activate_action (GTK_WIDGET (table->view),
                                         "table.remove-rows", NULL));
  hands_settle ();
  ck_assert_uint_eq (jh_table_view_count_items (table->view), 4);
}
END_TEST

START_TEST (rows_that_go_elsewhere_leave_the_cursor_on_its_own)
{
  g_autoptr (Table) table = table_open (9, FALSE);
  JhTableModel *model = JH_TABLE_MODEL (table->model);
  guint rows[] = { 0, 1 };

  jh_table_view_go (table->view, 4, TOY_ACTUAL);
  ck_assert (jh_table_model_insert_rows (model, 2, 3, NULL));
  hands_settle ();
  assert_cursor (table, 7, TOY_ACTUAL);
  ck_assert (jh_table_model_remove_rows (model, rows, 2, NULL));
  hands_settle ();
  assert_cursor (table, 5, TOY_ACTUAL);
}
END_TEST

START_TEST (a_row_that_is_gone_leaves_the_cursor_in_the_table)
{
  g_autoptr (Table) table = table_open (1, FALSE);
  guint row = 0;

  ck_assert (jh_table_model_remove_rows (JH_TABLE_MODEL (table->model), &row,
                                         1, NULL));
  hands_settle ();
  assert_cursor (table, 0, 0);
  hands_press ("Down Up End");
  assert_cursor (table, 0, TOY_WORDS);
}
END_TEST

/* Counts accessible widgets in @widget, and those of cells without a
 * name. */
static void
count_names (GtkWidget *widget, guint *n)
{
  GtkAccessibleRole role
    = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  *n += role == GTK_ACCESSIBLE_ROLE_GRID_CELL
        && gtk_widget_get_child_visible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    count_names (child, n);
}

START_TEST (cells_are_cells_for_those_who_listen)
{
  g_autoptr (Table) table = table_open (3, FALSE);
  guint n = 0;

  g_usleep (250000);
  hands_settle ();
  ck_assert_int_eq (
    gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (table->view)),
    GTK_ACCESSIBLE_ROLE_GRID);
  count_names (GTK_WIDGET (table->view), &n);
  ck_assert_uint_ge (n, 4 * TOY_N_COLUMNS);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rows");
  TCase *rows = tcase_create ("rows");

  tcase_set_timeout (rows, 60);
  tcase_add_test (rows, the_totals_follow_an_edit);
  tcase_add_test (rows, the_row_behind_the_last_becomes_one_when_typed_into);
  tcase_add_test (rows, nothing_typed_behind_the_last_makes_no_row);
  tcase_add_test (rows, an_empty_table_can_be_typed_into);
  tcase_add_test (rows, rows_are_put_in_above_and_taken_out);
  tcase_add_test (rows, a_lock_keeps_rows);
  tcase_add_test (rows, the_menu_of_a_cell_works_by_keyboard_and_mouse);
  tcase_add_test (rows, rows_that_go_elsewhere_leave_the_cursor_on_its_own);
  tcase_add_test (rows, a_row_that_is_gone_leaves_the_cursor_in_the_table);
  tcase_add_test (rows, cells_are_cells_for_those_who_listen);
  suite_add_tcase (suite, rows);
  return jh_test_run (suite);
}
