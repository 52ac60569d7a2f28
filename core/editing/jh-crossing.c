#include "jh-crossing-private.h"

static void jh_crossing_list_init (GListModelInterface *iface);
static void jh_crossing_table_init (JhTableModelInterface *iface);

G_DEFINE_FINAL_TYPE (JhCrossRow, jh_cross_row, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE_WITH_CODE (
  JhCrossing, jh_crossing, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, jh_crossing_list_init)
    G_IMPLEMENT_INTERFACE (JH_TYPE_TABLE_MODEL, jh_crossing_table_init))

static void
jh_cross_row_finalize (GObject *object)
{
  g_free (JH_CROSS_ROW (object)->code);
  g_free (JH_CROSS_ROW (object)->fault);
  G_OBJECT_CLASS (jh_cross_row_parent_class)->finalize (object);
}

static void
jh_cross_row_class_init (JhCrossRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jh_cross_row_finalize;
}

static void
jh_cross_row_init (JhCrossRow *self)
{
}

JhCrossRow *
jh_crossing_new_row (JhCrossing *self, const char *code, gboolean is_added)
{
  JhCrossRow *row = g_object_new (JH_TYPE_CROSS_ROW, NULL);

  row->code = g_strdup (code);
  row->is_added = is_added;
  row->key = ++self->last_key;
  return row;
}

static void
clear_head (gpointer data)
{
  JhTableColumn *head = data;

  g_free ((char *) head->name);
  g_free ((char *) head->label);
}

static void
jh_crossing_finalize (GObject *object)
{
  JhCrossing *self = JH_CROSSING (object);

  for (guint i = 0; i < JH_N_CROSSING_FILTERS; i++)
    {
      g_free (self->filters[i]);
      g_free (self->common[i]);
    }
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->added);
  g_array_unref (self->heads);
  g_hash_table_unref (self->crosses);
  g_clear_object (&self->lines);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jh_crossing_parent_class)->finalize (object);
}

static void
jh_crossing_class_init (JhCrossingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jh_crossing_finalize;
}

static void
jh_crossing_init (JhCrossing *self)
{
  self->measure = JH_CROSSING_ACTUAL;
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->heads = g_array_new (FALSE, FALSE, sizeof (JhTableColumn));
  g_array_set_clear_func (self->heads, clear_head);
  self->crosses = jh_crossing_new_crosses ();
}

/* The amounts are shown in another unit. */
static void
unit_cb (JhCrossing *self)
{
  jh_crossing_make_heads (self);
  jh_table_model_columns_changed (JH_TABLE_MODEL (self));
}

JhCrossing *
jh_crossing_new (JhSession *session)
{
  JhCrossing *self = g_object_new (JH_TYPE_CROSSING, NULL);

  self->session = g_object_ref (session);
  self->lines = jh_worksheet_new (session, JH_TABLE_EXPENDITURE, NULL);
  g_signal_connect_object (self->lines, "columns-changed",
                           G_CALLBACK (unit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lines, "items-changed",
                           G_CALLBACK (jh_crossing_follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lines, "cells-changed",
                           G_CALLBACK (jh_crossing_follow), self,
                           G_CONNECT_SWAPPED);
  jh_crossing_follow (self);
  return self;
}

void
jh_crossing_set_filter (JhCrossing *self, JhCrossingFilter filter,
                        const char *value)
{
  if (g_strcmp0 (self->filters[filter], value) == 0)
    return;
  g_free (self->filters[filter]);
  self->filters[filter] = g_strdup (value);
  jh_crossing_follow (self);
}

const char *
jh_crossing_get_filter (JhCrossing *self, JhCrossingFilter filter)
{
  return self->filters[filter];
}

void
jh_crossing_set_measure (JhCrossing *self, JhCrossingMeasure measure)
{
  self->measure = measure;
  jh_crossing_follow (self);
}

JhCrossingMeasure
jh_crossing_get_measure (JhCrossing *self)
{
  return self->measure;
}

const JhField *
jh_crossing_get_field (guint index)
{
  return &jh_expenditure_table ()->fields[index];
}

const JhField *
jh_crossing_get_figure (JhCrossing *self, guint *index)
{
  *index = JH_CROSSING_FIELD_INITIAL + self->measure;
  return jh_crossing_get_field (*index);
}

gboolean
jh_crossing_lets_through (JhCrossing *self, const JhLine *line)
{
  if (!jh_content_is_kept (line->entry))
    return FALSE;
  for (guint i = 0; i < JH_N_CROSSING_FILTERS; i++)
    if (self->filters[i]
        && !g_str_equal (self->filters[i],
                         jh_row_get_text (line->entry->row,
                                          jh_crossing_get_field (
                                            JH_CROSSING_FIELD_CATEGORY + i))))
      return FALSE;
  return TRUE;
}

static GType
get_item_type (GListModel *model)
{
  return JH_TYPE_CROSS_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return JH_CROSSING (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  const GPtrArray *rows = JH_CROSSING (model)->rows;

  return position < rows->len ? g_object_ref (rows->pdata[position]) : NULL;
}

static void
jh_crossing_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
count_columns (JhTableModel *model)
{
  return JH_CROSSING (model)->heads->len;
}

static const JhTableColumn *
get_column (JhTableModel *model, guint column)
{
  return &g_array_index (JH_CROSSING (model)->heads, JhTableColumn, column);
}

static guint
count_frozen (JhTableModel *model)
{
  return JH_CROSSING_TOTAL;
}

static gboolean
grows (JhTableModel *model)
{
  return TRUE;
}

static GPtrArray *
complete (JhTableModel *model, guint row, guint column, const char *typed,
          guint most)
{
  if (column == JH_CROSSING_CODE)
    return jh_typing_complete (
      JH_CROSSING (model)->session,
      jh_crossing_get_field (JH_CROSSING_FIELD_FUNCTIONAL), typed, most);
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jh_suggestion_free);
}

static gint64
get_key (JhTableModel *model, guint row)
{
  return ((JhCrossRow *) JH_CROSSING (model)->rows->pdata[row])->key;
}

static gboolean
find_row (JhTableModel *model, gint64 key, guint *row)
{
  for (*row = 0; *row < JH_CROSSING (model)->rows->len; ++*row)
    if (get_key (model, *row) == key)
      return TRUE;
  return FALSE;
}

static void
jh_crossing_table_init (JhTableModelInterface *iface)
{
  iface->count_columns = count_columns;
  iface->get_column = get_column;
  iface->count_frozen = count_frozen;
  iface->grows = grows;
  iface->get_cell = jh_crossing_get_cell;
  iface->dup_typed = jh_crossing_dup_typed;
  iface->write = jh_crossing_write;
  iface->dup_total = jh_crossing_dup_total;
  iface->complete = complete;
  iface->get_key = get_key;
  iface->find_row = find_row;
}
