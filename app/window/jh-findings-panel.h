/* The panel at the right of the window: what 审核 found, all about the one
 * that is chosen, and the way to it. */
#pragma once

#include <gtk/gtk.h>

#include "jh-place.h"
#include "jh-review.h"

#define JH_TYPE_FINDINGS_PANEL (jh_findings_panel_get_type ())
G_DECLARE_FINAL_TYPE (JhFindingsPanel, jh_findings_panel, JH, FINDINGS_PANEL,
                      GtkWidget)

/* Signals:
 * "lead" (JhPlace *): somebody wants to mend a finding
 * "waive", "withdraw", "explain" (JhFinding *): somebody wants to write why
 *   it is accepted, to take that back, or to know what asks for it */

/* Shows what @review finds from now on. */
void jh_findings_panel_set_review (JhFindingsPanel *self, JhReview *review);

/* Says which page is shown beside it. */
void jh_findings_panel_set_page (JhFindingsPanel *self, const char *page);
