#include "jh-block-private.h"

#include "jh-error.h"

/* texts: NULL for "" */
struct _JhBlock
{
  guint n_rows;
  guint n_columns;
  char **texts;
  gboolean *figures;
};

/* rows: GPtrArray of texts each, NULL for ""
 * widest: the columns of the widest row */
struct _JhRows
{
  GPtrArray *rows;
  guint widest;
};

JhBlock *
jh_block_new (guint n_rows, guint n_columns)
{
  JhBlock *block = g_new0 (JhBlock, 1);
  gsize n_cells = (gsize) n_rows * n_columns;

  g_assert (n_cells > 0 && n_cells <= JH_BLOCK_CELLS_MAX);
  block->n_rows = n_rows;
  block->n_columns = n_columns;
  block->texts = g_new0 (char *, n_cells);
  block->figures = g_new0 (gboolean, n_cells);
  return block;
}

void
jh_block_free (JhBlock *block)
{
  if (block == NULL)
    return;
  for (gsize i = 0; i < (gsize) block->n_rows * block->n_columns; i++)
    g_free (block->texts[i]);
  g_free (block->texts);
  g_free (block->figures);
  g_free (block);
}

guint
jh_block_get_n_rows (const JhBlock *block)
{
  return block->n_rows;
}

guint
jh_block_get_n_columns (const JhBlock *block)
{
  return block->n_columns;
}

/* Where the cell stands in the arrays. */
static gsize
locate (const JhBlock *block, guint row, guint column)
{
  g_assert (row < block->n_rows && column < block->n_columns);
  return (gsize) row * block->n_columns + column;
}

const char *
jh_block_get (const JhBlock *block, guint row, guint column)
{
  const char *text = block->texts[locate (block, row, column)];

  return text ? text : "";
}

void
jh_block_set (JhBlock *block, guint row, guint column, const char *text)
{
  char **place = &block->texts[locate (block, row, column)];

  g_free (*place);
  *place = text && *text ? g_strdup (text) : NULL;
}

void
jh_block_set_figure (JhBlock *block, guint row, guint column)
{
  block->figures[locate (block, row, column)] = TRUE;
}

gboolean
jh_block_is_figure (const JhBlock *block, guint row, guint column)
{
  return block->figures[locate (block, row, column)];
}

JhRows *
jh_rows_new (void)
{
  JhRows *rows = g_new0 (JhRows, 1);

  rows->rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return rows;
}

void
jh_rows_free (JhRows *rows)
{
  if (rows == NULL)
    return;
  g_ptr_array_unref (rows->rows);
  g_free (rows);
}

void
jh_rows_clear (JhRows *rows)
{
  g_ptr_array_set_size (rows->rows, 0);
  rows->widest = 0;
}

guint
jh_rows_count (const JhRows *rows)
{
  return rows->rows->len;
}

/* Whether so many rows and columns make no block that is too large. */
static gboolean
fits (gsize n_rows, gsize n_columns, GError **error)
{
  if (n_columns <= JH_BLOCK_COLUMNS_MAX
      && n_rows * MAX (n_columns, 1) <= JH_BLOCK_CELLS_MAX)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "要粘贴的表格太大，一次最多 %d 格、%d 列，请分几次复制",
               JH_BLOCK_CELLS_MAX, JH_BLOCK_COLUMNS_MAX);
  return FALSE;
}

gboolean
jh_rows_begin (JhRows *rows, GError **error)
{
  if (!fits ((gsize) rows->rows->len + 1, rows->widest, error))
    return FALSE;
  g_ptr_array_add (rows->rows, g_ptr_array_new_with_free_func (g_free));
  return TRUE;
}

gboolean
jh_rows_put (JhRows *rows, guint column, guint n_columns, char *text,
             GError **error)
{
  GPtrArray *row = rows->rows->pdata[rows->rows->len - 1];
  gsize end = (gsize) column + n_columns;

  if (!fits (rows->rows->len, MAX (rows->widest, end), error))
    {
      g_free (text);
      return FALSE;
    }
  if (row->len < end)
    g_ptr_array_set_size (row, (int) end);
  g_free (row->pdata[column]);
  row->pdata[column] = text;
  rows->widest = MAX (rows->widest, (guint) end);
  return TRUE;
}

JhBlock *
jh_rows_to_block (JhRows *rows)
{
  JhBlock *block;

  if (rows->rows->len == 0 || rows->widest == 0)
    return NULL;
  block = jh_block_new (rows->rows->len, rows->widest);
  for (guint r = 0; r < rows->rows->len; r++)
    {
      GPtrArray *row = rows->rows->pdata[r];

      for (guint c = 0; c < row->len; c++)
        block->texts[locate (block, r, c)] = g_steal_pointer (&row->pdata[c]);
    }
  return block;
}
