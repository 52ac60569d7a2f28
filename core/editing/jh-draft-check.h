/* What was typed and is not in the books, told beside the findings: figures
 * that nobody sees missing are the worst of all. */
#pragma once

#include "jh-draft.h"
#include "jh-finding.h"

/* Adds to @findings an error for every row of @drafts (JhDraft) that is not
 * in the books, and for every text that is not. */
void jh_drafts_check (const GPtrArray *drafts, GPtrArray *findings);
