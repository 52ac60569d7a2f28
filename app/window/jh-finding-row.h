/* A row of the list of findings: a finding, or the head over some. */
#pragma once

#include <gtk/gtk.h>

#include "jh-finding-item.h"

#define JH_TYPE_FINDING_ROW (jh_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (JhFindingRow, jh_finding_row, JH, FINDING_ROW, GtkBox)

/* What makes these rows for a list of JhFindingItem. Heads cannot be chosen.
 * The caller unrefs it. */
GtkListItemFactory *
jh_finding_row_make_factory (void) G_GNUC_WARN_UNUSED_RESULT;
