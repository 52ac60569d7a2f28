/* Hands at the keyboard and the mouse of the display, by XTest: the program
 * gets what it would get from a person. After each, whatever follows from it
 * has happened. */
#pragma once

#include <gtk/gtk.h>

/* Presses keys one after another: names of X11 between spaces, with
 * <Ctrl>, <Shift> and <Alt> before them, such as "Down <Ctrl>c". */
void hands_press (const char *keys);

/* Types @text, Chinese too. */
void hands_type (const char *text);

/* Presses and lets go @times at @x, @y of @widget. */
void hands_click (GtkWidget *widget, int x, int y, guint button, guint times);

/* Drags with the left button. */
void hands_drag (GtkWidget *widget, int x, int y, int to_x, int to_y);

/* Holds Shift, or lets it go. */
void hands_shift (gboolean down);

/* Gives the keyboard of the display to @window. */
void hands_focus (GtkWidget *window);

/* Waits until nothing happens any more. */
void hands_settle (void);
