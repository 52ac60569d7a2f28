/* Writing the log. */
#include "jh-change-private.h"
#include "jh-changeset-private.h"
#include "jh-store-private.h"

/* Now, as the log writes it. */
static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%z");
}

/* Writes who, when and where, which every entry of the log has. */
static void
bind_entry (JhStatement *statement, const JhChangeHead *head)
{
  g_autofree char *now = dup_now ();

  jh_statement_bind_text (statement, "name", head->name);
  jh_statement_bind_text (statement, "author", head->author);
  jh_statement_bind_text (statement, "at", now);
  if (head->filing)
    jh_statement_bind_integer (statement, "filing", head->filing);
}

/* Runs @statement, which adds an entry. Returns its number; 0 with @error. */
static gint64
insert (JhStatement *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 id = 0;

  if (jh_statement_next (statement, &local_error))
    id = jh_statement_get_integer (statement, 0);
  if (id && jh_statement_run (statement, error))
    return id;
  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return 0;
}

/* What the lists by table ask of an entry. */
typedef struct
{
  gint64 id;
  gint64 filing;
  const char *author;
} Entry;

static gboolean
note_table (JhConnection *connection, const char *name, const Entry *entry,
            GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_connection_query (connection, JH_QUERY_CHANGE_TABLE_INSERT, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_text (statement, "name", name);
  jh_statement_bind_integer (statement, "change", entry->id);
  jh_statement_bind_integer (statement, "filing", entry->filing);
  jh_statement_bind_text (statement, "author", entry->author);
  return jh_statement_run (statement, error);
}

/* Notes which tables @entry has touched, as @record tells. */
static gboolean
note (JhConnection *connection, const Entry *entry, GBytes *record,
      GError **error)
{
  g_autoptr (GPtrArray) names = jh_changeset_list_tables (record);

  for (guint i = 0; i < names->len; i++)
    if (!note_table (connection, names->pdata[i], entry, error))
      return FALSE;
  return TRUE;
}

gboolean
jh_change_note_tables (JhConnection *connection, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_connection_query (connection, JH_QUERY_CHANGE_LIST_RECORDS, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (jh_statement_next (statement, &local_error))
    {
      g_autoptr (GBytes) record = jh_statement_dup_bytes (statement, 3);
      const Entry entry = { jh_statement_get_integer (statement, 0),
                            jh_statement_get_integer (statement, 1),
                            jh_statement_get_text (statement, 2) };

      if (!note (connection, &entry, record, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Lets undo pass over the change @id. */
static gboolean
make_final (JhStore *store, gint64 id, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CHANGE_SET_FINAL, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "change", id);
  return jh_statement_run (statement, error);
}

gboolean
jh_change_log (JhStore *store, const JhChangeHead *head, GBytes *changeset,
               GError **error)
{
  g_autoptr (JhStatement) drop
    = jh_store_query (store, JH_QUERY_CHANGE_DROP_UNDONE, error);
  g_autoptr (JhStatement) statement = NULL;
  Entry entry = { 0, head->filing, head->author };

  if (drop == NULL || !jh_statement_run (drop, error))
    return FALSE;
  statement = jh_store_query (store, JH_QUERY_CHANGE_INSERT_DO, error);
  if (statement == NULL)
    return FALSE;
  bind_entry (statement, head);
  jh_statement_bind_bytes (statement, "changeset", changeset);
  entry.id = insert (statement, error);
  return entry.id && note (store->connection, &entry, changeset, error)
         && (!head->final || make_final (store, entry.id, error));
}

/* Keeps whether @target holds. */
static gboolean
set_state (JhStore *store, const JhChangeTarget *target, const char *state,
           GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CHANGE_SET_STATE, error);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "id", target->id);
  jh_statement_bind_text (statement, "state", state);
  return jh_statement_run (statement, error);
}

gboolean
jh_change_log_again (JhStore *store, const JhChangeTarget *target,
                     gboolean undo, GError **error)
{
  g_autoptr (JhStatement) statement = NULL;
  const JhChangeHead head
    = { target->name, store->author, target->filing, FALSE };
  Entry entry = { 0, head.filing, head.author };

  if (!set_state (store, target, undo ? "undone" : "done", error))
    return FALSE;
  statement = jh_store_query (store, JH_QUERY_CHANGE_INSERT_AGAIN, error);
  if (statement == NULL)
    return FALSE;
  bind_entry (statement, &head);
  jh_statement_bind_text (statement, "kind", undo ? "undo" : "redo");
  jh_statement_bind_integer (statement, "target", target->id);
  entry.id = insert (statement, error);
  return entry.id && note (store->connection, &entry, target->record, error);
}
