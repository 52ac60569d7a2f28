#include "jh-lists.h"

#include <stdlib.h>

/* One code list of the year.
 *
 * codes: JhCode, in their order
 * names: code → name
 * others: code → name and years, for codes of other years only */
typedef struct
{
  GArray *codes;
  GHashTable *names;
  GHashTable *others;
} CodeList;

struct _JhLists
{
  gatomicrefcount references;
  int year;
  char *region;
  GStringChunk *strings;
  CodeList codes[2];
  GPtrArray *classes;
  GPtrArray *words[JH_N_WORDS];
  GHashTable *source_funds;
  GHashTable *fiscal_funds;
  GHashTable *carryover_sides;
  GPtrArray *fact_names;
  GHashTable *fact_kinds;
};

/* Words that are no list of the books: the forms of an indicator. */
static const char *const natures[] = { "定量", "定性" };
static const char *const operators[] = { "≥", "≤", "=", ">", "<" };

static const char *
keep (JhLists *lists, const char *text)
{
  return g_string_chunk_insert_const (lists->strings, text);
}

/* The statement of @query with year and region bound where it has them. */
static JhStatement *
ask (JhStore *store, JhQuery query, int year, const char *region,
     GError **error)
{
  JhStatement *statement = jh_store_query (store, query, error);

  if (statement && year)
    jh_statement_bind_integer (statement, "year", year);
  if (statement && region)
    jh_statement_bind_text (statement, "region", region);
  return statement;
}

