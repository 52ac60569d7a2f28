/* What is in sight, as a screen reader is told of it.
 *
 * GTK 4.8 calls everything visible that exists, pages that are not shown
 * too. So whether a widget is in sight is found out as with the pointer: by
 * asking the window what is at the widget's middle. */
#include <string.h>

#include "ui-private.h"

/* Nothing is deeper, nor has more children that matter. */
#define DEPTH 60
#define CHILDREN 400

/* A look at one window.
 *
 * frame: the accessible of the window or popover, and extents its place
 *   in what it calls window coordinates
 * x, y: what is added to those to get to the display's */
typedef struct
{
  Ui *ui;
  GArray *windows;
  UiMatch match;
  gconstpointer data;
  UiSpot *spot;
} Search;

typedef struct
{
  AtspiAccessible *frame;
  gboolean popup;
  int x, y;
} Surface;

/* The place of @widget in its window; FALSE when it has none. */
static gboolean
get_extents (AtspiAccessible *widget, AtspiRect *extents)
{
  g_autoptr (AtspiComponent) component
    = atspi_accessible_get_component_iface (widget);
  AtspiRect *found = component ? atspi_component_get_extents (
                       component, ATSPI_COORD_TYPE_WINDOW, NULL)
                               : NULL;

  if (found)
    *extents = *found;
  g_free (found);
  return found != NULL;
}

/* GTK makes the accessible of a widget when somebody comes by it from the
 * one above; until then it answers that nothing is there. */
static void
come_by (AtspiAccessible *widget, int x, int y, int depth)
{
  int n = MIN (atspi_accessible_get_child_count (widget, NULL), CHILDREN);

  for (int i = 0; i < n && depth < DEPTH; i++)
    {
      g_autoptr (AtspiAccessible) child
        = atspi_accessible_get_child_at_index (widget, i, NULL);
      AtspiRect extents;

      if (child
          && (!get_extents (child, &extents)
              || (x >= extents.x && x < extents.x + extents.width
                  && y >= extents.y && y < extents.y + extents.height)))
        come_by (child, x, y, depth + 1);
    }
}

/* What the pointer finds at a point in @widget's window. */
static AtspiAccessible *
dup_hit (const Surface *surface, AtspiAccessible *widget, int x, int y)
{
  g_autoptr (AtspiComponent) component
    = atspi_accessible_get_component_iface (surface->frame);
  AtspiAccessible *hit = atspi_component_get_accessible_at_point (
    component, x, y, ATSPI_COORD_TYPE_WINDOW, NULL);

  if (hit)
    return hit;
  come_by (widget, x, y, 0);
  return atspi_component_get_accessible_at_point (
    component, x, y, ATSPI_COORD_TYPE_WINDOW, NULL);
}

/* Whether @inner is @outer or in it. */
static gboolean
is_within (AtspiAccessible *inner, AtspiAccessible *outer)
{
  g_autoptr (AtspiAccessible) step = g_object_ref (inner);

  for (int i = 0; step && i < DEPTH; i++)
    {
      AtspiAccessible *parent;

      if (step == outer)
        return TRUE;
      parent = atspi_accessible_get_parent (step, NULL);
      g_object_unref (step);
      step = parent;
    }
  return FALSE;
}

static gboolean
is_in_window (const Surface *surface, int x, int y)
{
  AtspiRect window;

  return get_extents (surface->frame, &window) && x >= 0 && y >= 0
         && x < window.width && y < window.height;
}

/* A widget is in sight when the pointer finds it or what is in it; one that
 * cannot be used now lets the pointer through to what holds it. Of what is in
 * an entry GTK does not tell. */
static gboolean
is_in_sight (const Surface *surface, AtspiAccessible *widget,
             const AtspiRect *extents)
{
  int x = extents->x + extents->width / 2;
  int y = extents->y + extents->height / 2;
  g_autoptr (AtspiAccessible) hit = NULL;

  if (extents->width <= 0 || extents->height <= 0)
    return FALSE;
  if (surface->popup)
    return TRUE;
  if (!is_in_window (surface, x, y))
    return FALSE;
  hit = dup_hit (surface, widget, x, y);
  return hit == NULL || is_within (hit, widget) || is_within (widget, hit);
}

/* Whether the pointer finds @child or what is in it, at any of some points:
 * GTK does not tell of handles between two widgets. */
static gboolean
is_on_top (const Surface *surface, AtspiAccessible *child,
           const AtspiRect *extents)
{
  static const int eighths[][2]
    = { { 4, 4 }, { 2, 2 }, { 6, 2 }, { 2, 6 }, { 5, 7 } };

  for (gsize i = 0; i < G_N_ELEMENTS (eighths); i++)
    {
      g_autoptr (AtspiAccessible) hit = dup_hit (
        surface, child, extents->x + extents->width * eighths[i][0] / 8,
        extents->y + extents->height * eighths[i][1] / 8);

      if (hit && is_within (hit, child))
        return TRUE;
    }
  return FALSE;
}

