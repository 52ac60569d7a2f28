/* What widgets of our own share. */
#pragma once

#include <gtk/gtk.h>

/* To dispose a widget that is no box and whose children a template made:
 * gives up the template of @type, and all children, of which GTK would
 * complain otherwise. */
void jh_widget_dispose_template (GtkWidget *self, GType type);

/* Says to a screen reader that the row of a list that @item fills in is
 * called @name; GTK gives rows no name before 4.12. For the factory's
 * "bind". */
void jh_widget_name_row (GtkListItem *item, const char *name);
