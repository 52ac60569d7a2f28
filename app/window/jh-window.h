/* The window: one file of books, its pages, and what the program says. */
#pragma once

#include <gtk/gtk.h>

#include "jh-document.h"
#include "jh-place.h"

#define JH_TYPE_WINDOW (jh_window_get_type ())
G_DECLARE_FINAL_TYPE (JhWindow, jh_window, JH, WINDOW, GtkApplicationWindow)

/* A window of @application in which nothing is shown yet. It belongs to
 * @application. */
JhWindow *jh_window_new (GtkApplication *application);

/* Shows the ways to begin, and @trouble when books could not be opened; may
 * be NULL. */
void jh_window_welcome (JhWindow *self, const char *trouble);

/* Reads the folder @folder and asks whether it is to be brought in. */
void jh_window_import (JhWindow *self, const char *folder);

/* Shows the copies of the books @path, to put one back. */
void jh_window_restore (JhWindow *self, const char *path);

/* Shows the books in @path. TRUE when they are shown; otherwise says why they
 * cannot be, and what was shown stays, or the ways to begin. */
gboolean jh_window_open (JhWindow *self, const char *path);

/* The document that is open, or NULL. Borrowed. */
JhDocument *jh_window_get_document (JhWindow *self);

/* Leads to @place. */
void jh_window_go (JhWindow *self, const JhPlace *place);

/* Says @words in the line at the bottom; @failed: something was not done. */
void jh_window_say (JhWindow *self, const char *words, gboolean failed);
