/* A grid on sheets of A4 paper, for the screen and for the printer: the same
 * pages as in a PDF, at any zoom, and which cell is where on them.
 *
 * Places on a page are points (1/72 inch) from the upper left corner of the
 * paper, whatever the zoom. Pages are counted from 0. */
#pragma once

#include "jh-pages.h"

#include <cairo.h>

typedef struct _JhPaper JhPaper;

/* Lays out @grid, which must live as long; the layout is that of
 * jh_render_pdf(). A paper does not change, and any thread may make one or
 * draw one. Free it with jh_paper_free(). */
JhPaper *jh_paper_new (const JhGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @paper; NULL is allowed. */
void jh_paper_free (JhPaper *paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhPaper, jh_paper_free)

/* How many pages there are, at least 1. */
guint jh_paper_count (const JhPaper *paper);

/* The size of every page, in points. */
void jh_paper_get_size (const JhPaper *paper, double *width, double *height);

/* Draws page @page in black, without its paper, with @cr, one unit of which
 * is a point. @number of @total is printed at the bottom. */
void jh_paper_draw (const JhPaper *paper, cairo_t *cr, guint page,
                    guint number, guint total);

/* The cell at @x, @y of page @page: the upper left one of merged cells, and
 * the repeated ones too. FALSE when there is none. */
gboolean jh_paper_find_cell (const JhPaper *paper, guint page, double x,
                             double y, JhGridPlace *place);

/* Where page @page shows the cell at @place, with all that is merged with
 * it; the part that the page shows when it is cut. FALSE when the page does
 * not show it. */
gboolean jh_paper_find_box (const JhPaper *paper, guint page,
                            JhGridPlace place, JhBox *box);

/* The first page that shows the cell at @place; 0 for one outside. */
guint jh_paper_find_page (const JhPaper *paper, JhGridPlace place);
