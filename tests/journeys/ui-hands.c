/* Keys and clicks, by the XTest extension of the display: the program cannot
 * tell them from a person's. */
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <string.h>

#include "ui-private.h"

#define LEFT_BUTTON 1

static void
hold (Ui *ui, KeySym symbol, Bool down)
{
  XTestFakeKeyEvent (ui->display, XKeysymToKeycode (ui->display, symbol),
                     down, CurrentTime);
}

/* The key that @symbol is on, and whether Shift goes with it; 0 when it is
 * on none. */
static KeyCode
find_key (Ui *ui, KeySym symbol, gboolean *shift)
{
  int first, last, width;
  KeySym *symbols;
  KeyCode key = 0;

  XDisplayKeycodes (ui->display, &first, &last);
  symbols = XGetKeyboardMapping (ui->display, (KeyCode) first,
                                 last - first + 1, &width);
  for (int i = first; i <= last && key == 0; i++)
    for (int level = 0; level < 2 && key == 0; level++)
      if (symbols[(i - first) * width + level] == symbol)
        {
          key = (KeyCode) i;
          *shift = level == 1;
        }
  XFree (symbols);
  return key;
}

/* Puts @symbol on a key that has none, the longest unused of them: what was
 * typed just before may not have been read yet. */
static KeyCode
borrow_key (Ui *ui, KeySym symbol)
{
  int first, last, width;
  KeySym *symbols;
  KeySym both[] = { symbol, symbol };
  int key;

  XDisplayKeycodes (ui->display, &first, &last);
  symbols = XGetKeyboardMapping (ui->display, (KeyCode) first,
                                 last - first + 1, &width);
  key = ui->spare ? ui->spare : last;
  for (int i = 0; i <= last - first; i++)
    {
      KeySym now = symbols[(key - first) * width];

      if (now == NoSymbol || (now & 0xff000000) == 0x01000000)
        break;
      key = key > first ? key - 1 : last;
    }
  XFree (symbols);
  XChangeKeyboardMapping (ui->display, key, 2, both, 1);
  XSync (ui->display, False);
  ui->spare = key > first ? key - 1 : last;
  return (KeyCode) key;
}

static void
strike (Ui *ui, KeySym symbol)
{
  gboolean shift = FALSE;
  KeyCode key = find_key (ui, symbol, &shift);

  if (key == 0)
    key = borrow_key (ui, symbol);
  if (shift)
    hold (ui, XK_Shift_L, True);
  XTestFakeKeyEvent (ui->display, key, True, CurrentTime);
  XTestFakeKeyEvent (ui->display, key, False, CurrentTime);
  if (shift)
    hold (ui, XK_Shift_L, False);
  XSync (ui->display, False);
}

void
type (Ui *ui, const char *text)
{
  ui_focus_window (ui);
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '\n')
        strike (ui, XK_Return);
      else if (letter == '\t')
        strike (ui, XK_Tab);
      else if (letter < 0x100)
        strike (ui, letter);
      else
        strike (ui, 0x01000000 | letter);
    }
}

/* The keys to hold that @key begins with, as in <Ctrl>F. */
static const struct
{
  const char *name;
  KeySym symbol;
} held[] = {
  { "<Ctrl>", XK_Control_L },
  { "<Shift>", XK_Shift_L },
  { "<Alt>", XK_Alt_L },
};

static void
press_one (Ui *ui, const char *key)
{
  KeySym down[G_N_ELEMENTS (held)];
  guint n = 0;
  KeySym symbol;

  while (*key == '<' && key[1])
    for (gsize i = 0; i < G_N_ELEMENTS (held); i++)
      if (g_str_has_prefix (key, held[i].name) && n < G_N_ELEMENTS (down))
        {
          key += strlen (held[i].name);
          hold (ui, down[n++] = held[i].symbol, True);
        }
  symbol = XStringToKeysym (key);
  ck_assert_msg (symbol != NoSymbol, "there is no key %s", key);
  /* Ctrl+F is the key of f, without Shift. */
  strike (ui, n && symbol >= 'A' && symbol <= 'Z' ? symbol + ('a' - 'A')
                                                  : symbol);
  while (n > 0)
    hold (ui, down[--n], False);
  XSync (ui->display, False);
}

void
press (Ui *ui, const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, " ", -1);

  ui_focus_window (ui);
  for (guint i = 0; parts[i]; i++)
    press_one (ui, parts[i]);
}

void
ui_click_spot (Ui *ui, const UiSpot *spot)
{
  ui_focus_window (ui);
  XTestFakeMotionEvent (ui->display, -1, spot->x + spot->width / 2,
                        spot->y + spot->height / 2, CurrentTime);
  XTestFakeButtonEvent (ui->display, LEFT_BUTTON, True, CurrentTime);
  XTestFakeButtonEvent (ui->display, LEFT_BUTTON, False, CurrentTime);
  XSync (ui->display, False);
}
