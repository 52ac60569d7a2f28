/* Where the cells of a table are on the screen, in pixels.
 *
 * The upper left corner of the view is 0, 0. A gutter with the numbers of
 * the rows is at the left, the head at the top, the totals at the bottom;
 * between them is the body, of which @x, @y are scrolled away. The first
 * @frozen columns are not scrolled sideways. @stamp is another number
 * whenever the columns or their widths are others. Nothing here knows a
 * display. */
#pragma once

#include <glib.h>

typedef struct
{
  guint n_rows;
  guint n_columns;
  guint frozen;
  int *widths;
  guint stamp;
  int gutter;
  int head;
  int row;
  int totals;
  int x;
  int y;
  int width;
  int height;
} JhTableGeometry;

/* A rectangle. */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} JhTableBounds;

/* What is under a point. */
typedef enum
{
  JH_SPOT_NOTHING,
  JH_SPOT_CORNER,
  JH_SPOT_COLUMN,
  JH_SPOT_EDGE,
  JH_SPOT_ROW,
  JH_SPOT_CELL,
} JhTableSpotKind;

/* row, column: what @kind says is there; an edge is that at the right of
 * @column. */
typedef struct
{
  JhTableSpotKind kind;
  guint row;
  guint column;
} JhTableSpot;

/* How wide the frozen columns are together. */
int jh_table_geometry_frozen_width (const JhTableGeometry *geometry);

/* How wide all columns are together, without the gutter. */
int jh_table_geometry_content_width (const JhTableGeometry *geometry);

/* How high all rows are together. */
int jh_table_geometry_content_height (const JhTableGeometry *geometry);

/* The body: what is left between gutter, head and totals, never negative. */
JhTableBounds jh_table_geometry_body (const JhTableGeometry *geometry);

/* That part of the body in which columns move. */
JhTableBounds jh_table_geometry_moving (const JhTableGeometry *geometry);

/* Where the column @column begins; it may be out of sight. @column may be
 * the number of columns, which gives where the last one ends. */
int jh_table_geometry_column_x (const JhTableGeometry *geometry,
                                guint column);

/* Where the row @row begins; it may be out of sight. */
int jh_table_geometry_row_y (const JhTableGeometry *geometry, guint row);

/* The rectangle from one cell to another, the first at the upper left, with
 * what is out of sight. */
JhTableBounds jh_table_geometry_block (const JhTableGeometry *geometry,
                                       guint row, guint column,
                                       guint last_row, guint last_column);

/* Whether any of the column @column is in sight. */
gboolean jh_table_geometry_shows_column (const JhTableGeometry *geometry,
                                         guint column);

/* The rows that are in sight, also in part: @first and how many. */
guint jh_table_geometry_rows (const JhTableGeometry *geometry, guint *first);

/* How many whole rows are seen at once, at least 1. */
guint jh_table_geometry_page (const JhTableGeometry *geometry);

/* What is at @x, @y. With @inside a point beside the body counts as the
 * nearest cell, for a pointer that is dragged. */
JhTableSpot jh_table_geometry_spot (const JhTableGeometry *geometry, int x,
                                    int y, gboolean inside);

/* How far to scroll, into @x and @y, for the whole cell to be in sight;
 * what is in sight already is left. */
void jh_table_geometry_reveal (const JhTableGeometry *geometry, guint row,
                               guint column, int *x, int *y);
