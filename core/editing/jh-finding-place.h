/* Where the mend of a finding begins, for the program and for people. */
#pragma once

#include "jh-finding.h"
#include "jh-place.h"

/* The page on which @finding is mended, or that shows where it is; "" when
 * nothing is known of it. Static. */
const char *jh_finding_place_page (const JhFinding *finding);

/* The same for people where no page of forms has it: the table, else the
 * sheet, else the filing as a whole. Borrowed from @finding, or static. */
const char *jh_finding_place_name (const JhFinding *finding);

/* The place where the mend of @finding begins; NULL when nothing is known of
 * it. The caller frees it. */
JhPlace *
jh_finding_place_dup (const JhFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
