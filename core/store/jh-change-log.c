/* Reading the log. */
#include "jh-change.h"
#include "jh-changeset-private.h"
#include "jh-store-private.h"

void
jh_change_entry_free (JhChangeEntry *entry)
{
  g_free (entry->kind);
  g_free (entry->name);
  g_free (entry->author);
  g_free (entry->at);
  g_free (entry->state);
  g_ptr_array_unref (entry->rows);
  g_free (entry);
}

/* The entry that @statement stands on; NULL with @error. */
static JhChangeEntry *
read_entry (JhStore *store, JhStatement *statement, guint most_rows,
            GError **error)
{
  g_autoptr (GBytes) record = jh_statement_dup_bytes (statement, 8);
  GPtrArray *rows
    = jh_changeset_read (store->connection, record,
                         g_bytes_get_size (record) ? most_rows : 0, error);
  JhChangeEntry *entry;

  if (rows == NULL)
    return NULL;
  entry = g_new0 (JhChangeEntry, 1);
  entry->id = jh_statement_get_integer (statement, 0);
  entry->kind = g_strdup (jh_statement_get_text (statement, 1));
  entry->name = g_strdup (jh_statement_get_text (statement, 2));
  entry->author = g_strdup (jh_statement_get_text (statement, 3));
  entry->at = g_strdup (jh_statement_get_text (statement, 4));
  entry->filing = jh_statement_get_integer (statement, 5);
  entry->target = jh_statement_get_integer (statement, 6);
  entry->state = g_strdup (jh_statement_get_text (statement, 7));
  entry->rows = rows;
  return entry;
}

GPtrArray *
jh_change_list (JhStore *store, gint64 filing, guint most, guint most_rows,
                GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CHANGE_LIST, error);
  g_autoptr (GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_change_entry_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "filing", filing);
  jh_statement_bind_integer (statement, "most", most);
  while (jh_statement_next (statement, &local_error))
    {
      JhChangeEntry *entry = read_entry (store, statement, most_rows, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  if (local_error == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
