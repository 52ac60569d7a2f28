#include "jh-selector.h"

#include <string.h>

static void
clear_pattern (gpointer data)
{
  g_free (((JhPattern *) data)->text);
}

static void
clear_filter (gpointer data)
{
  g_array_unref (((JhFilter *) data)->patterns);
}

static void
filter_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_filter);
}

JhSelector *
jh_selector_new (void)
{
  JhSelector *selector = g_new0 (JhSelector, 1);

  selector->table = -1;
  selector->filters = g_ptr_array_new_with_free_func (filter_unref);
  return selector;
}

void
jh_selector_free (JhSelector *selector)
{
  if (selector == NULL)
    return;
  g_ptr_array_unref (selector->filters);
  g_free (selector);
}

/* Finds the column @name in all tables. FALSE when @table, or every table
 * when that is -1, lacks it. */
static gboolean
find_field (const char *name, int table, JhFieldByTable *field)
{
  gboolean found = FALSE;

  for (int id = 0; id < JH_N_TABLES; id++)
    {
      field->in[id] = jh_table_find_field (jh_table_get (id), name);
      found |= field->in[id] && (table < 0 || table == id);
    }
  return found;
}

static int
find_table (const char *name)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    if (g_str_equal (jh_table_get (id)->name, name))
      return id;
  return -1;
}

/* Only words can be compared. */
static void
keep_words (JhFieldByTable *field)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    if (field->in[id] && field->in[id]->kind != JH_FIELD_TEXT
        && field->in[id]->kind != JH_FIELD_DIGITS)
      field->in[id] = NULL;
}

/* A condition on @field without patterns, which the selector has now. */
static JhFilter *
add_filter (JhSelector *selector, const JhFieldByTable *field)
{
  JhFilter *filter = g_atomic_rc_box_new0 (JhFilter);

  filter->fields = *field;
  keep_words (&filter->fields);
  filter->patterns = g_array_new (FALSE, FALSE, sizeof (JhPattern));
  g_array_set_clear_func (filter->patterns, clear_pattern);
  g_ptr_array_add (selector->filters, filter);
  return filter;
}

static void
add_pattern (JhFilter *filter, const char *text)
{
  JhPattern pattern = { JH_PATTERN_WORD, NULL, strlen (text) };

  if (g_str_equal (text, "@fiscal"))
    pattern.kind = JH_PATTERN_FISCAL;
  else if (g_str_equal (text, "{object}"))
    pattern.kind = JH_PATTERN_OBJECT;
  else if (g_str_has_suffix (text, "*"))
    {
      pattern.kind = JH_PATTERN_BEGINNING;
      pattern.length--;
    }
  pattern.text = g_strndup (text, pattern.length);
  g_array_append_val (filter->patterns, pattern);
}

/* Reads the condition in the member @name. */
static void
read_filter (JhSelector *selector, JhJson *json, JsonObject *object,
             const char *name)
{
  g_autoptr (GPtrArray) texts = jh_json_dup_texts (json, object, name);
  JhFieldByTable field;
  JhFilter *filter;

  if (!find_field (name, selector->table, &field))
    jh_json_fault (json, name, "表里没有这一栏");
  filter = add_filter (selector, &field);
  for (guint i = 0; i < texts->len; i++)
    add_pattern (filter, texts->pdata[i]);
}

JhSelector *
jh_selector_read (JhJson *json, JsonObject *object)
{
  JhSelector *selector = jh_selector_new ();
  const char *from = jh_json_get_text (json, object, "from", NULL);
  const char *sum = jh_json_get_text (json, object, "sum", NULL);
  JsonObjectIter iterator;
  const char *name;

  if (from && (selector->table = find_table (from)) < 0)
    jh_json_fault (json, "from", "没有这张表");
  selector->sums = sum != NULL;
  if (sum && !find_field (sum, selector->table, &selector->sum))
    jh_json_fault (json, "sum", "表里没有这一栏");
  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &name, NULL))
    if (!g_str_equal (name, "from") && !g_str_equal (name, "sum"))
      read_filter (selector, json, object, name);
  return selector;
}
static void
add_filters (JhSelector *selector, const JhSelector *from)
{
  for (guint i = 0; i < from->filters->len; i++)
    g_ptr_array_add (selector->filters,
                     g_atomic_rc_box_acquire (from->filters->pdata[i]));
}

