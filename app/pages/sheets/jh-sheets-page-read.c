/* Reading sheets on a thread. */
#include "jh-sheets-page-private.h"

/* How long an edit waits for the next one, in milliseconds. */
#define PATIENCE 150

/* What a thread is to read. */
typedef struct
{
  char *path;
  gint64 filing;
  char *sheet;
  char *object;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->path);
  g_free (wanted->sheet);
  g_free (wanted->object);
  g_free (wanted);
}

static void
read_on_thread (GTask *task, gpointer source, gpointer data,
                GCancellable *cancellable)
{
  const Wanted *wanted = data;
  GError *error = NULL;
  JhReport *report = jh_report_load (wanted->path, wanted->filing,
                                     wanted->sheet, wanted->object, &error);

  if (report)
    g_task_return_pointer (task, report, (GDestroyNotify) jh_report_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (object);
  g_autoptr (GError) error = NULL;
  JhReport *report = g_task_propagate_pointer (G_TASK (result), &error);

  self->reading = FALSE;
  if (self->again || self->session == NULL)
    {
      jh_report_free (report);
      if (self->session)
        jh_sheets_page_read (self);
      return;
    }
  if (report)
    jh_sheets_page_show (self, report);
  else
    jh_sheets_page_fail (self, error->message);
}

void
jh_sheets_page_read (JhSheetsPage *self)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  g_clear_handle_id (&self->waiting, g_source_remove);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  self->again = self->reading;
  if (self->stale || self->reading || self->session == NULL)
    return;
  wanted = g_new (Wanted, 1);
  *wanted = (Wanted){
    g_strdup (jh_store_get_path (jh_session_get_store (self->session))),
    jh_session_get_filing (self->session),
    g_strdup (self->sheet),
    g_strdup (self->object),
  };
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  self->reading = TRUE;
  g_task_run_in_thread (task, read_on_thread);
}

static gboolean
waited_cb (gpointer data)
{
  JhSheetsPage *self = data;

  self->waiting = 0;
  jh_sheets_page_read (self);
  return G_SOURCE_REMOVE;
}

void
jh_sheets_page_read_soon (JhSheetsPage *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add (PATIENCE, waited_cb, self);
}
