#include "jh-code-map.h"

/* year: from which on it holds */
typedef struct
{
  JhCodes list;
  int year;
  char *code;
  char *successor;
} Change;

/* changes: Change, in the order of their years */
struct _JhCodeMap
{
  GPtrArray *changes;
};

static void
change_free (Change *change)
{
  g_free (change->code);
  g_free (change->successor);
  g_free (change);
}

void
jh_code_map_free (JhCodeMap *map)
{
  if (map == NULL)
    return;
  g_ptr_array_unref (map->changes);
  g_free (map);
}

static Change *
read_change (JhStatement *statement, int year)
{
  Change *change = g_new0 (Change, 1);

  change->list
    = g_str_equal (jh_statement_get_text (statement, 0), "economic")
        ? JH_CODES_ECONOMIC
        : JH_CODES_FUNCTIONAL;
  change->year = year;
  change->code = g_strdup (jh_statement_get_text (statement, 1));
  change->successor = g_strdup (jh_statement_get_text (statement, 2));
  return change;
}

/* Reads the changes of one year. */
static gboolean
read_year (JhCodeMap *map, JhStore *store, int year, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CODE_CHANGE_LIST, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "from", year - 1);
  jh_statement_bind_integer (statement, "to", year);
  while (jh_statement_next (statement, &local_error))
    g_ptr_array_add (map->changes, read_change (statement, year));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

JhCodeMap *
jh_code_map_load (JhStore *store, int from, int to, GError **error)
{
  g_autoptr (JhCodeMap) map = g_new0 (JhCodeMap, 1);

  map->changes
    = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  for (int year = from + 1; year <= to; year++)
    if (!read_year (map, store, year, error))
      return NULL;
  return g_steal_pointer (&map);
}

const char *
jh_code_map_get (const JhCodeMap *map, JhCodes codes, const char *code)
{
  int year = 0;

  for (guint i = 0; i < map->changes->len; i++)
    {
      const Change *change = map->changes->pdata[i];

      /* A code that became free in a year may be given anew in the same
       * year: one step a year. */
      if (change->year > year && change->list == codes
          && g_str_equal (change->code, code))
        {
          code = change->successor;
          year = change->year;
        }
    }
  return code;
}
