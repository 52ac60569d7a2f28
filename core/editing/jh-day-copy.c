#include "jh-day-copy.h"

#include "jh-backup.h"
#include "jh-error.h"

/* trouble: why there is no copy; written by the thread before it ends
 * over: runs in the context of whoever began the copy when the thread is at
 *       its end */
struct _JhDayCopy
{
  char *path;
  JhDayCopyFailed failed;
  gpointer data;
  GThread *thread;
  GCancellable *cancellable;
  char *trouble;
  GMainContext *context;
  GSource *over;
};

static void
make (JhDayCopy *copy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store
    = jh_store_open (copy->path, JH_STORE_READ, &error);
  g_autofree char *made = store ? jh_backup_make (store, JH_BACKUP_DAILY,
                                                  copy->cancellable, &error)
                                : NULL;

  if (made == NULL && !g_error_matches (error, JH_ERROR, JH_ERROR_CANCELLED))
    copy->trouble = jh_backup_dup_trouble (error);
}

static gpointer
make_on_thread (gpointer data)
{
  JhDayCopy *copy = data;

  make (copy);
  g_source_attach (copy->over, copy->context);
  return NULL;
}

static gboolean
over_cb (gpointer data)
{
  JhDayCopy *copy = data;

  if (copy->trouble)
    copy->failed (copy->trouble, copy->data);
  return G_SOURCE_REMOVE;
}

JhDayCopy *
jh_day_copy_begin (JhStore *store, JhDayCopyFailed failed, gpointer data)
{
  JhDayCopy *copy;

  if (!jh_backup_take_today (store))
    return NULL;
  copy = g_new0 (JhDayCopy, 1);
  copy->path = g_strdup (jh_store_get_path (store));
  copy->failed = failed;
  copy->data = data;
  copy->cancellable = g_cancellable_new ();
  copy->context = g_main_context_ref_thread_default ();
  copy->over = g_idle_source_new ();
  g_source_set_callback (copy->over, over_cb, copy, NULL);
  copy->thread = g_thread_new ("day-copy", make_on_thread, copy);
  return copy;
}

void
jh_day_copy_end (JhDayCopy *copy, gboolean needed)
{
  if (copy == NULL)
    return;
  if (!needed)
    g_cancellable_cancel (copy->cancellable);
  g_thread_join (copy->thread);
  g_source_destroy (copy->over);
  g_source_unref (copy->over);
  g_main_context_unref (copy->context);
  g_object_unref (copy->cancellable);
  g_free (copy->trouble);
  g_free (copy->path);
  g_free (copy);
}
