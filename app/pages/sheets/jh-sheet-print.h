/* Printing sheets: the pages that the screen and the PDF show, each on paper
 * held as its sheet needs it. What was chosen for the printer is remembered
 * from one time to the next. */
#pragma once

#include <gtk/gtk.h>

#include "jh-report.h"

/* An operation that prints all pages of @report, which it takes over; @name
 * is what the printer's list calls it. The caller runs it and unrefs it. */
GtkPrintOperation *jh_sheet_print_new (JhReport *report, const char *name)
  G_GNUC_WARN_UNUSED_RESULT;

/* Remembers what was chosen for the printer. */
void jh_sheet_print_remember (GtkPrintOperation *operation);
