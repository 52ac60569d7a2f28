/* The codes that rows and columns stand for. */
#include "jh-layout-private.h"

#include <string.h>

const char *
jh_layout_field (JhEach each)
{
  return each == JH_EACH_ECONOMIC ? "economic" : "functional";
}

static JhCodes
list_of (JhEach each)
{
  return each == JH_EACH_ECONOMIC ? JH_CODES_ECONOMIC : JH_CODES_FUNCTIONAL;
}

const char *
jh_layout_name (JhEach each, const char *code, const JhOccasion *occasion)
{
  const char *name
    = jh_lists_get_name (occasion->books->lists, list_of (each), code);

  return name ? name : "（本年科目表中没有）";
}

gboolean
jh_layout_knows (JhEach each, const char *code, const JhOccasion *occasion)
{
  return jh_lists_get_name (occasion->books->lists, list_of (each), code)
         != NULL;
}

static gboolean
begins_with_any (const char *code, const GPtrArray *beginnings)
{
  for (guint i = 0; i < beginnings->len; i++)
    if (g_str_has_prefix (code, beginnings->pdata[i]))
      return TRUE;
  return beginnings->len == 0;
}

static gboolean
has_level (const GArray *levels, gsize length)
{
  for (guint i = 0; i < levels->len; i++)
    if (g_array_index (levels, guint, i) == length)
      return TRUE;
  return FALSE;
}

/* The first @length characters of @code. A code that is wrong may hold any.
 */
static char *
dup_beginning (const char *code, guint length)
{
  return g_strndup (code, g_utf8_offset_to_pointer (code, length) - code);
}

/* Adds the beginnings of @code that are as long as one of @levels; @code
 * itself too when it is no longer than the longest of them, so that a code
 * of a wrong length is seen. What stands in @set stands there with its own
 * beginnings. */
static void
add_with_ancestors (GHashTable *set, const char *code, const GArray *levels)
{
  glong length, longest = 0;

  if (g_hash_table_contains (set, code))
    return;
  length = g_utf8_strlen (code, -1);
  for (guint i = 0; i < levels->len; i++)
    {
      guint level = g_array_index (levels, guint, i);

      longest = MAX (longest, (glong) level);
      if ((glong) level <= length)
        g_hash_table_add (set, dup_beginning (code, level));
    }
  if (length <= longest)
    g_hash_table_add (set, g_strdup (code));
}

void
jh_layout_add_facts (GHashTable *facts, const JhOccasion *occasion,
                     JhTableId table, const GArray *places,
                     const GArray *among)
{
  const GPtrArray *rows = occasion->books->rows[table];
  guint next = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      while (among && next < among->len
             && g_array_index (among, guint, next) < place)
        next++;
      if (among == NULL
          || (next < among->len
              && g_array_index (among, guint, next) == place))
        g_hash_table_add (facts, rows->pdata[place]);
    }
}

/* Adds the codes that @facts use. */
static void
add_used (GHashTable *set, JhEach each, const GPtrArray *beginnings,
          const GArray *levels, GHashTable *facts)
{
  GHashTableIter iterator;
  gpointer fact;

  g_hash_table_iter_init (&iterator, facts);
  while (g_hash_table_iter_next (&iterator, &fact, NULL))
    {
      const JhField *field = jh_table_find_field (
        ((const JhRow *) fact)->table, jh_layout_field (each));
      const char *code = field ? jh_row_get_text (fact, field) : NULL;

      if (code && begins_with_any (code, beginnings))
        add_with_ancestors (set, code, levels);
    }
}

/* Whether @code is among those that jh_layout_codes() gives when all are
 * asked for. */
static gboolean
is_listed (JhEach each, const GPtrArray *beginnings, const GArray *levels,
           const char *code, const JhOccasion *occasion)
{
  return begins_with_any (code, beginnings)
         && has_level (levels, strlen (code))
         && jh_layout_knows (each, code, occasion);
}

static void
add_listed (GHashTable *set, JhEach each, const GPtrArray *beginnings,
            const GArray *levels, const JhOccasion *occasion)
{
  const GArray *codes
    = jh_lists_get_codes (occasion->books->lists, list_of (each));

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_array_index (codes, JhCode, i).code;

      if (is_listed (each, beginnings, levels, code, occasion))
        g_hash_table_add (set, g_strdup (code));
    }
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A set of codes: char *. */
static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GPtrArray *
jh_layout_codes (JhEach each, const GPtrArray *codes, const GArray *levels,
                 gboolean all, GHashTable *facts, const JhOccasion *occasion)
{
  g_autoptr (GHashTable) set = make_set ();
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iterator;
  gpointer code;

  add_used (set, each, codes, levels, facts);
  if (all)
    add_listed (set, each, codes, levels, occasion);
  g_hash_table_iter_init (&iterator, set);
  while (g_hash_table_iter_next (&iterator, &code, NULL))
    {
      g_ptr_array_add (sorted, code);
      g_hash_table_iter_steal (&iterator);
    }
  g_ptr_array_sort (sorted, compare_codes);
  return sorted;
}

gboolean
jh_layout_is_listed (JhEach each, const GPtrArray *codes,
                     const GArray *levels, GHashTable *facts,
                     const JhOccasion *occasion)
{
  g_autoptr (GHashTable) used = make_set ();
  GHashTableIter iterator;
  gpointer code;

  add_used (used, each, codes, levels, facts);
  g_hash_table_iter_init (&iterator, used);
  while (g_hash_table_iter_next (&iterator, &code, NULL))
    if (!is_listed (each, codes, levels, code, occasion))
      return FALSE;
  return TRUE;
}
