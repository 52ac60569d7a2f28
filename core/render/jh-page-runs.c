#include "jh-page-runs.h"

/* The narrowest room for the lines above a table. */
#define HEAD_WIDTH_MIN 260.0

static double
length_of (const double *sizes, guint first, guint end)
{
  double length = 0;

  for (guint i = first; i < end; i++)
    length += sizes[i];
  return length;
}

/* Fills @runs with what a page shows of rows or columns, beginning at @at:
 * one run when the page's own follow the repeated ones. */
static guint
make_runs (JhRun *runs, guint repeated, JhSpan own, const double *sizes,
           double at)
{
  if (repeated == 0 || own.first == repeated)
    {
      runs[0] = (JhRun){ { repeated > 0 ? 0 : own.first, own.end }, at };
      return 1;
    }
  runs[0] = (JhRun){ { 0, repeated }, at };
  runs[1] = (JhRun){ own, at + length_of (sizes, 0, repeated) };
  return 2;
}

/* How many rows a page with @rows repeats: none when it holds nothing but
 * notes. */
static guint
count_repeated (const JhPages *pages, JhSpan rows)
{
  if (rows.first < rows.end || pages->n_rows == 0
      || rows.first == pages->repeat_rows)
    return pages->repeat_rows;
  return 0;
}

JhPageRuns
jh_page_runs (const JhPages *pages, guint page)
{
  double width = (pages->paper_width - 2 * JH_MARGIN_SIDE) / pages->scale;
  guint across = pages->columns->len;
  JhPageRuns runs = { .has_notes = page % across == 0
                                   && page / across == pages->rows->len - 1 };
  JhSpan rows, columns;
  guint repeated;

  jh_pages_get (pages, page, &rows, &columns);
  repeated = count_repeated (pages, rows);
  runs.table_width = jh_pages_width (pages, &columns);
  runs.head.width = MIN (MAX (runs.table_width, HEAD_WIDTH_MIN), width);
  runs.head.x = MAX (width - runs.head.width, 0) / 2;
  runs.n_rows = make_runs (runs.rows, repeated, rows, pages->heights,
                           pages->head_height);
  runs.n_columns
    = make_runs (runs.columns, pages->repeat_columns, columns, pages->widths,
                 MAX (width - runs.table_width, 0) / 2);
  runs.notes_at = pages->head_height + length_of (pages->heights, 0, repeated)
                  + length_of (pages->heights, rows.first, rows.end);
  return runs;
}

gboolean
jh_page_runs_clip (const JhPages *pages, const JhArea *area,
                   const JhRun *rows, const JhRun *columns, JhBox *box)
{
  guint top = MAX (area->row, rows->span.first);
  guint bottom = MIN (area->row + area->rows, rows->span.end);
  guint left = MAX (area->column, columns->span.first);
  guint right = MIN (area->column + area->columns, columns->span.end);

  if (top >= bottom || left >= right)
    return FALSE;
  box->x = columns->at + length_of (pages->widths, columns->span.first, left);
  box->y = rows->at + length_of (pages->heights, rows->span.first, top);
  box->width = length_of (pages->widths, left, right);
  box->height = length_of (pages->heights, top, bottom);
  return TRUE;
}
