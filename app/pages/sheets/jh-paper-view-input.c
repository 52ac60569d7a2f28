/* Keys and the pointer. */
#include "jh-paper-view-private.h"

/* How much of the sight a page key moves. */
#define PAGE_PART 0.9

static void
walk (JhPaperView *self, JhStep step)
{
  JhGridPlace place = self->cursor;

  if (!self->has_cursor)
    step = JH_STEP_FIRST;
  if (jh_grid_walk (self->grid, &place, step))
    jh_paper_view_set_cursor (self, place);
}

/* The step that @key asks for; FALSE when it asks for none. */
static gboolean
find_step (guint key, gboolean control, JhStep *step)
{
  static const struct
  {
    guint key;
    guint keypad;
    JhStep step;
    JhStep with_control;
  } steps[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, JH_STEP_LEFT, JH_STEP_HOME },
    { GDK_KEY_Right, GDK_KEY_KP_Right, JH_STEP_RIGHT, JH_STEP_END },
    { GDK_KEY_Up, GDK_KEY_KP_Up, JH_STEP_UP, JH_STEP_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, JH_STEP_DOWN, JH_STEP_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, JH_STEP_HOME, JH_STEP_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, JH_STEP_END, JH_STEP_LAST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (key == steps[i].key || key == steps[i].keypad)
      {
        *step = control ? steps[i].with_control : steps[i].step;
        return TRUE;
      }
  return FALSE;
}

static gboolean
scroll_page (JhPaperView *self, guint key)
{
  double sight = gtk_widget_get_height (GTK_WIDGET (self)) * PAGE_PART;
  double now = jh_paper_view_get_offset (self, 1);

  if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down
      || key == GDK_KEY_space)
    jh_paper_view_set_offset (self, 1, now + sight);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    jh_paper_view_set_offset (self, 1, now - sight);
  else
    return FALSE;
  return TRUE;
}

static gboolean
pressed_cb (GtkEventControllerKey *controller, guint key, guint code,
            GdkModifierType state, gpointer data)
{
  JhPaperView *self = data;
  JhStep step;

  if (self->paper == NULL || (state & GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (find_step (key, (state & GDK_CONTROL_MASK) != 0, &step))
    {
      walk (self, step);
      return GDK_EVENT_STOP;
    }
  if (state & GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      jh_paper_view_activate_cell (self);
      return GDK_EVENT_STOP;
    }
  return scroll_page (self, key);
}

static void
clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y,
            gpointer data)
{
  JhPaperView *self = data;
  double scale = self->space.zoom * JH_PAPER_POINT;
  double down = y + jh_paper_view_get_offset (self, 1);
  double across = x + jh_paper_view_get_offset (self, 0);
  guint page = jh_paper_space_find (&self->space, down);
  JhGridPlace place;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->paper == NULL
      || !jh_paper_find_cell (
        self->paper, page,
        (across - jh_paper_space_left (&self->space)) / scale,
        (down - jh_paper_space_top (&self->space, page)) / scale, &place)
      || !jh_grid_is_figure (self->grid, place))
    return;
  jh_paper_view_set_cursor (self, place);
  if (n_press == 2)
    jh_paper_view_activate_cell (self);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy,
             gpointer data)
{
  JhPaperView *self = data;
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (base);
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;

  if (!(gtk_event_controller_get_current_event_state (base)
        & GDK_CONTROL_MASK)
      || event == NULL || dy == 0)
    return GDK_EVENT_PROPAGATE;
  jh_paper_view_zoom_at (
    self, jh_paper_space_step (self->space.zoom, dy < 0 ? 1 : -1), x,
    gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
  return GDK_EVENT_STOP;
}

void
jh_paper_view_add_input (JhPaperView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
    | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (focus, "enter",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, focus);
}
