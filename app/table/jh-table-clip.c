#include "jh-table-clip.h"

#include "jh-error.h"

JhTableBlock *
jh_table_clip_read (const char *bytes, gsize length, gboolean html,
                    GError **error)
{
  g_autofree char *text = g_utf8_make_valid (bytes, (gssize) length);
  g_auto (GStrv) lines = NULL;
  JhTableBlock *block;
  guint n_rows, n_columns = 1;

  if (html)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                           "剪贴板里没有表格。");
      return NULL;
    }
  g_strchomp (text);
  lines = g_strsplit (text, "\n", -1);
  n_rows = g_strv_length (lines);
  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      n_columns = MAX (n_columns, g_strv_length (cells));
    }
  block = jh_table_block_new (0, 0, n_rows, n_columns);
  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      for (guint j = 0; cells[j]; j++)
        jh_table_block_set (block, i, j, g_strchomp (cells[j]));
    }
  return block;
}

char *
jh_table_clip_write (const JhTableBlock *block, JhTableModel *model,
                     gboolean html)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < block->n_rows * block->n_columns; i++)
    g_string_append_printf (text, "%s%c",
                            block->texts[i] ? block->texts[i] : "",
                            (i + 1) % block->n_columns ? '\t' : '\n');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
