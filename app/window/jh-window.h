/* The window: one file of books, its pages, and what the program says. */
#pragma once

#include <gtk/gtk.h>

#include "jh-document.h"
#include "jh-place.h"

#define JH_TYPE_WINDOW (jh_window_get_type ())
G_DECLARE_FINAL_TYPE (JhWindow, jh_window, JH, WINDOW, GtkApplicationWindow)

/* A window of @application without books: the welcome page. It belongs to
 * @application. */
JhWindow *jh_window_new (GtkApplication *application);

/* Shows the books in @path, or in words why they cannot be shown. TRUE when
 * they are shown. */
gboolean jh_window_open (JhWindow *self, const char *path);

/* The document that is open, or NULL. Borrowed. */
JhDocument *jh_window_get_document (JhWindow *self);

/* Leads to @place. */
void jh_window_go (JhWindow *self, const JhPlace *place);

/* Says @words in the line at the bottom; @failed: something was not done. */
void jh_window_say (JhWindow *self, const char *words, gboolean failed);
