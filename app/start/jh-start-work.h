/* The work behind the ways to begin and the file section of the menu, each
 * on a thread. */
#pragma once

#include <gtk/gtk.h>

/* Told on the main thread when it is over: @path is the file that was made
 * or changed, @words say what was done; both are NULL with @error. */
typedef void (*JhStartTold) (GtkWidget *owner, const char *path,
                             const char *words, const GError *error);

/* Makes books with the sample in the folder of documents, beside whatever is
 * there. */
void jh_start_sample (GtkWidget *owner, JhStartTold told);

/* Copies the books @path into their folder of copies. */
void jh_start_back_up (GtkWidget *owner, const char *path, JhStartTold told);

/* Copies the books @path to the file @to, which must not be there. */
void jh_start_save_copy (GtkWidget *owner, const char *path, const char *to,
                         JhStartTold told);

/* Takes the filing @filing out of the books @path. */
void jh_start_drop (GtkWidget *owner, const char *path, gint64 filing,
                    JhStartTold told);
