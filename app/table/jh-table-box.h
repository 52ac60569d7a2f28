/* One cell on the screen, in the head, the body or the totals: it draws a
 * text that it is given and knows nothing else. */
#pragma once

#include <gtk/gtk.h>

/* JH_BOX_RIGHT   figures: at the right, in tabular digits, and # where they
 *                do not fit, since half a figure misleads
 * JH_BOX_CENTRE  in the middle
 * JH_BOX_LINES   in as many lines as fit
 * JH_BOX_STRONG  bold
 * JH_BOX_DIM     all of it dim
 * JH_BOX_FAULT   marked as wrong: underlined, with a corner
 * JH_BOX_RISING, JH_BOX_FALLING  with a triangle
 * JH_BOX_ERROR    the checks find a mistake: a full corner at the left
 * JH_BOX_WARNING  they find something to be looked at: a hollow one */
typedef enum
{
  JH_BOX_RIGHT = 1 << 0,
  JH_BOX_CENTRE = 1 << 1,
  JH_BOX_LINES = 1 << 2,
  JH_BOX_STRONG = 1 << 3,
  JH_BOX_DIM = 1 << 4,
  JH_BOX_FAULT = 1 << 5,
  JH_BOX_RISING = 1 << 6,
  JH_BOX_FALLING = 1 << 7,
  JH_BOX_ERROR = 1 << 8,
  JH_BOX_WARNING = 1 << 9,
} JhTableBoxFlags;

/* The room left and right of a text. */
#define JH_BOX_PADDING 6

#define JH_TYPE_TABLE_BOX (jh_table_box_get_type ())
G_DECLARE_FINAL_TYPE (JhTableBox, jh_table_box, JH, TABLE_BOX, GtkWidget)

/* An empty cell; its texts are laid out in @context. */
GtkWidget *jh_table_box_new (const char *css_name, GtkAccessibleRole role,
                             PangoContext *context);

/* Shows @text, and @note dim behind it; NULL is nothing. */
void jh_table_box_set (JhTableBox *box, const char *text, const char *note,
                       JhTableBoxFlags flags);

/* What is shown. Borrowed. */
const char *jh_table_box_get_text (JhTableBox *box);

/* What the tooltip says besides the text when that is cut off: a fault, or
 * the help of a column; NULL is nothing. */
void jh_table_box_set_hint (JhTableBox *box, const char *hint);

/* Whether what is shown is still to be filled in; set by the row. */
gboolean jh_table_box_is_stale (JhTableBox *box);
void jh_table_box_set_stale (JhTableBox *box, gboolean stale);

/* How wide all of it would be, with the room around it. */
int jh_table_box_measure_text (JhTableBox *box);