JhSelector *
jh_selector_within (const JhSelector *a, const JhSelector *b)
{
  JhSelector *selector = jh_selector_new ();

  selector->table = b->table >= 0 ? b->table : a->table;
  selector->sums = a->sums || b->sums;
  selector->sum = b->sums ? b->sum : a->sum;
  add_filters (selector, b);
  return selector;
}

JhSelector *
jh_selector_join (const JhSelector *a, const JhSelector *b)
{
  JhSelector *selector = jh_selector_within (a, b);

  add_filters (selector, a);
  return selector;
}

void
jh_selector_add (JhSelector *selector, const char *field, const char *pattern)
{
  JhFieldByTable fields;

  (void) find_field (field, -1, &fields);
  add_pattern (add_filter (selector, &fields), pattern);
}

const JhField *
jh_selector_find_sum (const JhSelector *a, const JhSelector *b,
                      JhTableId *table)
{
  const JhFieldByTable *sum = b->sums ? &b->sum : &a->sum;
  int id = b->table >= 0 ? b->table : a->table;
  const JhField *field = id >= 0 ? sum->in[id] : NULL;

  if (field == NULL || field->kind != JH_FIELD_MONEY)
    return NULL;
  *table = (JhTableId) id;
  return field;
}

/* Whether @value names a fiscal fund, or a source whose money is one. */
static gboolean
is_fiscal (const JhBooks *books, const char *value)
{
  const char *fund = jh_lists_get_fund (books->lists, value);

  return jh_lists_is_fiscal (books->lists, fund ? fund : value);
}

/* As strncmp() would tell, which is slower for the few letters of a code. */
static gboolean
begins_with (const char *value, const JhPattern *pattern)
{
  gsize i = 0;

  while (i < pattern->length && value[i] == pattern->text[i])
    i++;
  return i == pattern->length;
}

static gboolean
matches (const JhPattern *pattern, const char *value, const JhBooks *books,
         const char *object)
{
  switch (pattern->kind)
    {
    case JH_PATTERN_WORD:
      return g_str_equal (pattern->text, value);
    case JH_PATTERN_BEGINNING:
      return begins_with (value, pattern);
    case JH_PATTERN_FISCAL:
      return is_fiscal (books, value);
    case JH_PATTERN_OBJECT:
      return g_strcmp0 (object, value) == 0;
    }
  g_assert_not_reached ();
}

static gboolean
matches_any (const JhFilter *filter, const char *value, const JhBooks *books,
             const char *object)
{
  for (guint i = 0; i < filter->patterns->len; i++)
    if (matches (&g_array_index (filter->patterns, JhPattern, i), value,
                 books, object))
      return TRUE;
  return FALSE;
}

/* Whether @row, which is of @table, passes all filters. */
static gboolean
passes (const JhSelector *selector, JhTableId table, gconstpointer row,
        const JhBooks *books, const char *object)
{
  for (guint i = 0; i < selector->filters->len; i++)
    {
      const JhFilter *filter = selector->filters->pdata[i];

      if (!matches_any (filter,
                        jh_row_get_text (row, filter->fields.in[table]),
                        books, object))
        return FALSE;
    }
  return TRUE;
}

gboolean
jh_selector_match (const JhSelector *selector, const JhBooks *books,
                   JhTableId table, const char *object, const GArray *among,
                   GArray *places)
{
  const GPtrArray *rows = books->rows[table];

  g_array_set_size (places, 0);
  for (guint i = 0; i < selector->filters->len; i++)
    if (((const JhFilter *) selector->filters->pdata[i])->fields.in[table]
        == NULL)
      return FALSE;
  for (guint i = 0; i < (among ? among->len : rows->len); i++)
    {
      guint place = among ? g_array_index (among, guint, i) : i;

      if (passes (selector, table, rows->pdata[place], books, object))
        g_array_append_val (places, place);
    }
  return TRUE;
}
