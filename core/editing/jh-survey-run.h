/* Going through filings on a thread, one after the other, while somebody
 * else takes what was counted so far. */
#pragma once

#include "jh-checker.h"
#include "jh-survey-item.h"

/* What became of one filing.
 *
 * why: why it could not be checked; NULL when it was, and @tally holds */
typedef struct
{
  gint64 filing;
  JhTally tally;
  char *why;
} JhSurveyAnswer;

typedef struct _JhSurveyRun JhSurveyRun;

/* A run through @filings (gint64), which it takes over, of the books @path,
 * with @checker, which must outlive it and which nobody else uses
 * meanwhile. */
JhSurveyRun *jh_survey_run_new (const char *path, JhChecker *checker,
                                GArray *filings) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a reference, and gives one back; on any thread. */
JhSurveyRun *jh_survey_run_ref (JhSurveyRun *run);
void jh_survey_run_unref (JhSurveyRun *run);

/* Goes through them; one that cannot be checked does not stop the others.
 * For the thread. FALSE with @error when the books cannot be opened, or with
 * JH_ERROR_CANCELLED; what was counted until then can be taken. */
gboolean jh_survey_run_work (JhSurveyRun *run, GCancellable *cancellable,
                             GError **error);

/* What came in since this was called last: JhSurveyAnswer. On any thread.
 * The caller unrefs it. */
GPtrArray *jh_survey_run_take (JhSurveyRun *run) G_GNUC_WARN_UNUSED_RESULT;
