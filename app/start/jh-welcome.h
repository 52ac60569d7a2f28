/* What the window shows while no books are open: the ways to begin, and the
 * books that were opened lately. Its buttons are the window's actions. */
#pragma once

#include <gtk/gtk.h>

#define JH_TYPE_WELCOME (jh_welcome_get_type ())
G_DECLARE_FINAL_TYPE (JhWelcome, jh_welcome, JH, WELCOME, GtkBox)

/* Signal "open" (const char *path): somebody wants the books @path. */

/* Looks anew which books were opened lately, and says @trouble, such as why
 * books could not be opened; NULL for none. */
void jh_welcome_show (JhWelcome *self, const char *trouble);
