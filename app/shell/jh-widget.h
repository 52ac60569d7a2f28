/* What widgets of our own share. */
#pragma once

#include <gtk/gtk.h>

/* To dispose a widget that is no box and whose children a template made:
 * gives up the template of @type, and all children, of which GTK would
 * complain otherwise. */
void jh_widget_dispose_template (GtkWidget *self, GType type);

/* Says to a screen reader that the row of a list that @child fills is called
 * @name; GTK gives rows no name before 4.12. Does nothing while @child, which
 * may be NULL, is in no row. For a factory's "bind"; a template has
 * JhListRow. */
void jh_widget_name_row (GtkWidget *child, const char *name);
