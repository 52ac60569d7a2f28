/* Writing on a thread. */
#include "jh-export-page-private.h"

/* What a thread writes.
 *
 * page: told of the progress; the task keeps it
 * written: the paths so far: char * */
typedef struct
{
  JhExportPage *page;
  JhExportChoice *choice;
  char *path;
  gint64 filing;
  char *mark;
  GPtrArray *written;
} Job;

static void
job_free (Job *job)
{
  jh_export_choice_free (job->choice);
  g_free (job->path);
  g_free (job->mark);
  g_ptr_array_unref (job->written);
  g_free (job);
}

/* How far an export is, on its way to the window's thread. */
typedef struct
{
  JhExportPage *page;
  guint done;
  guint total;
  char *name;
} Progress;

static void
progress_free (Progress *progress)
{
  g_object_unref (progress->page);
  g_free (progress->name);
  g_free (progress);
}

static gboolean
progressed_cb (gpointer data)
{
  Progress *progress = data;
  GtkProgressBar *bar = progress->page->progress;
  g_autofree char *words = g_strdup_printf (
    "第 %u / %u 个：%s", progress->done + 1, progress->total, progress->name);

  if (bar == NULL)
    return G_SOURCE_REMOVE;
  gtk_progress_bar_set_fraction (bar, (double) progress->done
                                        / MAX (progress->total, 1));
  gtk_progress_bar_set_text (bar, words);
  return G_SOURCE_REMOVE;
}

/* Called on the thread that writes. */
static void
progress_on_thread (guint done, guint total, const char *name, gpointer data)
{
  Job *job = data;
  Progress *progress = g_new (Progress, 1);

  *progress
    = (Progress){ g_object_ref (job->page), done, total, g_strdup (name) };
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, progressed_cb,
                              progress, (GDestroyNotify) progress_free);
}

static void
write_on_thread (GTask *task, gpointer source, gpointer data,
                 GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (jh_export_write (job->choice, job->path, job->filing, job->mark,
                       cancellable, progress_on_thread, job, job->written,
                       &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* How many files are called by name. */
#define NAMED 5

/* Says what was written, by the names of the files. */
static char *
dup_result (const Job *job, const GError *error)
{
  GString *words = g_string_new (error ? error->message : NULL);

  if (error == NULL)
    g_string_append_printf (words, "写好了 %u 个文件%s。", job->written->len,
                            *job->mark ? "，封面标明“草稿”" : "");
  else if (job->written->len > 0)
    g_string_append (words, "\n已经写好的：");
  for (guint i = 0; i < job->written->len && i < NAMED; i++)
    {
      g_autofree char *name = g_path_get_basename (job->written->pdata[i]);

      g_string_append_printf (words, "\n· %s", name);
    }
  if (job->written->len > NAMED)
    g_string_append_printf (words, "\n· 另外还有 %u 个",
                            job->written->len - NAMED);
  return g_string_free (words, FALSE);
}

static void
set_running (JhExportPage *self, gboolean running)
{
  gtk_widget_set_sensitive (self->form, !running);
  gtk_widget_set_visible (self->run, !running);
  gtk_widget_set_visible (self->progress_box, running);
  if (running)
    gtk_widget_set_visible (self->open, FALSE);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JhExportPage *self = JH_EXPORT_PAGE (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  g_autofree char *words = dup_result (job, error);

  g_clear_object (&self->cancellable);
  if (self->form == NULL)
    return;
  set_running (self, FALSE);
  jh_export_page_show_words (self->result, words);
  gtk_widget_set_visible (self->open, job->written->len > 0);
  g_free (self->done_folder);
  self->done_folder = g_strdup (job->choice->folder);
  jh_page_say (JH_PAGE (self), done ? "导出完成。" : error->message, !done);
  jh_export_page_show_plan (self);
  if (job->written->len > 0)
    gtk_widget_grab_focus (self->open);
}

void
jh_export_page_run (JhExportPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhExportPlan) plan = jh_export_page_dup_plan (self, &error);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->cancellable || plan == NULL || *plan->obstacle)
    return;
  job = g_new (Job, 1);
  *job = (Job){
    self,
    jh_export_page_dup_choice (self),
    g_strdup (jh_store_get_path (jh_session_get_store (self->session))),
    jh_session_get_filing (self->session),
    g_strdup (plan->mark),
    g_ptr_array_new_with_free_func (g_free),
  };
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  jh_export_page_show_words (self->result, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, "正在生成…");
  set_running (self, TRUE);
  g_task_run_in_thread (task, write_on_thread);
}
