/* The search over everything, in the head of the window. */
#pragma once

#include <gtk/gtk.h>

#include "jh-document.h"
#include "jh-place.h"

#define JH_TYPE_SEARCH_BOX (jh_search_box_get_type ())
G_DECLARE_FINAL_TYPE (JhSearchBox, jh_search_box, JH, SEARCH_BOX, GtkWidget)

/* Signals: "lead" (JhPlace *): a hit was chosen; "failed" (const char *):
 * why it leads nowhere. A unit or filing is shown by the box itself. */

/* Searches in @document, NULL for the pages alone. */
void jh_search_box_set_document (JhSearchBox *self, JhDocument *document);

/* Takes the keyboard. */
void jh_search_box_begin (JhSearchBox *self);
