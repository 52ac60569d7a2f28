#include "jh-table-paste.h"

#include "jh-error.h"

void
jh_table_paste_clear (JhTablePaste *self)
{
  g_clear_pointer (&self->block, jh_table_block_free);
}

/* Whether @rows × @columns can be written at once. */
static gboolean
check_size (guint64 rows, guint64 columns, GError **error)
{
  if (rows * columns <= JH_TABLE_CELLS_MAX)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
               "选中了 %" G_GUINT64_FORMAT " 个单元格，一次最多 %d 个，"
               "请分几次做。",
               rows * columns, JH_TABLE_CELLS_MAX);
  return FALSE;
}

/* How many of @n from @at on are inside @length, and the rest in @lost. */
static guint
cut (guint n, guint at, guint length, guint *lost)
{
  guint fits = at < length ? MIN (n, length - at) : 0;

  *lost = n - fits;
  return fits;
}

static JhTableBlock *
repeat (const JhTableBlock *clip, JhTableArea area)
{
  JhTableBlock *block
    = jh_table_block_new (area.row, area.column, area.n_rows, area.n_columns);

  for (guint row = 0; row < area.n_rows; row++)
    for (guint column = 0; column < area.n_columns; column++)
      jh_table_block_set (block, row, column,
                          jh_table_block_get (clip, row % clip->n_rows,
                                              column % clip->n_columns));
  return block;
}

gboolean
jh_table_paste (const JhTableBlock *clip, JhTableArea target, guint n_rows,
                guint n_columns, JhTablePaste *paste, GError **error)
{
  JhTableArea area = target;
  gboolean even;

  *paste = (JhTablePaste){ 0 };
  if (clip->n_rows == 0 || clip->n_columns == 0)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                           "剪贴板里没有可以粘贴的文字。");
      return FALSE;
    }
  even = (target.n_rows % clip->n_rows == 0
          && target.n_columns % clip->n_columns == 0);
  area.n_rows = even ? target.n_rows : clip->n_rows;
  area.n_columns = even ? target.n_columns : clip->n_columns;
  area.n_rows = cut (area.n_rows, area.row, n_rows, &paste->lost_rows);
  area.n_columns
    = cut (area.n_columns, area.column, n_columns, &paste->lost_columns);
  if (area.n_rows == 0 || area.n_columns == 0)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                           "这里是表的末尾，粘贴的内容放不下。");
      return FALSE;
    }
  if (!check_size (area.n_rows, area.n_columns, error))
    return FALSE;
  paste->block = repeat (clip, area);
  return TRUE;
}

char *
jh_table_paste_dup_loss (const JhTablePaste *self)
{
  if (self->lost_rows && self->lost_columns)
    return g_strdup_printf (
      "粘贴的内容超出了这张表，最后 %u 行、右边 %u 列没有粘贴。",
      self->lost_rows, self->lost_columns);
  if (self->lost_rows)
    return g_strdup_printf ("粘贴的内容超出了这张表，最后 %u 行没有粘贴。",
                            self->lost_rows);
  if (self->lost_columns)
    return g_strdup_printf ("粘贴的内容超出了这张表，右边 %u 列没有粘贴。",
                            self->lost_columns);
  return NULL;
}

JhTableBlock *
jh_table_fill (JhTableArea area, gboolean down, JhTableRead read,
               gpointer data, GError **error)
{
  guint *at = down ? &area.row : &area.column;
  guint *n = down ? &area.n_rows : &area.n_columns;
  guint source = *n == 1 ? *at - 1 : *at;
  JhTableBlock *block;

  if (*n == 1 && *at == 0)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                           down ? "上面没有可以照抄的行。"
                                : "左边没有可以照抄的列。");
      return NULL;
    }
  if (!check_size (area.n_rows, area.n_columns, error))
    return NULL;
  if (*n > 1)
    {
      *at += 1;
      *n -= 1;
    }
  block
    = jh_table_block_new (area.row, area.column, area.n_rows, area.n_columns);
  for (guint row = 0; row < area.n_rows; row++)
    for (guint column = 0; column < area.n_columns; column++)
      {
        g_autofree char *text
          = read (down ? source : area.row + row,
                  down ? area.column + column : source, data);

        jh_table_block_set (block, row, column, text);
      }
  return block;
}

JhTableBlock *
jh_table_take (JhTableArea area, JhTableRead read, gpointer data,
               GError **error)
{
  JhTableBlock *block;

  if (!check_size (area.n_rows, area.n_columns, error))
    return NULL;
  block
    = jh_table_block_new (area.row, area.column, area.n_rows, area.n_columns);
  for (guint row = 0; row < area.n_rows; row++)
    for (guint column = 0; column < area.n_columns; column++)
      {
        g_autofree char *text
          = read (area.row + row, area.column + column, data);

        jh_table_block_set (block, row, column, text);
      }
  return block;
}
