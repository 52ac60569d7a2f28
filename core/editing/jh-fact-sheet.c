#include "jh-fact-sheet-private.h"

#include "jh-fixed-sheet.h"

/* The keys of rows of the head begin here. */
#define HEAD_KEY (-(G_GINT64_CONSTANT (1) << 50))

static const JhTableColumn columns[JH_N_FACT_COLUMNS] = {
  [JH_FACT_NAME] = { "name", "事项", "", "其他事项可以自己起名，写在最后一行",
                     JH_COLUMN_WORDS, 28, TRUE },
  [JH_FACT_VALUE] = { "value", "内容", "", "", JH_COLUMN_WORDS, 60, TRUE },
  [JH_FACT_MEASURE]
  = { "measure", "单位", "", "", JH_COLUMN_WORDS, 8, FALSE },
};

static void jh_fact_sheet_list_init (GListModelInterface *iface);
static void jh_fact_sheet_table_init (JhTableModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  JhFactSheet, jh_fact_sheet, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, jh_fact_sheet_list_init)
    G_IMPLEMENT_INTERFACE (JH_TYPE_TABLE_MODEL, jh_fact_sheet_table_init))

static void
jh_fact_sheet_finalize (GObject *object)
{
  JhFactSheet *self = JH_FACT_SHEET (object);

  g_clear_pointer (&self->head, jh_head_free);
  g_clear_pointer (&self->measures, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->facts);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jh_fact_sheet_parent_class)->finalize (object);
}

static void
jh_fact_sheet_class_init (JhFactSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jh_fact_sheet_finalize;
}

static void
jh_fact_sheet_init (JhFactSheet *self)
{
  self->measures
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

guint
jh_fact_sheet_count_head (JhFactSheet *self)
{
  return self->head ? jh_head_count () : 0;
}

JhLine *
jh_fact_sheet_get_line (JhFactSheet *self, guint row)
{
  guint head = jh_fact_sheet_count_head (self);

  if (row < head || row - head >= self->shown->len)
    return NULL;
  return jh_worksheet_get_line (
    self->facts, g_array_index (self->shown, guint, row - head));
}

guint
jh_fact_sheet_find_field (JhFactSheet *self, const JhRow *row)
{
  JhLists *lists = jh_session_get_books (self->session)->lists;
  const JhFilingFact *fact = (const JhFilingFact *) row;
  const char *kind = jh_lists_get_fact_kind (lists, fact->name);

  if (fact->amount.known || (kind && g_str_equal (kind, "money")))
    return JH_FACT_FIELD_AMOUNT;
  if (fact->count.known
      || (kind && (g_str_equal (kind, "count") || g_str_equal (kind, "yes"))))
    return JH_FACT_FIELD_COUNT;
  return JH_FACT_FIELD_WORDS;
}

/* Whether @line is shown: this form asks for it, or it is nobody's. */
static gboolean
is_shown (JhFactSheet *self, JhLine *line)
{
  JhLists *lists = jh_session_get_books (self->session)->lists;
  const JhFilingFact *fact = (const JhFilingFact *) line->entry->row;

  return line->preset
         || (self->takes_others
             && jh_lists_get_fact_kind (lists, fact->name) == NULL);
}

/* The objects of the rows as they are now. */
static GPtrArray *
list_items (JhFactSheet *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint head = jh_fact_sheet_count_head (self);

  for (guint row = 0; row < head; row++)
    g_ptr_array_add (items, row < self->items->len
                              ? g_object_ref (self->items->pdata[row])
                              : g_object_new (G_TYPE_OBJECT, NULL));
  for (guint i = 0; i < self->shown->len; i++)
    g_ptr_array_add (items,
                     g_object_ref (jh_fact_sheet_get_line (self, head + i)));
  return items;
}

/* Shows the facts that are there, and tells which came and went. */
static void
arrange (JhFactSheet *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->facts));
  g_autoptr (GPtrArray) before = self->items;
  guint first, last;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < n; i++)
    if (is_shown (self, jh_worksheet_get_line (self->facts, i)))
      g_array_append_val (self->shown, i);
  self->items = list_items (self);
  jh_lines_compare (before, self->items, &first, &last);
  if (before->len != self->items->len || first + last < before->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first,
                                before->len - first - last,
                                self->items->len - first - last);
}

