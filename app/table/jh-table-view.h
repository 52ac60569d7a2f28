/* An editable table that behaves like a spreadsheet, over a JhTableModel.
 *
 * Properties: "model" (JhTableModel), "label" (what the table is called, for
 * those who listen).
 *
 * Signals:
 * "report" (gboolean failed, const char *words): sentences to show; when
 *   failed, nothing was changed and nothing that was typed is lost
 * "activated" (guint row, guint column): Enter on a cell that cannot be
 *   edited, a double click there, or Ctrl+Enter
 * "cursor-moved": another cell has the cursor, or the marked block changed
 * "widths-changed": a person dragged a column
 * "write-large" (JhTableBlock *block, JhTableVerb verb), returns gboolean: a
 *   block is to be written, or its rows are to be taken out, for which a
 *   window should not wait. Whoever
 *   returns TRUE has taken @block over and calls jh_table_view_written()
 *   once, now or later; else the view writes it itself
 *
 * Actions, for menus of the window: table.cut, table.copy, table.paste,
 * table.clear, table.fill-down, table.fill-right, table.insert-rows,
 * table.remove-rows. */
#pragma once

#include <gtk/gtk.h>

#include "jh-table-model.h"

#define JH_TYPE_TABLE_VIEW (jh_table_view_get_type ())
G_DECLARE_FINAL_TYPE (JhTableView, jh_table_view, JH, TABLE_VIEW, GtkWidget)

/* An empty view. */
GtkWidget *jh_table_view_new (void);

/* Shows @model, which the view holds; NULL for nothing. What is being edited
 * is kept first, where that is possible. */
void jh_table_view_set_model (JhTableView *view, JhTableModel *model);

/* The model; borrowed, or NULL. */
JhTableModel *jh_table_view_get_model (JhTableView *view);

/* What was given away by "write-large" was written as @report says, or was
 * not because of @error: marks and tells it. */
void jh_table_view_written (JhTableView *view, const JhTableReport *report,
                            const GError *error);

/* What the table is called. */
void jh_table_view_set_label (JhTableView *view, const char *label);

/* Puts the cursor on a cell, scrolls to it and takes the keyboard. */
void jh_table_view_go (JhTableView *view, guint row, guint column);

/* The cell with the cursor; FALSE while there is none. */
gboolean jh_table_view_get_cursor (JhTableView *view, guint *row,
                                   guint *column);

/* How many rows and columns are marked, and the upper left one; FALSE while
 * nothing is. */
gboolean jh_table_view_get_marked (JhTableView *view, guint *row,
                                   guint *column, guint *n_rows,
                                   guint *n_columns);

/* Keeps what is being typed, as leaving the cell does. FALSE when that
 * failed and the editor is open still; "report" has said why. */
gboolean jh_table_view_keep (JhTableView *view);

/* Whether somebody is typing into a cell. */
gboolean jh_table_view_is_editing (JhTableView *view);

/* The widths that were dragged, as a text to keep: name=width pairs between
 * semicolons, in tenths of a half-width character, so that they fit larger
 * text too. The caller frees it. */
char *jh_table_view_dup_widths (JhTableView *view) G_GNUC_WARN_UNUSED_RESULT;

/* Takes what jh_table_view_dup_widths() gave; what is not like that, and
 * columns that are not there, are passed over. */
void jh_table_view_set_widths (JhTableView *view, const char *widths);
