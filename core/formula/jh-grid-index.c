#include "jh-grid-index.h"

#include <string.h>

#include "jh-text.h"

static void
line_free (gpointer data)
{
  JhGridLine *line = data;

  g_clear_pointer (&line->spans, g_array_unref);
  g_clear_pointer (&line->places, g_array_unref);
  g_clear_pointer (&line->below, g_ptr_array_unref);
  g_free (line);
}

/* The line of @key, which is added when it is new. */
static JhGridLine *
ensure (GPtrArray *lines, GHashTable *by_key, const char *key)
{
  JhGridLine *line = g_hash_table_lookup (by_key, key);

  if (line)
    return line;
  line = g_new0 (JhGridLine, 1);
  line->key = key;
  line->is_code = jh_text_is_digits (key);
  g_ptr_array_add (lines, line);
  g_hash_table_insert (by_key, (gpointer) key, line);
  return line;
}

static void
add_span (JhGridIndex *index, const char *key, JhSpan span)
{
  JhGridLine *line = ensure (index->rows, index->rows_by_key, key);

  if (line->spans == NULL)
    line->spans = g_array_sized_new (FALSE, FALSE, sizeof (JhSpan), 1);
  g_array_append_val (line->spans, span);
}

/* Keys are kept once by a grid, so neighbours of one key share its address.
 */
static void
index_rows (JhGridIndex *index)
{
  const JhGrid *grid = index->grid;

  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns;)
      {
        const char *key = jh_grid_get_row_key (grid, r, c);
        JhSpan span = { r, c, 1 };

        while (c + span.width < grid->n_columns
               && jh_grid_get_row_key (grid, r, c + span.width) == key)
          span.width++;
        if (key)
          add_span (index, key, span);
        c += span.width;
      }
}

static void
add_place (JhGridIndex *index, const char *key, guint column)
{
  JhGridLine *line = ensure (index->columns, index->columns_by_key, key);

  if (line->places == NULL)
    line->places = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
  for (guint i = 0; i < line->places->len; i++)
    if (g_array_index (line->places, guint, i) == column)
      return;
  g_array_append_val (line->places, column);
}

static void
index_columns (JhGridIndex *index)
{
  const JhGrid *grid = index->grid;

  for (guint c = 0; c < grid->n_columns; c++)
    {
      const char *last = NULL;

      for (guint r = 0; r < grid->n_rows; r++)
        {
          const char *key = jh_grid_get_column_key (grid, r, c);

          if (key && key != last)
            add_place (index, key, c);
          last = key ? key : last;
        }
    }
}

/* The row of the longest code that @line's code begins with. */
static JhGridLine *
find_above (const JhGridIndex *index, const JhGridLine *line)
{
  char above[64];
  gsize length = strlen (line->key);
  JhGridLine *found = NULL;

  if (length >= sizeof above)
    return NULL;
  memcpy (above, line->key, length + 1);
  while (found == NULL && length > 1)
    {
      above[--length] = '\0';
      found = g_hash_table_lookup (index->rows_by_key, above);
    }
  return found;
}

static void
link_codes (JhGridIndex *index)
{
  for (guint i = 0; i < index->rows->len; i++)
    {
      JhGridLine *line = index->rows->pdata[i];

      if (!line->is_code)
        continue;
      line->above = find_above (index, line);
      if (line->above && line->above->below == NULL)
        line->above->below = g_ptr_array_new ();
      g_ptr_array_add (line->above ? line->above->below : index->uppermost,
                       line);
    }
}

JhGridIndex *
jh_grid_index_new (const JhGrid *grid)
{
  JhGridIndex *index = g_new0 (JhGridIndex, 1);

  index->grid = grid;
  index->rows = g_ptr_array_new_with_free_func (line_free);
  index->columns = g_ptr_array_new_with_free_func (line_free);
  index->uppermost = g_ptr_array_new ();
  index->rows_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  index->columns_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  index->resolved = g_hash_table_new_full (
    NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  index->alike_rows = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  index->alike_columns = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  index_rows (index);
  index_columns (index);
  link_codes (index);
  return index;
}

void
jh_grid_index_free (gpointer data)
{
  JhGridIndex *index = data;

  if (index == NULL)
    return;
  g_hash_table_unref (index->rows_by_key);
  g_hash_table_unref (index->columns_by_key);
  g_hash_table_unref (index->resolved);
  g_hash_table_unref (index->alike_rows);
  g_hash_table_unref (index->alike_columns);
  g_ptr_array_unref (index->uppermost);
  g_ptr_array_unref (index->rows);
  g_ptr_array_unref (index->columns);
  g_free (index);
}

void
jh_grid_index_forget (JhGridIndex *index)
{
  g_hash_table_remove_all (index->resolved);
  g_hash_table_remove_all (index->alike_rows);
  g_hash_table_remove_all (index->alike_columns);
}

JhGridLine *
jh_grid_index_find_row (const JhGridIndex *index, const char *key)
{
  return g_hash_table_lookup (index->rows_by_key, key);
}

JhGridLine *
jh_grid_index_find_column (const JhGridIndex *index, const char *key)
{
  return g_hash_table_lookup (index->columns_by_key, key);
}

const JhCell *
jh_grid_index_next (const JhGridIndex *index, const JhGridLine *row,
                    const JhGridLine *column, guint *state,
                    JhGridPlace *place)
{
  guint n_places = column->places->len;

  for (; *state < row->spans->len * n_places; (*state)++)
    {
      const JhSpan *span
        = &g_array_index (row->spans, JhSpan, *state / n_places);
      guint c = g_array_index (column->places, guint, *state % n_places);

      if (c < span->from || c >= span->from + span->width
          || jh_grid_get_column_key (index->grid, span->row, c)
               != column->key)
        continue;
      (*state)++;
      *place = (JhGridPlace){ span->row, c };
      return jh_grid_get_cell (index->grid, span->row, c);
    }
  return NULL;
}

const char *
jh_grid_index_get_label (const JhGridIndex *index, const JhGridLine *row)
{
  for (guint i = 0; i < row->spans->len; i++)
    {
      const JhSpan *span = &g_array_index (row->spans, JhSpan, i);

      for (guint c = span->from; c < span->from + span->width; c++)
        {
          const JhCell *cell = jh_grid_get_cell (index->grid, span->row, c);

          if (cell->kind == JH_CELL_TEXT && !jh_text_is_digits (cell->text)
              && jh_grid_get_column_key (index->grid, span->row, c) == NULL)
            return cell->text;
        }
    }
  return "";
}
