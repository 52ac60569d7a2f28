/* All that is known of one finding: both sides, what to do, since when, and
 * what was written about it.
 *
 * What its buttons do are actions of whoever it stands in: findings.mend,
 * findings.waive, findings.withdraw, findings.explain. */
#pragma once

#include <gtk/gtk.h>

#include "jh-finding.h"

#define JH_TYPE_FINDING_DETAIL (jh_finding_detail_get_type ())
G_DECLARE_FINAL_TYPE (JhFindingDetail, jh_finding_detail, JH, FINDING_DETAIL,
                      GtkWidget)

/* Shows @finding, which is not kept. */
void jh_finding_detail_show (JhFindingDetail *self, const JhFinding *finding);
