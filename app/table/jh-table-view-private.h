/* What the files of JhTableView share. */
#pragma once

#include "jh-table-cursor.h"
#include "jh-table-geometry.h"
#include "jh-table-line.h"
#include "jh-table-view.h"

/* How much higher a row is than its text. */
#define JH_ROW_ROOM 8

/* How an edit began: by typing, when arrows keep it and move on, or with
 * what is there, when arrows move in the text. */
typedef enum
{
  JH_EDIT_NONE,
  JH_EDIT_TYPED,
  JH_EDIT_OPENED,
} JhTableEdit;

/* What is being written.
 *
 * marks: whether it is marked afterwards
 * loss: a sentence about what did not fit; "" for none */
typedef struct
{
  JhTableArea area;
  gboolean marks;
  char *loss;
} JhTableWriting;

/* model: or NULL
 * shown_*: what the widgets were last made for
 * key, name: row and column of the cursor, wherever they move
 * dragged: the name of a column -> its width in tenths of a character
 * fonts: how cells lay out their texts
 * lines: JhTableLine, each a row in sight
 * block, frame, bubble: the marked block, the cursor, why a cell is wrong
 * editor, text: the editor and its frame
 * reveal_wanted: the cursor is brought into sight once there is a size
 * prepare_tick: makes widgets that the last layout found missing
 * edit_*: what is edited, wherever it moves
 * drag_column: whose edge is dragged; G_MAXUINT none
 * paste: stops the reading of the clipboard
 * is_writing: whether a large block is not back yet
 * writing: that block; its loss is owned */
struct _JhTableView
{
  GtkWidget parent_instance;

  JhTableModel *model;
  char *label;
  JhTableGeometry geometry;
  JhTableCursor cursor;
  gint64 key;
  char *name;
  GHashTable *dragged;
  int character;
  PangoContext *fonts;
  guint font_serial;

  GtkAdjustment *across;
  GtkAdjustment *down;
  GtkWidget *across_bar;
  GtkWidget *down_bar;
  GtkWidget *head;
  GtkWidget *totals;
  GPtrArray *lines;
  GtkWidget *block;
  GtkWidget *frame;
  GtkWidget *bubble;
  gboolean reveal_wanted;
  guint tell_source;
  guint prepare_tick;

  GtkWidget *editor;
  GtkTextView *text;
  JhTableEdit edit;
  gint64 edit_key;
  char *edit_name;
  char *edit_before;
  guint edit_row;
  guint edit_column;
  gboolean keeping;

  GtkWidget *list_popover;
  GtkWidget *list;
  GPtrArray *suggestions;
  gboolean choosing;

  JhTableSpot pressed;
  int drag_width;
  double pointer_x;
  double pointer_y;
  guint drag_tick;
  GtkWidget *menu;
  GCancellable *paste;
  gboolean is_writing;
  JhTableWriting writing;
};

/* -view.c */

/* Tells "report". */
void jh_table_view_tell (JhTableView *self, gboolean failed,
                         const char *words);

/* Offers @block by "write-large"; FALSE when nobody takes it over. */
gboolean jh_table_view_give_away (JhTableView *self, JhTableBlock *block,
                                  JhTableVerb verb);

/* Tell the other signals. */
void jh_table_view_activate (JhTableView *self);
void jh_table_view_tell_moved (JhTableView *self);
void jh_table_view_tell_widths (JhTableView *self);

/* How many rows the model has, without the one behind the last. */
guint jh_table_view_count_items (JhTableView *self);

/* -model.c: lets go of the model, and of what is edited in it */
void jh_table_view_drop_model (JhTableView *self);

/* -rows.c: the rows in sight */

/* Shows the rows and cells that are in sight now, and fills in those that
 * are stale; what has to be made first is made soon. For size_allocate. */
void jh_table_view_sync (JhTableView *self);

/* Makes what is missing before the next layout. GTK loses count when widgets
 * come, or want another size, while it lays out, and draws nothing more. */
void jh_table_view_prepare_later (JhTableView *self);

/* All @n rows from @first on are to be filled in again, and the totals. */
void jh_table_view_make_stale (JhTableView *self, guint first, guint n);

/* Lets go of all widgets for cells. */
void jh_table_view_forget_lines (JhTableView *self);

/* The cell on the screen; NULL when it is not in sight. */
JhTableBox *jh_table_view_find_box (JhTableView *self, guint row,
                                    guint column);

/* -tell.c: for those who listen */

/* Names all cells in sight a little later, when nothing moves. */
void jh_table_view_name_later (JhTableView *self);

/* Names the cell of the cursor at once. */
void jh_table_view_name_cursor (JhTableView *self);

/* -parts.c */
void jh_table_view_add_parts (JhTableView *self);
void jh_table_view_measure (GtkWidget *widget, GtkOrientation orientation,
                            int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline);

/* Makes rows as high and columns as wide as the font wants, when it is
 * another. */
void jh_table_view_measure_font (JhTableView *self);

/* -place.c */
void jh_table_view_allocate (GtkWidget *widget, int width, int height,
                             int baseline);

/* Makes the bubble say why the cell of the cursor is wrong; not while GTK
 * lays out. */
void jh_table_view_fill_bubble (JhTableView *self);

/* -draw.c */
void jh_table_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* -header.c: columns, widths, sorting */

/* Works out the widths from the model, the font and what was dragged. */
void jh_table_view_measure_columns (JhTableView *self);

/* Shows heads and totals. */
void jh_table_view_fill_head (JhTableView *self);
void jh_table_view_fill_totals (JhTableView *self);

