/* Long work on a thread, so that the window never waits.
 *
 * The work opens the books by path for itself, for a JhStore belongs to one
 * thread. When it takes longer than a moment, a dialog says what is going
 * on, how far it is, and stops it where it can be stopped. */
#pragma once

#include <gtk/gtk.h>

typedef struct _JhTask JhTask;

/* The work, on a thread of its own. FALSE with @error; JH_ERROR_CANCELLED
 * when it was stopped. Everything it needs stands in @data, which is nobody
 * else's until it has returned. */
typedef gboolean (*JhTaskWork) (JhTask *task, gpointer data, GError **error);

/* Told on the main thread when the work is over; @error is NULL when it went
 * well. @owner and @data are those of jh_task_run(). */
typedef void (*JhTaskDone) (GtkWidget *owner, gpointer data,
                            const GError *error);

/* JH_TASK_CAN_STOP  the work looks at jh_task_get_cancellable() */
typedef enum
{
  JH_TASK_CAN_STOP = 1 << 0,
} JhTaskFlags;

/* Does @work with @data on a thread, then calls @done and @free_data.
 *
 * owner: whose work it is; the dialog stands before its window. When it goes
 *   away meanwhile, the work is asked to stop and @done is not called.
 * words: what is being done, such as 正在导入
 * flags: JhTaskFlags
 * free_data: may be NULL */
void jh_task_run (GtkWidget *owner, const char *words, guint flags,
                  JhTaskWork work, JhTaskDone done, gpointer data,
                  GDestroyNotify free_data);

/* What stops the work. Borrowed; for any thread. */
GCancellable *jh_task_get_cancellable (JhTask *task);

/* Says how far the work is: @done of @total are ready, and @name, which may
 * be NULL, is next. For the thread of the work. */
void jh_task_tell (JhTask *task, guint done, guint total, const char *name);
