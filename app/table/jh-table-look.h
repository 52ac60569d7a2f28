/* How the text of a cell looks. */
#pragma once

#include "jh-table-box.h"

/* The attributes of a text with @flags, whose note begins at the byte @note;
 * G_MAXUINT for none. The caller unrefs them. */
PangoAttrList *jh_table_look_new (JhTableBoxFlags flags,
                                  gsize note) G_GNUC_WARN_UNUSED_RESULT;

/* The same without a note, made once for all cells. Borrowed. */
PangoAttrList *jh_table_look_get (JhTableBoxFlags flags);

/* Fills the triangle of the three @points. */
void jh_table_look_draw_triangle (GtkSnapshot *snapshot,
                                  const GdkRGBA *colour,
                                  const graphene_point_t *points);
