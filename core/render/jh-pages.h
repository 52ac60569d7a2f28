/* How a grid is laid out on A4 paper.
 *
 * Lengths are points (1/72 inch) before scaling: the printed length is the
 * length × scale. */
#pragma once

#include "jh-merges.h"

/* The short and the long side of A4, and what stays free at the sides and
 * at the top and the bottom. These are points on the paper, not scaled. */
#define JH_PAPER_SHORT 595.28
#define JH_PAPER_LONG 841.89
#define JH_MARGIN_SIDE 42.5
#define JH_MARGIN_TOP 42.5
#define JH_MARGIN_BOTTOM 48.0

/* Sizes of type in points, before scaling. */
#define JH_SIZE_BODY 10.0
#define JH_SIZE_SMALL 9.0
#define JH_SIZE_SUBTITLE 12.0
#define JH_SIZE_TITLE 18.0

/* Heights of the lines above and under a grid, before scaling. */
#define JH_HEIGHT_TITLE 30.0
#define JH_HEIGHT_SUBTITLE 20.0
#define JH_HEIGHT_LINE 16.0

/* What stays free at the left and the right of a cell together. */
#define JH_CELL_PADDING 6.0

/* How much one step of indentation moves a label. */
#define JH_INDENT 10.0

/* Rows or columns from `first` up to, but without, `end`. */
typedef struct
{
  guint first;
  guint end;
} JhSpan;

/* A place on a page. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} JhBox;

/* How high @text is when it is broken to @width at the size of the body:
 * points, without padding. */
typedef double (*JhMeasure) (const char *text, double width, gboolean strong,
                             gpointer data);

/* The layout of one grid.
 *
 * paper_width, paper_height: of the page as it is held
 * scale: 1 at the most
 * one_page: the whole grid stands on one page
 * head_height: the lines above the grid, repeated on every page
 * notes_height: the notes under it
 * notes_repeat: the notes stand in the repeated columns, so that a
 *               spreadsheet shows them whole on every page
 * widths, heights: of each column and row
 * repeat_rows, repeat_columns: how many are repeated on every page
 * rows, columns: JhSpan of what the pages hold besides; a span of rows may
 *                be empty, when only heads or notes stand there
 * merges: the areas of the grid */
typedef struct
{
  double paper_width;
  double paper_height;
  double scale;
  gboolean one_page;
  double head_height;
  double notes_height;
  gboolean notes_repeat;
  double *widths;
  double *heights;
  guint n_rows;
  guint n_columns;
  guint repeat_rows;
  guint repeat_columns;
  GArray *rows;
  GArray *columns;
  JhMerges *merges;
} JhPages;

/* Lays out @grid. @measure may be NULL: words are then estimated from the
 * columns they take. Never fails, whatever the grid holds. Free it with
 * jh_pages_free(). */
JhPages *jh_pages_new (const JhGrid *grid, JhMeasure measure,
                       gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* How many pages of paper the grid takes. They go across first, then
 * down. */
guint jh_pages_count (const JhPages *pages);

/* The rows and the columns of page @page, counted from 0. */
void jh_pages_get (const JhPages *pages, guint page, JhSpan *rows,
                   JhSpan *columns);

/* The width of the columns of @span with the repeated ones before them. */
double jh_pages_width (const JhPages *pages, const JhSpan *span);

/* Whether the content of a merged cell is shown again where a page cuts the
 * cell: short words are, numbers and long words are not. */
gboolean jh_pages_repeats (const JhCell *cell);

/* The width that the notes have. */
double jh_pages_notes_width (const JhPages *pages);

/* How high @text is by the estimate, as a JhMeasure. */
double jh_pages_estimate (const char *text, double width, gboolean strong,
                          gpointer data);

/* Frees @pages. */
void jh_pages_free (JhPages *pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhPages, jh_pages_free)
