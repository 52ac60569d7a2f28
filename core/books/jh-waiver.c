#include "jh-waiver.h"

void
jh_waiver_free (JhWaiver *waiver)
{
  if (waiver == NULL)
    return;
  g_free (waiver->rule);
  g_free (waiver->instance);
  g_free (waiver->words);
  g_free (waiver->author);
  g_free (waiver->at);
  g_free (waiver->figures);
  g_free (waiver);
}

/* The waiver in the row that @statement stands on. */
static JhWaiver *
read_waiver (JhStatement *statement)
{
  JhWaiver *waiver = g_new0 (JhWaiver, 1);

  waiver->rule = g_strdup (jh_statement_get_text (statement, 0));
  waiver->instance = g_strdup (jh_statement_get_text (statement, 1));
  waiver->words = g_strdup (jh_statement_get_text (statement, 2));
  waiver->author = g_strdup (jh_statement_get_text (statement, 3));
  waiver->at = g_strdup (jh_statement_get_text (statement, 4));
  waiver->figures = g_strdup (jh_statement_get_text (statement, 5));
  return waiver;
}

GPtrArray *
jh_waiver_list (JhStore *store, gint64 filing, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_WAIVER_LIST, error);
  g_autoptr (GPtrArray) waivers
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_waiver_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "filing", filing);
  while (jh_statement_next (statement, &local_error))
    g_ptr_array_add (waivers, read_waiver (statement));
  if (local_error == NULL)
    return g_steal_pointer (&waivers);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
jh_waiver_set (JhStore *store, gint64 filing, const JhWaiver *waiver,
               GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_WAIVER_SET, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_text (statement, "rule", waiver->rule);
  jh_statement_bind_text (statement, "instance", waiver->instance);
  jh_statement_bind_text (statement, "words", waiver->words);
  jh_statement_bind_text (statement, "author", waiver->author);
  jh_statement_bind_text (statement, "at", waiver->at);
  jh_statement_bind_text (statement, "figures", waiver->figures);
  return jh_statement_run (statement, error);
}

gboolean
jh_waiver_drop (JhStore *store, gint64 filing, const char *rule,
                const char *instance, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_WAIVER_DROP, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_text (statement, "rule", rule);
  jh_statement_bind_text (statement, "instance", instance);
  return jh_statement_run (statement, error);
}
