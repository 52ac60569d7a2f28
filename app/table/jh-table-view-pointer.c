/* What is done with the pointer. */
#include "jh-table-view-private.h"

static JhTableSpot
find_spot (JhTableView *self, double x, double y, gboolean inside)
{
  if (self->model == NULL)
    return (JhTableSpot){ JH_SPOT_NOTHING };
  return jh_table_geometry_spot (&self->geometry, (int) x, (int) y, inside);
}

gboolean
jh_table_view_is_elsewhere (JhTableView *self, gpointer controller, double x,
                            double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (widget);
  GtkWidget *under = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  return (
    (event
     && gdk_event_get_surface (event) != gtk_native_get_surface (native))
    || (under
        && (under == self->editor
            || gtk_widget_is_ancestor (under, self->editor))));
}

static void
press_cell (JhTableView *self, JhTableSpot spot, gboolean extend)
{
  jh_table_cursor_end_run (&self->cursor);
  jh_table_cursor_place (&self->cursor, spot.row, spot.column, extend);
  jh_table_view_moved (self, extend);
}

/* Marks from the row of the cursor, or that alone. */
static void
press_row (JhTableView *self, guint row, gboolean extend)
{
  guint from = extend ? self->cursor.anchor_row : row;

  jh_table_cursor_mark (&self->cursor, from, 0, row,
                        self->geometry.n_columns - 1);
  jh_table_view_moved (self, TRUE);
}

static void
mark_all (JhTableView *self)
{
  if (self->geometry.n_rows == 0 || self->geometry.n_columns == 0)
    return;
  jh_table_cursor_mark (&self->cursor, 0, 0, self->geometry.n_rows - 1,
                        self->geometry.n_columns - 1);
  jh_table_view_remember (self);
  jh_table_view_focus_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  jh_table_view_tell_moved (self);
}

static void
open_cell (JhTableView *self)
{
  g_auto (JhTableCell) cell = { 0 };

  jh_table_model_get_cell (self->model, self->cursor.row, self->cursor.column,
                           &cell);
  if (cell.reason)
    jh_table_view_activate (self);
  else
    jh_table_view_begin (self, JH_EDIT_OPENED);
}

static void
press_edge (JhTableView *self, JhTableSpot spot, int n_press)
{
  if (n_press == 2)
    jh_table_view_fit_width (self, spot.column);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y,
            gpointer data)
{
  JhTableView *self = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  JhTableSpot spot;

  self->pressed = (JhTableSpot){ JH_SPOT_NOTHING };
  if (jh_table_view_is_elsewhere (self, gesture, x, y))
    {
      jh_table_view_press_list (self, gtk_event_controller_get_current_event (
                                        GTK_EVENT_CONTROLLER (gesture)));
      return;
    }
  if (!jh_table_view_keep (self))
    return;
  spot = find_spot (self, x, y, FALSE);
  self->pressed = spot;
  if (spot.kind == JH_SPOT_CELL)
    press_cell (self, spot, extend);
  else if (spot.kind == JH_SPOT_ROW)
    press_row (self, spot.row, extend);
  else if (spot.kind == JH_SPOT_CORNER)
    mark_all (self);
  else if (spot.kind == JH_SPOT_EDGE)
    press_edge (self, spot, n_press);
  if (spot.kind == JH_SPOT_CELL && n_press == 2)
    open_cell (self);
}

