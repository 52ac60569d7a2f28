/* The button that shows which filing is shown, and lets another be chosen
 * by year, name, code or the initials of its name. */
#pragma once

#include <gtk/gtk.h>

#include "jh-document.h"

#define JH_TYPE_SWITCHER (jh_switcher_get_type ())
G_DECLARE_FINAL_TYPE (JhSwitcher, jh_switcher, JH, SWITCHER, GtkWidget)

/* Signal "failed" (const char *): why a filing could not be shown. */

/* Shows the filings of @document, NULL for none. */
void jh_switcher_set_document (JhSwitcher *self, JhDocument *document);

/* Opens the list. */
void jh_switcher_open (JhSwitcher *self);
