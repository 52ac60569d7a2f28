#include "jh-seen.h"

#include <string.h>

#include "jh-change.h"

JhSeen *
jh_seen_new (const char *rule, const char *instance, const char *at)
{
  JhSeen *seen = g_new0 (JhSeen, 1);

  seen->rule = g_strdup (rule);
  seen->instance = g_strdup (instance);
  seen->at = g_strdup (at);
  return seen;
}

void
jh_seen_free (JhSeen *seen)
{
  if (seen == NULL)
    return;
  g_free (seen->rule);
  g_free (seen->instance);
  g_free (seen->at);
  g_free (seen);
}

GPtrArray *
jh_seen_list (JhStore *store, gint64 filing, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FINDING_SEEN_LIST, error);
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_seen_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "filing", filing);
  while (jh_statement_next (statement, &local_error))
    g_ptr_array_add (list,
                     jh_seen_new (jh_statement_get_text (statement, 0),
                                  jh_statement_get_text (statement, 1),
                                  jh_statement_get_text (statement, 2)));
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* What is to be written. */
typedef struct
{
  gint64 filing;
  const GPtrArray *gone;
  const GPtrArray *come;
} Notes;

static gboolean
strike (JhStore *store, gint64 filing, const JhSeen *seen, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FINDING_SEEN_DROP, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_text (statement, "rule", seen->rule);
  jh_statement_bind_text (statement, "instance", seen->instance);
  return jh_statement_run (statement, error);
}

static gboolean
add (JhStore *store, gint64 filing, const JhSeen *seen, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_FINDING_SEEN_ADD, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_text (statement, "rule", seen->rule);
  jh_statement_bind_text (statement, "instance", seen->instance);
  jh_statement_bind_text (statement, "first_seen", seen->at);
  return jh_statement_run (statement, error);
}

static gboolean
write_notes (JhStore *store, gpointer data, GError **error)
{
  const Notes *notes = data;

  for (guint i = 0; i < notes->gone->len; i++)
    if (!strike (store, notes->filing, notes->gone->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < notes->come->len; i++)
    if (!add (store, notes->filing, notes->come->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
jh_seen_keep (JhStore *store, gint64 filing, const GPtrArray *gone,
              const GPtrArray *come, GError **error)
{
  Notes notes = { filing, gone, come };

  if (gone->len == 0 && come->len == 0)
    return TRUE;
  return jh_change_write_aside (store, write_notes, &notes, error);
}
