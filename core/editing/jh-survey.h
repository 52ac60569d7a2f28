/* 核对总览: what the checks come to in every filing of a file.
 *
 * The filings are checked on a thread, one after the other, and what was
 * counted is kept until the log tells of a change to the filing or to the
 * year before, or of one that is about no filing, such as to a rule.
 *
 * Properties, all of them notified:
 * running: whether filings are being checked
 * summary: such as “3 套：1 套有错误、2 套可以锁定”
 * progress: how far it is, such as “已审核 120 套，共 20000 套”, or why it
 *   does not go on */
#pragma once

#include "jh-document.h"
#include "jh-survey-item.h"

#define JH_TYPE_SURVEY (jh_survey_get_type ())
G_DECLARE_FINAL_TYPE (JhSurvey, jh_survey, JH, SURVEY, GObject)

/* The survey of @document, nothing of it checked yet. NULL with @error. */
JhSurvey *jh_survey_new (JhDocument *document,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whose filings they are. Borrowed. */
JhDocument *jh_survey_get_document (JhSurvey *self);

/* The filings: JhSurveyItem by unit and year. Borrowed. */
GListModel *jh_survey_get_items (JhSurvey *self);

/* Looks what changed, and checks what is not known; after jh_survey_stop()
 * nothing. While it runs, it is done once more behind. */
void jh_survey_look (JhSurvey *self);

/* As jh_survey_look(), also after jh_survey_stop(). */
void jh_survey_begin (JhSurvey *self);

/* Stops it; what was counted stays. */
void jh_survey_stop (JhSurvey *self);

/* Whether filings are being checked. */
gboolean jh_survey_is_running (JhSurvey *self);

/* How many filings there are and how many of them are known. */
guint jh_survey_count (JhSurvey *self);
guint jh_survey_count_known (JhSurvey *self);

/* The words. Borrowed. */
const char *jh_survey_get_summary (JhSurvey *self);
const char *jh_survey_get_progress (JhSurvey *self);
