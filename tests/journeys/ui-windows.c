/* The program's windows on the display, on which there is no window
 * manager. */
#include <cairo-xlib.h>
#include <string.h>

#include "ui-private.h"

/* What GTK keeps for itself is smaller. */
#define SMALLEST 8

GArray *
ui_list_windows (Ui *ui)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (UiWindow));
  Window root, parent;
  Window *children = NULL;
  unsigned n = 0;

  XQueryTree (ui->display, DefaultRootWindow (ui->display), &root, &parent,
              &children, &n);
  while (n-- > 0)
    {
      XWindowAttributes now;
      UiWindow window;

      if (!XGetWindowAttributes (ui->display, children[n], &now)
          || now.map_state != IsViewable || now.width < SMALLEST)
        continue;
      window = (UiWindow){ children[n], now.override_redirect,
                           now.x,       now.y,
                           now.width,   now.height };
      g_array_append_val (windows, window);
    }
  if (children)
    XFree (children);
  return windows;
}

Window
ui_get_top (Ui *ui)
{
  g_autoptr (GArray) windows = ui_list_windows (ui);

  for (guint i = 0; i < windows->len; i++)
    if (!g_array_index (windows, UiWindow, i).popup)
      return g_array_index (windows, UiWindow, i).id;
  return 0;
}

void
ui_focus_window (Ui *ui)
{
  Window top = ui_get_top (ui);
  Window now;
  int revert;

  XGetInputFocus (ui->display, &now, &revert);
  if (top && now != top)
    XSetInputFocus (ui->display, top, RevertToPointerRoot, CurrentTime);
  XSync (ui->display, False);
}

/* Whether the top window has the size of @data. */
static gboolean
has_size (Ui *ui, gconstpointer data)
{
  const UiWindow *wanted = data;
  g_autoptr (GArray) windows = ui_list_windows (ui);

  for (guint i = 0; i < windows->len; i++)
    {
      const UiWindow *window = &g_array_index (windows, UiWindow, i);

      if (window->id == wanted->id)
        return window->width == wanted->width
               && window->height == wanted->height;
    }
  return FALSE;
}

void
ui_resize (Ui *ui, int width, int height)
{
  UiWindow wanted
    = { .id = ui_get_top (ui), .width = width, .height = height };

  XMoveResizeWindow (ui->display, wanted.id, 0, 0, (unsigned) width,
                     (unsigned) height);
  XSync (ui->display, False);
  if (!ui_wait (ui, has_size, &wanted))
    ui_fail (ui, "the window does not take that size");
}

/* What is on the display where the lowest window is, the main one, in
 * memory. The caller destroys it. */
static cairo_surface_t *
take_picture (Ui *ui)
{
  g_autoptr (GArray) windows = ui_list_windows (ui);
  int screen = DefaultScreen (ui->display);
  const UiWindow *main = &g_array_index (windows, UiWindow, windows->len - 1);
  cairo_surface_t *display = cairo_xlib_surface_create (
    ui->display, DefaultRootWindow (ui->display),
    DefaultVisual (ui->display, screen), DisplayWidth (ui->display, screen),
    DisplayHeight (ui->display, screen));
  cairo_surface_t *picture = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, main->width, main->height);
  cairo_t *cairo = cairo_create (picture);

  cairo_set_source_surface (cairo, display, -main->x, -main->y);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_destroy (display);
  cairo_surface_flush (picture);
  return picture;
}

/* Whether the window looks as it did a blink ago; what it looked like is in
 * the cairo_surface_t * at @data. */
static gboolean
is_still (Ui *ui, gconstpointer data)
{
  cairo_surface_t **before = (cairo_surface_t **) data;
  cairo_surface_t *now = take_picture (ui);
  gsize size = (gsize) cairo_image_surface_get_stride (now)
               * (gsize) cairo_image_surface_get_height (now);
  gboolean same = *before
                  && memcmp (cairo_image_surface_get_data (*before),
                             cairo_image_surface_get_data (now), size)
                       == 0;

  if (*before)
    cairo_surface_destroy (*before);
  *before = now;
  return same;
}

void
ui_settle (Ui *ui)
{
  cairo_surface_t *before = NULL;

  if (!ui_wait (ui, is_still, &before))
    ui_fail (ui, "the window does not come to rest");
  cairo_surface_destroy (before);
}

void
ui_picture (Ui *ui, const char *path)
{
  cairo_surface_t *picture = take_picture (ui);
  cairo_status_t status = cairo_surface_write_to_png (picture, path);

  cairo_surface_destroy (picture);
  ck_assert_msg (status == CAIRO_STATUS_SUCCESS, "%s: %s", path,
                 cairo_status_to_string (status));
}
