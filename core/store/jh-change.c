#include "jh-change.h"

#include "jh-backup.h"
#include "jh-change-private.h"
#include "jh-changeset-private.h"
#include "jh-error.h"
#include "jh-store-private.h"

/* store: NULL when it was closed before the change was freed
 * recorder: NULL when the change is over
 * author: who answers for it; NULL for the author of the store
 * final: undo passes it over */
struct _JhChange
{
  JhStore *store;
  JhRecorder *recorder;
  char *name;
  char *author;
  gint64 filing;
  gboolean final;
};

static gboolean
run (JhStore *store, JhQuery query, GError **error)
{
  return jh_connection_run (store->connection, jh_query_sql (query), error);
}

/* Gives up the open transaction. */
static void
roll_back (JhStore *store)
{
  g_autoptr (GError) error = NULL;

  /* Nobody stops the giving up itself. */
  jh_connection_set_cancellable (store->connection, NULL);
  if (jh_connection_is_busy (store->connection)
      && !run (store, JH_QUERY_CONNECTION_ROLLBACK, &error))
    g_critical ("%s", error->message);
  store->changing = FALSE;
}

/* Whether @store can be written to. */
static gboolean
check_writable (JhStore *store, GError **error)
{
  g_autofree char *name = NULL;

  if (!store->read_only)
    return jh_store_check_file (store, error);
  name = g_path_get_basename (store->path);
  g_set_error (error, JH_ERROR, JH_ERROR_READ_ONLY,
               "“%s”是以只读方式打开的，不能修改", name);
  return FALSE;
}

/* Opens a transaction that writes. */
static gboolean
open_writing (JhStore *store, GError **error)
{
  if (!run (store, JH_QUERY_CONNECTION_BEGIN, error))
    return FALSE;
  store->changing = TRUE;
  return TRUE;
}

gboolean
jh_change_open (JhStore *store, GError **error)
{
  g_assert (!store->changing);
  if (!check_writable (store, error))
    return FALSE;
  jh_backup_daily (store);
  return open_writing (store, error);
}

gboolean
jh_change_close (JhStore *store, gboolean good, GError **error)
{
  if (good && run (store, JH_QUERY_CONNECTION_COMMIT, error))
    {
      store->changing = FALSE;
      return TRUE;
    }
  roll_back (store);
  return FALSE;
}

gboolean
jh_change_write_aside (JhStore *store, JhAside write, gpointer data,
                       GError **error)
{
  if (store->changing)
    {
      g_autofree char *name = g_path_get_basename (store->path);

      g_set_error (error, JH_ERROR, JH_ERROR_BUSY,
                   "“%s”正在保存一次修改，请等它结束后再试", name);
      return FALSE;
    }
  return check_writable (store, error) && open_writing (store, error)
         && jh_change_close (store, write (store, data, error), error);
}

JhChange *
jh_change_begin (JhStore *store, const char *name, GError **error)
{
  JhChange *change;
  JhRecorder *recorder;

  if (!jh_change_open (store, error))
    return NULL;
  recorder = jh_recorder_new (store->connection, error);
  if (recorder == NULL)
    {
      roll_back (store);
      return NULL;
    }
  change = g_new0 (JhChange, 1);
  change->store = store;
  change->recorder = recorder;
  change->name = g_strdup (name);
  store->change = change;
  return change;
}

void
jh_change_set_filing (JhChange *change, gint64 filing)
{
  change->filing = filing;
}

void
jh_change_set_author (JhChange *change, const char *author)
{
  g_free (change->author);
  change->author = g_utf8_make_valid (author, -1);
}

void
jh_change_set_final (JhChange *change)
{
  change->final = TRUE;
}

/* Writes @change, whose record is @changeset, into the log. */
static gboolean
log_change (const JhChange *change, GBytes *changeset, GError **error)
{
  const JhChangeHead head
    = { change->name, change->author ? change->author : change->store->author,
        change->filing, change->final };

  return jh_change_log (change->store, &head, changeset, error);
}

gboolean
jh_change_commit (JhChange *change, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  gboolean good;

  g_return_val_if_fail (change->recorder != NULL, FALSE);
  changeset = jh_recorder_finish (change->recorder, error);
  g_clear_pointer (&change->recorder, jh_recorder_free);
  change->store->change = NULL;
  good = changeset != NULL
         && (g_bytes_get_size (changeset) == 0
             || log_change (change, changeset, error));
  return jh_change_close (change->store, good, error);
}

void
jh_change_give_up (JhStore *store)
{
  JhChange *change = store->change;

  if (change == NULL)
    return;
  g_clear_pointer (&change->recorder, jh_recorder_free);
  change->store = NULL;
  store->change = NULL;
  roll_back (store);
}

void
jh_change_free (JhChange *change)
{
  if (change == NULL)
    return;
  if (change->recorder)
    jh_change_give_up (change->store);
  g_free (change->name);
  g_free (change->author);
  g_free (change);
}
