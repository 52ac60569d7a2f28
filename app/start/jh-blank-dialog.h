/* 新建年度: a filing with nothing in it, in new books or in those that are
 * open. */
#pragma once

#include "jh-start-dialog.h"

#define JH_TYPE_BLANK_DIALOG (jh_blank_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JhBlankDialog, jh_blank_dialog, JH, BLANK_DIALOG,
                      JhStartDialog)

/* Asks before @parent what the filing is. It goes into the books @path, or
 * into new ones when that is NULL. */
JhBlankDialog *jh_blank_dialog_new (GtkWindow *parent, const char *path)
  G_GNUC_WARN_UNUSED_RESULT;
