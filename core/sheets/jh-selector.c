#include "jh-selector.h"

#include <string.h>

static void
filter_free (gpointer data)
{
  JhFilter *filter = data;

  g_free (filter->field);
  g_ptr_array_unref (filter->patterns);
  g_free (filter);
}

JhSelector *
jh_selector_new (void)
{
  JhSelector *selector = g_new0 (JhSelector, 1);

  selector->table = -1;
  selector->filters = g_ptr_array_new_with_free_func (filter_free);
  return selector;
}

void
jh_selector_free (JhSelector *selector)
{
  if (selector == NULL)
    return;
  g_free (selector->sum);
  g_ptr_array_unref (selector->filters);
  g_free (selector);
}

/* Whether some table, or @table when it is not -1, has the column. */
static gboolean
is_column (const char *name, int table)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    if ((table < 0 || table == id)
        && jh_table_find_field (jh_table_get (id), name))
      return TRUE;
  return FALSE;
}

static int
find_table (const char *name)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    if (g_str_equal (jh_table_get (id)->name, name))
      return id;
  return -1;
}

/* Takes over @patterns. */
static void
add_filter (JhSelector *selector, const char *field, GPtrArray *patterns)
{
  JhFilter *filter = g_new0 (JhFilter, 1);

  filter->field = g_strdup (field);
  filter->patterns = patterns;
  g_ptr_array_add (selector->filters, filter);
}

JhSelector *
jh_selector_read (JhJson *json, JsonObject *object)
{
  JhSelector *selector = jh_selector_new ();
  const char *from = jh_json_get_text (json, object, "from", NULL);
  JsonObjectIter iterator;
  const char *name;

  if (from && (selector->table = find_table (from)) < 0)
    jh_json_fault (json, "from", "没有这张表");
  selector->sum = g_strdup (jh_json_get_text (json, object, "sum", NULL));
  if (selector->sum && !is_column (selector->sum, selector->table))
    jh_json_fault (json, "sum", "表里没有这一栏");
  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &name, NULL))
    {
      if (g_str_equal (name, "from") || g_str_equal (name, "sum"))
        continue;
      if (!is_column (name, selector->table))
        jh_json_fault (json, name, "表里没有这一栏");
      add_filter (selector, name, jh_json_dup_texts (json, object, name));
    }
  return selector;
}

static GPtrArray *
copy_texts (const GPtrArray *texts)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (copy, g_strdup (texts->pdata[i]));
  return copy;
}

static void
add_filters (JhSelector *selector, const JhSelector *from)
{
  for (guint i = 0; i < from->filters->len; i++)
    {
      const JhFilter *filter = from->filters->pdata[i];

      add_filter (selector, filter->field, copy_texts (filter->patterns));
    }
}

JhSelector *
jh_selector_join (const JhSelector *a, const JhSelector *b)
{
  JhSelector *selector = jh_selector_new ();

  selector->table = b->table >= 0 ? b->table : a->table;
  selector->sum = g_strdup (b->sum ? b->sum : a->sum);
  add_filters (selector, a);
  add_filters (selector, b);
  return selector;
}

void
jh_selector_add (JhSelector *selector, const char *field, const char *pattern)
{
  GPtrArray *patterns = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (patterns, g_strdup (pattern));
  add_filter (selector, field, patterns);
}

/* Whether @value names a fiscal fund, or a source whose money is one. */
static gboolean
is_fiscal (const JhBooks *books, const char *value)
{
  const char *fund = jh_lists_get_fund (books->lists, value);

  return jh_lists_is_fiscal (books->lists, fund ? fund : value);
}

static gboolean
matches (const char *pattern, const char *value, const JhBooks *books,
         const char *object)
{
  gsize length = strlen (pattern);

  if (g_str_equal (pattern, "@fiscal"))
    return is_fiscal (books, value);
  if (g_str_equal (pattern, "{object}"))
    return g_strcmp0 (object, value) == 0;
  if (length > 0 && pattern[length - 1] == '*')
    return strncmp (pattern, value, length - 1) == 0;
  return g_str_equal (pattern, value);
}

static gboolean
matches_any (const JhFilter *filter, const char *value, const JhBooks *books,
             const char *object)
{
  for (guint i = 0; i < filter->patterns->len; i++)
    if (matches (filter->patterns->pdata[i], value, books, object))
      return TRUE;
  return FALSE;
}

/* Whether @row passes all filters, whose fields stand in @fields. */
static gboolean
passes (const JhSelector *selector, const JhField *const *fields,
        gconstpointer row, const JhBooks *books, const char *object)
{
  for (guint i = 0; i < selector->filters->len; i++)
    if (!matches_any (selector->filters->pdata[i],
                      jh_row_get_text (row, fields[i]), books, object))
      return FALSE;
  return TRUE;
}

GArray *
jh_selector_match (const JhSelector *selector, const JhBooks *books,
                   JhTableId table, const char *object)
{
  g_autofree const JhField **fields
    = g_new0 (const JhField *, selector->filters->len + 1);
  const GPtrArray *rows = books->rows[table];
  GArray *places;

  for (guint i = 0; i < selector->filters->len; i++)
    {
      const JhFilter *filter = selector->filters->pdata[i];

      fields[i] = jh_table_find_field (jh_table_get (table), filter->field);
      if (fields[i] == NULL
          || (fields[i]->kind != JH_FIELD_TEXT
              && fields[i]->kind != JH_FIELD_DIGITS))
        return NULL;
    }
  places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint place = 0; place < rows->len; place++)
    if (passes (selector, fields, rows->pdata[place], books, object))
      g_array_append_val (places, place);
  return places;
}
