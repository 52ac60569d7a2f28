#include "jh-work.h"

/* is_over: whether the document knows that the work has ended */
typedef struct
{
  JhDocument *document;
  gboolean is_over;
  JhTaskWork work;
  JhTaskDone done;
  gpointer data;
  GDestroyNotify free_data;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  /* Whoever began it has gone away, and nobody is there to be told. */
  if (!work->is_over)
    jh_document_end_work (work->document, NULL);
  if (work->free_data)
    work->free_data (work->data);
  g_object_unref (work->document);
  g_free (work);
}

static gboolean
work_on_thread (JhTask *task, gpointer data, GError **error)
{
  const Work *work = data;

  return work->work (task, work->data, error);
}

static void
over_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  Work *work = data;
  g_autoptr (GError) trouble = NULL;

  work->is_over = TRUE;
  jh_document_end_work (work->document, &trouble);
  work->done (owner, work->data, error ? error : trouble);
}

void
jh_work_run (GtkWidget *owner, JhDocument *document, const char *words,
             JhTaskWork work, JhTaskDone done, gpointer data,
             GDestroyNotify free_data)
{
  Work *begun = g_new (Work, 1);
  g_autoptr (GError) error = NULL;

  *begun
    = (Work){ g_object_ref (document), FALSE, work, done, data, free_data };
  if (jh_document_begin_work (document, words, &error))
    {
      jh_task_run (owner, words, JH_TASK_CAN_STOP, work_on_thread, over_cb,
                   begun, work_free);
      return;
    }
  begun->is_over = TRUE;
  done (owner, data, error);
  work_free (begun);
}
