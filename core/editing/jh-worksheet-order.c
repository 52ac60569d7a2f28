#include "jh-worksheet-private.h"

void
jh_lines_compare (const GPtrArray *a, const GPtrArray *b, guint *first,
                  guint *last)
{
  guint most = MIN (a->len, b->len);

  for (*first = 0; *first < most; ++*first)
    if (a->pdata[*first] != b->pdata[*first])
      break;
  for (*last = 0; *last < most - *first; ++*last)
    if (a->pdata[a->len - 1 - *last] != b->pdata[b->len - 1 - *last])
      break;
}

/* Takes from @lines, which the file orders, those that @shown has, in the
 * order that it shows, and behind them what is new. */
static GPtrArray *
keep_order (const GPtrArray *shown, GPtrArray *lines)
{
  g_autoptr (GHashTable) new = g_hash_table_new (NULL, NULL);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (new, lines->pdata[i]);
  for (guint i = 0; i < shown->len; i++)
    if (g_hash_table_remove (new, shown->pdata[i]))
      g_ptr_array_add (kept, g_object_ref (shown->pdata[i]));
  for (guint i = 0; i < lines->len; i++)
    if (g_hash_table_contains (new, lines->pdata[i]))
      g_ptr_array_add (kept, g_object_ref (lines->pdata[i]));
  g_ptr_array_unref (lines);
  return kept;
}

void
jh_worksheet_show (JhWorksheet *self, GPtrArray *lines)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  g_autoptr (GPtrArray) before = my->lines;
  guint first, last;

  my->lines = lines;
  for (guint i = 0; i < lines->len; i++)
    ((JhLine *) lines->pdata[i])->position = i;
  jh_lines_compare (before, lines, &first, &last);
  if (before->len != lines->len || first + last < lines->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first,
                                before->len - first - last,
                                lines->len - first - last);
}

void
jh_worksheet_follow (JhWorksheet *self)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  GPtrArray *lines = jh_worksheet_load (self);

  if (my->sort_order != JH_SORT_NONE)
    lines = keep_order (my->lines, lines);
  jh_worksheet_show (self, lines);
}

/* How lines are to be compared. */
typedef struct
{
  const JhField *field;
  int sign;
} Ordering;

/* Compares two values of @field, of which neither is blank. */
static int
compare_values (gconstpointer a, gconstpointer b, const JhField *field)
{
  gint64 left, right;

  if (field->kind == JH_FIELD_TEXT || field->kind == JH_FIELD_DIGITS)
    return g_strcmp0 (jh_row_get_text (a, field), jh_row_get_text (b, field));
  if (field->kind == JH_FIELD_MONEY)
    {
      left = jh_row_get_money (a, field).fen;
      right = jh_row_get_money (b, field).fen;
    }
  else
    {
      left = jh_row_get_number (a, field).value;
      right = jh_row_get_number (b, field).value;
    }
  return (left > right) - (left < right);
}

/* Cells without a value go last, whatever the direction. */
static int
compare_cells (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ordering *ordering = data;
  const JhContent *left = (*(JhLine *const *) a)->entry;
  const JhContent *right = (*(JhLine *const *) b)->entry;
  gboolean no_left = jh_typing_is_blank (left->row, ordering->field);
  gboolean no_right = jh_typing_is_blank (right->row, ordering->field);

  if (no_left || no_right)
    return no_left - no_right;
  return ordering->sign
         * compare_values (left->row, right->row, ordering->field);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return jh_line_compare (*(JhLine *const *) a, *(JhLine *const *) b);
}

void
jh_worksheet_sort (JhTableModel *model, guint column, JhSortOrder order)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  const Ordering ordering
    = { &my->table->fields[jh_worksheet_get_field (self, column)],
        order == JH_SORT_FALLING ? -1 : 1 };
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < my->lines->len; i++)
    g_ptr_array_add (lines, g_object_ref (my->lines->pdata[i]));
  g_ptr_array_sort (lines, compare_places);
  if (order != JH_SORT_NONE)
    g_ptr_array_sort_with_data (lines, compare_cells, (gpointer) &ordering);
  my->sort_column = column;
  my->sort_order = order;
  jh_worksheet_show (self, lines);
}
