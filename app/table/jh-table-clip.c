#include "jh-table-clip.h"

#include "jh-block-text.h"
#include "jh-error.h"
#include "jh-shield.h"

JhTableBlock *
jh_table_clip_read (const char *bytes, gsize length, gboolean html,
                    GError **error)
{
  g_autoptr (JhBlock) read = html ? jh_block_read_html (bytes, length, error)
                                  : jh_block_read_tsv (bytes, length, error);
  JhTableBlock *block;
  guint n_rows, n_columns;

  if (read == NULL)
    return NULL;
  n_rows = jh_block_get_n_rows (read);
  n_columns = jh_block_get_n_columns (read);
  if ((guint64) n_rows * n_columns > JH_TABLE_CELLS_MAX)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "剪贴板里有 %u 行 %u 列，一次最多粘贴 %d 个单元格，"
                   "请分几次粘贴。",
                   n_rows, n_columns, JH_TABLE_CELLS_MAX);
      return NULL;
    }
  block = jh_table_block_new (0, 0, n_rows, n_columns);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      jh_table_block_set (block, row, column,
                          jh_shield_take (jh_block_get (read, row, column)));
  return block;
}

char *
jh_table_clip_write (const JhTableBlock *block, JhTableModel *model,
                     gboolean html)
{
  g_autoptr (JhBlock) out = jh_block_new (block->n_rows, block->n_columns);

  for (guint row = 0; row < block->n_rows; row++)
    for (guint column = 0; column < block->n_columns; column++)
      {
        guint at = block->column + column;

        jh_block_set (out, row, column,
                      jh_table_block_get (block, row, column));
        if (jh_table_model_get_column (model, at)->kind == JH_COLUMN_FIGURE)
          jh_block_set_figure (out, row, column);
      }
  return html ? jh_block_write_html (out) : jh_block_write_tsv (out);
}
