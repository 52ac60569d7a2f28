/* The zoom, and what stays where it is when it changes. */
#include "jh-paper-view-private.h"

double
jh_paper_view_get_zoom (JhPaperView *self)
{
  return self->space.zoom;
}

JhZoomMode
jh_paper_view_get_mode (JhPaperView *self)
{
  return self->mode;
}

void
jh_paper_view_zoom_at (JhPaperView *self, double zoom, double x, double y)
{
  double factor = CLAMP (zoom, JH_ZOOM_MIN, JH_ZOOM_MAX) / self->space.zoom;
  double across = (jh_paper_view_get_offset (self, 0) + x) * factor - x;
  double down = (jh_paper_view_get_offset (self, 1) + y) * factor - y;

  self->mode = JH_ZOOM_FIXED;
  self->space.zoom *= factor;
  jh_paper_view_lay_out (self);
  jh_paper_view_set_offset (self, 0, across);
  jh_paper_view_set_offset (self, 1, down);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jh_paper_view_tell (self);
}

/* What stays where it is when keys zoom: the cursor if it is in sight, else
 * the middle of the upper side. */
static void
find_anchor (JhPaperView *self, double *x, double *y)
{
  double scale = self->space.zoom * JH_PAPER_POINT;
  guint page = jh_paper_view_get_page (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  JhBox box;

  *x = width / 2.0;
  *y = 0;
  if (!self->has_cursor
      || !jh_paper_find_box (self->paper, page, self->cursor, &box))
    return;
  *x = jh_paper_space_left (&self->space) + (box.x + box.width / 2) * scale
       - jh_paper_view_get_offset (self, 0);
  *y = jh_paper_space_top (&self->space, page)
       + (box.y + box.height / 2) * scale
       - jh_paper_view_get_offset (self, 1);
  *x = CLAMP (*x, 0, width);
  *y = CLAMP (*y, 0, height);
}

void
jh_paper_view_set_zoom (JhPaperView *self, JhZoomMode mode, double zoom)
{
  guint page = jh_paper_view_get_page (self);
  double x, y;

  if (mode == JH_ZOOM_FIXED)
    {
      find_anchor (self, &x, &y);
      jh_paper_view_zoom_at (self, zoom, x, y);
      return;
    }
  self->mode = mode;
  jh_paper_view_lay_out (self);
  jh_paper_view_go_page (self, page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jh_paper_view_tell (self);
}
