#include "jh-statement.h"

#include <sqlite3.h>
#include <string.h>

#include "jh-error.h"
#include "jh-statement-private.h"

/* lent: between jh_statement_lend() and jh_statement_release()
 * strange: a value was read that the program cannot have written */
struct _JhStatement
{
  JhConnection *connection;
  sqlite3_stmt *handle;
  gboolean lent;
  gboolean strange;
};

JhStatement *
jh_statement_new (JhConnection *connection, const char *sql, GError **error)
{
  JhStatement *statement;
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (connection->database, sql, -1,
                                 SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  if (code != SQLITE_OK)
    {
      jh_connection_fail (connection, code, error);
      return NULL;
    }
  statement = g_new0 (JhStatement, 1);
  statement->connection = connection;
  statement->handle = handle;
  return statement;
}

void
jh_statement_free (JhStatement *statement)
{
  if (statement == NULL)
    return;
  /* What sqlite3_finalize() returns is the error of the last step, which
   * was told when it happened. */
  (void) sqlite3_finalize (statement->handle);
  g_free (statement);
}

JhStatement *
jh_statement_lend (JhStatement *statement)
{
  g_assert (!statement->lent);
  statement->lent = TRUE;
  return statement;
}

void
jh_statement_release (JhStatement *statement)
{
  if (statement == NULL)
    return;
  /* As above: the last step has told its error. */
  (void) sqlite3_reset (statement->handle);
  (void) sqlite3_clear_bindings (statement->handle);
  statement->lent = FALSE;
  statement->strange = FALSE;
}

/* The place of the parameter @name, which the query has. */
static int
place_of (JhStatement *statement, const char *name)
{
  char parameter[64];
  int place;

  g_snprintf (parameter, sizeof parameter, ":%s", name);
  place = sqlite3_bind_parameter_index (statement->handle, parameter);
  if (place == 0)
    g_error ("no parameter %s in: %s", parameter,
             sqlite3_sql (statement->handle));
  return place;
}

/* Binding fails for want of memory alone, which ends a GLib program. */
static void
bound (JhStatement *statement, int code)
{
  if (code != SQLITE_OK)
    g_error ("a value could not be bound: %s", sqlite3_errstr (code));
}

void
jh_statement_bind_integer (JhStatement *statement, const char *name,
                           gint64 value)
{
  bound (statement, sqlite3_bind_int64 (statement->handle,
                                        place_of (statement, name), value));
}

void
jh_statement_bind_text (JhStatement *statement, const char *name,
                        const char *value)
{
  bound (statement,
         sqlite3_bind_text (statement->handle, place_of (statement, name),
                            value, -1, SQLITE_TRANSIENT));
}

void
jh_statement_bind_money (JhStatement *statement, const char *name,
                         JhMoney value)
{
  if (value.known)
    jh_statement_bind_integer (statement, name, value.fen);
  else
    jh_statement_bind_blank (statement, name);
}

void
jh_statement_bind_bytes (JhStatement *statement, const char *name,
                         GBytes *value)
{
  gsize size;
  const void *data = g_bytes_get_data (value, &size);

  bound (statement,
         sqlite3_bind_blob64 (statement->handle, place_of (statement, name),
                              size ? data : "", size, SQLITE_TRANSIENT));
}

void
jh_statement_bind_blank (JhStatement *statement, const char *name)
{
  bound (statement,
         sqlite3_bind_null (statement->handle, place_of (statement, name)));
}

gboolean
jh_statement_next (JhStatement *statement, GError **error)
{
  int code;

  if (statement->strange)
    {
      g_autofree char *name
        = g_path_get_basename (statement->connection->path);

      g_set_error (error, JH_ERROR, JH_ERROR_DAMAGED,
                   "“%s”里有不合规的数据，可能被别的程序改过，请用备份还原",
                   name);
      return FALSE;
    }
  code = sqlite3_step (statement->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code == SQLITE_DONE)
    return FALSE;
  return jh_connection_fail (statement->connection, code, error);
}

gboolean
jh_statement_run (JhStatement *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (jh_statement_next (statement, &local_error))
    ;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

guint
jh_statement_count_columns (JhStatement *statement)
{
  return sqlite3_column_count (statement->handle);
}

const char *
jh_statement_get_name (JhStatement *statement, guint column)
{
  return sqlite3_column_name (statement->handle, column);
}

gboolean
jh_statement_is_blank (JhStatement *statement, guint column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

void
jh_statement_refuse (JhStatement *statement)
{
  statement->strange = TRUE;
}

gint64
jh_statement_get_integer (JhStatement *statement, guint column)
{
  int type = sqlite3_column_type (statement->handle, column);

  if (type != SQLITE_INTEGER && type != SQLITE_NULL)
    statement->strange = TRUE;
  return sqlite3_column_int64 (statement->handle, column);
}

JhMoney
jh_statement_get_money (JhStatement *statement, guint column)
{
  gint64 fen;

  if (jh_statement_is_blank (statement, column))
    return jh_money_blank ();
  fen = jh_statement_get_integer (statement, column);
  if (fen < -JH_MONEY_MAX || fen > JH_MONEY_MAX)
    {
      statement->strange = TRUE;
      return jh_money_blank ();
    }
  return jh_money (fen);
}

const char *
jh_statement_get_text (JhStatement *statement, guint column)
{
  const char *text
    = (const char *) sqlite3_column_text (statement->handle, column);
  int size = sqlite3_column_bytes (statement->handle, column);

  if (text == NULL)
    return "";
  if (!g_utf8_validate (text, size, NULL))
    {
      statement->strange = TRUE;
      return "";
    }
  return text;
}

GBytes *
jh_statement_dup_bytes (JhStatement *statement, guint column)
{
  const void *data = sqlite3_column_blob (statement->handle, column);

  return g_bytes_new (data, sqlite3_column_bytes (statement->handle, column));
}
