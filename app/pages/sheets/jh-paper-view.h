/* Sheets of paper to look at: white pages with a frame, one under the other,
 * at any zoom, with a cursor over the cells of figures.
 *
 * Signals:
 * "moved" (): the cursor is on another cell
 * "activated" (): Enter or a double click on the cursor's cell
 * "viewed" (): the page in sight or the zoom is another one */
#pragma once

#include <gtk/gtk.h>

#include "jh-marks.h"
#include "jh-paper.h"

/* JH_ZOOM_FIXED stays as it is; the others follow the size of the view. */
typedef enum
{
  JH_ZOOM_FIXED,
  JH_ZOOM_WIDTH,
  JH_ZOOM_PAGE,
} JhZoomMode;

#define JH_TYPE_PAPER_VIEW (jh_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (JhPaperView, jh_paper_view, JH, PAPER_VIEW, GtkWidget)

/* Shows @paper of @grid, both of which must live until others are shown;
 * NULL shows nothing. @again: it is the same sheet with other figures, so
 * that the place that is looked at and the cursor stay. */
void jh_paper_view_show (JhPaperView *self, const JhPaper *paper,
                         const JhGrid *grid, gboolean again);

/* Marks the cells @cells (JhMarkedCell), which are taken over, on what is
 * shown. */
void jh_paper_view_set_marks (JhPaperView *self, GArray *cells);

/* The cell of the cursor; FALSE when there is none. */
gboolean jh_paper_view_get_cursor (JhPaperView *self, JhGridPlace *place);

/* Puts the cursor on the cell at @place and brings it into sight. */
void jh_paper_view_set_cursor (JhPaperView *self, JhGridPlace place);

/* Says to a screen reader what the cursor is on. */
void jh_paper_view_describe (JhPaperView *self, const char *words);

/* The page in sight, counted from 0. */
guint jh_paper_view_get_page (JhPaperView *self);

/* How many pages there are; 0 while nothing is shown. */
guint jh_paper_view_count_pages (JhPaperView *self);

/* Brings page @page into sight. */
void jh_paper_view_go_page (JhPaperView *self, guint page);

/* The zoom; 1 is 100 %. */
double jh_paper_view_get_zoom (JhPaperView *self);

/* How the zoom is chosen. */
JhZoomMode jh_paper_view_get_mode (JhPaperView *self);

/* Chooses the zoom; @zoom matters to JH_ZOOM_FIXED alone. */
void jh_paper_view_set_zoom (JhPaperView *self, JhZoomMode mode, double zoom);
