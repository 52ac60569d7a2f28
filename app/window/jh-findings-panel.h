/* The panel at the right of the window: what 审核 found, and the way to it.
 */
#pragma once

#include <gtk/gtk.h>

#include "jh-place.h"
#include "jh-review.h"

#define JH_TYPE_FINDINGS_PANEL (jh_findings_panel_get_type ())
G_DECLARE_FINAL_TYPE (JhFindingsPanel, jh_findings_panel, JH, FINDINGS_PANEL,
                      GtkWidget)

/* Signal "lead" (JhPlace *): somebody wants to mend a finding. */

/* Shows what @review finds from now on. */
void jh_findings_panel_set_review (JhFindingsPanel *self, JhReview *review);

/* Where the mend of @finding begins; NULL when nothing is known of it. The
 * caller frees it. */
JhPlace *jh_findings_panel_dup_place (const JhFinding *finding)
  G_GNUC_WARN_UNUSED_RESULT;
