/* Reading the log. */
#include "jh-change.h"
#include "jh-changeset-private.h"
#include "jh-error.h"
#include "jh-store-private.h"

void
jh_change_entry_free (JhChangeEntry *entry)
{
  if (entry == NULL)
    return;
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

JhChangeEntry *
jh_change_get (JhStore *store, gint64 id, guint most_rows, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CHANGE_GET, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "id", id);
  if (jh_statement_next (statement, &local_error))
    return read_entry (store, statement, most_rows, error);
  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                 "没有第 %" G_GINT64_FORMAT " 号修改", id);
  return NULL;
}

/* Lends the statement that lists what @filter lets through, with its values
 * bound. NULL with @error. */
static JhStatement *
query_filter (JhStore *store, const JhChangeFilter *filter, GError **error)
{
  const char *author = filter->author ? filter->author : "";
  JhQuery query = filter->table    ? JH_QUERY_CHANGE_LIST_OF_TABLE
                  : filter->filing ? JH_QUERY_CHANGE_LIST_OF_FILING
                  : *author        ? JH_QUERY_CHANGE_LIST_OF_AUTHOR
                                   : JH_QUERY_CHANGE_LIST;
  JhStatement *statement = jh_store_query (store, query, error);

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "before",
                             filter->before ? filter->before : G_MAXINT64);
  if (query != JH_QUERY_CHANGE_LIST)
    jh_statement_bind_text (statement, "author", author);
  if (filter->table)
    jh_statement_bind_text (statement, "table", filter->table);
  if (filter->table || filter->filing)
    jh_statement_bind_integer (statement, "filing", filter->filing);
  return statement;
}

GPtrArray *
jh_change_list (JhStore *store, const JhChangeFilter *filter, guint most,
                guint most_rows, GError **error)
{
  static const JhChangeFilter everything = { 0 };
  g_autoptr (JhStatement) statement
    = query_filter (store, filter ? filter : &everything, error);
  g_autoptr (GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_change_entry_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
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

/* The texts that @query gives; NULL with @error. */
static GPtrArray *
list_texts (JhStore *store, JhQuery query, GError **error)
{
  g_autoptr (JhStatement) statement = jh_store_query (store, query, error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (jh_statement_next (statement, &local_error))
    g_ptr_array_add (texts, g_strdup (jh_statement_get_text (statement, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&texts);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
jh_change_list_authors (JhStore *store, GError **error)
{
  return list_texts (store, JH_QUERY_CHANGE_LIST_AUTHORS, error);
}

GPtrArray *
jh_change_list_tables (JhStore *store, GError **error)
{
  return list_texts (store, JH_QUERY_CHANGE_LIST_TABLES, error);
}

GArray *
jh_change_list_filings (JhStore *store, gint64 since, gint64 *newest,
                        GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CHANGE_LIST_FILINGS, error);
  g_autoptr (GArray) filings = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  *newest = since;
  jh_statement_bind_integer (statement, "since", since);
  while (jh_statement_next (statement, &local_error))
    {
      gint64 filing = jh_statement_get_integer (statement, 0);

      g_array_append_val (filings, filing);
      *newest = MAX (*newest, jh_statement_get_integer (statement, 1));
    }
  if (local_error == NULL)
    return g_steal_pointer (&filings);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
