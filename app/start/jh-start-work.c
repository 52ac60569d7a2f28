#include "jh-start-work.h"

#include "jh-backup.h"
#include "jh-new-books.h"
#include "jh-new-filing.h"
#include "jh-sample.h"
#include "jh-task.h"

/* path: the books
 * to: the file that is made; NULL for none
 * words: what was done; NULL until it is */
typedef struct
{
  char *path;
  char *to;
  gint64 filing;
  char *words;
  JhStartTold told;
} Job;

static Job *
job_new (const char *path, const char *to, JhStartTold told)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->to = g_strdup (to);
  job->told = told;
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->to);
  g_free (job->words);
  g_free (job);
}

static void
done_cb (GtkWidget *owner, gpointer data, const GError *error)
{
  Job *job = data;

  if (error)
    job->told (owner, NULL, NULL, error);
  else
    job->told (owner, job->to ? job->to : job->path, job->words, NULL);
}

static gboolean
fill_sample (JhStore *store, gpointer data, GError **error)
{
  return jh_sample_import (store, error);
}

static gboolean
make_sample (JhTask *task, gpointer data, GError **error)
{
  Job *job = data;
  g_autofree char *name = g_path_get_basename (job->path);

  job->words = g_strdup_printf ("样例放在了“%s”，可以随意改", name);
  return jh_new_books_make (job->path, fill_sample, NULL, error);
}

void
jh_start_sample (GtkWidget *owner, JhStartTold told)
{
  g_autofree char *path
    = jh_new_books_dup_path (jh_new_books_get_folder (), JH_SAMPLE_NAME);

  jh_task_run (owner, "正在准备样例", 0, make_sample, done_cb,
               job_new (path, NULL, told), job_free);
}

static gboolean
back_up (JhTask *task, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (JhStore) store = jh_store_open (job->path, JH_STORE_READ, error);
  GCancellable *cancellable = jh_task_get_cancellable (task);

  if (store == NULL)
    return FALSE;
  if (job->to)
    {
      job->words = g_strdup_printf ("副本已保存到 %s", job->to);
      return jh_backup_make_at (store, job->to, cancellable, error);
    }
  job->to = jh_backup_make (store, JH_BACKUP_MANUAL, cancellable, error);
  job->words = g_strdup_printf ("已备份到 %s", job->to ? job->to : "");
  return job->to != NULL;
}

void
jh_start_back_up (GtkWidget *owner, const char *path, JhStartTold told)
{
  jh_task_run (owner, "正在备份", JH_TASK_CAN_STOP, back_up, done_cb,
               job_new (path, NULL, told), job_free);
}

void
jh_start_save_copy (GtkWidget *owner, const char *path, const char *to,
                    JhStartTold told)
{
  jh_task_run (owner, "正在保存副本", JH_TASK_CAN_STOP, back_up, done_cb,
               job_new (path, to, told), job_free);
}

static gboolean
drop (JhTask *task, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (JhStore) store
    = jh_store_open (job->path, JH_STORE_WRITE, error);
  g_autoptr (JhFiling) dropped = NULL;

  if (store == NULL || !jh_filing_drop (store, job->filing, &dropped, error))
    return FALSE;
  job->words = g_strdup_printf ("已删除 %d 年度“%s”，按 Ctrl+Z 可以撤销",
                                dropped->year, dropped->name);
  return TRUE;
}

void
jh_start_drop (GtkWidget *owner, const char *path, gint64 filing,
               JhStartTold told)
{
  Job *job = job_new (path, NULL, told);

  job->filing = filing;
  jh_task_run (owner, "正在删除", 0, drop, done_cb, job, job_free);
}