/* Pages of a stack have no place of their own. The one that is shown is what
 * the pointer finds. */
static gboolean
is_hidden_page (const Surface *surface, AtspiAccessible *widget)
{
  g_autoptr (AtspiAccessible) child = NULL;
  AtspiRect extents;

  if (surface->popup)
    return FALSE;
  child = atspi_accessible_get_child_at_index (widget, 0, NULL);
  return child == NULL || !get_extents (child, &extents) || extents.width <= 0
         || extents.height <= 0 || !is_on_top (surface, child, &extents);
}

/* A popover is a window of its own on the display: the one of its size. */
static Surface
enter (const Search *search, const Surface *surface, AtspiAccessible *widget,
       const AtspiRect *extents)
{
  for (guint i = 0; i < search->windows->len; i++)
    {
      const UiWindow *window = &g_array_index (search->windows, UiWindow, i);

      if (window->popup && window->width == extents->width
          && window->height == extents->height)
        return (Surface){ widget, TRUE, window->x - extents->x,
                          window->y - extents->y };
    }
  return *surface;
}

static gboolean search_in (Search *search, const Surface *surface,
                           AtspiAccessible *widget, int depth);

static gboolean
search_children (Search *search, const Surface *surface,
                 AtspiAccessible *widget, int depth)
{
  int n = MIN (atspi_accessible_get_child_count (widget, NULL), CHILDREN);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child
        = atspi_accessible_get_child_at_index (widget, i, NULL);

      if (child && search_in (search, surface, child, depth + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
search_in (Search *search, const Surface *surface, AtspiAccessible *widget,
           int depth)
{
  AtspiRect extents;
  gboolean placed = get_extents (widget, &extents);
  Surface own = placed ? enter (search, surface, widget, &extents) : *surface;

  if (depth > DEPTH || (!placed && is_hidden_page (&own, widget)))
    return FALSE;
  if (placed && search->match (widget, search->data)
      && is_in_sight (&own, widget, &extents))
    {
      *search->spot
        = (UiSpot){ g_object_ref (widget), own.x + extents.x,
                    own.y + extents.y, extents.width, extents.height };
      return TRUE;
    }
  return search_children (search, &own, widget, depth);
}

/* The window on the display that @frame is: the one of its size, but for the
 * border that GTK draws around it. */
static Surface
get_surface (const Search *search, AtspiAccessible *frame)
{
  Surface surface = { frame, FALSE, 0, 0 };
  int nearest = G_MAXINT;
  AtspiRect extents;

  if (!get_extents (frame, &extents))
    return surface;
  for (guint i = 0; i < search->windows->len; i++)
    {
      const UiWindow *window = &g_array_index (search->windows, UiWindow, i);
      int wide = window->width - extents.width;
      int high = window->height - extents.height;

      if (window->popup || wide < 0 || high < 0 || wide + high >= nearest)
        continue;
      nearest = wide + high;
      surface.x = window->x + wide / 2;
      surface.y = window->y + high / 2;
    }
  return surface;
}

gboolean
ui_find (Ui *ui, UiMatch match, gconstpointer data, UiSpot *spot)
{
  g_autoptr (GArray) windows = ui_list_windows (ui);
  Search search = { ui, windows, match, data, spot };

  /* The newest window is the last child, and above the others. */
  for (int i = atspi_accessible_get_child_count (ui->program, NULL) - 1;
       i >= 0; i--)
    {
      g_autoptr (AtspiAccessible) frame
        = atspi_accessible_get_child_at_index (ui->program, i, NULL);
      Surface surface;

      if (frame == NULL)
        continue;
      surface = get_surface (&search, frame);
      if (search_in (&search, &surface, frame, 0))
        return TRUE;
    }
  return FALSE;
}

char *
ui_dup_words (AtspiAccessible *widget)
{
  g_autofree char *name = atspi_accessible_get_name (widget, NULL);
  AtspiRole role = atspi_accessible_get_role (widget, NULL);
  g_autoptr (AtspiText) text = NULL;
  g_autofree char *content = NULL;

  if (role == ATSPI_ROLE_TEXT || role == ATSPI_ROLE_ENTRY)
    text = atspi_accessible_get_text_iface (widget);
  if (text)
    content = atspi_text_get_text (text, 0, -1, NULL);
  return g_strconcat (name ? name : "", content ? " " : NULL, content, NULL);
}
