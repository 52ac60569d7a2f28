/* Lines to be read and copied: what is wrong in a folder, what a rollover
 * left behind. */
#pragma once

#include <gtk/gtk.h>

#define JH_TYPE_NOTES (jh_notes_get_type ())
G_DECLARE_FINAL_TYPE (JhNotes, jh_notes, JH, NOTES, GtkWindow)

/* Shows @lines, a text, before @parent, which may be NULL, under the title
 * @title, with the sentence @head above them. It goes away by itself. */
void jh_notes_show (GtkWindow *parent, const char *title, const char *head,
                    const char *lines);
