#pragma once

#include <X11/Xlib.h>
#include <atspi/atspi.h>

#include "ui.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

/* pid: 0 when it ended
 * status: how it ended, see waitpid()
 * log: the file that its standard error goes to
 * spare: the next key that no character is on
 * clipboard: the thread that owns the clipboard, or NULL
 * asked: whether anybody asked what is on it; atomic */
struct _Ui
{
  GPid pid;
  int status;
  char *log;
  Display *display;
  AtspiAccessible *program;
  int spare;
  GThread *clipboard;
  int asked;
};

/* A window of the program on the display, from the top to the bottom.
 *
 * popup: a popover or a menu, not a window of its own */
typedef struct
{
  Window id;
  gboolean popup;
  int x, y;
  int width, height;
} UiWindow;

/* Where a widget is on the display, in pixels.
 */
typedef struct
{
  AtspiAccessible *widget;
  int x, y;
  int width, height;
} UiSpot;

/* Whether @widget, which is in sight, is the one. */
typedef gboolean (*UiMatch) (AtspiAccessible *widget, gconstpointer data);

/* The first widget in sight, top windows first, that @match says yes to;
 * FALSE when there is none. The caller unrefs spot->widget. */
gboolean ui_find (Ui *ui, UiMatch match, gconstpointer data, UiSpot *spot);

/* What @widget is called and shows. The caller frees it. */
char *ui_dup_words (AtspiAccessible *widget) G_GNUC_WARN_UNUSED_RESULT;

/* The viewable windows, UiWindow, top first. The caller unrefs them. */
GArray *ui_list_windows (Ui *ui) G_GNUC_WARN_UNUSED_RESULT;

/* The top window that is no popover; 0 when there is none. */
Window ui_get_top (Ui *ui);

/* All that is in sight, a line each. The caller frees it. */
char *ui_dup_tree (Ui *ui) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it came about, waiting for it at most as long as a person would. */
typedef gboolean (*UiCondition) (Ui *ui, gconstpointer data);
gboolean ui_wait (Ui *ui, UiCondition condition, gconstpointer data);

/* Ends the test with @words, a picture, the tree and what was said. */
G_NORETURN void ui_fail (Ui *ui, const char *words);

/* Sees to it that the top window has the keyboard. */
void ui_focus_window (Ui *ui);

/* Clicks the middle of @spot. */
void ui_click_spot (Ui *ui, const UiSpot *spot);

/* Gives the clipboard up. */
void ui_clear_clipboard (Ui *ui);
