/* Writing a 审核说明 for a finding, and taking it back. */
#pragma once

#include "jh-finding.h"
#include "jh-store.h"

/* Whether @words by @author may be written for @finding. FALSE with a
 * sentence, JH_ERROR_DATA: for an 错误 that cannot be waived, and when one of
 * the texts is missing or too long. */
gboolean jh_waive_check (const JhFinding *finding, const char *words,
                         const char *author, GError **error);

/* Writes @words by @author for @finding of @filing, as it is now, in a
 * change of its own that @author answers for, and gives it to @finding. As
 * jh_waive_check(); JH_ERROR_LOCKED, JH_ERROR_READ_ONLY. */
gboolean jh_waive (JhStore *store, gint64 filing, JhFinding *finding,
                   const char *words, const char *author, GError **error);

/* Takes back what was written for @finding of @filing, in a change of its
 * own, and from @finding. JH_ERROR_NOT_FOUND when nothing was written;
 * JH_ERROR_LOCKED, JH_ERROR_READ_ONLY. */
gboolean jh_waive_withdraw (JhStore *store, gint64 filing, JhFinding *finding,
                            GError **error);

/* The waiver of @finding for people: what it says, who wrote it and when,
 * and whether it has lapsed; "" when there is none. The caller frees it. */
char *jh_waive_dup_words (const JhFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
