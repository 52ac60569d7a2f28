/* Moving in a table, without a display. */
#include <glib.h>
#include <string.h>

#include "jh-table-cursor.h"
#include "jh-test.h"

/* What is filled in: # is. */
static const char *const filled[] = {
  "##..#",
  "##...",
  ".....",
  "..#..",
};

static gboolean
is_filled (guint row, guint column, gpointer data)
{
  return filled[row][column] == '#';
}

static const JhTableExtent extent = { 4, 5, 2, is_filled, NULL };

static JhTableCursor
cursor_at (guint row, guint column)
{
  JhTableCursor cursor = { 0 };

  jh_table_cursor_place (&cursor, row, column, FALSE);
  return cursor;
}

static const struct
{
  guint row, column;
  JhTableStep step;
  guint to_row, to_column;
} steps[] = {
  { 1, 1, JH_STEP_LEFT, 1, 0 },
  { 1, 0, JH_STEP_LEFT, 1, 0 },
  { 1, 4, JH_STEP_RIGHT, 1, 4 },
  { 0, 2, JH_STEP_UP, 0, 2 },
  { 3, 2, JH_STEP_DOWN, 3, 2 },
  { 2, 2, JH_STEP_DOWN, 3, 2 },
  { 2, 3, JH_STEP_HOME, 2, 0 },
  { 2, 3, JH_STEP_END, 2, 4 },
  { 2, 3, JH_STEP_TOP, 0, 0 },
  { 0, 0, JH_STEP_BOTTOM, 3, 4 },
  { 3, 1, JH_STEP_PAGE_UP, 1, 1 },
  { 1, 1, JH_STEP_PAGE_UP, 0, 1 },
  { 1, 1, JH_STEP_PAGE_DOWN, 3, 1 },
  { 2, 1, JH_STEP_PAGE_DOWN, 3, 1 },
  /* To the end of what is filled in, */
  { 0, 0, JH_STEP_EDGE_RIGHT, 0, 1 },
  /* over a gap to what comes next, */
  { 0, 1, JH_STEP_EDGE_RIGHT, 0, 4 },
  { 0, 4, JH_STEP_EDGE_LEFT, 0, 1 },
  /* or to the end where nothing comes. */
  { 0, 4, JH_STEP_EDGE_RIGHT, 0, 4 },
  { 1, 1, JH_STEP_EDGE_RIGHT, 1, 4 },
  { 0, 0, JH_STEP_EDGE_DOWN, 1, 0 },
  { 1, 0, JH_STEP_EDGE_DOWN, 3, 0 },
  { 0, 2, JH_STEP_EDGE_DOWN, 3, 2 },
  { 3, 2, JH_STEP_EDGE_UP, 0, 2 },
  { 3, 0, JH_STEP_EDGE_UP, 1, 0 },
};

START_TEST (each_step_goes_where_a_spreadsheet_goes)
{
  JhTableCursor cursor = cursor_at (steps[_i].row, steps[_i].column);
  gboolean moved
    = jh_table_cursor_step (&cursor, steps[_i].step, FALSE, &extent);

  ck_assert_uint_eq (cursor.row, steps[_i].to_row);
  ck_assert_uint_eq (cursor.column, steps[_i].to_column);
  ck_assert_int_eq (moved, steps[_i].row != steps[_i].to_row
                             || steps[_i].column != steps[_i].to_column);
  ck_assert (!jh_table_cursor_has_block (&cursor));
}
END_TEST

START_TEST (shift_marks_and_the_cursor_stays)
{
  JhTableCursor cursor = cursor_at (2, 2);
  JhTableArea area;

  jh_table_cursor_step (&cursor, JH_STEP_UP, TRUE, &extent);
  jh_table_cursor_step (&cursor, JH_STEP_LEFT, TRUE, &extent);
  area = jh_table_cursor_area (&cursor);
  ck_assert_uint_eq (cursor.row, 2);
  ck_assert_uint_eq (cursor.column, 2);
  ck_assert_uint_eq (area.row, 1);
  ck_assert_uint_eq (area.column, 1);
  ck_assert_uint_eq (area.n_rows, 2);
  ck_assert_uint_eq (area.n_columns, 2);
}
END_TEST

START_TEST (a_step_without_shift_drops_the_block)
{
  JhTableCursor cursor = cursor_at (2, 2);

  jh_table_cursor_step (&cursor, JH_STEP_BOTTOM, TRUE, &extent);
  ck_assert (jh_table_cursor_has_block (&cursor));
  jh_table_cursor_step (&cursor, JH_STEP_LEFT, FALSE, &extent);
  ck_assert (!jh_table_cursor_has_block (&cursor));
  ck_assert_uint_eq (cursor.row, 2);
  ck_assert_uint_eq (cursor.column, 1);
}
END_TEST

START_TEST (enter_goes_back_to_where_a_run_of_tabs_began)
{
  JhTableCursor cursor = cursor_at (0, 1);

  jh_table_cursor_step (&cursor, JH_STEP_NEXT, FALSE, &extent);
  jh_table_cursor_step (&cursor, JH_STEP_NEXT, FALSE, &extent);
  ck_assert_uint_eq (cursor.column, 3);
  jh_table_cursor_step (&cursor, JH_STEP_ENTER, FALSE, &extent);
  ck_assert_uint_eq (cursor.row, 1);
  ck_assert_uint_eq (cursor.column, 1);
  jh_table_cursor_step (&cursor, JH_STEP_ENTER, FALSE, &extent);
  ck_assert_uint_eq (cursor.row, 2);
  ck_assert_uint_eq (cursor.column, 1);
}
END_TEST