/* The facts hold something else. */
static void
facts_cb (JhFactSheet *self)
{
  arrange (self);
  jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0, self->items->len);
}

static void
changed_cb (JhFactSheet *self, guint touched, gpointer source)
{
  if (self->head == NULL || source == self->facts
      || !(touched & (JH_TOUCHED_FILING | JH_TOUCHED_DRAFTS)))
    return;
  jh_head_load (self->head);
  jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0,
                                jh_fact_sheet_count_head (self));
}

/* The rows that the facts @lines have from the beginning. */
static GPtrArray *
make_presets (JhFactSheet *self, const JhFactLine *lines, guint n)
{
  const JhTable *table = jh_filing_fact_table ();
  GPtrArray *presets = g_ptr_array_new_with_free_func (jh_row_free);

  for (guint i = 0; i < n; i++)
    {
      gpointer row = jh_row_new (table);

      jh_row_set_text (row, jh_table_find_field (table, "name"),
                       lines[i].name);
      g_ptr_array_add (presets, row);
      g_hash_table_insert (self->measures, g_strdup (lines[i].name),
                           g_strdup (lines[i].measure));
    }
  return presets;
}

JhFactSheet *
jh_fact_sheet_new (JhSession *session, const JhFactLine *lines, guint n,
                   gboolean has_head, gboolean takes_others)
{
  JhFactSheet *self = g_object_new (JH_TYPE_FACT_SHEET, NULL);

  self->session = g_object_ref (session);
  self->takes_others = takes_others;
  self->head = has_head ? jh_head_new (session) : NULL;
  self->facts = JH_WORKSHEET (jh_fixed_sheet_new_open (
    session, JH_TABLE_FILING_FACT, NULL, make_presets (self, lines, n)));
  arrange (self);
  g_signal_connect_object (self->facts, "items-changed", G_CALLBACK (arrange),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facts, "cells-changed",
                           G_CALLBACK (facts_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
jh_fact_sheet_find_entry (JhFactSheet *self, gint64 id, guint *row)
{
  return jh_table_model_find_row (JH_TABLE_MODEL (self), id, row);
}

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return JH_FACT_SHEET (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  JhFactSheet *self = JH_FACT_SHEET (model);

  return position < self->items->len
           ? g_object_ref (self->items->pdata[position])
           : NULL;
}

static void
jh_fact_sheet_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
count_columns (JhTableModel *model)
{
  return JH_N_FACT_COLUMNS;
}

static const JhTableColumn *
get_column (JhTableModel *model, guint column)
{
  return &columns[column];
}

static guint
count_frozen (JhTableModel *model)
{
  return 1;
}

static gboolean
grows (JhTableModel *model)
{
  return JH_FACT_SHEET (model)->takes_others;
}

static gint64
get_key (JhTableModel *model, guint row)
{
  JhLine *line = jh_fact_sheet_get_line (JH_FACT_SHEET (model), row);

  return line ? jh_line_get_key (line) : HEAD_KEY - row;
}

static gboolean
find_row (JhTableModel *model, gint64 key, guint *row)
{
  for (*row = 0; *row < JH_FACT_SHEET (model)->items->len; ++*row)
    if (get_key (model, *row) == key)
      return TRUE;
  return FALSE;
}

static void
jh_fact_sheet_table_init (JhTableModelInterface *iface)
{
  iface->count_columns = count_columns;
  iface->get_column = get_column;
  iface->count_frozen = count_frozen;
  iface->grows = grows;
  iface->get_cell = jh_fact_sheet_get_cell;
  iface->dup_typed = jh_fact_sheet_dup_typed;
  iface->write = jh_fact_sheet_write;
  iface->complete = jh_fact_sheet_complete;
  iface->get_key = get_key;
  iface->find_row = find_row;
}
