/* Another program's clipboard: what Excel or WPS offers, and what they are
 * given. It answers from a thread with a connection of its own, so that the
 * program can paste while the test waits for what that brings about. */
#include <X11/Xatom.h>
#include <poll.h>
#include <string.h>

#include "ui-private.h"

/* How long the program may take to hear the answer, in microseconds; it does
 * not tell when it has. */
#define SETTLE (500 * 1000)

/* asked: set, atomically, when somebody asked what there is */
typedef struct
{
  char *plain;
  char *html;
  Display *display;
  Window window;
  int *asked;
} Offer;

/* The text for @target, or NULL. */
static const char *
get_content (const Offer *offer, Atom target)
{
  static const char *const words[]
    = { "UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (target == XInternAtom (offer->display, words[i], False))
      return offer->plain;
  if (target == XInternAtom (offer->display, "text/html", False))
    return offer->html;
  return NULL;
}

static void
put_targets (const Offer *offer, const XSelectionRequestEvent *request)
{
  Atom atoms[4];
  int n = 0;

  atoms[n++] = XInternAtom (offer->display, "TARGETS", False);
  if (offer->plain)
    {
      atoms[n++] = XInternAtom (offer->display, "UTF8_STRING", False);
      atoms[n++]
        = XInternAtom (offer->display, "text/plain;charset=utf-8", False);
    }
  if (offer->html)
    atoms[n++] = XInternAtom (offer->display, "text/html", False);
  XChangeProperty (offer->display, request->requestor, request->property,
                   XA_ATOM, 32, PropModeReplace, (unsigned char *) atoms, n);
}

static void
answer (const Offer *offer, const XSelectionRequestEvent *request)
{
  XSelectionEvent event = { .type = SelectionNotify,
                            .requestor = request->requestor,
                            .selection = request->selection,
                            .target = request->target,
                            .property = request->property,
                            .time = request->time };
  const char *content = get_content (offer, request->target);

  if (request->target == XInternAtom (offer->display, "TARGETS", False))
    put_targets (offer, request);
  else if (content)
    XChangeProperty (offer->display, request->requestor, request->property,
                     request->target, 8, PropModeReplace,
                     (const unsigned char *) content, (int) strlen (content));
  else
    event.property = None;
  XSendEvent (offer->display, request->requestor, False, NoEventMask,
              (XEvent *) &event);
  XFlush (offer->display);
  if (request->target == XInternAtom (offer->display, "TARGETS", False))
    g_atomic_int_set (offer->asked, TRUE);
}

/* Answers until another takes the clipboard over. */
static gpointer
own_clipboard (gpointer data)
{
  Offer *offer = data;
  XEvent event;

  do
    {
      XNextEvent (offer->display, &event);
      if (event.type == SelectionRequest)
        answer (offer, &event.xselectionrequest);
    }
  while (event.type != SelectionClear);
  XCloseDisplay (offer->display);
  g_free (offer->plain);
  g_free (offer->html);
  g_free (offer);
  return NULL;
}

void
ui_clear_clipboard (Ui *ui)
{
  if (ui->clipboard == NULL)
    return;
  XSetSelectionOwner (ui->display,
                      XInternAtom (ui->display, "CLIPBOARD", False), None,
                      CurrentTime);
  XFlush (ui->display);
  g_thread_join (g_steal_pointer (&ui->clipboard));
}

/* Whether the program has looked at what is offered. */
static gboolean
is_known (Ui *ui, gconstpointer data)
{
  return g_atomic_int_get (&ui->asked);
}

void
ui_offer (Ui *ui, const char *plain, const char *html)
{
  Offer *offer = g_new0 (Offer, 1);

  ui_clear_clipboard (ui);
  offer->plain = g_strdup (plain);
  offer->html = g_strdup (html);
  offer->display = XOpenDisplay (NULL);
  offer->window = XCreateSimpleWindow (
    offer->display, DefaultRootWindow (offer->display), 0, 0, 1, 1, 0, 0, 0);
  offer->asked = &ui->asked;
  ui->asked = FALSE;
  XSetSelectionOwner (offer->display,
                      XInternAtom (offer->display, "CLIPBOARD", False),
                      offer->window, CurrentTime);
  XSync (offer->display, False);
  ui->clipboard = g_thread_new ("clipboard", own_clipboard, offer);
  if (!ui_wait (ui, is_known, NULL))
    ui_fail (ui, "the program does not look at the clipboard");
  g_usleep (SETTLE);
}

/* What was asked for, as it came.
 *
 * window: that the answer goes to
 * text: NULL while there is none */
typedef struct
{
  Atom target;
  Window window;
  char *text;
} Question;

/* Whether the answer to a question for the clipboard is here; it is then in
 * the XEvent @data. */
static gboolean
is_answered (Ui *ui, gconstpointer data)
{
  return XCheckTypedEvent (ui->display, SelectionNotify, (XEvent *) data);
}

/* Asks once; what the program copies may not be on the clipboard yet. */
static gboolean
ask (Ui *ui, gconstpointer data)
{
  Question *question = (Question *) data;
  Atom place = XInternAtom (ui->display, "JIHENG_TEST", False);
  XEvent event;
  Atom type;
  int bits;
  unsigned long length, left;
  unsigned char *content = NULL;

  XConvertSelection (ui->display,
                     XInternAtom (ui->display, "CLIPBOARD", False),
                     question->target, place, question->window, CurrentTime);
  if (!ui_wait (ui, is_answered, &event) || event.xselection.property == None
      || XGetWindowProperty (ui->display, question->window, place, 0,
                             G_MAXINT / 4, True, AnyPropertyType, &type,
                             &bits, &length, &left, &content)
           != Success)
    return FALSE;
  question->text = g_strndup ((const char *) content, length);
  XFree (content);
  return TRUE;
}

char *
ui_dup_clipboard (Ui *ui, const char *target)
{
  Question question = {
    XInternAtom (ui->display, target, False),
    XCreateSimpleWindow (ui->display, DefaultRootWindow (ui->display), 0, 0,
                         1, 1, 0, 0, 0),
    NULL,
  };

  if (!ui_wait (ui, ask, &question))
    ui_fail (ui, "there is nothing of that kind on the clipboard");
  XDestroyWindow (ui->display, question.window);
  return question.text;
}
