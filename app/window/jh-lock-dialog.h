/* 锁定 and 解锁: who answers for it, and what stands in the way. */
#pragma once

#include "jh-review.h"
#include "jh-start-dialog.h"

#define JH_TYPE_LOCK_DIALOG (jh_lock_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JhLockDialog, jh_lock_dialog, JH, LOCK_DIALOG,
                      JhStartDialog)

/* Asks before @parent by whom the filing that @review reviews is locked, or
 * opened again when it is locked. */
JhLockDialog *jh_lock_dialog_new (GtkWindow *parent,
                                  JhReview *review) G_GNUC_WARN_UNUSED_RESULT;
