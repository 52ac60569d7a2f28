/* 还原: the copies of books, what is in them, and putting one back. */
#pragma once

#include "jh-start-dialog.h"

#define JH_TYPE_RESTORE_DIALOG (jh_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JhRestoreDialog, jh_restore_dialog, JH, RESTORE_DIALOG,
                      JhStartDialog)

/* Signal "begin": the books are about to be replaced, so whoever has them
 * open closes them now; "end": they were not replaced. */

/* Shows before @parent the copies of the books @path, which may be damaged or
 * gone. NULL with @error. */
JhRestoreDialog *
jh_restore_dialog_new (GtkWindow *parent, const char *path,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
