#include "jh-connection-private.h"

#include <sqlite3.h>

#include "jh-error.h"
#include "jh-statement-private.h"

/* How long to wait for another program that writes, in milliseconds. */
#define BUSY_PATIENCE 3000

/* Pages copied between two looks at the cancellable. */
#define COPY_PAGES 2000

/* Steps of SQLite's machine between two such looks: well under a
 * millisecond. */
#define LOOK_STEPS 1000

gboolean
jh_connection_fail (JhConnection *connection, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (connection->path);
  const char *said = sqlite3_errmsg (connection->database);

  if (code == SQLITE_CONSTRAINT_TRIGGER)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_LOCKED, said);
      return FALSE;
    }
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, JH_ERROR, JH_ERROR_BUSY,
                   "“%s”正被另一个程序写入，请等它结束后再试", name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, JH_ERROR, JH_ERROR_READ_ONLY,
                   "“%s”不能写入：文件或所在文件夹是只读的", name);
      break;
    case SQLITE_FULL:
      g_set_error (error, JH_ERROR, JH_ERROR_FULL,
                   "“%s”所在的磁盘已满，这次修改没有保存", name);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, JH_ERROR, JH_ERROR_NOT_BOOKS,
                   "“%s”不是绩衡的账套文件", name);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_ERROR:
    case SQLITE_MISMATCH:
      g_set_error (error, JH_ERROR, JH_ERROR_DAMAGED,
                   "“%s”已损坏（%s），请用备份还原", name, said);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, JH_ERROR, JH_ERROR_DATA, "这样的数据不能入账（%s）",
                   said);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, JH_ERROR, JH_ERROR_CANCELLED, "已停止");
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, JH_ERROR, JH_ERROR_IO, "打不开“%s”", name);
      break;
    default:
      g_set_error (error, JH_ERROR, JH_ERROR_IO, "读写“%s”时出错（%s）", name,
                   said);
      break;
    }
  return FALSE;
}

gboolean
jh_connection_harden (JhConnection *connection, GError **error)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };
  sqlite3 *database = connection->database;

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int code = sqlite3_db_config (database, options[i].option,
                                    options[i].value, NULL);

      if (code != SQLITE_OK)
        return jh_connection_fail (connection, code, error);
    }
  sqlite3_extended_result_codes (database, 1);
  sqlite3_limit (database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (database, SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024);
  sqlite3_limit (database, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit (database, SQLITE_LIMIT_TRIGGER_DEPTH, 4);
  sqlite3_busy_timeout (database, BUSY_PATIENCE);
  return jh_connection_run (connection,
                            jh_query_sql (JH_QUERY_CONNECTION_HARDEN), error);
}

/* The name under which SQLite opens @path in @mode. */
static char *
location (const char *path, JhConnectionMode mode)
{
  g_autofree char *absolute = NULL;
  g_autofree char *escaped = NULL;

  if (path == NULL)
    return g_strdup (":memory:");
  absolute = g_canonicalize_filename (path, NULL);
  escaped = g_uri_escape_string (absolute, "/", FALSE);
  return g_strconcat ("file:", escaped,
                      mode == JH_CONNECTION_IMMUTABLE ? "?immutable=1" : "",
                      NULL);
}

/* SQLite is not to count its memory, which nobody asks for: counting takes a
 * lock for every allocation, a tenth of the time of a large paste. */
static void
set_up_once (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  /* Refused where another library uses SQLite already; then it is only
   * slower. */
  (void) sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&done, 1);
}

JhConnection *
jh_connection_open (const char *path, JhConnectionMode mode, GError **error)
{
  g_autoptr (JhConnection) connection = g_new0 (JhConnection, 1);
  g_autofree char *name = location (path, mode);
  int flags
    = SQLITE_OPEN_URI | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;
  int code;

  flags |= mode == JH_CONNECTION_WRITE ? SQLITE_OPEN_READWRITE
                                       : SQLITE_OPEN_READONLY;
  if (path == NULL)
    flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY;
  connection->path = g_strdup (path ? path : "");
  set_up_once ();
  code = sqlite3_open_v2 (name, &connection->database, flags, NULL);
  if (connection->database == NULL)
    g_error ("SQLite found no memory to open a file");
  if (code != SQLITE_OK)
    {
      jh_connection_fail (connection, code, error);
      return NULL;
    }
  return g_steal_pointer (&connection);
}

gboolean
jh_connection_read_head (JhConnection *connection, void *head, gsize size,
                         GError **error)
{
  sqlite3_file *file = NULL;
  int code = sqlite3_file_control (connection->database, "main",
                                   SQLITE_FCNTL_FILE_POINTER, &file);

  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, head, (int) size, 0);
  return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ
         || jh_connection_fail (connection, code, error);
}

void
jh_connection_close (JhConnection *connection)
{
  int code;

  if (connection == NULL)
    return;
  for (int i = 0; i < JH_N_QUERIES; i++)
    jh_statement_free (connection->statements[i]);
  code = sqlite3_close (connection->database);
  if (code != SQLITE_OK)
    g_critical ("a connection was closed while in use: %s",
                sqlite3_errstr (code));
  g_free (connection->path);
  g_free (connection);
}

gboolean
jh_connection_run (JhConnection *connection, const char *script,
                   GError **error)
{
  int code = sqlite3_exec (connection->database, script, NULL, NULL, NULL);

  return code == SQLITE_OK || jh_connection_fail (connection, code, error);
}

static int
look_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
jh_connection_set_cancellable (JhConnection *connection,
                               GCancellable *cancellable)
{
  sqlite3_progress_handler (connection->database,
                            cancellable ? LOOK_STEPS : 0,
                            cancellable ? look_cb : NULL, cancellable);
}

gboolean
jh_connection_is_busy (JhConnection *connection)
{
  return !sqlite3_get_autocommit (connection->database);
}

JhStatement *
jh_connection_query (JhConnection *connection, JhQuery query, GError **error)
{
  JhStatement **place = &connection->statements[query];

  if (*place == NULL)
    *place = jh_statement_new (connection, jh_query_sql (query), error);
  return *place ? jh_statement_lend (*place) : NULL;
}

gboolean
jh_connection_ask (JhConnection *connection, JhQuery query, gint64 *answer,
                   GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_connection_query (connection, query, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  *answer = 0;
  if (jh_statement_next (statement, &local_error))
    *answer = jh_statement_get_integer (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Copies until it is done, cancelled or impossible; a result of SQLite. */
static int
copy_pages (sqlite3_backup *backup, GCancellable *cancellable)
{
  int code;

  do
    {
      if (g_cancellable_is_cancelled (cancellable))
        return SQLITE_INTERRUPT;
      code = sqlite3_backup_step (backup, COPY_PAGES);
    }
  while (code == SQLITE_OK);
  return code;
}

gboolean
jh_connection_copy (JhConnection *from, JhConnection *to,
                    GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup
    = sqlite3_backup_init (to->database, "main", from->database, "main");
  int copied, finished;

  if (backup == NULL)
    return jh_connection_fail (to, sqlite3_extended_errcode (to->database),
                               error);
  copied = copy_pages (backup, cancellable);
  finished = sqlite3_backup_finish (backup);
  if (copied == SQLITE_INTERRUPT)
    return jh_connection_fail (to, copied, error);
  if (finished != SQLITE_OK)
    return jh_connection_fail (to, finished, error);
  if (copied != SQLITE_DONE)
    return jh_connection_fail (to, copied, error);
  return TRUE;
}
