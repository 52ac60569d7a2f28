#include "jh-survey-run.h"

#include "jh-draft-check.h"
#include "jh-error.h"

/* lock: of the answers, which both threads use */
struct _JhSurveyRun
{
  gatomicrefcount references;
  char *path;
  JhChecker *checker;
  GArray *filings;
  GMutex lock;
  GPtrArray *answers;
};

static void
answer_free (gpointer data)
{
  JhSurveyAnswer *answer = data;

  g_free (answer->why);
  g_free (answer);
}

static GPtrArray *
answers_new (void)
{
  return g_ptr_array_new_with_free_func (answer_free);
}

JhSurveyRun *
jh_survey_run_new (const char *path, JhChecker *checker, GArray *filings)
{
  JhSurveyRun *run = g_new0 (JhSurveyRun, 1);

  g_atomic_ref_count_init (&run->references);
  run->path = g_strdup (path);
  run->checker = checker;
  run->filings = filings;
  run->answers = answers_new ();
  g_mutex_init (&run->lock);
  return run;
}

JhSurveyRun *
jh_survey_run_ref (JhSurveyRun *run)
{
  g_atomic_ref_count_inc (&run->references);
  return run;
}

void
jh_survey_run_unref (JhSurveyRun *run)
{
  if (!g_atomic_ref_count_dec (&run->references))
    return;
  g_mutex_clear (&run->lock);
  g_ptr_array_unref (run->answers);
  g_array_unref (run->filings);
  g_free (run->path);
  g_free (run);
}

/* Checks @filing; the answer says why when it cannot be done. */
static JhSurveyAnswer *
answer_new (JhSurveyRun *run, JhStore *store, gint64 filing)
{
  JhSurveyAnswer *answer = g_new0 (JhSurveyAnswer, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings
    = jh_draft_check_filing (run->checker, store, filing, &error);

  answer->filing = filing;
  if (findings)
    answer->tally = jh_tally_count (findings);
  else
    answer->why = g_strdup (error->message);
  return answer;
}

/* Goes on until somebody stops it; what was stopped is no answer. */
static void
check_all (JhSurveyRun *run, JhStore *store, GCancellable *cancellable)
{
  for (guint i = 0; i < run->filings->len; i++)
    {
      gint64 filing = g_array_index (run->filings, gint64, i);
      JhSurveyAnswer *answer;

      if (g_cancellable_is_cancelled (cancellable))
        return;
      answer = answer_new (run, store, filing);
      if (g_cancellable_is_cancelled (cancellable))
        {
          answer_free (answer);
          return;
        }
      g_mutex_lock (&run->lock);
      g_ptr_array_add (run->answers, answer);
      g_mutex_unlock (&run->lock);
    }
}

gboolean
jh_survey_run_work (JhSurveyRun *run, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (JhStore) store = jh_store_open (run->path, JH_STORE_READ, error);

  if (store == NULL)
    return FALSE;
  jh_store_set_cancellable (store, cancellable);
  check_all (run, store, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_CANCELLED, "审核停下了");
  return FALSE;
}

GPtrArray *
jh_survey_run_take (JhSurveyRun *run)
{
  GPtrArray *answers;

  g_mutex_lock (&run->lock);
  answers = run->answers;
  run->answers = answers_new ();
  g_mutex_unlock (&run->lock);
  return answers;
}
