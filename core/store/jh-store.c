#include "jh-store.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jh-backup.h"
#include "jh-error.h"
#include "jh-store-private.h"

/* How often the log beside the file is asked for, and the microseconds
 * between: three seconds in all. */
#define WAL_TRIES 60
#define WAL_PAUSE 50000

struct _JhSnapshot
{
  JhStore *store;
  gboolean opened;
};

/* Refuses @version when it is newer than the program, or when the store is
 * read only and the file would have to be brought up to date. */
static gboolean
check_version (JhStore *store, gint64 version, GError **error)
{
  g_autofree char *name = g_path_get_basename (store->path);

  if (version > JH_SCHEMA_VERSION)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_NEWER,
                   "“%s”是更新版本的绩衡写的，请升级程序后再打开", name);
      return FALSE;
    }
  if (version < 1)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_NOT_BOOKS,
                   "“%s”不是绩衡的账套文件", name);
      return FALSE;
    }
  if (version < JH_SCHEMA_VERSION && store->read_only && !store->as_copy)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_READ_ONLY,
                   "“%s”是旧版本的账套，要先能写入才能升级", name);
      return FALSE;
    }
  return TRUE;
}

/* Turns on the log beside the file. Of two programs that do so at once
 * SQLite refuses one right away, without the patience that it has
 * elsewhere. */
