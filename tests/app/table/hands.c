#include "hands.h"

#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <string.h>

#include "jh-test.h"

#define QUIET_ROUNDS 8
#define ROUNDS_MOST 1000
#define ROUND_US 4000

/* The connection of the hands, which is not that of the program. */
static Display *
get_display (void)
{
  static Display *display;

  if (display == NULL)
    display = XOpenDisplay (NULL);
  ck_assert_ptr_nonnull (display);
  return display;
}

void
hands_settle (void)
{
  int rounds = 0;

  gdk_display_sync (gdk_display_get_default ());
  for (int quiet = 0; quiet < QUIET_ROUNDS; quiet++)
    {
      while (g_main_context_iteration (NULL, FALSE) && rounds++ < ROUNDS_MOST)
        quiet = 0;
      g_usleep (ROUND_US);
    }
  ck_assert_msg (rounds < ROUNDS_MOST, "it never settles");
}

static void
hold (KeySym symbol, gboolean down)
{
  Display *display = get_display ();

  XTestFakeKeyEvent (display, XKeysymToKeycode (display, symbol), down,
                     CurrentTime);
}

/* The key of @symbol, and whether Shift goes with it. One that is on no key
 * is put on the last one. */
static KeyCode
find_key (KeySym symbol, gboolean *shift)
{
  Display *display = get_display ();
  KeyCode key = XKeysymToKeycode (display, symbol);
  KeySym both[] = { symbol, symbol };
  int first, last;

  *shift = key && XkbKeycodeToKeysym (display, key, 0, 0) != symbol
           && XkbKeycodeToKeysym (display, key, 0, 1) == symbol;
  if (key)
    return key;
  XDisplayKeycodes (display, &first, &last);
  XChangeKeyboardMapping (display, last, 2, both, 1);
  XSync (display, False);
  hands_settle ();
  return (KeyCode) last;
}

static void
strike (KeySym symbol)
{
  gboolean shift;
  KeyCode key = find_key (symbol, &shift);

  if (shift)
    hold (XK_Shift_L, TRUE);
  XTestFakeKeyEvent (get_display (), key, True, CurrentTime);
  XTestFakeKeyEvent (get_display (), key, False, CurrentTime);
  if (shift)
    hold (XK_Shift_L, FALSE);
  XSync (get_display (), False);
}

/* Holds what @key begins with; the rest of it. */
static const char *
hold_modifiers (const char *key, gboolean down)
{
  static const struct
  {
    const char *name;
    KeySym symbol;
  } held[] = {
    { "<Ctrl>", XK_Control_L },
    { "<Shift>", XK_Shift_L },
    { "<Alt>", XK_Alt_L },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (held); i++)
    if (g_str_has_prefix (key, held[i].name))
      {
        hold (held[i].symbol, down);
        key += strlen (held[i].name);
      }
  return key;
}

void
hands_press (const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, " ", -1);

  for (char **part = parts; *part; part++)
    {
      const char *name = hold_modifiers (*part, TRUE);
      KeySym symbol = XStringToKeysym (name);

      ck_assert_msg (symbol != NoSymbol, "there is no key %s", name);
      strike (symbol);
      hold_modifiers (*part, FALSE);
      XSync (get_display (), False);
      hands_settle ();
    }
}

void
hands_type (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      strike (letter < 0x100 ? letter : 0x01000000 | letter);
      hands_settle ();
    }
}

void
hands_shift (gboolean down)
{
  hold (XK_Shift_L, down);
  XSync (get_display (), False);
  hands_settle ();
}

/* Moves the pointer to a point of @widget. */
static void
point (GtkWidget *widget, int x, int y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Display *display = get_display ();
  Window window = gdk_x11_surface_get_xid (gtk_native_get_surface (native));
  Window child;
  double native_x, native_y, on_x, on_y;
  int root_x, root_y;

  gtk_native_get_surface_transform (native, &native_x, &native_y);
  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &on_x,
                                    &on_y);
  XTranslateCoordinates (display, window, DefaultRootWindow (display),
                         (int) (on_x + native_x), (int) (on_y + native_y),
                         &root_x, &root_y, &child);
  XTestFakeMotionEvent (display, -1, root_x, root_y, CurrentTime);
  XSync (display, False);
  hands_settle ();
}

void
hands_click (GtkWidget *widget, int x, int y, guint button, guint times)
{
  point (widget, x, y);
  for (guint i = 0; i < times; i++)
    {
      XTestFakeButtonEvent (get_display (), button, True, CurrentTime);
      XTestFakeButtonEvent (get_display (), button, False, CurrentTime);
    }
  XSync (get_display (), False);
  hands_settle ();
}

void
hands_drag (GtkWidget *widget, int x, int y, int to_x, int to_y)
{
  point (widget, x, y);
  XTestFakeButtonEvent (get_display (), 1, True, CurrentTime);
  point (widget, (x + to_x) / 2, (y + to_y) / 2);
  point (widget, to_x, to_y);
  XTestFakeButtonEvent (get_display (), 1, False, CurrentTime);
  XSync (get_display (), False);
  hands_settle ();
}

void
hands_focus (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  XSetInputFocus (get_display (), gdk_x11_surface_get_xid (surface),
                  RevertToParent, CurrentTime);
  XSync (get_display (), False);
  hands_settle ();
}
