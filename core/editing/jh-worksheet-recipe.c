#include "jh-worksheet-private.h"

#include "jh-error.h"
#include "jh-table-recipe.h"

/* What a worksheet is made of.
 *
 * columns: JhTableColumn, with only what describes them: name, label, help
 * presets: JhRow, or NULL
 * keys: gint64, of the rows as they are shown */
typedef struct
{
  GType type;
  JhTableId table;
  GArray *columns;
  GPtrArray *presets;
  gboolean grows;
  gboolean has_totals;
  GArray *keys;
} Making;

static void
clear_column (gpointer data)
{
  JhTableColumn *column = data;

  g_free ((char *) column->label);
  g_free ((char *) column->help);
}

static void
free_making (gpointer data)
{
  Making *making = data;

  g_array_unref (making->columns);
  g_array_unref (making->keys);
  g_clear_pointer (&making->presets, g_ptr_array_unref);
  g_free (making);
}

static gpointer
copy_row (gconstpointer row, gpointer data)
{
  return jh_row_copy (row);
}

static GPtrArray *
copy_presets (GPtrArray *presets)
{
  GPtrArray *copy
    = presets ? g_ptr_array_copy (presets, copy_row, NULL) : NULL;

  if (copy)
    g_ptr_array_set_free_func (copy, jh_row_free);
  return copy;
}

/* Begins @self like the worksheet that @making was taken of. */
static void
begin (JhWorksheet *self, JhSession *session, const Making *making)
{
  guint n = making->columns->len;
  g_autofree const char **fields = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    fields[i] = g_array_index (making->columns, JhTableColumn, i).name;
  jh_worksheet_begin (self, session, making->table, fields,
                      copy_presets (making->presets));
  for (guint i = 0; i < n; i++)
    {
      const JhTableColumn *column
        = &g_array_index (making->columns, JhTableColumn, i);

      jh_worksheet_describe (self, column->name, column->label, column->help);
    }
}

/* Lets the rows of @self stand in the order of @keys; FALSE when it has
 * other rows. */
static gboolean
arrange (JhWorksheet *self, const GArray *keys)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  g_autoptr (GHashTable) by_key
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) lines
    = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < my->lines->len; i++)
    {
      gint64 key = jh_line_get_key (my->lines->pdata[i]);

      g_hash_table_insert (by_key, g_memdup2 (&key, sizeof key),
                           my->lines->pdata[i]);
    }
  for (guint i = 0; i < keys->len; i++)
    {
      JhLine *line
        = g_hash_table_lookup (by_key, &g_array_index (keys, gint64, i));

      if (line)
        g_ptr_array_add (lines, g_object_ref (line));
    }
  if (lines->len != keys->len || keys->len != my->lines->len)
    return FALSE;
  jh_worksheet_show (self, g_steal_pointer (&lines));
  return TRUE;
}

static JhTableModel *
make (gconstpointer data, JhSession *session, GError **error)
{
  const Making *making = data;
  g_autoptr (JhWorksheet) self = g_object_new (making->type, NULL);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);

  my->grows = making->grows;
  my->has_totals = making->has_totals;
  begin (self, session, making);
  if (arrange (self, making->keys))
    return JH_TABLE_MODEL (g_steal_pointer (&self));
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "“%s”刚刚被别的程序改过，什么都没有写，请看过以后再试一次",
               my->table->label);
  return NULL;
}

JhTableRecipe *
jh_worksheet_take_recipe (JhTableModel *model)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (JH_WORKSHEET (model));
  Making *making = g_new0 (Making, 1);

  *making = (Making){ G_OBJECT_TYPE (model),
                      my->id,
                      g_array_new (FALSE, TRUE, sizeof (JhTableColumn)),
                      copy_presets (my->presets),
                      my->grows,
                      my->has_totals,
                      g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_array_set_clear_func (making->columns, clear_column);
  for (guint i = 0; i < my->heads->len; i++)
    {
      const JhTableColumn *head
        = &g_array_index (my->heads, JhTableColumn, i);
      const JhTableColumn column = { .name = head->name,
                                     .label = g_strdup (head->label),
                                     .help = g_strdup (head->help) };

      g_array_append_val (making->columns, column);
    }
  for (guint i = 0; i < my->lines->len; i++)
    {
      gint64 key = jh_line_get_key (my->lines->pdata[i]);

      g_array_append_val (making->keys, key);
    }
  return jh_table_recipe_new (make, making, free_making);
}