/* Takes the end of a reading loop: FALSE with @error when it failed. */
static gboolean
ended (GError *local_error, GError **error)
{
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
read_codes (JhLists *lists, JhStore *store, JhQuery query, int year,
            CodeList *list, GError **error)
{
  g_autoptr (JhStatement) statement = ask (store, query, year, NULL, error);
  GError *local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (jh_statement_next (statement, &local_error))
    {
      JhCode code = { keep (lists, jh_statement_get_text (statement, 0)),
                      keep (lists, jh_statement_get_text (statement, 1)) };

      g_array_append_val (list->codes, code);
      g_hash_table_insert (list->names, (gpointer) code.code,
                           (gpointer) code.name);
    }
  return ended (local_error, error);
}

/* The years of a code, as people write them. The caller frees it. */
static char *
describe_years (const char *name, gint64 from, gint64 to)
{
  if (to == 9999)
    return g_strdup_printf ("“%s”（%d 年起）", name, (int) from);
  return g_strdup_printf ("“%s”（%d—%d 年）", name, (int) from, (int) to);
}

static gboolean
read_other_years (JhLists *lists, JhStore *store, JhQuery query, int year,
                  CodeList *list, GError **error)
{
  g_autoptr (JhStatement) statement = ask (store, query, year, NULL, error);
  GError *local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (jh_statement_next (statement, &local_error))
    {
      const char *code = jh_statement_get_text (statement, 0);
      g_autofree char *words = NULL;

      if (g_hash_table_contains (list->names, code))
        continue;
      words = describe_years (jh_statement_get_text (statement, 1),
                              jh_statement_get_integer (statement, 2),
                              jh_statement_get_integer (statement, 3));
      g_hash_table_replace (list->others, (gpointer) keep (lists, code),
                            (gpointer) keep (lists, words));
    }
  return ended (local_error, error);
}

/* Reads a list of words into @words; the second column goes to @seconds by
 * word when there is one to go to. */
static gboolean
read_words (JhLists *lists, JhStatement *statement, GPtrArray *words,
            GHashTable *seconds, GError **error)
{
  GError *local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (jh_statement_next (statement, &local_error))
    {
      const char *word = keep (lists, jh_statement_get_text (statement, 0));

      g_ptr_array_add (words, (gpointer) word);
      if (seconds)
        g_hash_table_insert (
          seconds, (gpointer) word,
          (gpointer) keep (lists, jh_statement_get_text (statement, 1)));
    }
  return ended (local_error, error);
}

static gboolean
read_all_words (JhLists *lists, JhStore *store, GError **error)
{
  static const struct
  {
    JhWords words;
    JhQuery query;
  } plain[] = {
    { JH_WORDS_CATEGORY, JH_QUERY_EXPENDITURE_CATEGORY_LIST },
    { JH_WORDS_SANGONG, JH_QUERY_SANGONG_ITEM_LIST },
    { JH_WORDS_LINE, JH_QUERY_ASSESSMENT_LINE_LIST },
  };
  g_autoptr (JhStatement) sources
    = ask (store, JH_QUERY_INCOME_SOURCE_LIST, 0, NULL, error);
  g_autoptr (JhStatement) funds = NULL;
  g_autoptr (JhStatement) kinds = NULL;
  g_autoptr (JhStatement) facts = NULL;

  if (!read_words (lists, sources, lists->words[JH_WORDS_SOURCE],
                   lists->source_funds, error))
    return FALSE;
  funds = ask (store, JH_QUERY_FUND_LIST, 0, NULL, error);
  if (!read_words (lists, funds, lists->words[JH_WORDS_FUND],
                   lists->fiscal_funds, error))
    return FALSE;
  kinds = ask (store, JH_QUERY_CARRYOVER_KIND_LIST, 0, NULL, error);
  if (!read_words (lists, kinds, lists->words[JH_WORDS_CARRYOVER],
                   lists->carryover_sides, error))
    return FALSE;
  facts = ask (store, JH_QUERY_FACT_NAME_LIST, 0, NULL, error);
  if (!read_words (lists, facts, lists->fact_names, lists->fact_kinds, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autoptr (JhStatement) statement
        = ask (store, plain[i].query, 0, NULL, error);

      if (!read_words (lists, statement, lists->words[plain[i].words], NULL,
                       error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_classes (JhLists *lists, JhStore *store, int year, const char *region,
              GError **error)
{
  g_autoptr (JhStatement) statement
    = ask (store, JH_QUERY_CLASS_LIST_GET, year, region, error);

  return read_words (lists, statement, lists->classes, NULL, error);
}

static JhLists *
lists_new (void)
{
  JhLists *lists = g_new0 (JhLists, 1);

  g_atomic_ref_count_init (&lists->references);
  lists->strings = g_string_chunk_new (16384);
  for (gsize i = 0; i < G_N_ELEMENTS (lists->codes); i++)
    {
      lists->codes[i].codes = g_array_new (FALSE, FALSE, sizeof (JhCode));
      lists->codes[i].names = g_hash_table_new (g_str_hash, g_str_equal);
      lists->codes[i].others = g_hash_table_new (g_str_hash, g_str_equal);
    }
  lists->classes = g_ptr_array_new ();
  for (int i = JH_WORDS_ANY + 1; i < JH_N_WORDS; i++)
    lists->words[i] = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (natures); i++)
    g_ptr_array_add (lists->words[JH_WORDS_NATURE], (gpointer) natures[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    g_ptr_array_add (lists->words[JH_WORDS_OPERATOR],
                     (gpointer) operators[i]);
  lists->source_funds = g_hash_table_new (g_str_hash, g_str_equal);
  lists->fiscal_funds = g_hash_table_new (g_str_hash, g_str_equal);
  lists->carryover_sides = g_hash_table_new (g_str_hash, g_str_equal);
  lists->fact_names = g_ptr_array_new ();
  lists->fact_kinds = g_hash_table_new (g_str_hash, g_str_equal);
  return lists;
}

JhLists *
jh_lists_load (JhStore *store, int year, const char *region, GError **error)
{
  g_autoptr (JhLists) lists = lists_new ();
  CodeList *functional = &lists->codes[JH_CODES_FUNCTIONAL];
  CodeList *economic = &lists->codes[JH_CODES_ECONOMIC];

  lists->year = year;
  lists->region = g_strdup (region);
  if (read_codes (lists, store, JH_QUERY_FUNCTIONAL_CODE_LIST, year,
                  functional, error)
      && read_other_years (lists, store, JH_QUERY_FUNCTIONAL_CODE_OTHER_YEARS,
                           year, functional, error)
      && read_codes (lists, store, JH_QUERY_ECONOMIC_CODE_LIST, year,
                     economic, error)
      && read_other_years (lists, store, JH_QUERY_ECONOMIC_CODE_OTHER_YEARS,
                           year, economic, error)
      && read_all_words (lists, store, error)
      && read_classes (lists, store, year, region, error))
    return g_steal_pointer (&lists);
  return NULL;
}

gboolean
jh_lists_hold (JhLists *lists, int year, const char *region)
{
  return lists->year == year && g_str_equal (lists->region, region);
}

JhLists *
jh_lists_ref (JhLists *lists)
{
  g_atomic_ref_count_inc (&lists->references);
  return lists;
}

void
jh_lists_unref (JhLists *lists)
{
  if (lists == NULL || !g_atomic_ref_count_dec (&lists->references))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (lists->codes); i++)
    {
      g_array_unref (lists->codes[i].codes);
      g_hash_table_unref (lists->codes[i].names);
      g_hash_table_unref (lists->codes[i].others);
    }
  g_ptr_array_unref (lists->classes);
  for (int i = JH_WORDS_ANY + 1; i < JH_N_WORDS; i++)
    g_ptr_array_unref (lists->words[i]);
  g_hash_table_unref (lists->source_funds);
  g_hash_table_unref (lists->fiscal_funds);
  g_hash_table_unref (lists->carryover_sides);
  g_ptr_array_unref (lists->fact_names);
  g_hash_table_unref (lists->fact_kinds);
  g_string_chunk_free (lists->strings);
  g_free (lists->region);
  g_free (lists);
}

const char *
jh_lists_get_name (JhLists *lists, JhCodes codes, const char *code)
{
  return g_hash_table_lookup (lists->codes[codes].names, code);
}

const char *
jh_lists_get_other_years (JhLists *lists, JhCodes codes, const char *code)
{
  return g_hash_table_lookup (lists->codes[codes].others, code);
}

const GArray *
jh_lists_get_codes (JhLists *lists, JhCodes codes)
{
  return lists->codes[codes].codes;
}

const GPtrArray *
jh_lists_get_classes (JhLists *lists)
{
  return lists->classes;
}

const GPtrArray *
jh_lists_get_words (JhLists *lists, JhWords words)
{
  return lists->words[words];
}

const char *
jh_lists_get_fund (JhLists *lists, const char *source)
{
  return g_hash_table_lookup (lists->source_funds, source);
}

gboolean
jh_lists_is_fiscal (JhLists *lists, const char *fund)
{
  return g_strcmp0 (g_hash_table_lookup (lists->fiscal_funds, fund), "1")
         == 0;
}

int
jh_lists_get_carryover_side (JhLists *lists, const char *kind)
{
  const char *side = g_hash_table_lookup (lists->carryover_sides, kind);

  return side ? atoi (side) : 0;
}

const char *
jh_lists_get_fact_kind (JhLists *lists, const char *name)
{
  return g_hash_table_lookup (lists->fact_kinds, name);
}

const GPtrArray *
jh_lists_get_fact_names (JhLists *lists)
{
  return lists->fact_names;
}
