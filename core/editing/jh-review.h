/* 审核 while somebody types: the findings of the filing that is shown, kept
 * up to date.
 *
 * The checks run on a thread, over the file as it is saved, so that typing
 * never waits for them; a change while they run makes them run once more.
 *
 * Properties, all of them notified:
 * summary: such as “3 错误 7 警告 1 已说明”, or why nothing could be checked
 * busy: whether what is listed is older than the books */
#pragma once

#include "jh-finding-list.h"
#include "jh-session.h"

#define JH_TYPE_REVIEW (jh_review_get_type ())
G_DECLARE_FINAL_TYPE (JhReview, jh_review, JH, REVIEW, GObject)

/* A review of nothing. */
JhReview *jh_review_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Reviews the filing of @session from now on, NULL for none. */
void jh_review_watch (JhReview *self, JhSession *session);

/* What it reviews; NULL for nothing. Borrowed. */
JhSession *jh_review_get_session (JhReview *self);

/* The findings, errors first. Borrowed. */
JhFindingList *jh_review_get_findings (JhReview *self);

/* How many of them nobody accepts. */
guint jh_review_count_open (JhReview *self);

/* What all of it comes to, in words. Borrowed. */
const char *jh_review_get_summary (JhReview *self);

/* Whether the checks are running or about to. */
gboolean jh_review_is_busy (JhReview *self);
