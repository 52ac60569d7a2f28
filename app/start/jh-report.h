/* Lines to be read and copied: what is wrong in a folder, what a rollover
 * left behind. */
#pragma once

#include <gtk/gtk.h>

#define JH_TYPE_REPORT (jh_report_get_type ())
G_DECLARE_FINAL_TYPE (JhReport, jh_report, JH, REPORT, GtkWindow)

/* Shows @lines, a text, before @parent, which may be NULL, under the title
 * @title, with the sentence @head above them. It goes away by itself. */
void jh_report_show (GtkWindow *parent, const char *title, const char *head,
                     const char *lines);
