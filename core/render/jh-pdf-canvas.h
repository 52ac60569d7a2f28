/* Words on a page of a PDF. */
#pragma once

#include "jh-pages.h"

#include <cairo.h>

/* How words stand in their box, across. */
typedef enum
{
  JH_ALIGN_LEFT,
  JH_ALIGN_CENTER,
  JH_ALIGN_RIGHT,
} JhAlign;

/* size: of the type, in points
 * wrap: broken to the width of the box; else one line, made smaller when
 *       it is too long */
typedef struct
{
  double size;
  gboolean strong;
  gboolean wrap;
  JhAlign align;
} JhType;

typedef struct _JhCanvas JhCanvas;

/* A canvas that draws with @cr, which it keeps. One unit of @cr is a point.
 * Free it with jh_canvas_free(). */
JhCanvas *jh_canvas_new (cairo_t *cr) G_GNUC_WARN_UNUSED_RESULT;

/* The context that is drawn with; borrowed. */
cairo_t *jh_canvas_get_cairo (JhCanvas *canvas);

/* Draws @text in the middle of @box. Words too high for the box end in …,
 * and nothing is ever drawn outside of it. */
void jh_canvas_draw (JhCanvas *canvas, const char *text, const JhBox *box,
                     const JhType *type);

/* How high @text is at the size of the body, broken to @width: a JhMeasure
 * whose data is a JhCanvas. */
double jh_canvas_measure (const char *text, double width, gboolean strong,
                          gpointer canvas);

/* Frees @canvas. */
void jh_canvas_free (JhCanvas *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhCanvas, jh_canvas_free)
