/* A page of the window: what stands beside the sidebar.
 *
 * A page is a box, so that its template fills it. The window makes it when
 * it is first shown, gives it the document, and tells it when another filing
 * is shown. A page never knows the window: it asks for other places by
 * jh_page_lead() and speaks by jh_page_say(). */
#pragma once

#include <gtk/gtk.h>

#include "jh-document.h"
#include "jh-place.h"

#define JH_TYPE_PAGE (jh_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (JhPage, jh_page, JH, PAGE, GtkBox)

/* load: the filing that is shown is another one, or none; always called
 *   once before a page is shown. May be NULL.
 * go: shows @place, whose page it is; FALSE when there is no such place.
 *   NULL does nothing.
 * look: the page came into sight. May be NULL.
 * take_focus: puts the keyboard where work begins; the first thing on the
 *   page when it is not overridden.
 *
 * Signals: "lead" (JhPlace *), "say" (const char *, gboolean failed) */
struct _JhPageClass
{
  GtkBoxClass parent_class;

  void (*load) (JhPage *self);
  gboolean (*go) (JhPage *self, const JhPlace *place);
  void (*look) (JhPage *self);
  void (*take_focus) (JhPage *self);
};

/* Gives the page @document, which may be NULL, and loads it. */
void jh_page_set_document (JhPage *self, JhDocument *document);

/* The document, or NULL. Borrowed. */
JhDocument *jh_page_get_document (JhPage *self);

/* The session of the filing that is shown, or NULL. Borrowed. */
JhSession *jh_page_get_session (JhPage *self);

/* Shows @place. */
gboolean jh_page_go (JhPage *self, const JhPlace *place);

/* Tells the page that it is in sight. */
void jh_page_look (JhPage *self);

/* Puts the keyboard where work on the page begins. */
void jh_page_take_focus (JhPage *self);

/* Asks to be led to @place, on this page or another. */
void jh_page_lead (JhPage *self, const JhPlace *place);

/* Says @words in the line at the bottom of the window; @failed: something
 * was not done. */
void jh_page_say (JhPage *self, const char *words, gboolean failed);
