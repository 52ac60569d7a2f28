/* Undoing and redoing. */
#include "jh-change-private.h"
#include "jh-changeset-private.h"
#include "jh-error.h"
#include "jh-store-private.h"

static void
clear_target (JhChangeTarget *target)
{
  g_clear_pointer (&target->name, g_free);
  g_clear_pointer (&target->record, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JhChangeTarget, clear_target)

/* Reads the first row of @query into @target. No row leaves the id 0. */
static gboolean
read_target (JhStore *store, JhQuery query, JhChangeTarget *target,
             GError **error)
{
  g_autoptr (JhStatement) statement = jh_store_query (store, query, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  if (jh_statement_next (statement, &local_error))
    {
      target->id = jh_statement_get_integer (statement, 0);
      target->name = g_strdup (jh_statement_get_text (statement, 1));
      target->filing = jh_statement_get_integer (statement, 2);
      target->record = jh_statement_dup_bytes (statement, 3);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
apply (JhStore *store, const JhChangeTarget *target, gboolean undo,
       GError **error)
{
  if (target->id == 0)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                           undo ? "没有可以撤销的修改"
                                : "没有可以重做的修改");
      return FALSE;
    }
  return jh_changeset_apply (store->connection, target->record, undo, error)
         && jh_change_log_again (store, target, undo, error);
}

static gboolean
again (JhStore *store, gboolean undo, char **name, GError **error)
{
  g_auto (JhChangeTarget) target = { 0 };
  JhQuery query
    = undo ? JH_QUERY_CHANGE_LAST_DONE : JH_QUERY_CHANGE_NEXT_UNDONE;
  gboolean good;

  if (!jh_change_open (store, error))
    return FALSE;
  good = read_target (store, query, &target, error)
         && apply (store, &target, undo, error);
  good = jh_change_close (store, good, error);
  if (good && name)
    *name = g_steal_pointer (&target.name);
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

/* The name that @query gives; NULL when it gives none. */
static gboolean
read_name (JhStore *store, JhQuery query, char **name, GError **error)
{
  g_autoptr (JhStatement) statement = jh_store_query (store, query, error);
  g_autoptr (GError) local_error = NULL;

  *name = NULL;
  if (statement == NULL)
    return FALSE;
  if (jh_statement_next (statement, &local_error))
    *name = g_strdup (jh_statement_get_text (statement, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
jh_change_peek (JhStore *store, char **undo, char **redo, GError **error)
{
  g_autofree char *last = NULL;
  g_autofree char *next = NULL;

  if (!read_name (store, JH_QUERY_CHANGE_NAME_LAST_DONE, &last, error)
      || !read_name (store, JH_QUERY_CHANGE_NAME_NEXT_UNDONE, &next, error))
    return FALSE;
  *undo = g_steal_pointer (&last);
  *redo = g_steal_pointer (&next);
  return TRUE;
}

/* Why @state, which is not "done", cannot be undone: what follows the name
 * and the number of the change. */
static const char *
get_obstacle (const char *state)
{
  if (g_str_equal (state, "final"))
    return "不能撤销，要由负责人锁定或解锁";
  return *state ? "已经撤销过了"
                : "只是撤销或重做的记录，请选它所撤销或重做的那次修改";
}

gboolean
jh_change_weigh (JhStore *store, gboolean undo, gint64 *bytes, GError **error)
{
  return jh_connection_ask (store->connection,
                            undo ? JH_QUERY_CHANGE_WEIGHT_LAST_DONE
                                 : JH_QUERY_CHANGE_WEIGHT_NEXT_UNDONE,
                            bytes, error);
}

/* Whether the entry @id is a change that holds. */
static gboolean
check_done (JhStore *store, gint64 id, GError **error)
{
  g_autoptr (JhChangeEntry) entry = jh_change_get (store, id, 0, error);

  if (entry == NULL)
    return FALSE;
  if (g_str_equal (entry->state, "done"))
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
               "“%s”（第 %" G_GINT64_FORMAT " 号）%s", entry->name, id,
               get_obstacle (entry->state));
  return FALSE;
}

gboolean
jh_change_count_from (JhStore *store, gint64 id, guint *count, GError **error)
{
  g_autoptr (JhStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!check_done (store, id, error))
    return FALSE;
  statement = jh_store_query (store, JH_QUERY_CHANGE_COUNT_FROM, error);
  if (statement == NULL)
    return FALSE;
  jh_statement_bind_integer (statement, "id", id);
  if (jh_statement_next (statement, &local_error))
    {
      *count = (guint) jh_statement_get_integer (statement, 0);
      return jh_statement_run (statement, error);
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Undoes the change that holds and is the newest, and tells its @id. */
static gboolean
undo_newest (JhStore *store, gint64 *id, GError **error)
{
  g_auto (JhChangeTarget) target = { 0 };

  if (!read_target (store, JH_QUERY_CHANGE_LAST_DONE, &target, error))
    return FALSE;
  *id = target.id;
  if (apply (store, &target, TRUE, error))
    return TRUE;
  g_prefix_error (error,
                  "撤销不了“%s”（第 %" G_GINT64_FORMAT
                  " 号），所以一次修改也没有撤销：",
                  target.name ? target.name : "", target.id);
  return FALSE;
}

gboolean
jh_change_undo_to (JhStore *store, gint64 id, guint *undone, GError **error)
{
  gint64 newest = G_MAXINT64;
  guint count = 0;
  gboolean good;

  if (!jh_change_open (store, error))
    return FALSE;
  good = check_done (store, id, error);
  while (good && newest > id)
    {
      good = undo_newest (store, &newest, error);
      count++;
    }
  if (!jh_change_close (store, good, error))
    return FALSE;
  if (undone)
    *undone = count;
  return TRUE;
}
