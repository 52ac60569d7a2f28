/* The window comes back as it was. */
#include "jh-state.h"
#include "jh-window-private.h"

void
jh_window_remember_size (JhWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  jh_state_set_number ("window", "maximized", maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (maximized || width <= 0 || height <= 0)
    return;
  jh_state_set_number ("window", "width", width);
  jh_state_set_number ("window", "height", height);
}

/* How wide the narrowest display is; windows are no wider at first. */
static int
find_display_width (JhWindow *self)
{
  GListModel *monitors
    = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  int width = G_MAXINT;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      width = MIN (width, area.width);
    }
  return width;
}

void
jh_window_recall_size (JhWindow *self)
{
  int width = MIN (jh_state_get_number ("window", "width", 1180),
                   find_display_width (self));
  int height = jh_state_get_number ("window", "height", 740);

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width, 640, 10000),
                               CLAMP (height, 480, 10000));
  if (jh_state_get_number ("window", "maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  jh_window_show_findings (self,
                           jh_state_get_number ("window", "findings", FALSE));
}
