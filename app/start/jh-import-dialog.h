/* 导入文件夹: what a folder holds, where it goes, and what it replaces. */
#pragma once

#include "jh-import-plan.h"
#include "jh-start-dialog.h"

#define JH_TYPE_IMPORT_DIALOG (jh_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JhImportDialog, jh_import_dialog, JH, IMPORT_DIALOG,
                      JhStartDialog)

/* Told the dialog, which was shown; not called when the folder cannot be
 * brought in, which is reported. */
typedef void (*JhImportShown) (GtkWindow *parent, JhImportDialog *dialog);

/* Reads the folder @folder on a thread and asks before @parent whether it is
 * to come into the books @path, or into new ones when that is NULL. */
void jh_import_dialog_show (GtkWindow *parent, const char *path,
                            const char *folder, JhImportShown shown);
