/* How the cells look: weight, line numbers, merges, widths. */
#include "jh-compute-private.h"
#include "jh-kept.h"

void
jh_compute_dress (JhComputation *computation, const JhPlacedPanel *panel,
                  JhLine *line)
{
  for (guint c = 0; c < panel->columns->len; c++)
    {
      const JhColumn *column = panel->columns->pdata[c];
      JhCell *cell;

      if (!line->strong && column->spec->role < 0)
        continue;
      cell = jh_compute_cell (computation, line, column);
      cell->strong = line->strong;
      if (column->spec->role >= 0 && cell->rows > 0
          && cell->kind == JH_CELL_TEXT)
        cell->role = (JhCellRole) column->spec->role;
    }
}

void
jh_compute_put_number (JhComputation *computation, guint row, guint column,
                       guint number)
{
  jh_grid_put_text (computation->grid, row, column, JH_ROLE_NUMBER,
                    jh_kept_get_number (computation->occasion.kept, number));
}

/* Merges what the cell at @row in @column covers unless it is merged. */
static void
merge_span (JhGrid *grid, guint row, const JhColumn *column)
{
  const JhCell *cell = jh_grid_get_cell (grid, row, column->at);

  if (cell->rows == 1 && cell->columns == 1)
    jh_grid_merge (grid, row, column->at, 1, column->span);
}

void
jh_compute_finish_rows (JhComputation *computation,
                        const JhPlacedBlock *block,
                        const JhPlacedPanel *panel, guint panel_index)
{
  guint height = block->height - block->depth;
  guint first = block->at + block->depth;

  for (guint c = 0; c < panel->columns->len; c++)
    {
      const JhColumn *column = panel->columns->pdata[c];

      for (guint row = 0; column->spec->show == JH_SHOW_LINE && row < height;
           row++)
        jh_compute_put_number (computation, first + row, column->at,
                               panel_index * height + row + 1);
      for (guint row = 0; column->span > 1 && row < height; row++)
        merge_span (computation->grid, first + row, column);
    }
}

/* Whether the cells of rows @a and @b are alike in all merging columns of
 * @panel up to @last. */
static gboolean
are_alike (JhGrid *grid, const JhPlacedPanel *panel, guint last, guint a,
           guint b)
{
  for (guint c = 0; c <= last; c++)
    {
      const JhColumn *column = panel->columns->pdata[c];
      const JhCell *x, *y;

      if (!column->spec->merge)
        continue;
      x = jh_grid_get_cell (grid, a, column->at);
      y = jh_grid_get_cell (grid, b, column->at);
      if (x->kind != JH_CELL_TEXT || y->kind != JH_CELL_TEXT
          || !g_str_equal (x->text, y->text))
        return FALSE;
    }
  return TRUE;
}

/* The columns are gone through from the right, so that what a column
 * compares with is not merged yet. */
void
jh_compute_merge_equal (JhComputation *computation,
                        const JhPlacedBlock *block,
                        const JhPlacedPanel *panel)
{
  JhGrid *grid = computation->grid;
  guint first = block->at + block->depth;
  guint end = block->at + block->height;

  for (guint c = panel->columns->len; c-- > 0;)
    {
      const JhColumn *column = panel->columns->pdata[c];

      for (guint row = first, next; column->spec->merge && row < end;
           row = next)
        {
          for (next = row + 1; next < end; next++)
            if (!are_alike (grid, panel, c, row, next))
              break;
          if (next - row > 1)
            jh_grid_merge (grid, row, column->at, next - row, column->span);
        }
    }
}

void
jh_compute_describe_columns (JhComputation *computation,
                             const JhPlacedPanel *panel, guint *group,
                             const char **head)
{
  for (guint c = 0; c < panel->columns->len; c++)
    {
      const JhColumn *column = panel->columns->pdata[c];
      const char *top = column->path->len > 0 ? column->path->pdata[0] : NULL;

      if (c == 0 || top == NULL || g_strcmp0 (top, *head) != 0)
        ++*group;
      *head = top;
      for (guint i = 0; i < column->span; i++)
        {
          JhGridColumn *described
            = jh_grid_column (computation->grid, column->at + i);

          if (column->spec->width > 0)
            described->width = column->spec->width;
          described->group = *group;
        }
    }
}
