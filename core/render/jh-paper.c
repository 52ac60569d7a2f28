#include "jh-paper.h"

#include "jh-page-runs.h"
#include "jh-pdf-canvas.h"
#include "jh-pdf-sheet.h"

struct _JhPaper
{
  const JhGrid *grid;
  JhPages *pages;
};

JhPaper *
jh_paper_new (const JhGrid *grid)
{
  cairo_surface_t *surface
    = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  JhCanvas *canvas = jh_canvas_new (cr);
  JhPaper *paper = g_new0 (JhPaper, 1);

  paper->grid = grid;
  paper->pages = jh_pages_new (grid, jh_canvas_measure, canvas);
  jh_canvas_free (canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return paper;
}

void
jh_paper_free (JhPaper *paper)
{
  if (paper == NULL)
    return;
  jh_pages_free (paper->pages);
  g_free (paper);
}

guint
jh_paper_count (const JhPaper *paper)
{
  return jh_pages_count (paper->pages);
}

void
jh_paper_get_size (const JhPaper *paper, double *width, double *height)
{
  *width = paper->pages->paper_width;
  *height = paper->pages->paper_height;
}

void
jh_paper_draw (const JhPaper *paper, cairo_t *cr, guint page, guint number,
               guint total)
{
  JhCanvas *canvas = jh_canvas_new (cr);
  double width, height;

  jh_paper_get_size (paper, &width, &height);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  jh_pdf_sheet_draw (canvas, paper->grid, paper->pages, page);
  jh_pdf_page_number (canvas, width, height, number, total);
  cairo_restore (cr);
  jh_canvas_free (canvas);
}

/* The cells that the one at @place is merged with, or itself alone. */
static JhArea
area_of (const JhPages *pages, JhGridPlace place)
{
  for (guint i = 0; i < pages->merges->areas->len; i++)
    {
      const JhArea *area = jh_merges_get (pages->merges, i);

      if (place.row >= area->row && place.row - area->row < area->rows
          && place.column >= area->column
          && place.column - area->column < area->columns)
        return *area;
    }
  return (JhArea){ place.row, place.column, 1, 1 };
}

/* The row or column of @run at @offset; FALSE when it lies beside. */
static gboolean
find_in_run (const JhRun *run, const double *sizes, double offset,
             guint *found)
{
  double end = run->at;

  if (offset < run->at)
    return FALSE;
  for (guint i = run->span.first; i < run->span.end; i++)
    {
      end += sizes[i];
      if (offset >= end)
        continue;
      *found = i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_in_runs (const JhRun *runs, guint n_runs, const double *sizes,
              double offset, guint *found)
{
  for (guint i = 0; i < n_runs; i++)
    if (find_in_run (&runs[i], sizes, offset, found))
      return TRUE;
  return FALSE;
}

gboolean
jh_paper_find_cell (const JhPaper *paper, guint page, double x, double y,
                    JhGridPlace *place)
{
  const JhPages *pages = paper->pages;
  JhPageRuns runs;
  JhGridPlace at;
  JhArea area;

  if (page >= jh_pages_count (pages))
    return FALSE;
  runs = jh_page_runs (pages, page);
  if (!find_in_runs (runs.rows, runs.n_rows, pages->heights,
                     (y - JH_MARGIN_TOP) / pages->scale, &at.row)
      || !find_in_runs (runs.columns, runs.n_columns, pages->widths,
                        (x - JH_MARGIN_SIDE) / pages->scale, &at.column))
    return FALSE;
  area = area_of (pages, at);
  *place = (JhGridPlace){ area.row, area.column };
  return TRUE;
}

/* Makes @box, in points before scaling, one on the paper. */
static void
put_on_paper (const JhPages *pages, JhBox *box)
{
  box->x = JH_MARGIN_SIDE + box->x * pages->scale;
  box->y = JH_MARGIN_TOP + box->y * pages->scale;
  box->width *= pages->scale;
  box->height *= pages->scale;
}

gboolean
jh_paper_find_box (const JhPaper *paper, guint page, JhGridPlace place,
                   JhBox *box)
{
  const JhPages *pages = paper->pages;
  JhArea area = area_of (pages, place);
  JhPageRuns runs;

  if (page >= jh_pages_count (pages))
    return FALSE;
  runs = jh_page_runs (pages, page);
  for (guint r = 0; r < runs.n_rows; r++)
    for (guint c = 0; c < runs.n_columns; c++)
      if (jh_page_runs_clip (pages, &area, &runs.rows[r], &runs.columns[c],
                             box))
        {
          put_on_paper (pages, box);
          return TRUE;
        }
  return FALSE;
}

guint
jh_paper_find_page (const JhPaper *paper, JhGridPlace place)
{
  guint count = jh_pages_count (paper->pages);
  JhBox box;

  for (guint page = 0; page < count; page++)
    if (jh_paper_find_box (paper, page, place, &box))
      return page;
  return 0;
}
