/* What the dialogs by which books begin share: a window before the main one,
 * left by Escape, that tells when it is done. */
#pragma once

#include <gtk/gtk.h>

#define JH_TYPE_START_DIALOG (jh_start_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (JhStartDialog, jh_start_dialog, JH, START_DIALOG,
                          GtkWindow)

struct _JhStartDialogClass
{
  GtkWindowClass parent_class;
};

/* Signal "made" (const char *path, gint64 filing, const char *words): the
 * filing @filing (0: any) of the books @path is to be shown now, and @words
 * say what was done. The dialog goes away by itself. */

/* Tells that it is done, and goes away. */
void jh_start_dialog_made (JhStartDialog *self, const char *path,
                           gint64 filing, const char *words);

/* While it works, nothing in it can be used, and it cannot be closed. */
void jh_start_dialog_set_busy (JhStartDialog *self, gboolean busy);

/* Shows what is wrong in @label, which is in sight only then; NULL for
 * nothing. */
void jh_start_dialog_show_trouble (GtkLabel *label, const char *trouble);
