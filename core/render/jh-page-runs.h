/* What one page shows of a grid, and where: the page is drawn from it and
 * its cells are found by it. */
#pragma once

#include "jh-pages.h"

/* Rows or columns that stand together on a page, and where they begin. */
typedef struct
{
  JhSpan span;
  double at;
} JhRun;

/* One page. Lengths are points before scaling, from the upper left corner of
 * what is printed.
 *
 * rows, columns: the repeated ones, if there are any, and the page's own
 * head: the place of the lines above the table; its height is not set
 * table_width: of the columns
 * notes_at: where the notes begin
 * has_notes: whether the notes stand on this page */
typedef struct
{
  JhRun rows[2];
  JhRun columns[2];
  guint n_rows;
  guint n_columns;
  JhBox head;
  double table_width;
  double notes_at;
  gboolean has_notes;
} JhPageRuns;

/* Tells what page @page of @pages shows. */
JhPageRuns jh_page_runs (const JhPages *pages, guint page);

/* The part of the cells of @area that lies in the two runs; FALSE when none
 * does. */
gboolean jh_page_runs_clip (const JhPages *pages, const JhArea *area,
                            const JhRun *rows, const JhRun *columns,
                            JhBox *box);
