#include "jh-change-private.h"
#include "jh-error.h"
#include "jh-store-private.h"

/* From this version on the log knows which tables a change touched. */
#define VERSION_OF_TABLES 4

/* Runs what leads to version @to, unless another program did so while this
 * one waited for its turn. */
static gboolean
climb (JhConnection *connection, guint from, guint to, GError **error)
{
  gint64 found;

  if (!jh_connection_ask (connection, JH_QUERY_CONNECTION_USER_VERSION,
                          &found, error))
    return FALSE;
  if (found != from && found != to)
    {
      g_autofree char *name = g_path_get_basename (connection->path);

      g_set_error (error, JH_ERROR, JH_ERROR_BUSY,
                   "“%s”正由另一个程序升级，请等它结束后再试", name);
      return FALSE;
    }
  for (guint version = (guint) found + 1; version <= to; version++)
    if (!jh_connection_run (connection, jh_migration_sql (version), error)
        || (version == VERSION_OF_TABLES
            && !jh_change_note_tables (connection, error)))
      return FALSE;
  return TRUE;
}

gboolean
jh_migrate (JhConnection *connection, guint from, guint to, GError **error)
{
  gboolean done
    = jh_connection_run (connection, jh_query_sql (JH_QUERY_CONNECTION_BEGIN),
                         error)
      && climb (connection, from, to, error);

  if (done)
    done = jh_connection_run (
      connection, jh_query_sql (JH_QUERY_CONNECTION_COMMIT), error);
  if (!done && jh_connection_is_busy (connection))
    {
      g_autoptr (GError) ignored = NULL;

      if (!jh_connection_run (connection,
                              jh_query_sql (JH_QUERY_CONNECTION_ROLLBACK),
                              &ignored))
        g_critical ("%s", ignored->message);
    }
  return done;
}

/* All objects of the schema as one text; NULL with @error. */
static char *
describe (JhConnection *connection, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_connection_query (connection, JH_QUERY_CONNECTION_OBJECTS, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (jh_statement_next (statement, &local_error))
    g_string_append_printf (text, "%s\n",
                            jh_statement_get_text (statement, 0));
  if (local_error == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

const char *
jh_migrate_describe (guint version, GError **error)
{
  static const char *known[JH_SCHEMA_VERSION + 1];
  g_autoptr (JhConnection) model = NULL;
  char *made;

  if (g_once_init_enter (&known[version]))
    {
      model = jh_connection_open (NULL, JH_CONNECTION_WRITE, error);
      made = model && jh_connection_harden (model, error)
                 && jh_migrate (model, 0, version, error)
               ? describe (model, error)
               : NULL;
      if (made == NULL)
        g_error ("the program's own schema %u does not hold", version);
      g_once_init_leave (&known[version], made);
    }
  return known[version];
}

gboolean
jh_migrate_verify (JhConnection *connection, guint version, GError **error)
{
  g_autofree char *found = describe (connection, error);
  g_autofree char *print = NULL;
  const char *expected;

  if (found == NULL)
    return FALSE;
  print = g_compute_checksum_for_string (G_CHECKSUM_SHA256, found, -1);
  if (g_str_equal (print, jh_migration_fingerprint (version)))
    return TRUE;
  /* Another SQLite than the one at hand when the program was built may keep
   * the same structure in other words: ask the one that is running. */
  expected = jh_migrate_describe (version, error);
  if (g_strcmp0 (found, expected) != 0)
    {
      g_autofree char *name = g_path_get_basename (connection->path);

      g_set_error (error, JH_ERROR, JH_ERROR_DAMAGED,
                   "“%s”的结构被别的程序改动过，为了安全没有打开；"
                   "请用备份还原",
                   name);
      return FALSE;
    }
  return TRUE;
}
