/* 结转: next year's filing of a unit, begun from one that is there. */
#pragma once

#include "jh-document.h"
#include "jh-start-dialog.h"

#define JH_TYPE_ROLL_DIALOG (jh_roll_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JhRollDialog, jh_roll_dialog, JH, ROLL_DIALOG,
                      JhStartDialog)

/* Asks before @parent which filing of @document is rolled over, and what
 * comes along; the one that is shown is proposed. NULL with @error. */
JhRollDialog *jh_roll_dialog_new (GtkWindow *parent, JhDocument *document,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