/* A head is clicked when the button is let go there: it may be the edge that
 * is dragged. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y,
             gpointer data)
{
  JhTableView *self = data;
  JhTableSpot spot = find_spot (self, x, y, FALSE);

  if (jh_table_view_is_elsewhere (self, gesture, x, y))
    return;
  if (self->pressed.kind == JH_SPOT_COLUMN && spot.kind == JH_SPOT_COLUMN
      && spot.column == self->pressed.column)
    jh_table_view_sort_next (self, spot.column);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y,
                 gpointer data)
{
  JhTableView *self = data;
  JhTableSpot spot = find_spot (self, x, y, FALSE);
  JhTableArea area = jh_table_cursor_area (&self->cursor);

  if (jh_table_view_is_elsewhere (self, gesture, x, y)
      || !jh_table_view_keep (self))
    return;
  if (spot.kind != JH_SPOT_CELL && spot.kind != JH_SPOT_ROW)
    return;
  if (spot.row - area.row >= area.n_rows
      || (spot.kind == JH_SPOT_CELL
          && spot.column - area.column >= area.n_columns))
    {
      if (spot.kind == JH_SPOT_CELL)
        press_cell (self, spot, FALSE);
      else
        press_row (self, spot.row, FALSE);
    }
  jh_table_view_show_menu (self, x, y);
}

/* Marks up to where the pointer is; it may be outside. */
static void
drag_to_pointer (JhTableView *self)
{
  JhTableSpot spot = find_spot (self, self->pointer_x, self->pointer_y, TRUE);

  if (spot.kind == JH_SPOT_NOTHING)
    return;
  if (self->pressed.kind == JH_SPOT_ROW)
    press_row (self, spot.row, TRUE);
  else if (spot.row != self->cursor.far_row
           || spot.column != self->cursor.far_column)
    press_cell (self, spot, TRUE);
}

/* While the pointer is held outside, the table scrolls row by row. */
static gboolean
drag_tick_cb (gpointer data)
{
  JhTableView *self = data;
  JhTableBounds body = jh_table_geometry_body (&self->geometry);
  double y = gtk_adjustment_get_value (self->down);
  double x = gtk_adjustment_get_value (self->across);

  if (self->pointer_y < body.y)
    gtk_adjustment_set_value (self->down, y - self->geometry.row);
  else if (self->pointer_y >= body.y + body.height)
    gtk_adjustment_set_value (self->down, y + self->geometry.row);
  if (self->pointer_x < body.x)
    gtk_adjustment_set_value (self->across, x - self->geometry.row);
  else if (self->pointer_x >= body.x + body.width)
    gtk_adjustment_set_value (self->across, x + self->geometry.row);
  drag_to_pointer (self);
  return G_SOURCE_CONTINUE;
}

void
jh_table_view_stop (JhTableView *self)
{
  g_clear_handle_id (&self->drag_tick, g_source_remove);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  JhTableView *self = data;

  if (self->pressed.kind == JH_SPOT_EDGE)
    self->drag_width = self->geometry.widths[self->pressed.column];
  else if (self->pressed.kind != JH_SPOT_CELL
           && self->pressed.kind != JH_SPOT_ROW)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  JhTableView *self = data;
  double from_x, from_y;

  if (self->pressed.kind == JH_SPOT_EDGE
      && self->pressed.column < self->geometry.n_columns)
    jh_table_view_drag_width (self, self->pressed.column,
                              self->drag_width + (int) x);
  if (self->pressed.kind != JH_SPOT_CELL && self->pressed.kind != JH_SPOT_ROW)
    return;
  gtk_gesture_drag_get_start_point (gesture, &from_x, &from_y);
  self->pointer_x = from_x + x;
  self->pointer_y = from_y + y;
  if (self->drag_tick == 0)
    self->drag_tick = g_timeout_add (50, drag_tick_cb, self);
  drag_to_pointer (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  jh_table_view_stop (data);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y,
           gpointer data)
{
  JhTableView *self = data;
  JhTableSpot spot = find_spot (self, x, y, FALSE);

  gtk_widget_set_cursor_from_name (
    GTK_WIDGET (self), spot.kind == JH_SPOT_EDGE ? "col-resize" : NULL);
}

static void
add_click (JhTableView *self, guint button, GCallback pressed)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect (click, "pressed", pressed, self);
  if (button == GDK_BUTTON_PRIMARY)
    g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
add_drag (JhTableView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
jh_table_view_add_pointer (JhTableView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  /* The later one sees a press first: the click finds out what is there,
   * and then the drag goes from it. */
  add_drag (self);
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (menu_pressed_cb));
  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
