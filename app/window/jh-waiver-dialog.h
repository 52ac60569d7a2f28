/* 审核说明: why somebody accepts a finding. */
#pragma once

#include "jh-finding.h"
#include "jh-session.h"
#include "jh-start-dialog.h"

#define JH_TYPE_WAIVER_DIALOG (jh_waiver_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JhWaiverDialog, jh_waiver_dialog, JH, WAIVER_DIALOG,
                      JhStartDialog)

/* Asks before @parent why @finding of the filing of @session is accepted,
 * and who says so; what was written before is proposed. For one that cannot
 * be accepted it says so. */
JhWaiverDialog *
jh_waiver_dialog_new (GtkWindow *parent, JhSession *session,
                      JhFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
