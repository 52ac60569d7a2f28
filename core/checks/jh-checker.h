/* 审核 of the filings of a file: the rules of the program and those that
 * users keep in the file, with their limits, and what is written of findings.
 *
 * One thread at a time may use a checker. */
#pragma once

#include "jh-examination.h"

typedef struct _JhChecker JhChecker;

/* Nothing read yet. */
JhChecker *jh_checker_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @checker; NULL is allowed. */
void jh_checker_free (JhChecker *checker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhChecker, jh_checker_free)

/* The examiner with the rules and limits that @store has now; NULL with
 * @error. Borrowed until the next call with another store or after the rules
 * changed. */
JhExaminer *jh_checker_get_examiner (JhChecker *checker, JhStore *store,
                                     GError **error);

/* Checks the filing @filing of @store as it is saved, with what is written
 * and noted of its findings. When it was the filing checked last, only what
 * reads something that changed is asked again. Rules that cannot be used
 * are findings, too. Returns the findings, which the caller unrefs; NULL
 * with @error. */
GPtrArray *jh_checker_check (JhChecker *checker, JhStore *store,
                             gint64 filing,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* In how many cases the rules were asked by the last check. */
guint jh_checker_count_cases (const JhChecker *checker);
