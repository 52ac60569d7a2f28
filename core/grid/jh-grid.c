#include "jh-grid.h"

#include "jh-fixed.h"

#include <string.h>

JhGrid *
jh_grid_new (guint n_rows, guint n_columns)
{
  JhGrid *grid = g_new0 (JhGrid, 1);
  gsize cells = (gsize) n_rows * n_columns;

  g_assert (cells <= JH_GRID_CELLS_MAX);
  grid->name = g_strdup ("");
  grid->tab = g_strdup ("");
  grid->number = g_strdup ("");
  grid->title = g_strdup ("");
  grid->subtitle = g_strdup ("");
  grid->unit_name = g_strdup ("");
  grid->notes = g_ptr_array_new_with_free_func (g_free);
  grid->pages_wide = 1;
  grid->n_rows = n_rows;
  grid->n_columns = n_columns;
  grid->cells = g_new (JhCell, cells);
  grid->row_keys = g_new0 (const char *, cells);
  grid->column_keys = g_new0 (const char *, cells);
  grid->columns = g_new0 (JhGridColumn, n_columns);
  grid->strings = g_string_chunk_new (4096);
  grid->shared = g_ptr_array_new_with_free_func (jh_texts_unref);
  for (gsize i = 0; i < cells; i++)
    grid->cells[i] = (JhCell){ .rows = 1, .columns = 1 };
  for (guint i = 0; i < n_columns; i++)
    grid->columns[i].width = 10;
  return grid;
}

void
jh_grid_free (JhGrid *grid)
{
  if (grid == NULL)
    return;
  g_free (grid->name);
  g_free (grid->tab);
  g_free (grid->number);
  g_free (grid->title);
  g_free (grid->subtitle);
  g_free (grid->unit_name);
  g_ptr_array_unref (grid->notes);
  g_free (grid->cells);
  g_free (grid->row_keys);
  g_free (grid->column_keys);
  g_free (grid->columns);
  g_string_chunk_free (grid->strings);
  g_ptr_array_unref (grid->shared);
  g_free (grid);
}

JhCell *
jh_grid_edit_cell (JhGrid *grid, guint row, guint column)
{
  g_assert (row < grid->n_rows && column < grid->n_columns);
  return &grid->cells[(gsize) row * grid->n_columns + column];
}

const JhCell *
jh_grid_get_cell (const JhGrid *grid, guint row, guint column)
{
  g_assert (row < grid->n_rows && column < grid->n_columns);
  return &grid->cells[(gsize) row * grid->n_columns + column];
}

const char *
jh_grid_intern (JhGrid *grid, const char *text)
{
  return text ? g_string_chunk_insert_const (grid->strings, text) : NULL;
}

void
jh_grid_set_text (JhGrid *grid, guint row, guint column, JhCellRole role,
                  const char *text)
{
  jh_grid_put_text (grid, row, column, role, jh_grid_intern (grid, text));
}

void
jh_grid_share (JhGrid *grid, JhTexts *texts)
{
  g_ptr_array_add (grid->shared, jh_texts_ref (texts));
}

void
jh_grid_put_text (JhGrid *grid, guint row, guint column, JhCellRole role,
                  const char *text)
{
  JhCell *cell = jh_grid_edit_cell (grid, row, column);

  cell->kind = JH_CELL_TEXT;
  cell->role = role;
  cell->text = text;
}

void
jh_grid_merge (JhGrid *grid, guint row, guint column, guint rows,
               guint columns)
{
  JhCell *anchor = jh_grid_edit_cell (grid, row, column);

  rows = MIN (rows, grid->n_rows - row);
  columns = MIN (columns, grid->n_columns - column);
  for (guint r = row; r < row + rows; r++)
    for (guint c = column; c < column + columns; c++)
      if (r != row || c != column)
        *jh_grid_edit_cell (grid, r, c) = (JhCell){ .rows = 0, .columns = 0 };
  anchor->rows = rows;
  anchor->columns = columns;
}

JhGridColumn *
jh_grid_column (JhGrid *grid, guint column)
{
  g_assert (column < grid->n_columns);
  return &grid->columns[column];
}

const JhGridColumn *
jh_grid_get_column (const JhGrid *grid, guint column)
{
  g_assert (column < grid->n_columns);
  return &grid->columns[column];
}

const char *
jh_grid_get_row_key (const JhGrid *grid, guint row, guint column)
{
  g_assert (row < grid->n_rows && column < grid->n_columns);
  return grid->row_keys[(gsize) row * grid->n_columns + column];
}

void
jh_grid_set_row_key (JhGrid *grid, guint row, guint column, guint n_columns,
                     const char *key)
{
  jh_grid_put_row_key (grid, row, column, n_columns,
                       jh_grid_intern (grid, key));
}

void
jh_grid_put_row_key (JhGrid *grid, guint row, guint column, guint n_columns,
                     const char *key)
{
  g_assert (row < grid->n_rows && column + n_columns <= grid->n_columns);
  for (guint c = column; c < column + n_columns; c++)
    grid->row_keys[(gsize) row * grid->n_columns + c] = key;
}

const char *
jh_grid_get_column_key (const JhGrid *grid, guint row, guint column)
{
  g_assert (row < grid->n_rows && column < grid->n_columns);
  return grid->column_keys[(gsize) row * grid->n_columns + column];
}

void
jh_grid_set_column_key (JhGrid *grid, guint row, guint column,
                        const char *key)
{
  jh_grid_put_column_key (grid, row, column, jh_grid_intern (grid, key));
}

void
jh_grid_put_column_key (JhGrid *grid, guint row, guint column,
                        const char *key)
{
  g_assert (row < grid->n_rows && column < grid->n_columns);
  grid->column_keys[(gsize) row * grid->n_columns + column] = key;
}

const JhCell *
jh_grid_find (const JhGrid *grid, const char *row, const char *column,
              guint *at_row, guint *at_column)
{
  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns; c++)
      {
        if (g_strcmp0 (jh_grid_get_row_key (grid, r, c), row) != 0
            || g_strcmp0 (jh_grid_get_column_key (grid, r, c), column) != 0)
          continue;
        if (at_row)
          *at_row = r;
        if (at_column)
          *at_column = c;
        return jh_grid_get_cell (grid, r, c);
      }
  return NULL;
}

char *
jh_grid_dup_cell_text (const JhGrid *grid, const JhCell *cell,
                       gboolean grouped)
{
  switch (cell->kind)
    {
    case JH_CELL_NONE:
      return g_strdup ("—");
    case JH_CELL_MONEY:
      return jh_money_format (cell->money, grid->unit, grouped);
    case JH_CELL_RATE:
      return jh_ratio_format (cell->rate);
    case JH_CELL_POINTS:
      return jh_fixed_format (cell->points, 2, FALSE);
    case JH_CELL_COUNT:
      return jh_fixed_format (cell->count, 0, grouped);
    case JH_CELL_TEXT:
      return g_strdup (cell->text);
    case JH_CELL_BLANK:
      return g_strdup ("");
    }
  g_assert_not_reached ();
}
