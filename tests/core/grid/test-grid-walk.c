#include "jh-grid-walk.h"
#include "jh-test.h"

#include <string.h>

/* A grid from a picture: x is a figure, m one that covers the cell to its
 * right too, and a point a cell of words. */
static JhGrid *
draw (const char *const *rows, guint n_rows)
{
  guint n_columns = (guint) strlen (rows[0]);
  JhGrid *grid = jh_grid_new (n_rows, n_columns);

  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      {
        if (rows[r][c] == '.')
          jh_grid_set_text (grid, r, c, JH_ROLE_LABEL, "字");
        else
          jh_grid_edit_cell (grid, r, c)->role = JH_ROLE_VALUE;
        if (rows[r][c] == 'm')
          jh_grid_merge (grid, r, c, 1, 2);
      }
  return grid;
}

static const char *const picture[] = {
  "......", /* heads */
  "..xx.x", "......", ".x....", "..mx.x",
};

typedef struct
{
  JhGridPlace from;
  JhStep step;
  gboolean moves;
  JhGridPlace to;
} Walk;

START_TEST (a_step_goes_to_the_next_figure)
{
  static const Walk walks[] = {
    { { 1, 2 }, JH_STEP_RIGHT, TRUE, { 1, 3 } },
    { { 1, 3 }, JH_STEP_RIGHT, TRUE, { 1, 5 } },
    { { 1, 5 }, JH_STEP_RIGHT, FALSE, { 1, 5 } },
    { { 1, 5 }, JH_STEP_LEFT, TRUE, { 1, 3 } },
    { { 1, 2 }, JH_STEP_LEFT, FALSE, { 1, 2 } },
    { { 1, 2 }, JH_STEP_UP, FALSE, { 1, 2 } },
    { { 1, 5 }, JH_STEP_DOWN, TRUE, { 3, 1 } },
    { { 3, 1 }, JH_STEP_UP, TRUE, { 1, 2 } },
    { { 3, 1 }, JH_STEP_DOWN, TRUE, { 4, 2 } },
    { { 4, 2 }, JH_STEP_RIGHT, TRUE, { 4, 5 } },
    { { 4, 5 }, JH_STEP_DOWN, FALSE, { 4, 5 } },
    { { 1, 3 }, JH_STEP_HOME, TRUE, { 1, 2 } },
    { { 1, 3 }, JH_STEP_END, TRUE, { 1, 5 } },
    { { 3, 1 }, JH_STEP_FIRST, TRUE, { 1, 2 } },
    { { 3, 1 }, JH_STEP_LAST, TRUE, { 4, 5 } },
    { { 99, 99 }, JH_STEP_FIRST, TRUE, { 1, 2 } },
    { { 99, 2 }, JH_STEP_UP, FALSE, { 99, 2 } },
  };
  g_autoptr (JhGrid) grid = draw (picture, G_N_ELEMENTS (picture));
  const Walk *walk = &walks[_i];
  JhGridPlace place = walk->from;

  ck_assert_int_lt (_i, (int) G_N_ELEMENTS (walks));
  ck_assert_int_eq (jh_grid_walk (grid, &place, walk->step), walk->moves);
  ck_assert_uint_eq (place.row, walk->to.row);
  ck_assert_uint_eq (place.column, walk->to.column);
}
END_TEST

START_TEST (a_grid_without_figures_has_nowhere_to_go)
{
  static const char *const words[] = { "...", "..." };
  g_autoptr (JhGrid) grid = draw (words, 2);
  g_autoptr (JhGrid) empty = jh_grid_new (0, 0);
  JhGridPlace place = { 0, 0 };

  for (int step = JH_STEP_LEFT; step <= JH_STEP_LAST; step++)
    {
      ck_assert (!jh_grid_walk (grid, &place, step));
      ck_assert (!jh_grid_walk (empty, &place, step));
    }
  ck_assert (!jh_grid_is_figure (empty, place));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("grid-walk");
  TCase *tcase = tcase_create ("grid-walk");

  tcase_add_loop_test (tcase, a_step_goes_to_the_next_figure, 0, 17);
  tcase_add_test (tcase, a_grid_without_figures_has_nowhere_to_go);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
