#include "jh-filing.h"

#include "jh-error.h"
#include "jh-unit.h"

JhFiling *
jh_filing_new (void)
{
  JhFiling *filing = g_new0 (JhFiling, 1);

  filing->code = g_strdup ("");
  filing->state = g_strdup ("");
  filing->name = g_strdup ("");
  filing->region = g_strdup ("");
  filing->money_unit = JH_MONEY_WAN;
  return filing;
}

void
jh_filing_free (JhFiling *filing)
{
  if (filing == NULL)
    return;
  g_free (filing->code);
  g_free (filing->state);
  g_free (filing->name);
  g_free (filing->region);
  g_free (filing);
}

JhFiling *
jh_filing_copy (const JhFiling *filing)
{
  JhFiling *copy = g_memdup2 (filing, sizeof *filing);

  copy->code = g_strdup (filing->code);
  copy->state = g_strdup (filing->state);
  copy->name = g_strdup (filing->name);
  copy->region = g_strdup (filing->region);
  return copy;
}

static gboolean
is_state (const char *state)
{
  return g_str_equal (state, "填报") || g_str_equal (state, "审核")
         || g_str_equal (state, "锁定");
}

/* The filing in the row that @statement stands on. */
static JhFiling *
read_filing (JhStatement *statement)
{
  JhFiling *filing = g_new0 (JhFiling, 1);
  gint64 year = jh_statement_get_integer (statement, 3);

  filing->id = jh_statement_get_integer (statement, 0);
  filing->unit = jh_statement_get_integer (statement, 1);
  filing->code = g_strdup (jh_statement_get_text (statement, 2));
  filing->year = (int) CLAMP (year, 0, JH_FILING_YEAR_MAX);
  filing->state = g_strdup (jh_statement_get_text (statement, 4));
  filing->name = g_strdup (jh_statement_get_text (statement, 5));
  filing->region = g_strdup (jh_statement_get_text (statement, 6));
  if (year < JH_FILING_YEAR_MIN || year > JH_FILING_YEAR_MAX
      || !is_state (filing->state)
      || !jh_money_unit_parse (jh_statement_get_text (statement, 7),
                               &filing->money_unit))
    jh_statement_refuse (statement);
  return filing;
}

/* The rows of @statement as filings; NULL with @error. */
static GPtrArray *
read_filings (JhStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) filings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_filing_free);
  g_autoptr (GError) local_error = NULL;

  while (jh_statement_next (statement, &local_error))
    g_ptr_array_add (filings, read_filing (statement));
  if (local_error == NULL)
    return g_steal_pointer (&filings);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

JhFiling *
jh_filing_get (JhStore *store, gint64 id, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FILING_GET, error);
  g_autoptr (GPtrArray) filings = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "id", id);
  filings = read_filings (statement, error);
  if (filings == NULL)
    return NULL;
  if (filings->len > 0)
    return g_ptr_array_steal_index (filings, 0);
  g_set_error_literal (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                       "这套决算已经不在账套里");
  return NULL;
}

gboolean
jh_filing_find (JhStore *store, const char *code, int year, JhFiling **filing,
                GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FILING_FIND, error);
  g_autoptr (GPtrArray) filings = NULL;

  *filing = NULL;
  if (statement == NULL)
    return FALSE;
  jh_statement_bind_text (statement, "code", code);
  jh_statement_bind_integer (statement, "year", year);
  filings = read_filings (statement, error);
  if (filings && filings->len > 0)
    *filing = g_ptr_array_steal_index (filings, 0);
  return filings != NULL;
}

gboolean
jh_filing_find_newest (JhStore *store, gint64 *id, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FILING_NEWEST, error);
  g_autoptr (GError) local_error = NULL;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  if (jh_statement_next (statement, &local_error))
    *id = jh_statement_get_integer (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

GPtrArray *
jh_filing_list (JhStore *store, const char *code, int year, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FILING_LIST, error);

  if (statement == NULL)
    return NULL;
  jh_statement_bind_text (statement, "code", code ? code : "");
  jh_statement_bind_integer (statement, "year", year);
  return read_filings (statement, error);
}

static void
bind_figures (JhStatement *statement, const JhFiling *filing)
{
  jh_statement_bind_text (statement, "unit_name", filing->name);
  jh_statement_bind_text (statement, "region", filing->region);
  jh_statement_bind_text (statement, "money_unit",
                          jh_money_unit_name (filing->money_unit));
}

gboolean
jh_filing_insert (JhStore *store, JhFiling *filing, GError **error)
{
  g_autoptr (JhStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!jh_unit_ensure (store, filing->code, &filing->unit, error))
    return FALSE;
  statement = jh_store_query (store, JH_QUERY_FILING_INSERT, error);
  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "unit", filing->unit);
  jh_statement_bind_integer (statement, "year", filing->year);
  bind_figures (statement, filing);
  if (!jh_statement_next (statement, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  filing->id = jh_statement_get_integer (statement, 0);
  g_free (filing->state);
  filing->state = g_strdup ("填报");
  return jh_statement_run (statement, error);
}

gboolean
jh_filing_update (JhStore *store, const JhFiling *filing, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FILING_UPDATE, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "id", filing->id);
  bind_figures (statement, filing);
  return jh_statement_run (statement, error);
}

gboolean
jh_filing_set_state (JhStore *store, JhFiling *filing, const char *state,
                     GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FILING_SET_STATE, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "id", filing->id);
  jh_statement_bind_text (statement, "state", state);
  if (!jh_statement_run (statement, error))
    return FALSE;
  g_free (filing->state);
  filing->state = g_strdup (state);
  return TRUE;
}

gboolean
jh_filing_remove (JhStore *store, const JhFiling *filing, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FILING_DELETE, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "id", filing->id);
  return jh_statement_run (statement, error);
}
