/* A table on a page: its title, a word on what belongs there, and the view,
 * whose column widths are remembered. What the view reports is said by the
 * page that the pane stands on. */
#pragma once

#include "jh-page.h"
#include "jh-table-view.h"

#define JH_TYPE_TABLE_PANE (jh_table_pane_get_type ())
G_DECLARE_FINAL_TYPE (JhTablePane, jh_table_pane, JH, TABLE_PANE, GtkBox)

/* Properties, to be set: "title", also what the table is called for those
 * who listen; "label", what it is called where there is no title; "hint", a
 * sentence under it; "key", what its widths are remembered by. */

/* Shows @model, NULL for nothing; the pane holds it. */
void jh_table_pane_show (JhTablePane *self, JhTableModel *model);

/* The model that is shown, or NULL. Borrowed. */
JhTableModel *jh_table_pane_get_model (JhTablePane *self);

/* The view. Borrowed. */
JhTableView *jh_table_pane_get_view (JhTablePane *self);

/* Puts the cursor on @place. FALSE when it is of another table, or not
 * there. */
gboolean jh_table_pane_go (JhTablePane *self, const JhPlace *place);
