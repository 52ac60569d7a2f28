#include "jh-change.h"

#include "jh-backup.h"
#include "jh-changeset-private.h"
#include "jh-error.h"
#include "jh-store-private.h"

/* store: NULL when it was closed before the change was freed
 * recorder: NULL when the change is over */
struct _JhChange
{
  JhStore *store;
  JhRecorder *recorder;
  char *name;
  gint64 filing;
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

  if (jh_connection_is_busy (store->connection)
      && !run (store, JH_QUERY_CONNECTION_ROLLBACK, &error))
    g_critical ("%s", error->message);
  store->changing = FALSE;
}

static gboolean
begin (JhStore *store, GError **error)
{
  g_assert (!store->changing);
  if (store->read_only)
    {
      g_autofree char *name = g_path_get_basename (store->path);

      g_set_error (error, JH_ERROR, JH_ERROR_READ_ONLY,
                   "“%s”是以只读方式打开的，不能修改", name);
      return FALSE;
    }
  jh_backup_daily (store);
  if (!run (store, JH_QUERY_CONNECTION_BEGIN, error))
    return FALSE;
  store->changing = TRUE;
  return TRUE;
}

/* Commits, or rolls back when @good is FALSE or committing fails. */
static gboolean
finish (JhStore *store, gboolean good, GError **error)
{
  if (good && run (store, JH_QUERY_CONNECTION_COMMIT, error))
    {
      store->changing = FALSE;
      return TRUE;
    }
  roll_back (store);
  return FALSE;
}

JhChange *
jh_change_begin (JhStore *store, const char *name, GError **error)
{
  JhChange *change;
  JhRecorder *recorder;

  if (!begin (store, error))
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

/* Now, as the log writes it. */
static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%z");
}

/* Writes who, when and where, which every entry of the log has. */
static void
bind_entry (JhStatement *statement, JhStore *store, const char *name,
            gint64 filing)
{
  g_autofree char *now = dup_now ();

  jh_statement_bind_text (statement, "name", name);
  jh_statement_bind_text (statement, "author", store->author);
  jh_statement_bind_text (statement, "at", now);
  if (filing)
    jh_statement_bind_integer (statement, "filing", filing);
}

static gboolean
log_change (JhChange *change, GBytes *changeset, GError **error)
{
  JhStore *store = change->store;
  g_autoptr (JhStatement) drop
    = jh_store_query (store, JH_QUERY_CHANGE_DROP_UNDONE, error);
  g_autoptr (JhStatement) insert = NULL;

  if (drop == NULL || !jh_statement_run (drop, error))
    return FALSE;
  insert = jh_store_query (store, JH_QUERY_CHANGE_INSERT_DO, error);
  if (insert == NULL)
    return FALSE;
  bind_entry (insert, store, change->name, change->filing);
  jh_statement_bind_bytes (insert, "changeset", changeset);
  return jh_statement_run (insert, error);
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
  return finish (change->store, good, error);
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
  g_free (change);
}

/* A change to be undone or redone. */
typedef struct
{
  gint64 id;
  char *name;
  gint64 filing;
} Target;

/* Reads the first row of @query into @target, whose name the caller frees.
 * No row leaves the id 0. */
static gboolean
read_target (JhStore *store, JhQuery query, Target *target, GError **error)
{
  g_autoptr (JhStatement) statement = jh_store_query (store, query, error);
  g_autoptr (GError) local_error = NULL;

  *target = (Target){ 0 };
  if (statement == NULL)
    return FALSE;
  if (jh_statement_next (statement, &local_error))
    {
      target->id = jh_statement_get_integer (statement, 0);
      target->name = g_strdup (jh_statement_get_text (statement, 1));
      target->filing = jh_statement_get_integer (statement, 2);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The record of the change @id; NULL with @error. */
static GBytes *
read_record (JhStore *store, gint64 id, GError **error)
{
  g_autoptr (JhStatement) statement
    = jh_store_query (store, JH_QUERY_CHANGE_GET, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  jh_statement_bind_integer (statement, "id", id);
  if (jh_statement_next (statement, &local_error))
    return jh_statement_dup_bytes (statement, 8);
  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                 "没有第 %" G_GINT64_FORMAT " 号修改", id);
  return NULL;
}

/* Notes that @target was undone (or redone) and what it is now. */
static gboolean
log_again (JhStore *store, const Target *target, gboolean undo,
           GError **error)
{
  g_autoptr (JhStatement) state
    = jh_store_query (store, JH_QUERY_CHANGE_SET_STATE, error);
  g_autoptr (JhStatement) insert = NULL;

  if (state == NULL)
    return FALSE;
  jh_statement_bind_integer (state, "id", target->id);
  jh_statement_bind_text (state, "state", undo ? "undone" : "done");
  if (!jh_statement_run (state, error))
    return FALSE;
  insert = jh_store_query (store, JH_QUERY_CHANGE_INSERT_AGAIN, error);
  if (insert == NULL)
    return FALSE;
  bind_entry (insert, store, target->name, target->filing);
  jh_statement_bind_text (insert, "kind", undo ? "undo" : "redo");
  jh_statement_bind_integer (insert, "target", target->id);
  return jh_statement_run (insert, error);
}

static gboolean
apply_target (JhStore *store, const Target *target, gboolean undo,
              GError **error)
{
  g_autoptr (GBytes) record = NULL;

  if (target->id == 0)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                           undo ? "没有可以撤销的修改"
                                : "没有可以重做的修改");
      return FALSE;
    }
  record = read_record (store, target->id, error);
  return record && jh_changeset_apply (store->connection, record, undo, error)
         && log_again (store, target, undo, error);
}

static gboolean
again (JhStore *store, gboolean undo, char **name, GError **error)
{
  Target target;
  gboolean good;

  if (!begin (store, error))
    return FALSE;
  good = read_target (store,
                      undo ? JH_QUERY_CHANGE_LAST_DONE
                           : JH_QUERY_CHANGE_NEXT_UNDONE,
                      &target, error)
         && apply_target (store, &target, undo, error);
  good = finish (store, good, error);
  if (good && name)
    *name = g_steal_pointer (&target.name);
  g_free (target.name);
  return good;
}

gboolean
jh_change_undo (JhStore *store, char **name, GError **error)
{
  return again (store, TRUE, name, error);
}

gboolean
jh_change_redo (JhStore *store, char **name, GError **error)
{
  return again (store, FALSE, name, error);
}

gboolean
jh_change_peek (JhStore *store, char **undo, char **redo, GError **error)
{
  Target last, next;

  if (!read_target (store, JH_QUERY_CHANGE_LAST_DONE, &last, error))
    return FALSE;
  if (!read_target (store, JH_QUERY_CHANGE_NEXT_UNDONE, &next, error))
    {
      g_free (last.name);
      return FALSE;
    }
  *undo = last.name;
  *redo = next.name;
  return TRUE;
}
