/* One row on the screen: the number of the row and its cells, of which only
 * those in sight have a widget. The head and the totals are rows too. */
#pragma once

#include <gtk/gtk.h>

#include "jh-table-box.h"
#include "jh-table-geometry.h"

#define JH_TYPE_TABLE_LINE (jh_table_line_get_type ())
G_DECLARE_FINAL_TYPE (JhTableLine, jh_table_line, JH, TABLE_LINE, GtkWidget)

/* What a row is made of: the CSS names of the row and its cells, the role of
 * the cells, and whether they take the keyboard. Static. */
typedef struct
{
  const char *css_name;
  const char *box_name;
  GtkAccessibleRole role;
  gboolean focusable;
} JhTableLineKind;

/* A row whose columns are those of @geometry, which outlives it. */
GtkWidget *jh_table_line_new (const JhTableLineKind *kind,
                              const JhTableGeometry *geometry,
                              PangoContext *context);

/* The number of the row in the table; G_MAXUINT when it has none. */
guint jh_table_line_get_row (JhTableLine *line);

/* Makes it the row @row: all its cells are to be filled in again. */
void jh_table_line_set_row (JhTableLine *line, guint row);

/* The cell with the number of the row. */
JhTableBox *jh_table_line_get_gutter (JhTableLine *line);

/* The cell of @column; NULL when it was never in sight. */
JhTableBox *jh_table_line_get_box (JhTableLine *line, guint column);

/* Makes the cells that are in sight now and were not before; not while GTK
 * lays out. */
void jh_table_line_make_boxes (JhTableLine *line);

/* Shows the cells that are in sight now. FALSE when some have to be made
 * first. */
gboolean jh_table_line_show_columns (JhTableLine *line);

/* All cells are to be filled in again. */
void jh_table_line_make_stale (JhTableLine *line);

/* Lets go of all cells: the columns are others now. */
void jh_table_line_forget (JhTableLine *line);
