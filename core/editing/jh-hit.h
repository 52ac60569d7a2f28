/* Where a hit of the search leads. */
#pragma once

#include "jh-place.h"
#include "jh-search.h"
#include "jh-session.h"

/* The place of @hit in the filing of @session, which may be NULL: a page, a
 * sheet, a project, the first line that has a code. NULL with @error, a
 * sentence, when no line has that code, and NULL without one for a unit or
 * a filing, which are no places of this filing. The caller frees it. */
JhPlace *jh_hit_dup_place (const JhCandidate *hit, JhSession *session,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The filing that @hit, a unit or a filing, leads to: of a unit the one of
 * @year, or the latest. 0 with @error when there is none. */
gint64 jh_hit_find_filing (const JhCandidate *hit, JhStore *store, int year,
                           GError **error);

/* What kind of thing @hit is, for people: 页面, 功能科目. Static. */
const char *jh_hit_get_kind_name (const JhCandidate *hit);
