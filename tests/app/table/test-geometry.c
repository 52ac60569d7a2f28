/* Where cells are, without a display. */
#include <glib.h>

#include "jh-table-geometry.h"
#include "jh-test.h"

/* Ten rows of 20 pixels, columns of 50, 60, 70 and 80, of which one is
 * frozen; 200 × 150 pixels, so that the moving part is 110 × 90. */
static JhTableGeometry
make_geometry (int *widths, int x, int y)
{
  return (JhTableGeometry){
    .n_rows = 10,
    .n_columns = 4,
    .frozen = 1,
    .widths = widths,
    .gutter = 40,
    .head = 40,
    .row = 20,
    .totals = 20,
    .x = x,
    .y = y,
    .width = 200,
    .height = 150,
  };
}

static const struct
{
  int scrolled_x, scrolled_y;
  int x, y;
  JhTableSpotKind kind;
  guint row, column;
} spots[] = {
  { 0, 0, 10, 10, JH_SPOT_CORNER, 0, 0 },
  { 0, 0, 60, 10, JH_SPOT_COLUMN, 0, 0 },
  { 0, 0, 120, 10, JH_SPOT_COLUMN, 0, 1 },
  /* The edge of a head is that of the column at its left. */
  { 0, 0, 88, 10, JH_SPOT_EDGE, 0, 0 },
  { 0, 0, 92, 10, JH_SPOT_EDGE, 0, 0 },
  { 0, 0, 149, 10, JH_SPOT_EDGE, 0, 1 },
  { 0, 0, 10, 50, JH_SPOT_ROW, 0, 0 },
  { 0, 0, 45, 41, JH_SPOT_CELL, 0, 0 },
  { 0, 0, 95, 85, JH_SPOT_CELL, 2, 1 },
  /* Scrolled columns go behind the frozen one, */
  { 60, 0, 45, 41, JH_SPOT_CELL, 0, 0 },
  { 60, 0, 95, 41, JH_SPOT_CELL, 0, 2 },
  /* rows behind the head. */
  { 0, 45, 45, 41, JH_SPOT_CELL, 2, 0 },
  /* The totals are no row. */
  { 0, 0, 95, 140, JH_SPOT_NOTHING, 0, 0 },
};

START_TEST (a_point_is_in_a_cell)
{
  int widths[] = { 50, 60, 70, 80 };
  JhTableGeometry geometry
    = make_geometry (widths, spots[_i].scrolled_x, spots[_i].scrolled_y);
  JhTableSpot spot
    = jh_table_geometry_spot (&geometry, spots[_i].x, spots[_i].y, FALSE);

  ck_assert_int_eq (spot.kind, spots[_i].kind);
  if (spot.kind == JH_SPOT_CELL || spot.kind == JH_SPOT_ROW)
    ck_assert_uint_eq (spot.row, spots[_i].row);
  if (spot.kind != JH_SPOT_ROW && spot.kind != JH_SPOT_NOTHING)
    ck_assert_uint_eq (spot.column, spots[_i].column);
}
END_TEST

START_TEST (a_dragged_pointer_outside_is_the_nearest_cell)
{
  int widths[] = { 50, 60, 70, 80 };
  JhTableGeometry geometry = make_geometry (widths, 0, 0);
  JhTableSpot spot = jh_table_geometry_spot (&geometry, -50, 999, TRUE);

  ck_assert_int_eq (spot.kind, JH_SPOT_CELL);
  ck_assert_uint_eq (spot.row, 4);
  ck_assert_uint_eq (spot.column, 0);
}
END_TEST

static const struct
{
  int from_x, from_y;
  guint row, column;
  int x, y;
} reveals[] = {
  { 0, 0, 0, 0, 0, 0 },
  /* The row below is brought up just enough, */
  { 0, 0, 4, 0, 0, 10 },
  { 0, 0, 9, 0, 0, 110 },
  /* that above to the top. */
  { 0, 110, 0, 0, 0, 0 },
  { 0, 0, 0, 2, 20, 0 },
  { 0, 0, 0, 3, 100, 0 },
  { 100, 0, 0, 1, 0, 0 },
  /* A frozen column is in sight always. */
  { 100, 0, 0, 0, 100, 0 },
};

START_TEST (a_cell_is_brought_into_sight)
{
  int widths[] = { 50, 60, 70, 80 };
  JhTableGeometry geometry
    = make_geometry (widths, reveals[_i].from_x, reveals[_i].from_y);
  int x, y;

  jh_table_geometry_reveal (&geometry, reveals[_i].row, reveals[_i].column,
                            &x, &y);
  ck_assert_int_eq (x, reveals[_i].x);
  ck_assert_int_eq (y, reveals[_i].y);
}
END_TEST

START_TEST (rows_in_sight_are_those_cut_too)
{
  int widths[] = { 50, 60, 70, 80 };
  JhTableGeometry top = make_geometry (widths, 0, 0);
  JhTableGeometry between = make_geometry (widths, 0, 15);
  JhTableGeometry end = make_geometry (widths, 0, 110);
  guint first;

  ck_assert_uint_eq (jh_table_geometry_rows (&top, &first), 5);
  ck_assert_uint_eq (first, 0);
  ck_assert_uint_eq (jh_table_geometry_rows (&between, &first), 6);
  ck_assert_uint_eq (first, 0);
  ck_assert_uint_eq (jh_table_geometry_rows (&end, &first), 5);
  ck_assert_uint_eq (first, 5);
  ck_assert_uint_eq (jh_table_geometry_page (&top), 4);
}
END_TEST

START_TEST (columns_in_sight_are_those_not_behind_the_frozen)
{
  int widths[] = { 50, 60, 70, 80 };
  JhTableGeometry geometry = make_geometry (widths, 60, 0);

  ck_assert (jh_table_geometry_shows_column (&geometry, 0));
  ck_assert (!jh_table_geometry_shows_column (&geometry, 1));
  ck_assert (jh_table_geometry_shows_column (&geometry, 2));
  ck_assert (jh_table_geometry_shows_column (&geometry, 3));
}
END_TEST

START_TEST (a_window_too_small_shows_nothing_and_breaks_nothing)
{
  int widths[] = { 50, 60, 70, 80 };
  JhTableGeometry geometry = make_geometry (widths, 0, 0);
  guint first;
  int x, y;

  geometry.width = geometry.height = 10;
  ck_assert_uint_eq (jh_table_geometry_rows (&geometry, &first), 0);
  ck_assert_int_eq (jh_table_geometry_body (&geometry).width, 0);
  ck_assert_uint_eq (jh_table_geometry_page (&geometry), 1);
  jh_table_geometry_reveal (&geometry, 9, 3, &x, &y);
  ck_assert_int_eq (y, 180);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("geometry");
  TCase *geometry = tcase_create ("geometry");

  tcase_add_loop_test (geometry, a_point_is_in_a_cell, 0,
                       G_N_ELEMENTS (spots));
  tcase_add_test (geometry, a_dragged_pointer_outside_is_the_nearest_cell);
  tcase_add_loop_test (geometry, a_cell_is_brought_into_sight, 0,
                       G_N_ELEMENTS (reveals));
  tcase_add_test (geometry, rows_in_sight_are_those_cut_too);
  tcase_add_test (geometry, columns_in_sight_are_those_not_behind_the_frozen);
  tcase_add_test (geometry,
                  a_window_too_small_shows_nothing_and_breaks_nothing);
  suite_add_tcase (suite, geometry);
  return jh_test_run (suite);
}
