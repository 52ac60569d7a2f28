#include "jh-task.h"

#include "jh-progress.h"

/* How long the work goes on before the dialog comes, and how often that is
 * brought up to date, in milliseconds. */
#define PATIENCE 300
#define EVERY 80

/* owner: NULL when it has gone away
 * dialog: NULL while there is none
 * timer: brings the dialog, then keeps it up to date
 * lock: of what the thread tells, the three below it */
struct _JhTask
{
  GtkWidget *owner;
  char *words;
  guint flags;
  JhTaskWork work;
  JhTaskDone done;
  gpointer data;
  GDestroyNotify free_data;
  GCancellable *cancellable;
  JhProgress *dialog;
  guint timer;

  GMutex lock;
  guint told;
  guint total;
  char *name;
};

static void owner_gone_cb (gpointer data, GObject *owner);

static void
task_free (JhTask *task)
{
  if (task->owner)
    g_object_weak_unref (G_OBJECT (task->owner), owner_gone_cb, task);
  if (task->free_data)
    task->free_data (task->data);
  g_object_unref (task->cancellable);
  g_mutex_clear (&task->lock);
  g_free (task->name);
  g_free (task->words);
  g_free (task);
}

/* Takes the dialog away and stops looking. */
static void
close_dialog (JhTask *task)
{
  g_clear_handle_id (&task->timer, g_source_remove);
  if (task->dialog)
    {
      g_signal_handlers_disconnect_by_data (task->dialog, task->cancellable);
      gtk_window_destroy (GTK_WINDOW (task->dialog));
    }
  g_clear_object (&task->dialog);
}

static void
owner_gone_cb (gpointer data, GObject *owner)
{
  JhTask *task = data;

  task->owner = NULL;
  close_dialog (task);
  g_cancellable_cancel (task->cancellable);
}

/* Shows how far the work is. */
static gboolean
look_cb (gpointer data)
{
  JhTask *task = data;
  g_autofree char *name = NULL;
  guint told, total;

  g_mutex_lock (&task->lock);
  told = task->told;
  total = task->total;
  name = g_strdup (task->name);
  g_mutex_unlock (&task->lock);
  jh_progress_show (task->dialog, told, total, name);
  return G_SOURCE_CONTINUE;
}

static gboolean
bring_dialog_cb (gpointer data)
{
  JhTask *task = data;
  GtkRoot *window = gtk_widget_get_root (task->owner);

  task->dialog = g_object_ref_sink (
    jh_progress_new (window ? GTK_WINDOW (window) : NULL, task->words,
                     (task->flags & JH_TASK_CAN_STOP) != 0));
  g_signal_connect_swapped (task->dialog, "stop",
                            G_CALLBACK (g_cancellable_cancel),
                            task->cancellable);
  gtk_window_present (GTK_WINDOW (task->dialog));
  task->timer = g_timeout_add (EVERY, look_cb, task);
  return G_SOURCE_REMOVE;
}

static void
work_on_thread (GTask *gtask, gpointer source, gpointer data,
                GCancellable *cancellable)
{
  JhTask *task = data;
  GError *error = NULL;

  if (task->work (task, task->data, &error))
    g_task_return_boolean (gtask, TRUE);
  else
    g_task_return_error (gtask, error);
}

static void
over_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JhTask *task = data;
  GApplication *application = g_application_get_default ();
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  close_dialog (task);
  if (task->owner)
    {
      g_autoptr (GtkWidget) owner = g_object_ref (task->owner);

      task->done (owner, task->data, error);
    }
  task_free (task);
  if (application)
    g_application_release (application);
}

void
jh_task_run (GtkWidget *owner, const char *words, guint flags,
             JhTaskWork work, JhTaskDone done, gpointer data,
             GDestroyNotify free_data)
{
  JhTask *task = g_new0 (JhTask, 1);
  g_autoptr (GTask) gtask = g_task_new (NULL, NULL, over_cb, task);
  GApplication *application = g_application_get_default ();

  *task = (JhTask){ .owner = owner,
                    .words = g_strdup (words),
                    .flags = flags,
                    .work = work,
                    .done = done,
                    .data = data,
                    .free_data = free_data,
                    .cancellable = g_cancellable_new () };
  g_mutex_init (&task->lock);
  g_object_weak_ref (G_OBJECT (owner), owner_gone_cb, task);
  task->timer = g_timeout_add (PATIENCE, bring_dialog_cb, task);
  /* The program stays until the work is over, windows or none. */
  if (application)
    g_application_hold (application);
  g_task_set_task_data (gtask, task, NULL);
  g_task_run_in_thread (gtask, work_on_thread);
}

GCancellable *
jh_task_get_cancellable (JhTask *task)
{
  return task->cancellable;
}

void
jh_task_tell (JhTask *task, guint done, guint total, const char *name)
{
  g_mutex_lock (&task->lock);
  task->told = done;
  task->total = total;
  g_free (task->name);
  task->name = g_strdup (name);
  g_mutex_unlock (&task->lock);
}
