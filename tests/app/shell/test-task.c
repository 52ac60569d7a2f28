/* Long work on a thread. */
#include "../window-fixture.h"

#include "jh-error.h"
#include "jh-task.h"

/* What a piece of work did and was told.
 *
 * lasts: how long it takes, in milliseconds
 * fails: whether it fails in the end
 * on_thread: the thread it ran on
 * freed: how often it was freed; outlives it */
typedef struct
{
  guint lasts;
  gboolean fails;
  gboolean over;
  char *message;
  GThread *on_thread;
  guint *freed;
} Job;

static gboolean
work (JhTask *task, gpointer data, GError **error)
{
  Job *job = data;

  job->on_thread = g_thread_self ();
  for (guint i = 0; i < job->lasts; i += 10)
    {
      if (g_cancellable_is_cancelled (jh_task_get_cancellable (task)))
        {
          g_set_error_literal (error, JH_ERROR, JH_ERROR_CANCELLED, "已停止");
          return FALSE;
        }
      jh_task_tell (task, i, job->lasts, "第一份");
      g_usleep (10000);
    }
  if (job->fails)
    g_set_error_literal (error, JH_ERROR, JH_ERROR_FULL, "磁盘已满");
  return !job->fails;
}

static void
done (GtkWidget *owner, gpointer data, const GError *error)
{
  Job *job = data;

  job->over = TRUE;
  g_free (job->message);
  job->message = g_strdup (error ? error->message : "");
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->freed)
    ++*job->freed;
}

static GtkWindow *
show_owner (void)
{
  GtkWindow *window;

  gtk_init ();
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (window);
  return window;
}

static void
run (GtkWindow *owner, Job *job)
{
  jh_task_run (GTK_WIDGET (owner), "正在导入", JH_TASK_CAN_STOP, work, done,
               job, job_free);
}

START_TEST (work_is_done_on_another_thread)
{
  guint freed = 0;
  Job job = { .lasts = 10, .freed = &freed };

  run (show_owner (), &job);
  settle_until (freed == 1);
  ck_assert (job.over);
  ck_assert_str_eq (job.message, "");
  ck_assert_ptr_ne (job.on_thread, g_thread_self ());
  g_free (job.message);
}
END_TEST

START_TEST (work_that_fails_says_why)
{
  Job job = { .lasts = 10, .fails = TRUE };

  run (show_owner (), &job);
  settle_until (job.over);
  ck_assert_str_eq (job.message, "磁盘已满");
  g_free (job.message);
}
END_TEST

START_TEST (short_work_shows_no_dialog)
{
  Job job = { .lasts = 100 };

  run (show_owner (), &job);
  while (!job.over)
    {
      ck_assert_ptr_null (find_window ("请稍候"));
      settle (10);
    }
  settle (400);
  ck_assert_ptr_null (find_window ("请稍候"));
  g_free (job.message);
}
END_TEST

START_TEST (long_work_shows_how_far_it_is)
{
  Job job = { .lasts = 1500 };

  run (show_owner (), &job);
  settle_until (find_window ("请稍候"));
  settle (200);
  ck_assert (shows (find_window ("请稍候"), "正在导入"));
  ck_assert (shows (find_window ("请稍候"), "第一份"));
  settle_until (job.over);
  ck_assert_ptr_null (find_window ("请稍候"));
  g_free (job.message);
}
END_TEST

START_TEST (the_dialog_stops_the_work)
{
  Job job = { .lasts = 60000 };

  run (show_owner (), &job);
  settle_until (find_window ("请稍候"));
  press (find_window ("请稍候"), "停止");
  settle_until (job.over);
  ck_assert_str_eq (job.message, "已停止");
  g_free (job.message);
}
END_TEST

START_TEST (closing_the_dialog_stops_the_work)
{
  Job job = { .lasts = 60000 };

  run (show_owner (), &job);
  settle_until (find_window ("请稍候"));
  gtk_window_close (find_window ("请稍候"));
  settle_until (job.over);
  ck_assert_str_eq (job.message, "已停止");
  g_free (job.message);
}
END_TEST

START_TEST (work_that_cannot_be_stopped_stays)
{
  Job job = { .lasts = 800 };

  jh_task_run (GTK_WIDGET (show_owner ()), "正在还原", 0, work, done, &job,
               NULL);
  settle_until (find_window ("请稍候"));
  ck_assert (!shows (find_window ("请稍候"), "停止"));
  gtk_window_close (find_window ("请稍候"));
  settle (20);
  ck_assert_ptr_nonnull (find_window ("请稍候"));
  settle_until (job.over);
  ck_assert_str_eq (job.message, "");
  g_free (job.message);
}
END_TEST

static void
destroy_while_working (guint before)
{
  guint freed = 0;
  Job job = { .lasts = 60000, .freed = &freed };
  GtkWindow *owner = show_owner ();

  run (owner, &job);
  settle (before);
  gtk_window_destroy (owner);
  settle_until (freed == 1);
  ck_assert (!job.over);
  ck_assert_ptr_null (find_window ("请稍候"));
}

START_TEST (an_owner_that_goes_away_ends_the_work)
{
  destroy_while_working (20);
}
END_TEST

START_TEST (an_owner_may_go_away_under_the_dialog)
{
  destroy_while_working (500);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("task");
  TCase *task = tcase_create ("task");

  tcase_set_timeout (task, 60);
  tcase_add_test (task, work_is_done_on_another_thread);
  tcase_add_test (task, work_that_fails_says_why);
  tcase_add_test (task, short_work_shows_no_dialog);
  tcase_add_test (task, long_work_shows_how_far_it_is);
  tcase_add_test (task, the_dialog_stops_the_work);
  tcase_add_test (task, closing_the_dialog_stops_the_work);
  tcase_add_test (task, work_that_cannot_be_stopped_stays);
  tcase_add_test (task, an_owner_that_goes_away_ends_the_work);
  tcase_add_test (task, an_owner_may_go_away_under_the_dialog);
  suite_add_tcase (suite, task);
  return jh_test_run (suite);
}