START_TEST (an_arrow_ends_a_run_of_tabs)
{
  JhTableCursor cursor = cursor_at (0, 1);

  jh_table_cursor_step (&cursor, JH_STEP_NEXT, FALSE, &extent);
  jh_table_cursor_step (&cursor, JH_STEP_RIGHT, FALSE, &extent);
  jh_table_cursor_step (&cursor, JH_STEP_ENTER, FALSE, &extent);
  ck_assert_uint_eq (cursor.column, 3);
}
END_TEST

START_TEST (tab_goes_to_the_next_row_and_back)
{
  JhTableCursor cursor = cursor_at (0, 4);

  ck_assert (jh_table_cursor_step (&cursor, JH_STEP_NEXT, FALSE, &extent));
  ck_assert_uint_eq (cursor.row, 1);
  ck_assert_uint_eq (cursor.column, 0);
  ck_assert (
    jh_table_cursor_step (&cursor, JH_STEP_PREVIOUS, FALSE, &extent));
  ck_assert_uint_eq (cursor.row, 0);
  ck_assert_uint_eq (cursor.column, 4);
}
END_TEST

START_TEST (there_is_nothing_behind_the_last_cell)
{
  JhTableCursor last = cursor_at (3, 4);
  JhTableCursor first = cursor_at (0, 0);

  ck_assert (!jh_table_cursor_step (&last, JH_STEP_NEXT, FALSE, &extent));
  ck_assert (!jh_table_cursor_step (&last, JH_STEP_ENTER, FALSE, &extent));
  ck_assert (
    !jh_table_cursor_step (&first, JH_STEP_PREVIOUS, FALSE, &extent));
  ck_assert (!jh_table_cursor_step (&first, JH_STEP_BACK, FALSE, &extent));
}
END_TEST

START_TEST (tab_and_enter_go_around_in_a_block)
{
  static const guint enter[][2]
    = { { 2, 1 }, { 1, 2 }, { 2, 2 }, { 1, 1 }, { 2, 1 } };
  static const guint tabs[][2]
    = { { 1, 2 }, { 2, 1 }, { 2, 2 }, { 1, 1 }, { 1, 2 } };
  JhTableCursor down = cursor_at (1, 1);
  JhTableCursor along;

  jh_table_cursor_place (&down, 2, 2, TRUE);
  along = down;
  for (gsize i = 0; i < G_N_ELEMENTS (enter); i++)
    {
      jh_table_cursor_step (&down, JH_STEP_ENTER, FALSE, &extent);
      ck_assert_uint_eq (down.row, enter[i][0]);
      ck_assert_uint_eq (down.column, enter[i][1]);
      jh_table_cursor_step (&along, JH_STEP_NEXT, FALSE, &extent);
      ck_assert_uint_eq (along.row, tabs[i][0]);
      ck_assert_uint_eq (along.column, tabs[i][1]);
    }
  ck_assert_uint_eq (jh_table_cursor_area (&down).n_rows, 2);
}
END_TEST

START_TEST (a_mark_around_the_cursor_leaves_it)
{
  JhTableCursor cursor = cursor_at (2, 3);

  jh_table_cursor_mark (&cursor, 0, 3, 3, 3);
  ck_assert_uint_eq (cursor.row, 2);
  jh_table_cursor_mark (&cursor, 1, 0, 1, 4);
  ck_assert_uint_eq (cursor.row, 1);
  ck_assert_uint_eq (cursor.column, 0);
}
END_TEST

START_TEST (a_table_that_shrinks_takes_the_cursor_along)
{
  JhTableCursor cursor = cursor_at (3, 4);

  jh_table_cursor_clamp (&cursor, 2, 3);
  ck_assert_uint_eq (cursor.row, 1);
  ck_assert_uint_eq (cursor.column, 2);
  ck_assert (!jh_table_cursor_has_block (&cursor));
  jh_table_cursor_clamp (&cursor, 0, 0);
  ck_assert_uint_eq (cursor.row, 0);
  ck_assert_uint_eq (cursor.column, 0);
}
END_TEST

START_TEST (an_empty_table_has_no_steps)
{
  JhTableExtent none = { 0 };
  JhTableCursor cursor = { 0 };

  for (int step = JH_STEP_LEFT; step <= JH_STEP_BACK; step++)
    ck_assert (!jh_table_cursor_step (&cursor, step, FALSE, &none));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cursor");
  TCase *cursor = tcase_create ("cursor");

  tcase_add_loop_test (cursor, each_step_goes_where_a_spreadsheet_goes, 0,
                       G_N_ELEMENTS (steps));
  tcase_add_test (cursor, shift_marks_and_the_cursor_stays);
  tcase_add_test (cursor, a_step_without_shift_drops_the_block);
  tcase_add_test (cursor, enter_goes_back_to_where_a_run_of_tabs_began);
  tcase_add_test (cursor, an_arrow_ends_a_run_of_tabs);
  tcase_add_test (cursor, tab_goes_to_the_next_row_and_back);
  tcase_add_test (cursor, there_is_nothing_behind_the_last_cell);
  tcase_add_test (cursor, tab_and_enter_go_around_in_a_block);
  tcase_add_test (cursor, a_mark_around_the_cursor_leaves_it);
  tcase_add_test (cursor, a_table_that_shrinks_takes_the_cursor_along);
  tcase_add_test (cursor, an_empty_table_has_no_steps);
  suite_add_tcase (suite, cursor);
  return jh_test_run (suite);
}
