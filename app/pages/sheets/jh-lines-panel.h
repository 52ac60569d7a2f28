/* The lines behind a figure: what each is, its amount, and their total.
 *
 * Signals:
 * "lead" (const JhExplanationLine *): a line was chosen
 * "closed" (): the panel is not wanted any more */
#pragma once

#include <gtk/gtk.h>

#include "jh-explanation.h"

#define JH_TYPE_LINES_PANEL (jh_lines_panel_get_type ())
G_DECLARE_FINAL_TYPE (JhLinesPanel, jh_lines_panel, JH, LINES_PANEL,
                      GtkWidget)

/* Shows @explanation, which is taken over; NULL shows nothing. */
void jh_lines_panel_take (JhLinesPanel *self, JhExplanation *explanation);

/* Puts the keyboard into the list. */
void jh_lines_panel_focus (JhLinesPanel *self);
