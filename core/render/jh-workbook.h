/* What is rendered to one xlsx or one PDF: a cover, a contents page and
 * grids, all of which may be left out but one grid. */
#pragma once

#include "jh-grid.h"

/* Told while a workbook is rendered: @done of @total grids are written. It
 * is called from the thread that renders. */
typedef void (*JhRenderProgress) (guint done, guint total, gpointer data);

/* A line of the cover, such as 单位名称 and 某某局. Either may be "". */
typedef struct
{
  char *label;
  char *value;
} JhCoverLine;

/* One workbook. All strings belong to it.
 *
 * title: the document's title, printed large on the cover and kept in the
 *        file's properties
 * mark: a word that says what the document is worth, such as 草稿; printed
 *       on the cover; "" for none
 * has_cover: begin with a cover of title, mark and lines
 * has_contents: list the grids, with a link to each
 * lines: JhCoverLine, in order
 * grids: JhGrid, in order; at least one is needed to render */
typedef struct
{
  char *title;
  char *mark;
  gboolean has_cover;
  gboolean has_contents;
  GPtrArray *lines;
  GPtrArray *grids;
} JhWorkbook;

/* A workbook called @title without cover, contents or grids. Free it with
 * jh_workbook_free(). */
JhWorkbook *jh_workbook_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a line to the cover, copies of @label and @value, and sets
 * has_cover. */
void jh_workbook_add_line (JhWorkbook *workbook, const char *label,
                           const char *value);

/* Adds @grid at the end and takes ownership of it. */
void jh_workbook_take_grid (JhWorkbook *workbook, JhGrid *grid);

/* The grid @index, counted from 0; borrowed. */
const JhGrid *jh_workbook_get_grid (const JhWorkbook *workbook, guint index);

/* Frees @workbook with its grids. */
void jh_workbook_free (JhWorkbook *workbook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhWorkbook, jh_workbook_free)
