#include "jh-change-sheet-private.h"

#include "jh-compute.h"
#include "jh-fixed-sheet.h"

static void jh_change_sheet_list_init (GListModelInterface *iface);
static void jh_change_sheet_table_init (JhTableModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  JhChangeSheet, jh_change_sheet, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, jh_change_sheet_list_init)
    G_IMPLEMENT_INTERFACE (JH_TYPE_TABLE_MODEL, jh_change_sheet_table_init))

static const JhTableColumn columns[JH_N_CHANGE_COLUMNS] = {
  [JH_CHANGE_LABEL] = { "label", "项目", "", "", JH_COLUMN_WORDS, 34 },
  [JH_CHANGE_NOW] = { "now", "本年数", "", "", JH_COLUMN_FIGURE, 14 },
  [JH_CHANGE_BEFORE]
  = { "before", "上年数", "", "上年的决算不在账套里时，在这里填",
      JH_COLUMN_FIGURE, 14 },
  [JH_CHANGE_AMOUNT]
  = { "amount", "增减额", "", "本年数减上年数", JH_COLUMN_FIGURE, 14 },
  [JH_CHANGE_RATE]
  = { "rate", "增减率", "%", "增减额除以上年数；上年数为零时没有增减率",
      JH_COLUMN_FIGURE, 10 },
  [JH_CHANGE_REASON]
  = { "reason", "原因", "", "为什么增加或减少，会写进决算说明",
      JH_COLUMN_WORDS, 50 },
};

static void
jh_change_sheet_finalize (GObject *object)
{
  JhChangeSheet *self = JH_CHANGE_SHEET (object);

  g_clear_pointer (&self->grid, jh_grid_free);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_object (&self->priors);
  g_clear_object (&self->reasons);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jh_change_sheet_parent_class)->finalize (object);
}

static void
jh_change_sheet_class_init (JhChangeSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jh_change_sheet_finalize;
}

static void
jh_change_sheet_init (JhChangeSheet *self)
{
  for (guint i = 0; i < JH_N_CHANGE_COLUMNS; i++)
    self->heads[i] = columns[i];
}

const JhGrid *
jh_change_sheet_get_grid (JhChangeSheet *self)
{
  g_autoptr (GError) error = NULL;

  if (self->grid == NULL)
    self->grid
      = jh_compute (self->comparison, jh_session_get_books (self->session),
                    jh_session_get_before (self->session), NULL, &error);
  if (self->grid == NULL)
    g_warning ("%s", error->message);
  return self->grid;
}

const JhCell *
jh_change_sheet_find (JhChangeSheet *self, guint row, const char *column)
{
  const JhGrid *grid = jh_change_sheet_get_grid (self);

  return grid
           ? jh_grid_find (grid, self->labels->pdata[row], column, NULL, NULL)
           : NULL;
}

/* The keys of the rows that have a figure of this year and of last year. The
 * caller unrefs it. */
static GPtrArray *
list_labels (JhChangeSheet *self)
{
  const JhGrid *grid = jh_change_sheet_get_grid (self);
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; grid && row < grid->n_rows; row++)
    {
      const char *key = jh_grid_get_row_key (grid, row, 0);

      if (key && jh_grid_find (grid, key, "本年", NULL, NULL)
          && jh_grid_find (grid, key, "上年", NULL, NULL))
        g_ptr_array_add (labels, g_strdup (key));
    }
  return labels;
}

/* A sheet of @table with a row for each of the labels. */
static JhWorksheet *
open_sheet (JhChangeSheet *self, JhTableId table)
{
  const JhTable *described = jh_table_get (table);
  GPtrArray *presets = g_ptr_array_new_with_free_func (jh_row_free);

  for (guint i = 0; i < self->labels->len; i++)
    {
      gpointer row = jh_row_new (described);

      jh_row_set_text (row, jh_table_find_field (described, "figure"),
                       self->labels->pdata[i]);
      g_ptr_array_add (presets, row);
    }
  return JH_WORKSHEET (
    jh_fixed_sheet_new (self->session, table, NULL, presets, FALSE));
}

/* Whether the rows are as they were. */
static gboolean
same_labels (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a && a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = g_str_equal (a->pdata[i], b->pdata[i]);
  return same;
}

/* Shows the rows that there are now. */
static void
arrange (JhChangeSheet *self)
{
  g_autoptr (GPtrArray) labels = list_labels (self);
  guint before = self->labels ? self->labels->len : 0;

  if (same_labels (self->labels, labels))
    return;
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_object (&self->priors);
  g_clear_object (&self->reasons);
  self->labels = g_steal_pointer (&labels);
  self->priors = open_sheet (self, JH_TABLE_PRIOR_YEAR);
  self->reasons = open_sheet (self, JH_TABLE_REASON);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before,
                              self->labels->len);
}

static void
changed_cb (JhChangeSheet *self)
{
  g_clear_pointer (&self->grid, jh_grid_free);
  arrange (self);
  jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0, self->labels->len);
}

static void
unit_cb (JhChangeSheet *self)
{
  const char *unit = jh_money_unit_name (jh_session_get_unit (self->session));

  self->heads[JH_CHANGE_NOW].unit = unit;
  self->heads[JH_CHANGE_BEFORE].unit = unit;
  self->heads[JH_CHANGE_AMOUNT].unit = unit;
  jh_table_model_columns_changed (JH_TABLE_MODEL (self));
  if (self->labels)
    jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0,
                                  self->labels->len);
}

JhChangeSheet *
jh_change_sheet_new (JhSession *session, const JhSheet *comparison)
{
  JhChangeSheet *self = g_object_new (JH_TYPE_CHANGE_SHEET, NULL);

  self->session = g_object_ref (session);
  self->comparison = comparison;
  unit_cb (self);
  arrange (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::unit", G_CALLBACK (unit_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
jh_change_sheet_find_entry (JhChangeSheet *self, JhTableId table, gint64 id,
                            guint *row, guint *column)
{
  gboolean is_reason = table == JH_TABLE_REASON;

  *column = is_reason ? JH_CHANGE_REASON : JH_CHANGE_BEFORE;
  return jh_table_model_find_row (
           JH_TABLE_MODEL (is_reason ? self->reasons : self->priors), id, row)
         && *row < self->labels->len;
}

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return JH_CHANGE_SHEET (model)->labels->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JhChangeSheet *self = JH_CHANGE_SHEET (model);

  return position < self->labels->len
           ? g_list_model_get_item (G_LIST_MODEL (self->reasons), position)
           : NULL;
}

static void
jh_change_sheet_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
count_columns (JhTableModel *model)
{
  return JH_N_CHANGE_COLUMNS;
}

static const JhTableColumn *
get_column (JhTableModel *model, guint column)
{
  return &JH_CHANGE_SHEET (model)->heads[column];
}

static guint
count_frozen (JhTableModel *model)
{
  return 1;
}

static void
jh_change_sheet_table_init (JhTableModelInterface *iface)
{
  iface->count_columns = count_columns;
  iface->get_column = get_column;
  iface->count_frozen = count_frozen;
  iface->get_cell = jh_change_sheet_get_cell;
  iface->dup_typed = jh_change_sheet_dup_typed;
  iface->write = jh_change_sheet_write;
}
