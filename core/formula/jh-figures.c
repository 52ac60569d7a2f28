#include "jh-figures.h"

#include "jh-lookup.h"

/* ids: gint64 of every row
 * values: row by row
 * fields: by column, static or NULL
 * strings: the words in the values, each once
 * kinds: by column, the kinds of its values, once it was looked at
 * rows_by: by column, NULL or a table of rows by what stands there */
struct _JhFigures
{
  gint references;
  const JhFiguresKind *kind;
  const char *table;
  const char **fields;
  GArray *ids;
  GArray *values;
  GStringChunk *strings;
  guint *kinds;
  GHashTable **rows_by;
};

JhFigures *
jh_figures_new (const JhFiguresKind *kind)
{
  JhFigures *figures = g_new0 (JhFigures, 1);

  figures->references = 1;
  figures->kind = kind;
  figures->table = "";
  figures->fields = g_new0 (const char *, kind->columns->len);
  figures->kinds = g_new0 (guint, kind->columns->len);
  figures->rows_by = g_new0 (GHashTable *, kind->columns->len);
  figures->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  figures->values = g_array_new (FALSE, TRUE, sizeof (JhValue));
  figures->strings = g_string_chunk_new (256);
  return figures;
}

/* Forgets what was looked up, because the rows change. */
static void
forget_rows (JhFigures *figures)
{
  for (guint i = 0; i < figures->kind->columns->len; i++)
    g_clear_pointer (&figures->rows_by[i], g_hash_table_unref);
}

JhFigures *
jh_figures_ref (JhFigures *figures)
{
  g_atomic_int_inc (&figures->references);
  return figures;
}

void
jh_figures_unref (JhFigures *figures)
{
  if (figures == NULL || !g_atomic_int_dec_and_test (&figures->references))
    return;
  forget_rows (figures);
  g_free (figures->kinds);
  g_free (figures->rows_by);
  g_free (figures->fields);
  g_array_unref (figures->ids);
  g_array_unref (figures->values);
  g_string_chunk_free (figures->strings);
  g_free (figures);
}

const JhFiguresKind *
jh_figures_get_kind (const JhFigures *figures)
{
  return figures->kind;
}

void
jh_figures_set_table (JhFigures *figures, const char *table)
{
  figures->table = table;
}

const char *
jh_figures_get_table (const JhFigures *figures)
{
  return figures->table;
}

void
jh_figures_set_field (JhFigures *figures, guint column, const char *field)
{
  g_assert (column < figures->kind->columns->len);
  figures->fields[column] = field;
}

const char *
jh_figures_get_field (const JhFigures *figures, guint column)
{
  g_assert (column < figures->kind->columns->len);
  return figures->fields[column] ? figures->fields[column] : "";
}

guint
jh_figures_add_row (JhFigures *figures, gint64 id)
{
  forget_rows (figures);
  g_array_append_val (figures->ids, id);
  g_array_set_size (figures->values,
                    figures->values->len + figures->kind->columns->len);
  return figures->ids->len - 1;
}

guint
jh_figures_count (const JhFigures *figures)
{
  return figures->ids->len;
}

gint64
jh_figures_get_id (const JhFigures *figures, guint row)
{
  g_assert (row < figures->ids->len);
  return g_array_index (figures->ids, gint64, row);
}

/* The place of a value. */
static JhValue *
find (const JhFigures *figures, guint row, guint column)
{
  guint width = figures->kind->columns->len;

  g_assert (row < figures->ids->len && column < width);
  return &g_array_index (figures->values, JhValue, row * width + column);
}

void
jh_figures_set (JhFigures *figures, guint row, guint column, JhValue value)
{
  if (value.kind == JH_VALUE_TEXT)
    value.text = g_string_chunk_insert_const (figures->strings, value.text);
  *find (figures, row, column) = value;
  g_clear_pointer (&figures->rows_by[column], g_hash_table_unref);
}

JhValue
jh_figures_get (const JhFigures *figures, guint row, guint column)
{
  return *find (figures, row, column);
}

/* @value as what rows are found by. The caller frees it. */
static char *
dup_key (JhValue value)
{
  GString *key = g_string_new (NULL);

  jh_lookup_append (key, value);
  return g_string_free (key, FALSE);
}

static GHashTable *
index_column (JhFigures *figures, guint column)
{
  GHashTable *rows_by = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  figures->kinds[column] = 0;
  for (guint row = 0; row < figures->ids->len; row++)
    {
      JhValue value = *find (figures, row, column);
      g_autofree char *key = dup_key (value);
      GArray *rows = g_hash_table_lookup (rows_by, key);

      figures->kinds[column] |= jh_lookup_kind (value);
      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (rows_by, g_steal_pointer (&key), rows);
        }
      g_array_append_val (rows, row);
    }
  return rows_by;
}

/* Looks at the column @column, unless that was done. */
static void
ensure_index (JhFigures *figures, guint column)
{
  g_assert (column < figures->kind->columns->len);
  if (figures->rows_by[column] == NULL)
    figures->rows_by[column] = index_column (figures, column);
}

const GArray *
jh_figures_find_rows (JhFigures *figures, guint column, JhValue value)
{
  g_autofree char *key = dup_key (value);

  ensure_index (figures, column);
  return g_hash_table_lookup (figures->rows_by[column], key);
}

gboolean
jh_figures_goes_with (JhFigures *figures, guint column, JhValue value)
{
  ensure_index (figures, column);
  return jh_lookup_goes_with (figures->kinds[column], value);
}
