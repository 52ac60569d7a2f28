/* Where a person is in a table, and which block is marked: a plain value,
 * moved by steps. Nothing here knows a display. */
#pragma once

#include <glib.h>

/* What keys ask for.
 *
 * JH_STEP_EDGE_…    to the edge of what is filled in, as Ctrl+arrow
 * JH_STEP_HOME/END  the first or last column
 * JH_STEP_TOP/BOTTOM the first or last cell of all
 * JH_STEP_NEXT/PREVIOUS  Tab and Shift+Tab
 * JH_STEP_ENTER/BACK Enter and Shift+Enter */
typedef enum
{
  JH_STEP_LEFT,
  JH_STEP_RIGHT,
  JH_STEP_UP,
  JH_STEP_DOWN,
  JH_STEP_EDGE_LEFT,
  JH_STEP_EDGE_RIGHT,
  JH_STEP_EDGE_UP,
  JH_STEP_EDGE_DOWN,
  JH_STEP_HOME,
  JH_STEP_END,
  JH_STEP_TOP,
  JH_STEP_BOTTOM,
  JH_STEP_PAGE_UP,
  JH_STEP_PAGE_DOWN,
  JH_STEP_NEXT,
  JH_STEP_PREVIOUS,
  JH_STEP_ENTER,
  JH_STEP_BACK,
} JhTableStep;

/* A block of cells, counted. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} JhTableArea;

/* row, column: the cell that keys go to
 * anchor_…, far_…: two corners of the marked block, which has the cell in
 *   it; far is the one that Shift moves
 * in_run, run_column: whether Tab was pressed, and where that began, for
 *   Enter to go back to */
typedef struct
{
  guint row;
  guint column;
  guint anchor_row;
  guint anchor_column;
  guint far_row;
  guint far_column;
  gboolean in_run;
  guint run_column;
} JhTableCursor;

/* The table that it is moved in.
 *
 * page: how many rows PageDown goes
 * is_filled: whether something is in a cell; with @data */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint page;
  gboolean (*is_filled) (guint row, guint column, gpointer data);
  gpointer data;
} JhTableExtent;

/* Puts the cursor on a cell and marks just that; with @extend it marks from
 * where the block began up to that cell, and the cursor stays. */
void jh_table_cursor_place (JhTableCursor *cursor, guint row, guint column,
                            gboolean extend);

/* Makes @step; @extend as for jh_table_cursor_place(), which Tab and Enter
 * do not know. Tab and Enter go around in a marked block. FALSE where there
 * is nowhere to go, as behind the last cell. */
gboolean jh_table_cursor_step (JhTableCursor *cursor, JhTableStep step,
                               gboolean extend, const JhTableExtent *extent);

/* Marks from one cell to another; the cursor stays when it is among them,
 * and goes to the first one otherwise. */
void jh_table_cursor_mark (JhTableCursor *cursor, guint row, guint column,
                           guint far_row, guint far_column);

/* Forgets where a run of Tabs began. */
void jh_table_cursor_end_run (JhTableCursor *cursor);

/* Brings all corners into a table of that size. */
void jh_table_cursor_clamp (JhTableCursor *cursor, guint n_rows,
                            guint n_columns);

/* The marked block. */
JhTableArea jh_table_cursor_area (const JhTableCursor *cursor);

/* Whether more than one cell is marked. */
gboolean jh_table_cursor_has_block (const JhTableCursor *cursor);
