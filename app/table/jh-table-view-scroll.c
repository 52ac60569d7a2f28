/* The wheel. */
#include "jh-table-view-private.h"

#define WHEEL_ROWS 3
#define SMOOTH 2.5

/* Scrolls by @by pixels; whether there was room for it, since what is around
 * the table may want to scroll otherwise. */
static gboolean
scroll (GtkAdjustment *adjustment, double by)
{
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + by);
  return gtk_adjustment_get_value (adjustment) != before;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy,
           gpointer data)
{
  JhTableView *self = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = (gtk_event_controller_scroll_get_unit (controller)
                    == GDK_SCROLL_UNIT_WHEEL);
  double step = wheel ? WHEEL_ROWS * self->geometry.row : SMOOTH;
  gboolean moved = FALSE;

  if (jh_table_view_is_elsewhere (self, controller, 0, 0))
    return FALSE;
  jh_table_view_close_list (self);
  if (state & GDK_SHIFT_MASK && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (dy != 0)
    moved = scroll (self->down, dy * step);
  if (dx != 0)
    moved = scroll (self->across, dx * step) || moved;
  return moved;
}

void
jh_table_view_add_wheel (JhTableView *self)
{
  GtkEventController *wheel
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}
