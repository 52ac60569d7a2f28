/* What was typed and is not in the books, told beside the findings: figures
 * that nobody sees missing are the worst of all. */
#pragma once

#include "jh-checker.h"
#include "jh-draft.h"

/* Adds to @findings an error for every row of @drafts (JhDraft) that is not
 * in the books, and for every text that is not. */
void jh_drafts_check (const GPtrArray *drafts, GPtrArray *findings);

/* All that is found in the filing @filing of @store at one moment: what
 * jh_checker_check() finds and what was typed and is not in the books. NULL
 * with @error. The caller unrefs it. */
GPtrArray *jh_draft_check_filing (JhChecker *checker, JhStore *store,
                                  gint64 filing,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
