#pragma once

#include "jh-grid-walk.h"
#include "jh-paper-space.h"
#include "jh-paper-view.h"

/* adjustments, policies: across and down, as a GtkScrollable has them
 * nodes: GskRenderNode of the pages drawn so far, by page; in points
 * marks: JhMarkedCell; NULL for none
 * space: where the pages are
 * height: of the view as it was last given
 * shown_page: the page that was last told to be in sight
 * telling: the source that tells what is in sight, or 0 */
struct _JhPaperView
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  const JhPaper *paper;
  const JhGrid *grid;
  GHashTable *nodes;
  GArray *marks;
  JhPaperSpace space;
  JhZoomMode mode;
  int height;
  guint shown_page;
  guint telling;
  gboolean has_cursor;
  JhGridPlace cursor;
};

/* Draws what is in sight. */
void jh_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* Adds what keys and the pointer do. */
void jh_paper_view_add_input (JhPaperView *self);

/* How far down (1) or across (0) is looked. */
double jh_paper_view_get_offset (JhPaperView *self, int axis);

/* Looks from @offset on. */
void jh_paper_view_set_offset (JhPaperView *self, int axis, double offset);

/* Lays the pages out for the size that the view has. */
void jh_paper_view_lay_out (JhPaperView *self);

/* Tells that the page in sight or the zoom may be another one: later, for
 * what follows it may not change while sizes are given out. */
void jh_paper_view_tell (JhPaperView *self);

/* Zooms so that what is at @x, @y of the widget stays there. */
void jh_paper_view_zoom_at (JhPaperView *self, double zoom, double x,
                            double y);

/* Tells everybody that the cursor's cell was activated. */
void jh_paper_view_activate_cell (JhPaperView *self);
