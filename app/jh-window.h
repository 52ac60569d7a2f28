/* The window: for now it names the books and lists their filings. */
#pragma once

#include <gtk/gtk.h>

#define JH_TYPE_WINDOW (jh_window_get_type ())
G_DECLARE_FINAL_TYPE (JhWindow, jh_window, JH, WINDOW, GtkApplicationWindow)

/* A window of @application without books. It belongs to @application. */
JhWindow *jh_window_new (GtkApplication *application);

/* Shows the books in @path, or in words why they cannot be shown. */
void jh_window_open (JhWindow *self, const char *path);