/* A click on the head of @column: the next order. */
void jh_table_view_sort_next (JhTableView *self, guint column);

/* Makes @column @width pixels wide, as a person asked. */
void jh_table_view_drag_width (JhTableView *self, guint column, int width);

/* Makes @column as wide as what is in sight in it. */
void jh_table_view_fit_width (JhTableView *self, guint column);

/* -select.c: the cursor */

/* What the cursor moves in. */
JhTableExtent jh_table_view_get_extent (JhTableView *self);

/* After self->cursor was changed: scrolls to the cell, or with @far to the
 * corner that is moved, and says so. */
void jh_table_view_moved (JhTableView *self, gboolean far);

/* Scrolls to a cell, at once or as soon as the view has a size. */
void jh_table_view_reveal (JhTableView *self, guint row, guint column);

/* Makes @step. */
void jh_table_view_step (JhTableView *self, JhTableStep step,
                         gboolean extend);

/* The marked block without the row behind the last; FALSE when that leaves
 * nothing. */
gboolean jh_table_view_get_filled_area (JhTableView *self, JhTableArea *area);

/* Remembers row and column of the cursor by key and name. */
void jh_table_view_remember (JhTableView *self);

/* Puts the cursor where its row and column went. */
void jh_table_view_follow (JhTableView *self);

/* Whether the keyboard is in a cell, or in the table itself: not in the
 * editor or a menu. */
gboolean jh_table_view_has_keyboard (JhTableView *self);

/* Lets the cursor's cell, or the view, have the keyboard. */
void jh_table_view_focus_cursor (JhTableView *self);

/* -pointer.c, -scroll.c and -keys.c: what a person does */
void jh_table_view_add_pointer (JhTableView *self);
void jh_table_view_add_wheel (JhTableView *self);

/* Whether what @controller sees is not for the cells: it is in the editor,
 * or in a list or a menu, whose events come by here too. */
gboolean jh_table_view_is_elsewhere (JhTableView *self, gpointer controller,
                                     double x, double y);

void jh_table_view_add_keys (JhTableView *self);

/* Ends a drag. */
void jh_table_view_stop (JhTableView *self);

/* The step that a key asks for outside of an edit; FALSE for none. */
gboolean jh_table_view_find_step (guint keyval, GdkModifierType state,
                                  JhTableStep *step);

/* -typing.c: the editor and its keys */
void jh_table_view_add_editor (JhTableView *self);

/* -edit.c: editing one cell */

/* The column that is edited. Borrowed. */
const JhTableColumn *jh_table_view_get_edited_column (JhTableView *self);

/* As jh_table_view_keep(), in all cells that are marked. */
gboolean jh_table_view_keep_everywhere (JhTableView *self);

/* Begins to edit the cell of the cursor. FALSE, and says why, when it cannot
 * be edited. */
gboolean jh_table_view_begin (JhTableView *self, JhTableEdit how);

/* Closes the editor and gives the keyboard back; what was typed is gone. */
void jh_table_view_give_up (JhTableView *self);

/* The editor's text. The caller frees it. */
char *jh_table_view_dup_edited (JhTableView *self);

/* Puts @text into the editor, the cursor at its end. */
void jh_table_view_set_edited (JhTableView *self, const char *text);

/* Where the edited cell is now; FALSE when its row or column is gone. */
gboolean jh_table_view_find_edited (JhTableView *self, guint *row,
                                    guint *column);

/* After the model changed: the editor goes with its cell, or says that the
 * cell is gone. */
void jh_table_view_follow_edit (JhTableView *self);

/* -complete.c: the list under the editor */

/* Shows what may be meant by what was typed; with @all everything. */
void jh_table_view_complete (JhTableView *self, gboolean all);

/* Closes the list; whether it was open. */
gboolean jh_table_view_close_list (JhTableView *self);

/* A press in the list, of which @event is that. */
void jh_table_view_press_list (JhTableView *self, GdkEvent *event);

/* A key that the list takes while it is open. */
gboolean jh_table_view_list_key (JhTableView *self, guint keyval);

/* Puts what is chosen into the editor, the first hit with @first when
 * nothing is; whether something was. */
gboolean jh_table_view_take_choice (JhTableView *self, gboolean first);

void jh_table_view_drop_list (JhTableView *self);

/* -write.c */

/* Writes @block, which is taken over, named @verb, and tells what came of it
 * and @loss, which may be NULL. FALSE when it failed. A large block is not
 * written yet when this returns. */
gboolean jh_table_view_write (JhTableView *self, JhTableBlock *block,
                              JhTableVerb verb, const char *loss);

/* -clipboard.c, -fill.c: what is done to blocks; the names of the actions
 * are in jh-table-view.h */
void jh_table_view_copy (JhTableView *self);
void jh_table_view_cut (JhTableView *self);
void jh_table_view_paste (JhTableView *self);
void jh_table_view_clear (JhTableView *self);
void jh_table_view_fill (JhTableView *self, gboolean down);
void jh_table_view_insert_rows (JhTableView *self);
void jh_table_view_remove_rows (JhTableView *self);

/* Empties the marked block, named @verb. */
void jh_table_view_empty (JhTableView *self, JhTableVerb verb);

/* A JhTableRead of the model; @data is the view. */
char *jh_table_view_read (guint row, guint column, gpointer data);

/* -menu.c */
void jh_table_view_install_actions (GtkWidgetClass *klass);
void jh_table_view_show_menu (JhTableView *self, double x, double y);
