#include "jh-merges.h"

static gsize
place (const JhMerges *merges, guint row, guint column)
{
  return (gsize) row * merges->n_columns + column;
}

gboolean
jh_merges_has (const JhMerges *merges, guint row, guint column)
{
  gsize at = place (merges, row, column);

  return merges->taken && (merges->taken[at / 8] >> (at % 8) & 1);
}

static void
take (JhMerges *merges, const JhArea *area)
{
  for (guint r = area->row; r < area->row + area->rows; r++)
    for (guint c = area->column; c < area->column + area->columns; c++)
      {
        gsize at = place (merges, r, c);

        merges->taken[at / 8] |= 1 << (at % 8);
      }
  g_array_append_vals (merges->areas, area, 1);
}

/* Whether no cell of @area is taken and none but the first has content. */
static gboolean
is_free (const JhMerges *merges, const JhGrid *grid, const JhArea *area)
{
  for (guint r = area->row; r < area->row + area->rows; r++)
    for (guint c = area->column; c < area->column + area->columns; c++)
      {
        if (jh_merges_has (merges, r, c))
          return FALSE;
        if ((r != area->row || c != area->column)
            && jh_grid_get_cell (grid, r, c)->rows > 0)
          return FALSE;
      }
  return TRUE;
}

static void
look_at (JhMerges *merges, const JhGrid *grid, guint row, guint column)
{
  const JhCell *cell = jh_grid_get_cell (grid, row, column);
  JhArea area = { row, column, MIN (cell->rows, grid->n_rows - row),
                  MIN (cell->columns, grid->n_columns - column) };

  if (area.rows == 0 || area.columns == 0
      || (area.rows == 1 && area.columns == 1))
    return;
  if (merges->taken == NULL)
    merges->taken
      = g_malloc0 ((gsize) grid->n_rows * grid->n_columns / 8 + 1);
  if (is_free (merges, grid, &area))
    take (merges, &area);
}

JhMerges *
jh_merges_new (const JhGrid *grid)
{
  JhMerges *merges = g_new0 (JhMerges, 1);

  merges->areas = g_array_new (FALSE, FALSE, sizeof (JhArea));
  merges->n_columns = grid->n_columns;
  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns; c++)
      look_at (merges, grid, r, c);
  return merges;
}

const JhArea *
jh_merges_get (const JhMerges *merges, guint index)
{
  return &g_array_index (merges->areas, JhArea, index);
}

void
jh_merges_free (JhMerges *merges)
{
  if (merges == NULL)
    return;
  g_array_unref (merges->areas);
  g_free (merges->taken);
  g_free (merges);
}
