/* The list under the editor, with real keys. */
#include "jh-table-view.h"
#include "table-fixture.h"

static gboolean
is_open (Table *table)
{
  GtkWidget *popover = table->view->list_popover;

  return popover != NULL && gtk_widget_get_mapped (popover);
}

static int
get_chosen (Table *table)
{
  GtkListBoxRow *row
    = gtk_list_box_get_selected_row (GTK_LIST_BOX (table->view->list));

  return row ? gtk_list_box_row_get_index (row) : -1;
}

START_TEST (initials_find_a_code_and_enter_takes_it)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_type ("ylbx");
  ck_assert (is_open (table));
  ck_assert_int_eq (get_chosen (table), 0);
  hands_press ("Return");
  ck_assert (!is_open (table));
  ck_assert_str_eq (table_shown (table, 0, TOY_CODE), "2080505");
  assert_cursor (table, 1, TOY_CODE);
}
END_TEST

START_TEST (arrows_choose_in_the_list)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_type ("2010");
  ck_assert_uint_eq (table->view->suggestions->len, 3);
  hands_press ("Down Down");
  ck_assert_int_eq (get_chosen (table), 1);
  ck_assert (jh_table_view_is_editing (table->view));
  hands_press ("Page_Down");
  ck_assert_int_eq (get_chosen (table), 2);
  hands_press ("Up Return");
  ck_assert_str_eq (table_shown (table, 0, TOY_CODE), "2010350");
}
END_TEST

START_TEST (digits_that_are_not_finished_are_not_guessed_by_enter)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_type ("2010");
  ck_assert_int_eq (get_chosen (table), -1);
  hands_press ("Return");
  ck_assert_str_eq (table_shown (table, 0, TOY_CODE), "2010");
  assert_told (table, "不是支出功能分类");
}
END_TEST

START_TEST (tab_takes_the_first_hit)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_type ("2080");
  hands_press ("Tab");
  ck_assert_str_eq (table_shown (table, 0, TOY_CODE), "2080505");
  assert_cursor (table, 0, TOY_NAME);
}
END_TEST

START_TEST (escape_closes_the_list_first)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_type ("xz");
  hands_press ("Escape");
  ck_assert (!is_open (table));
  ck_assert (jh_table_view_is_editing (table->view));
  hands_press ("Escape");
  ck_assert (!jh_table_view_is_editing (table->view));
  ck_assert_str_eq (table_shown (table, 0, TOY_CODE), "2010301");
}
END_TEST

START_TEST (alt_down_shows_all_that_is_allowed)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_FUND);
  hands_press ("<Alt>Down");
  ck_assert (is_open (table));
  ck_assert_uint_eq (table->view->suggestions->len, 3);
  /* What is there is chosen. */
  ck_assert_int_eq (get_chosen (table), 0);
  hands_press ("Down Return");
  ck_assert_str_eq (table_shown (table, 0, TOY_FUND), "政府性基金");
}
END_TEST

START_TEST (a_click_takes_a_hit)
{
  g_autoptr (Table) table = table_open (5, FALSE);
  GtkListBoxRow *row;

  hands_type ("xz");
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (table->view->list), 1);
  hands_click (GTK_WIDGET (row), 10, 5, 1, 1);
  ck_assert_str_eq (table_shown (table, 0, TOY_CODE), "2101101");
  ck_assert (!jh_table_view_is_editing (table->view));
}
END_TEST

START_TEST (nothing_found_closes_the_list)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  hands_type ("xz");
  ck_assert (is_open (table));
  hands_type ("q");
  ck_assert (!is_open (table));
  hands_press ("BackSpace");
  ck_assert (is_open (table));
  hands_press ("BackSpace BackSpace");
  ck_assert (!is_open (table));
}
END_TEST

START_TEST (figures_have_no_list)
{
  g_autoptr (Table) table = table_open (5, FALSE);

  jh_table_view_go (table->view, 0, TOY_ACTUAL);
  hands_type ("2");
  ck_assert (!is_open (table));
}
END_TEST

START_TEST (the_list_is_on_the_screen_at_the_last_row_too)
{
  g_autoptr (Table) table = table_open (100, FALSE);
  GdkSurface *surface;
  int y;

  jh_table_view_go (table->view, 99, TOY_CODE);
  hands_press ("<Alt>Down");
  ck_assert (is_open (table));
  surface = gtk_native_get_surface (GTK_NATIVE (table->view->list_popover));
  y = gdk_popup_get_position_y (GDK_POPUP (surface));
  ck_assert_int_ge (y, 0);
  ck_assert_int_le (y + gdk_surface_get_height (surface), 800);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("complete");
  TCase *complete = tcase_create ("complete");

  tcase_set_timeout (complete, 60);
  tcase_add_test (complete, initials_find_a_code_and_enter_takes_it);
  tcase_add_test (complete, arrows_choose_in_the_list);
  tcase_add_test (complete,
                  digits_that_are_not_finished_are_not_guessed_by_enter);
  tcase_add_test (complete, tab_takes_the_first_hit);
  tcase_add_test (complete, escape_closes_the_list_first);
  tcase_add_test (complete, alt_down_shows_all_that_is_allowed);
  tcase_add_test (complete, a_click_takes_a_hit);
  tcase_add_test (complete, nothing_found_closes_the_list);
  tcase_add_test (complete, figures_have_no_list);
  tcase_add_test (complete, the_list_is_on_the_screen_at_the_last_row_too);
  suite_add_tcase (suite, complete);
  return jh_test_run (suite);
}
