/* 审核 of one filing over and over: after a change only what reads something
 * that changed is asked again. */
#pragma once

#include "jh-examiner.h"

typedef struct _JhExamination JhExamination;

/* Nothing checked yet; @examiner must outlive it, and its rules must not
 * change meanwhile. */
JhExamination *
jh_examination_new (JhExaminer *examiner) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @self; NULL is allowed. */
void jh_examination_free (JhExamination *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhExamination, jh_examination_free)

/* Checks @books, which are taken over as @before is (NULL for no year
 * before), against what was checked last. Returns the findings, which are
 * the caller's, as jh_examiner_check() does; NULL with @error. */
GPtrArray *jh_examination_check (JhExamination *self, JhBooks *books,
                                 JhBooks *before,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* In how many cases the rules were asked by the last check. */
guint jh_examination_count_cases (const JhExamination *self);
