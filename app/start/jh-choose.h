/* Asking for a file or a folder, by the desktop's own dialog. */
#pragma once

#include <gtk/gtk.h>

/* JH_CHOOSE_BOOKS   books that are there
 * JH_CHOOSE_FOLDER  a folder
 * JH_CHOOSE_NEW     where new books are to stand */
typedef enum
{
  JH_CHOOSE_BOOKS,
  JH_CHOOSE_FOLDER,
  JH_CHOOSE_NEW,
} JhChooseWhat;

/* Told the path that was chosen; not called when nothing was. */
typedef void (*JhChosen) (GtkWindow *owner, const char *path);

/* Asks for @what before @owner under the title @title. @path is where to
 * begin: a folder, or for JH_CHOOSE_NEW the whole path that is proposed; NULL
 * for wherever people were last. */
void jh_choose (GtkWindow *owner, JhChooseWhat what, const char *title,
                const char *path, JhChosen chosen);
