#include "jh-figures.h"

/* ids: gint64 of every row
 * values: row by row
 * fields: by column, static or NULL
 * strings: the words in the values, each once */
struct _JhFigures
{
  gint references;
  const JhFiguresKind *kind;
  const char *table;
  const char **fields;
  GArray *ids;
  GArray *values;
  GStringChunk *strings;
};

JhFigures *
jh_figures_new (const JhFiguresKind *kind)
{
  JhFigures *figures = g_new0 (JhFigures, 1);

  figures->references = 1;
  figures->kind = kind;
  figures->table = "";
  figures->fields = g_new0 (const char *, kind->columns->len);
  figures->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  figures->values = g_array_new (FALSE, TRUE, sizeof (JhValue));
  figures->strings = g_string_chunk_new (256);
  return figures;
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
}

JhValue
jh_figures_get (const JhFigures *figures, guint row, guint column)
{
  return *find (figures, row, column);
}
