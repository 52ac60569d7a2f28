#include "jh-crossing-private.h"

#include <string.h>

static void
free_cross (gpointer data)
{
  JhCross *cross = data;

  g_free (cross->functional);
  g_free (cross->economic);
  g_ptr_array_unref (cross->lines);
  g_free (cross);
}

/* What crosses where @line does, which is made when nothing does yet. */
static JhCross *
ensure_cross (GHashTable *crosses, const JhExpenditure *line)
{
  const JhCross sought = { line->functional, line->economic };
  JhCross *cross = g_hash_table_lookup (crosses, &sought);

  if (cross)
    return cross;
  cross = g_new0 (JhCross, 1);
  cross->functional = g_strdup (line->functional);
  cross->economic = g_strdup (line->economic);
  cross->lines = g_ptr_array_new ();
  g_hash_table_add (crosses, cross);
  return cross;
}

/* Notes what all lines that are looked at have in common. */
static void
find_common (JhCrossing *self, const GPtrArray *lines)
{
  for (guint filter = 0; filter < JH_N_CROSSING_FILTERS; filter++)
    {
      const JhField *field
        = jh_crossing_get_field (JH_CROSSING_FIELD_CATEGORY + filter);
      const char *common = NULL;
      gboolean differs = FALSE;

      for (guint i = 0; !differs && i < lines->len; i++)
        {
          const JhLine *line = lines->pdata[i];
          const char *text;

          if (!jh_crossing_lets_through (self, line))
            continue;
          text = jh_row_get_text (line->entry->row, field);
          differs = common && !g_str_equal (common, text);
          common = text;
        }
      g_free (self->common[filter]);
      self->common[filter] = differs ? NULL : g_strdup (common);
    }
}

/* Adds the codes of @crosses to the two sets, which borrow them. */
static void
list_codes (GHashTable *crosses, GHashTable *functional, GHashTable *economic)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, crosses);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    {
      const JhCross *cross = data;

      g_hash_table_add (functional, cross->functional);
      g_hash_table_add (economic, cross->economic);
    }
}

/* Puts the lines where they cross, and notes the codes that they have. */
static void
cross_lines (JhCrossing *self, GHashTable *functional, GHashTable *economic)
{
  const GPtrArray *lines = jh_worksheet_get_private (self->lines)->lines;
  guint index;
  const JhField *figure = jh_crossing_get_figure (self, &index);

  g_hash_table_remove_all (self->crosses);
  find_common (self, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      JhLine *line = lines->pdata[i];
      JhExpenditure *row = (JhExpenditure *) (gpointer) line->entry->row;
      JhCross *cross;

      if (!jh_crossing_lets_through (self, line))
        continue;
      cross = ensure_cross (self->crosses, row);
      g_ptr_array_add (cross->lines, line);
      cross->sum = jh_money_add (cross->sum, jh_row_get_money (row, figure));
    }
  list_codes (self->crosses, functional, economic);
}

static guint
hash_cross (gconstpointer data)
{
  const JhCross *cross = data;

  return g_str_hash (cross->functional) * 31 + g_str_hash (cross->economic);
}

static gboolean
equal_crosses (gconstpointer a, gconstpointer b)
{
  const JhCross *left = a, *right = b;

  return g_str_equal (left->functional, right->functional)
         && g_str_equal (left->economic, right->economic);
}

GHashTable *
jh_crossing_new_crosses (void)
{
  return g_hash_table_new_full (hash_cross, equal_crosses, free_cross, NULL);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The keys of @set, rising. The caller unrefs it; the texts are the set's. */
static GPtrArray *
sort_set (GHashTable *set)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (sorted, key);
  g_ptr_array_sort (sorted, compare_texts);
  return sorted;
}

/* The row of @code that is shown and was not typed here, or a new one. */
static JhCrossRow *
take_row (JhCrossing *self, GHashTable *shown, const char *code)
{
  JhCrossRow *row = g_hash_table_lookup (shown, code);

  return row ? g_object_ref (row) : jh_crossing_new_row (self, code, FALSE);
}

/* The rows for the codes @functional, which it alters. */
static GPtrArray *
arrange_rows (JhCrossing *self, GHashTable *functional)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sorted = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      JhCrossRow *row = self->rows->pdata[i];

      if (row->is_added && row->fault == NULL)
        g_hash_table_remove (functional, row->code);
      else if (!row->is_added)
        g_hash_table_insert (shown, row->code, row);
    }
  sorted = sort_set (functional);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (rows, take_row (self, shown, sorted->pdata[i]));
  for (guint i = 0; i < self->rows->len; i++)
    {
      JhCrossRow *row = self->rows->pdata[i];

      if (row->is_added && *row->code)
        g_ptr_array_add (rows, g_object_ref (row));
    }
  return rows;
}

/* The columns for the codes @economic, which it alters. */
static GPtrArray *
arrange_columns (JhCrossing *self, GHashTable *economic)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sorted = NULL;

  for (guint i = 0; i < self->added->len; i++)
    g_hash_table_remove (economic, self->added->pdata[i]);
  sorted = sort_set (economic);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (columns, g_strdup (sorted->pdata[i]));
  for (guint i = 0; i < self->added->len; i++)
    g_ptr_array_add (columns, g_strdup (self->added->pdata[i]));
  return columns;
}

static gboolean
same_texts (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Shows @rows, which it takes over. */
static void
show_rows (JhCrossing *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) before = self->rows;
  guint first, last;

  self->rows = rows;
  jh_lines_compare (before, rows, &first, &last);
  if (before->len != rows->len || first + last < rows->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first,
                                before->len - first - last,
                                rows->len - first - last);
}

void
jh_crossing_follow (JhCrossing *self)
{
  g_autoptr (GHashTable) functional
    = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) economic
    = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) before = NULL;

  if (self->is_writing)
    return;
  before = self->columns;
  cross_lines (self, functional, economic);
  self->columns = arrange_columns (self, economic);
  if (!same_texts (before, self->columns) || self->heads->len == 0)
    {
      jh_crossing_make_heads (self);
      jh_table_model_columns_changed (JH_TABLE_MODEL (self));
    }
  show_rows (self, arrange_rows (self, functional));
  jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0, self->rows->len);
}
