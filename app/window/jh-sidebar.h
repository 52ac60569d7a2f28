/* The list of pages at the left of the window. */
#pragma once

#include "jh-page-list.h"

#define JH_TYPE_SIDEBAR (jh_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (JhSidebar, jh_sidebar, JH, SIDEBAR, GtkWidget)

/* Signal "chosen" (const char *page): somebody chose that page. */

/* Marks the page @name, without a signal. */
void jh_sidebar_select (JhSidebar *self, const char *name);
