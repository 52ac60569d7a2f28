#include "jh-grid-walk.h"

gboolean
jh_grid_is_figure (const JhGrid *grid, JhGridPlace place)
{
  const JhCell *cell;

  if (place.row >= grid->n_rows || place.column >= grid->n_columns)
    return FALSE;
  cell = jh_grid_get_cell (grid, place.row, place.column);
  return cell->role == JH_ROLE_VALUE && cell->rows > 0;
}

/* Goes from @from on by @step, 1 or -1, to the first figure of row @row;
 * @from itself counts. */
static gboolean
find_in_row (const JhGrid *grid, guint row, gint64 from, int step,
             JhGridPlace *found)
{
  for (gint64 column = from; column >= 0 && column < grid->n_columns;
       column += step)
    {
      JhGridPlace place = { row, (guint) column };

      if (!jh_grid_is_figure (grid, place))
        continue;
      *found = place;
      return TRUE;
    }
  return FALSE;
}

/* The figure of @row that is nearest to @column. */
static gboolean
find_nearest (const JhGrid *grid, guint row, guint column, JhGridPlace *found)
{
  JhGridPlace left, right;
  gboolean has_left = find_in_row (grid, row, column, -1, &left);
  gboolean has_right = find_in_row (grid, row, column, 1, &right);

  if (!has_left && !has_right)
    return FALSE;
  if (has_left
      && (!has_right || column - left.column <= right.column - column))
    *found = left;
  else
    *found = right;
  return TRUE;
}

static gboolean
find_vertically (const JhGrid *grid, gint64 row, int step, guint column,
                 JhGridPlace *found)
{
  for (; row >= 0 && row < grid->n_rows; row += step)
    if (find_nearest (grid, (guint) row, column, found))
      return TRUE;
  return FALSE;
}

gboolean
jh_grid_walk (const JhGrid *grid, JhGridPlace *place, JhStep step)
{
  gint64 row = place->row, column = place->column;
  gint64 last = (gint64) grid->n_columns - 1;

  switch (step)
    {
    case JH_STEP_LEFT:
      return find_in_row (grid, place->row, column - 1, -1, place);
    case JH_STEP_RIGHT:
      return find_in_row (grid, place->row, column + 1, 1, place);
    case JH_STEP_HOME:
      return find_in_row (grid, place->row, 0, 1, place);
    case JH_STEP_END:
      return find_in_row (grid, place->row, last, -1, place);
    case JH_STEP_UP:
      return find_vertically (grid, row - 1, -1, place->column, place);
    case JH_STEP_DOWN:
      return find_vertically (grid, row + 1, 1, place->column, place);
    case JH_STEP_FIRST:
      return find_vertically (grid, 0, 1, 0, place);
    case JH_STEP_LAST:
      return find_vertically (grid, (gint64) grid->n_rows - 1, -1,
                              (guint) MAX (last, 0), place);
    }
  return FALSE;
}
