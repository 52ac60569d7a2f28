/* The third file that calls SQLite, beside the connection and the statement:
 * the session extension is an API of its own, and fits into neither. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK

#include "jh-changeset-private.h"

#include <sqlite3.h>

#include "jh-error.h"

/* The log describes changes and is itself no part of them, nor is what the
 * program notes for itself. */
static const char *const other_tables[]
  = { "change", "change_final", "change_table", "finding_seen", NULL };

struct _JhRecorder
{
  JhConnection *connection;
  sqlite3_session *session;
};

static int
is_recorded (void *data, const char *table)
{
  return !g_strv_contains (other_tables, table);
}

JhRecorder *
jh_recorder_new (JhConnection *connection, GError **error)
{
  JhRecorder *recorder;
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (connection->database, "main", &session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (session, is_recorded, NULL);
      code = sqlite3session_attach (session, NULL);
    }
  if (code != SQLITE_OK)
    {
      if (session)
        sqlite3session_delete (session);
      jh_connection_fail (connection, code, error);
      return NULL;
    }
  recorder = g_new0 (JhRecorder, 1);
  recorder->connection = connection;
  recorder->session = session;
  return recorder;
}

GBytes *
jh_recorder_finish (JhRecorder *recorder, GError **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3session_changeset (recorder->session, &size, &data);

  if (code != SQLITE_OK)
    {
      jh_connection_fail (recorder->connection, code, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

void
jh_recorder_free (JhRecorder *recorder)
{
  if (recorder == NULL)
    return;
  sqlite3session_delete (recorder->session);
  g_free (recorder);
}

/* What met the application of a changeset. */
typedef struct
{
  JhConnection *connection;
  gboolean locked;
} Application;

/* The names of the columns of @table; NULL with @error. */
static GPtrArray *list_columns (JhConnection *connection, const char *table,
                                GError **error);

/* The filing of the row of @table that met @kind at @iterator: as it stands
 * in the books, or as it was to be inserted; 0 when it has none. */
static gint64
get_filing (JhConnection *connection, sqlite3_changeset_iter *iterator,
            const char *table, int kind)
{
  const char *name = g_str_equal (table, "filing") ? "id" : "filing";
  g_autoptr (GPtrArray) names = list_columns (connection, table, NULL);
  sqlite3_value *value = NULL;
  guint index;
  int code;

  if (names == NULL
      || !g_ptr_array_find_with_equal_func (names, name, g_str_equal, &index))
    return 0;
  code = kind == SQLITE_CHANGESET_DATA
           ? sqlite3changeset_conflict (iterator, (int) index, &value)
           : sqlite3changeset_new (iterator, (int) index, &value);
  return code == SQLITE_OK && value ? sqlite3_value_int64 (value) : 0;
}

/* Whether the filing @id is 锁定. */
static gboolean
is_locked (JhConnection *connection, gint64 id)
{
  g_autoptr (JhStatement) statement
    = jh_connection_query (connection, JH_QUERY_FILING_IS_LOCKED, NULL);

  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "id", id);
  return jh_statement_next (statement, NULL);
}

/* Whether a lock is why the row at @iterator met @kind. Of an insertion
 * SQLite has forgotten its own reason by now, having looked for a row with
 * the same key since; and a filing that was locked since is not even asked
 * for by its trigger, because its state is another than the record has. */
static gboolean
is_lock (JhConnection *connection, sqlite3_changeset_iter *iterator,
         const char *table, int kind, int operation)
{
  if (kind == SQLITE_CHANGESET_CONSTRAINT && operation != SQLITE_INSERT)
    return sqlite3_extended_errcode (connection->database)
           == SQLITE_CONSTRAINT_TRIGGER;
  if (kind != SQLITE_CHANGESET_CONSTRAINT && kind != SQLITE_CHANGESET_DATA)
    return FALSE;
  return is_locked (connection,
                    get_filing (connection, iterator, table, kind));
}

static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iterator)
{
  Application *application = data;
  const char *table;
  int columns, operation, indirect;

  /* There is no row to ask about when keys between tables do not hold. */
  if (kind == SQLITE_CHANGESET_FOREIGN_KEY
      || sqlite3changeset_op (iterator, &table, &columns, &operation,
                              &indirect)
           != SQLITE_OK)
    return SQLITE_CHANGESET_ABORT;
  application->locked
    = is_lock (application->connection, iterator, table, kind, operation);
  /* A row to be deleted that is gone already, by a cascade or by hand, is
   * as it should be. */
  return kind == SQLITE_CHANGESET_NOTFOUND && operation == SQLITE_DELETE
           ? SQLITE_CHANGESET_OMIT
           : SQLITE_CHANGESET_ABORT;
}

/* Fails with JH_ERROR_DAMAGED when @changeset is no record. */
static gboolean
check_shape (JhConnection *connection, GBytes *changeset, GError **error)
{
  return jh_changeset_is_whole (changeset)
         || jh_connection_fail (connection, SQLITE_CORRUPT, error);
}

gboolean
jh_changeset_apply (JhConnection *connection, GBytes *changeset,
                    gboolean invert, GError **error)
{
  Application application = { connection, FALSE };
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  /* Whoever opened the transaction gives it up when this fails. A savepoint
   * besides would make SQLite walk through all that was altered so far at
   * every row: minutes for 20,000. */
  int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT
              | (invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  int code;

  if (!check_shape (connection, changeset, error))
    return FALSE;
  code = sqlite3changeset_apply_v2 (connection->database, (int) size,
                                    (void *) data, NULL, conflict_cb,
                                    &application, NULL, NULL, flags);
  if (code == SQLITE_OK)
    return TRUE;
  if (application.locked)
    g_set_error_literal (error, JH_ERROR, JH_ERROR_LOCKED,
                         "这套决算已锁定，先由负责人解锁才能撤销或重做");
  else if (code == SQLITE_ABORT)
    g_set_error_literal (
      error, JH_ERROR, JH_ERROR_DATA,
      "这里的数据后来又改过，不能单独撤销或重做这一次修改");
  else
    jh_connection_fail (connection, code, error);
  return FALSE;
}

static void
clear_value (gpointer data)
{
  JhChangeValue *value = data;

  g_free (value->column);
  g_free (value->before);
  g_free (value->after);
}

void
jh_change_row_free (JhChangeRow *row)
{
  g_free (row->table);
  g_array_unref (row->values);
  g_free (row);
}

static char *
dup_value (sqlite3_value *value)
{
  const char *text = value ? (const char *) sqlite3_value_text (value) : NULL;

  return g_utf8_make_valid (text ? text : "", -1);
}

/* The names of the columns of @table, in their order; NULL with @error. */
static GPtrArray *
list_columns (JhConnection *connection, const char *table, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_connection_query (connection, JH_QUERY_CONNECTION_COLUMNS, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_text (statement, "item", table);
  while (jh_statement_next (statement, &local_error))
    g_ptr_array_add (names, g_strdup (jh_statement_get_text (statement, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Adds the column @index of the row at @iterator when the record tells of
 * it; a result of SQLite. */
static int
add_value (JhChangeRow *row, sqlite3_changeset_iter *iterator, int index,
           const char *column)
{
  sqlite3_value *before = NULL, *after = NULL;
  JhChangeValue value;
  int code = SQLITE_OK;

  if (row->action != JH_ROW_INSERTED)
    code = sqlite3changeset_old (iterator, index, &before);
  if (code == SQLITE_OK && row->action != JH_ROW_DELETED)
    code = sqlite3changeset_new (iterator, index, &after);
  if (code != SQLITE_OK || (before == NULL && after == NULL))
    return code;
  value.column = g_strdup (column);
  value.before = dup_value (before);
  value.after = dup_value (after);
  g_array_append_val (row->values, value);
  return SQLITE_OK;
}

static JhRowAction
action_of (int operation)
{
  if (operation == SQLITE_INSERT)
    return JH_ROW_INSERTED;
  return operation == SQLITE_DELETE ? JH_ROW_DELETED : JH_ROW_UPDATED;
}

/* Reads the row at @iterator. NULL with @error. */
static JhChangeRow *
read_row (JhConnection *connection, sqlite3_changeset_iter *iterator,
          GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  JhChangeRow *row;
  const char *table;
  int n_columns, operation, indirect;
  int code = sqlite3changeset_op (iterator, &table, &n_columns, &operation,
                                  &indirect);

  if (code == SQLITE_OK)
    names = list_columns (connection, table, error);
  if (names == NULL)
    return NULL;
  row = g_new0 (JhChangeRow, 1);
  row->table = g_strdup (table);
  row->action = action_of (operation);
  row->values = g_array_new (FALSE, FALSE, sizeof (JhChangeValue));
  g_array_set_clear_func (row->values, clear_value);
  for (int i = 0; i < n_columns && code == SQLITE_OK; i++)
    code = add_value (row, iterator, i,
                      i < (int) names->len ? names->pdata[i] : "?");
  if (code == SQLITE_OK)
    return row;
  jh_change_row_free (row);
  jh_connection_fail (connection, code, error);
  return NULL;
}

GPtrArray *
jh_changeset_read (JhConnection *connection, GBytes *changeset, guint most,
                   GError **error)
{
  g_autoptr (GPtrArray) rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_change_row_free);
  sqlite3_changeset_iter *iterator = NULL;
  gsize size;
  const void *data = g_bytes_get_data (changeset, &size);
  gboolean whole = check_shape (connection, changeset, error);
  int code = SQLITE_OK;

  if (whole)
    code = sqlite3changeset_start (&iterator, (int) size, (void *) data);
  while (whole && code == SQLITE_OK && rows->len < most)
    {
      JhChangeRow *row = NULL;

      code = sqlite3changeset_next (iterator);
      if (code != SQLITE_ROW)
        break;
      code = SQLITE_OK;
      row = read_row (connection, iterator, error);
      whole = row != NULL;
      if (row)
        g_ptr_array_add (rows, row);
    }
  if (iterator)
    {
      int finished = sqlite3changeset_finalize (iterator);

      code = finished == SQLITE_OK && code == SQLITE_DONE ? SQLITE_OK
             : finished != SQLITE_OK                      ? finished
                                                          : code;
    }
  if (whole && code != SQLITE_OK)
    whole = jh_connection_fail (connection, code, error);
  return whole ? g_steal_pointer (&rows) : NULL;
}
