#include "jh-table-model.h"

#include "jh-error.h"

G_DEFINE_INTERFACE (JhTableModel, jh_table_model, G_TYPE_LIST_MODEL)

#define CLASS(model) JH_TABLE_MODEL_GET_IFACE (model)

static void
jh_table_model_default_init (JhTableModelInterface *iface)
{
  g_signal_new ("cells-changed", JH_TYPE_TABLE_MODEL, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  g_signal_new ("columns-changed", JH_TYPE_TABLE_MODEL, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
jh_table_cell_clear (JhTableCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->note, g_free);
  g_clear_pointer (&cell->fault, g_free);
  g_clear_pointer (&cell->reason, g_free);
  g_clear_pointer (&cell->remark, g_free);
}

JhTableBlock *
jh_table_block_new (guint row, guint column, guint n_rows, guint n_columns)
{
  JhTableBlock *block = g_new (JhTableBlock, 1);

  g_assert ((guint64) n_rows * n_columns <= JH_TABLE_CELLS_MAX);
  *block = (JhTableBlock){ row, column, n_rows, n_columns,
                           g_new0 (char *, n_rows *n_columns) };
  return block;
}

void
jh_table_block_set (JhTableBlock *block, guint row, guint column,
                    const char *text)
{
  char **place = &block->texts[row * block->n_columns + column];

  g_free (*place);
  *place = g_strdup (text);
}

const char *
jh_table_block_get (const JhTableBlock *block, guint row, guint column)
{
  return block->texts[row * block->n_columns + column];
}

gboolean
jh_table_block_is_large (const JhTableBlock *block)
{
  return block->n_rows * block->n_columns > JH_TABLE_QUICK_CELLS;
}

void
jh_table_block_free (JhTableBlock *block)
{
  if (block == NULL)
    return;
  for (guint i = 0; i < block->n_rows * block->n_columns; i++)
    g_free (block->texts[i]);
  g_free (block->texts);
  g_free (block);
}

void
jh_table_report_clear (JhTableReport *report)
{
  g_clear_pointer (&report->words, g_free);
}

JhSuggestion *
jh_suggestion_new (const char *text, const char *label)
{
  JhSuggestion *suggestion = g_new (JhSuggestion, 1);

  suggestion->text = g_strdup (text);
  suggestion->label = g_strdup (label);
  return suggestion;
}

void
jh_suggestion_free (JhSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;
  g_free (suggestion->text);
  g_free (suggestion->label);
  g_free (suggestion);
}

guint
jh_table_model_count_columns (JhTableModel *model)
{
  return CLASS (model)->count_columns (model);
}

const JhTableColumn *
jh_table_model_get_column (JhTableModel *model, guint column)
{
  return CLASS (model)->get_column (model, column);
}

guint
jh_table_model_count_frozen (JhTableModel *model)
{
  return CLASS (model)->count_frozen ? CLASS (model)->count_frozen (model)
                                     : 0;
}

gboolean
jh_table_model_grows (JhTableModel *model)
{
  return CLASS (model)->grows && CLASS (model)->grows (model);
}

guint
jh_table_model_count_rows (JhTableModel *model)
{
  return (g_list_model_get_n_items (G_LIST_MODEL (model))
          + (jh_table_model_grows (model) ? 1 : 0));
}

void
jh_table_model_get_cell (JhTableModel *model, guint row, guint column,
                         JhTableCell *cell)
{
  *cell = (JhTableCell){ 0 };
  CLASS (model)->get_cell (model, row, column, cell);
  if (cell->text == NULL)
    cell->text = g_strdup ("");
}

char *
jh_table_model_dup_typed (JhTableModel *model, guint row, guint column)
{
  return CLASS (model)->dup_typed (model, row, column);
}

gboolean
jh_table_model_write (JhTableModel *model, const JhTableBlock *block,
                      JhTableVerb verb, JhTableReport *report, GError **error)
{
  *report = (JhTableReport){ 0 };
  if (!CLASS (model)->write (model, block, verb, report, error))
    return FALSE;
  if (report->words == NULL)
    report->words = g_strdup ("");
  return TRUE;
}

/* Leaves those cells of @block alone that cannot be edited, unless that is
 * all of them. */
static void
spare (JhTableModel *model, JhTableBlock *block)
{
  guint n = block->n_rows * block->n_columns;
  g_autofree gboolean *spared = g_new0 (gboolean, MAX (n, 1));
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      g_auto (JhTableCell) cell = { 0 };

      jh_table_model_get_cell (model, block->row + i / block->n_columns,
                               block->column + i % block->n_columns, &cell);
      spared[i] = cell.reason != NULL;
      count += spared[i];
    }
  for (guint i = 0; count < n && i < n; i++)
    if (spared[i])
      g_clear_pointer (&block->texts[i], g_free);
}

/* Takes the rows of @block out. */
static gboolean
take_out (JhTableModel *model, const JhTableBlock *block, GError **error)
{
  g_autofree guint *rows = g_new (guint, block->n_rows);

  for (guint i = 0; i < block->n_rows; i++)
    rows[i] = block->row + i;
  return jh_table_model_remove_rows (model, rows, block->n_rows, error);
}

gboolean
jh_table_model_apply (JhTableModel *model, JhTableBlock *block,
                      JhTableVerb verb, JhTableReport *report, GError **error)
{
  if (verb != JH_VERB_REMOVE)
    {
      if (verb != JH_VERB_PASTE && verb != JH_VERB_TYPE)
        spare (model, block);
      return jh_table_model_write (model, block, verb, report, error);
    }
  *report = (JhTableReport){ 0 };
  if (!take_out (model, block, error))
    return FALSE;
  report->words = g_strdup ("");
  return TRUE;
}

JhTableRecipe *
jh_table_model_take_recipe (JhTableModel *model)
{
  return CLASS (model)->take_recipe ? CLASS (model)->take_recipe (model)
                                    : NULL;
}

gboolean
jh_table_model_type (JhTableModel *model, guint row, guint column,
                     const char *text, JhTableReport *report, GError **error)
{
  g_autoptr (JhTableBlock) block = jh_table_block_new (row, column, 1, 1);

  jh_table_block_set (block, 0, 0, text);
  return jh_table_model_write (model, block, JH_VERB_TYPE, report, error);
}

/* Sets @error to the reason why rows cannot come and go. */
static gboolean
refuse_rows (GError **error)
{
  g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                       "这张表的行是固定的，不能插入或删除行");
  return FALSE;
}

