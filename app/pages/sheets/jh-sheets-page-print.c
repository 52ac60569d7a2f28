/* Printing from the page. */
#include "jh-sheets-page-private.h"

#include "jh-sheet-print.h"

/* What a thread is to read for the printer.
 *
 * group: the workbook to print whole; NULL for one sheet */
typedef struct
{
  char *path;
  gint64 filing;
  char *group;
  char *sheet;
  char *object;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job->group);
  g_free (job->sheet);
  g_free (job->object);
  g_free (job);
}

static void
read_on_thread (GTask *task, gpointer source, gpointer data,
                GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  JhReport *report = job->group
                       ? jh_report_load_all (job->path, job->filing,
                                             job->group, cancellable, &error)
                       : jh_report_load (job->path, job->filing, job->sheet,
                                         job->object, &error);

  if (report)
    g_task_return_pointer (task, report, (GDestroyNotify) jh_report_free);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result,
         JhSheetsPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      jh_sheet_print_remember (operation);
      jh_page_say (JH_PAGE (self), "已交给打印机。", FALSE);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  words = g_strdup_printf ("没有打印：%s", error ? error->message : "");
  jh_page_say (JH_PAGE (self), words, TRUE);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JhSheetsPage *self = JH_SHEETS_PAGE (object);
  g_autoptr (GError) error = NULL;
  JhReport *report = g_task_propagate_pointer (G_TASK (result), &error);
  const Job *job = g_task_get_task_data (G_TASK (result));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (report == NULL)
    {
      jh_page_say (JH_PAGE (self), error->message, TRUE);
      return;
    }
  operation
    = jh_sheet_print_new (report, job->group ? job->group : job->sheet);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                           NULL);
}

void
jh_sheets_page_print (JhSheetsPage *self, gboolean all)
{
  g_autoptr (GTask) task = NULL;
  const JhReportEntry *entry;
  Job *job;

  if (self->session == NULL || self->report == NULL)
    return;
  entry = jh_report_get_entries (self->report)
            ->pdata[jh_report_get_entry (self->report)];
  job = g_new (Job, 1);
  *job = (Job){
    g_strdup (jh_store_get_path (jh_session_get_store (self->session))),
    jh_session_get_filing (self->session),
    all ? g_strdup (entry->group) : NULL,
    g_strdup (entry->sheet),
    g_strdup (entry->object),
  };
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_on_thread);
}
