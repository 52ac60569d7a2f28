/* A box that a template puts into a row of a list, and that tells the row
 * its name for those who listen: GTK gives rows no name before 4.12.
 *
 * Property "label": the name; bound in the template. */
#pragma once

#include <gtk/gtk.h>

#define JH_TYPE_LIST_ROW (jh_list_row_get_type ())
G_DECLARE_FINAL_TYPE (JhListRow, jh_list_row, JH, LIST_ROW, GtkBox)