static gboolean
use_wal (JhStore *store, GError **error)
{
  g_autoptr (GError) refused = NULL;

  for (guint i = 0; i < WAL_TRIES && !store->read_only; i++)
    {
      g_clear_error (&refused);
      if (jh_connection_run (store->connection,
                             jh_query_sql (JH_QUERY_CONNECTION_USE_WAL),
                             &refused))
        return TRUE;
      if (!g_error_matches (refused, JH_ERROR, JH_ERROR_BUSY))
        break;
      g_usleep (WAL_PAUSE);
    }
  if (refused == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

/* Looks at the version, brings an older file up to date, and makes sure
 * that the structure is ours. */
static gboolean
settle (JhStore *store, GError **error)
{
  gint64 version;

  if (!jh_connection_ask (store->connection, JH_QUERY_CONNECTION_USER_VERSION,
                          &version, error)
      || !check_version (store, version, error)
      || !jh_migrate_verify (store->connection, (guint) version, error))
    return FALSE;
  if (version == JH_SCHEMA_VERSION || store->as_copy)
    return use_wal (store, error);
  return use_wal (store, error) && jh_backup_before_migration (store, error)
         && jh_migrate (store->connection, (guint) version, JH_SCHEMA_VERSION,
                        error);
}

/* Fills a file that was just made. */
static gboolean
found (JhStore *store, GError **error)
{
  jh_backup_skip_today (store);
  return jh_migrate (store->connection, 0, JH_SCHEMA_VERSION, error)
         && use_wal (store, error);
}

static JhStore *
store_new (const char *path, JhStoreMode mode)
{
  JhStore *store = g_new0 (JhStore, 1);
  const char *user = g_get_user_name ();

  store->path = g_strdup (path);
  store->author = g_utf8_make_valid (user && *user ? user : "?", -1);
  store->read_only = mode == JH_STORE_READ;
  return store;
}

/* Looks at the file, as far as that can be done without opening it. */
static gboolean
check_place (JhStore *store, gboolean made, GError **error)
{
  if (!made && !jh_store_probe (store->path, error))
    return FALSE;
  return store->read_only
         || (jh_store_check_writable (store->path, error)
             && jh_store_mend_logs (store->path, error));
}

/* Opens the connection of @store on a file that is there. */
static gboolean
connect_store (JhStore *store, gboolean made, GError **error)
{
  JhConnectionMode mode = JH_CONNECTION_WRITE;

  if (!check_place (store, made, error))
    return FALSE;
  if (store->read_only)
    mode = jh_store_mode_for_reading (store->path);
  store->immutable = mode == JH_CONNECTION_IMMUTABLE;
  store->connection = jh_connection_open (store->path, mode, error);
  if (store->connection == NULL
      || (!made && !jh_store_check_head (store->connection, error))
      || !jh_connection_harden (store->connection, error))
    return FALSE;
  return (made ? found (store, error) : settle (store, error))
         && jh_store_remember_file (store, error);
}

/* Takes away the file that this program made and could not fill; never one
 * that another program filled meanwhile. */
static void
unmake (const char *path)
{
  struct stat status;

  if (stat (path, &status) == 0 && status.st_size == 0 && unlink (path) != 0)
    g_warning ("“%s”: %s", path, jh_error_reason (errno));
}

JhStore *
jh_store_open (const char *path, JhStoreMode mode, GError **error)
{
  g_autoptr (JhStore) store = store_new (path, mode);
  gboolean made = FALSE;

  if (mode == JH_STORE_CREATE && !jh_store_make_file (path, &made, error))
    return NULL;
  if (connect_store (store, made, error))
    return g_steal_pointer (&store);
  if (made)
    {
      g_clear_pointer (&store, jh_store_close);
      unmake (path);
    }
  return NULL;
}

JhStore *
jh_store_open_copy (const char *path, GError **error)
{
  g_autoptr (JhStore) store = store_new (path, JH_STORE_READ);

  store->as_copy = TRUE;
  return connect_store (store, FALSE, error) ? g_steal_pointer (&store)
                                             : NULL;
}

void
jh_store_close (JhStore *store)
{
  if (store == NULL)
    return;
  jh_change_give_up (store);
  jh_connection_close (store->connection);
  g_free (store->path);
  g_free (store->author);
  g_free (store->warning);
  g_free (store->backed_up);
  g_free (store->absolute);
  g_free (store);
}

const char *
jh_store_get_path (JhStore *store)
{
  return store->path;
}

gboolean
jh_store_is_read_only (JhStore *store)
{
  return store->read_only;
}

void
jh_store_set_author (JhStore *store, const char *author)
{
  g_free (store->author);
  store->author = g_utf8_make_valid (author, -1);
}

const char *
jh_store_get_author (JhStore *store)
{
  return store->author;
}

const char *
jh_store_get_warning (JhStore *store)
{
  return store->warning;
}

void
jh_store_set_cancellable (JhStore *store, GCancellable *cancellable)
{
  jh_connection_set_cancellable (store->connection, cancellable);
}

JhStatement *
jh_store_query (JhStore *store, JhQuery query, GError **error)
{
  return jh_connection_query (store->connection, query, error);
}

gboolean
jh_store_check_whole (JhStore *store, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CONNECTION_QUICK_CHECK, error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = g_path_get_basename (store->path);

  if (statement == NULL)
    return FALSE;
  if (jh_statement_next (statement, &local_error)
      && g_str_equal (jh_statement_get_text (statement, 0), "ok"))
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_DAMAGED,
               "“%s”已损坏（%s），请用备份还原", name,
               local_error ? local_error->message
                           : jh_statement_get_text (statement, 0));
  return FALSE;
}

JhSnapshot *
jh_snapshot_take (JhStore *store, GError **error)
{
  JhSnapshot *snapshot;
  gboolean busy = jh_connection_is_busy (store->connection);

  if (!busy
      && !jh_connection_run (store->connection,
                             jh_query_sql (JH_QUERY_CONNECTION_BEGIN_READ),
                             error))
    return NULL;
  snapshot = g_new0 (JhSnapshot, 1);
  snapshot->store = store;
  snapshot->opened = !busy;
  return snapshot;
}

void
jh_snapshot_free (JhSnapshot *snapshot)
{
  g_autoptr (GError) error = NULL;

  if (snapshot == NULL)
    return;
  /* SQLite itself gives it up when reading fails for good. */
  if (snapshot->opened && jh_connection_is_busy (snapshot->store->connection)
      && !jh_connection_run (snapshot->store->connection,
                             jh_query_sql (JH_QUERY_CONNECTION_ROLLBACK),
                             &error))
    g_critical ("%s", error->message);
  g_free (snapshot);
}