gboolean
jh_table_model_insert_rows (JhTableModel *model, guint before, guint n,
                            GError **error)
{
  if (CLASS (model)->insert_rows == NULL)
    return refuse_rows (error);
  return CLASS (model)->insert_rows (model, before, n, error);
}

gboolean
jh_table_model_remove_rows (JhTableModel *model, const guint *rows, guint n,
                            GError **error)
{
  if (CLASS (model)->remove_rows == NULL)
    return refuse_rows (error);
  return CLASS (model)->remove_rows (model, rows, n, error);
}

gboolean
jh_table_model_has_free_rows (JhTableModel *model)
{
  return CLASS (model)->insert_rows != NULL;
}

char *
jh_table_model_dup_total (JhTableModel *model, guint column)
{
  return CLASS (model)->dup_total ? CLASS (model)->dup_total (model, column)
                                  : NULL;
}

gboolean
jh_table_model_has_totals (JhTableModel *model)
{
  if (CLASS (model)->has_totals)
    return CLASS (model)->has_totals (model);
  return CLASS (model)->dup_total != NULL;
}

void
jh_table_model_sort (JhTableModel *model, guint column, JhSortOrder order)
{
  if (CLASS (model)->sort)
    CLASS (model)->sort (model, column, order);
}

JhSortOrder
jh_table_model_get_sort (JhTableModel *model, guint *column)
{
  *column = 0;
  return CLASS (model)->get_sort ? CLASS (model)->get_sort (model, column)
                                 : JH_SORT_NONE;
}

gboolean
jh_table_model_can_sort (JhTableModel *model)
{
  return CLASS (model)->sort != NULL;
}

GPtrArray *
jh_table_model_complete (JhTableModel *model, guint row, guint column,
                         const char *typed, guint most)
{
  if (CLASS (model)->complete)
    return CLASS (model)->complete (model, row, column, typed, most);
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jh_suggestion_free);
}

gint64
jh_table_model_get_key (JhTableModel *model, guint row)
{
  if (row >= g_list_model_get_n_items (G_LIST_MODEL (model)))
    return 0;
  return CLASS (model)->get_key ? CLASS (model)->get_key (model, row)
                                : (gint64) row + 1;
}

gboolean
jh_table_model_find_row (JhTableModel *model, gint64 key, guint *row)
{
  if (CLASS (model)->find_row)
    return CLASS (model)->find_row (model, key, row);
  *row = key > 0 ? (guint) (key - 1) : 0;
  return (key > 0 && *row < g_list_model_get_n_items (G_LIST_MODEL (model)));
}

void
jh_table_model_cells_changed (JhTableModel *model, guint first, guint n)
{
  g_signal_emit_by_name (model, "cells-changed", first, n);
}

void
jh_table_model_columns_changed (JhTableModel *model)
{
  g_signal_emit_by_name (model, "columns-changed");
}
