#include "jh-worksheet-private.h"

static void jh_worksheet_list_init (GListModelInterface *iface);
static void jh_worksheet_table_init (JhTableModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (JhWorksheet, jh_worksheet, G_TYPE_OBJECT,
                         G_ADD_PRIVATE (JhWorksheet)
                           G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                  jh_worksheet_list_init)
                             G_IMPLEMENT_INTERFACE (JH_TYPE_TABLE_MODEL,
                                                    jh_worksheet_table_init))

JhWorksheetPrivate *
jh_worksheet_get_private (JhWorksheet *self)
{
  return jh_worksheet_get_instance_private (self);
}

static void
jh_worksheet_finalize (GObject *object)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (JH_WORKSHEET (object));

  g_clear_pointer (&my->lines, g_ptr_array_unref);
  g_clear_pointer (&my->presets, g_ptr_array_unref);
  g_clear_pointer (&my->fields, g_array_unref);
  g_clear_pointer (&my->heads, g_array_unref);
  g_clear_object (&my->session);
  G_OBJECT_CLASS (jh_worksheet_parent_class)->finalize (object);
}

static void
jh_worksheet_class_init (JhWorksheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jh_worksheet_finalize;
}

static void
jh_worksheet_init (JhWorksheet *self)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);

  my->grows = TRUE;
  my->has_totals = TRUE;
  my->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Amounts are shown in another unit. */
static void
unit_cb (JhWorksheet *self)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);

  for (guint i = 0; i < my->heads->len; i++)
    g_array_index (my->heads, JhTableColumn, i).unit = jh_typing_get_unit (
      my->session, &my->table->fields[jh_worksheet_get_field (self, i)]);
  jh_table_model_columns_changed (JH_TABLE_MODEL (self));
  jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0, my->lines->len);
}

/* What a cell says beside its text, and whether it can be edited, may come
 * from elsewhere too. */
#define BESIDE (JH_TOUCHED_FILING | JH_TOUCHED_TABLE (JH_TABLE_PROJECT))

static void
changed_cb (JhWorksheet *self, guint touched, gpointer source)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);

  if (source == self)
    return;
  if (touched & (JH_TOUCHED_TABLE (my->id) | JH_TOUCHED_DRAFTS))
    jh_worksheet_follow (self);
  if (touched & (JH_TOUCHED_TABLE (my->id) | JH_TOUCHED_DRAFTS | BESIDE))
    jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0, my->lines->len);
}

static void
marked_cb (JhWorksheet *self)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);

  jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0, my->lines->len);
}

void
jh_worksheet_begin (JhWorksheet *self, JhSession *session, JhTableId table,
                    const char *const *fields, GPtrArray *presets)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);

  my->session = g_object_ref (session);
  my->id = table;
  my->table = jh_table_get (table);
  my->presets = presets;
  jh_worksheet_add_columns (my, fields);
  jh_worksheet_follow (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marked", G_CALLBACK (marked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::unit", G_CALLBACK (unit_cb),
                           self, G_CONNECT_SWAPPED);
}

JhWorksheet *
jh_worksheet_new (JhSession *session, JhTableId table,
                  const char *const *fields)
{
  JhWorksheet *self = g_object_new (JH_TYPE_WORKSHEET, NULL);

  jh_worksheet_begin (self, session, table, fields, NULL);
  return self;
}

JhSession *
jh_worksheet_get_session (JhWorksheet *self)
{
  return jh_worksheet_get_private (self)->session;
}

JhTableId
jh_worksheet_get_table (JhWorksheet *self)
{
  return jh_worksheet_get_private (self)->id;
}

JhLine *
jh_worksheet_get_line (JhWorksheet *self, guint row)
{
  return jh_worksheet_get_private (self)->lines->pdata[row];
}

guint
jh_worksheet_get_field (JhWorksheet *self, guint column)
{
  return g_array_index (jh_worksheet_get_private (self)->fields, guint,
                        column);
}

static GType
get_item_type (GListModel *model)
{
  return JH_TYPE_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return jh_worksheet_get_private (JH_WORKSHEET (model))->lines->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (JH_WORKSHEET (model));

  return position < my->lines->len ? g_object_ref (my->lines->pdata[position])
                                   : NULL;
}

static void
jh_worksheet_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
count_columns (JhTableModel *model)
{
  return jh_worksheet_get_private (JH_WORKSHEET (model))->heads->len;
}

static const JhTableColumn *
get_column (JhTableModel *model, guint column)
{
  return &g_array_index (
    jh_worksheet_get_private (JH_WORKSHEET (model))->heads, JhTableColumn,
    column);
}

static gboolean
grows (JhTableModel *model)
{
  return jh_worksheet_get_private (JH_WORKSHEET (model))->grows;
}

static gboolean
has_totals (JhTableModel *model)
{
  return jh_worksheet_get_private (JH_WORKSHEET (model))->has_totals;
}

static gint64
get_key (JhTableModel *model, guint row)
{
  return jh_line_get_key (jh_worksheet_get_line (JH_WORKSHEET (model), row));
}

static gboolean
find_row (JhTableModel *model, gint64 key, guint *row)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (JH_WORKSHEET (model));

  for (*row = 0; *row < my->lines->len; ++*row)
    if (jh_line_get_key (my->lines->pdata[*row]) == key)
      return TRUE;
  return FALSE;
}

static JhSortOrder
get_sort (JhTableModel *model, guint *column)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (JH_WORKSHEET (model));

  *column = my->sort_column;
  return my->sort_order;
}

static GPtrArray *
complete (JhTableModel *model, guint row, guint column, const char *typed,
          guint most)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);

  return jh_typing_complete (
    my->session, &my->table->fields[jh_worksheet_get_field (self, column)],
    typed, most);
}

static void
jh_worksheet_table_init (JhTableModelInterface *iface)
{
  iface->count_columns = count_columns;
  iface->get_column = get_column;
  iface->grows = grows;
  iface->get_cell = jh_worksheet_get_cell;
  iface->dup_typed = jh_worksheet_dup_typed;
  iface->write = jh_worksheet_write;
  iface->take_recipe = jh_worksheet_take_recipe;
  iface->insert_rows = jh_worksheet_insert_rows;
  iface->remove_rows = jh_worksheet_remove_rows;
  iface->dup_total = jh_worksheet_dup_total;
  iface->has_totals = has_totals;
  iface->sort = jh_worksheet_sort;
  iface->get_sort = get_sort;
  iface->complete = complete;
  iface->get_key = get_key;
  iface->find_row = find_row;
}
