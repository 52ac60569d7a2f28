#include "jh-unit.h"

/* Runs @query for @code; @id stays 0 when it gives no row. */
static gboolean
ask (JhStore *store, JhQuery query, const char *code, gint64 *id,
     GError **error)
{
  g_autoptr (JhStatement) statement = jh_store_query (store, query, error);
  g_autoptr (GError) local_error = NULL;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  jh_statement_bind_text (statement, "code", code);
  if (jh_statement_next (statement, &local_error))
    {
      *id = jh_statement_get_integer (statement, 0);
      return jh_statement_run (statement, error);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
jh_unit_ensure (JhStore *store, const char *code, gint64 *id, GError **error)
{
  if (!ask (store, JH_QUERY_UNIT_FIND, code, id, error))
    return FALSE;
  return *id != 0 || ask (store, JH_QUERY_UNIT_INSERT, code, id, error);
}
