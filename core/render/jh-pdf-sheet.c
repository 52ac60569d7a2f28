#include "jh-pdf-sheet.h"

#include "jh-heading.h"
#include "jh-measure.h"
#include "jh-page-runs.h"

/* How thick the rules are on the paper. */
#define RULE 0.5

/* runs: what the page shows, and where */
typedef struct
{
  JhCanvas *canvas;
  const JhGrid *grid;
  const JhPages *pages;
  JhPageRuns runs;
} Page;

static JhAlign
alignment (const JhCell *cell)
{
  if (cell->kind == JH_CELL_NONE)
    return JH_ALIGN_CENTER;
  switch (cell->role)
    {
    case JH_ROLE_HEADER:
    case JH_ROLE_NUMBER:
    case JH_ROLE_CENTER:
      return JH_ALIGN_CENTER;
    case JH_ROLE_CODE:
    case JH_ROLE_LABEL:
    case JH_ROLE_WORDS:
      break;
    case JH_ROLE_VALUE:
      return JH_ALIGN_RIGHT;
    }
  return cell->kind == JH_CELL_TEXT ? JH_ALIGN_LEFT : JH_ALIGN_RIGHT;
}

/* Draws what @cell holds in @box. */
static void
draw_content (const Page *page, const JhCell *cell, const JhBox *box)
{
  JhType type = { JH_SIZE_BODY, cell->strong || cell->role == JH_ROLE_HEADER,
                  cell->kind == JH_CELL_TEXT, alignment (cell) };
  JhBox inner = { box->x + JH_CELL_PADDING / 2, box->y,
                  box->width - JH_CELL_PADDING, box->height };
  g_autofree char *number = NULL;
  double indent = 0;

  if (cell->role == JH_ROLE_NUMBER)
    type.size = JH_SIZE_SMALL;
  if (cell->role == JH_ROLE_LABEL)
    indent = MIN (cell->indent, 15) * JH_INDENT;
  indent = MIN (indent, inner.width / 2);
  inner.x += indent;
  inner.width -= indent;
  if (cell->kind != JH_CELL_TEXT)
    number = jh_grid_dup_cell_text (page->grid, cell, TRUE);
  jh_canvas_draw (page->canvas, number ? number : cell->text, &inner, &type);
}

static void
draw_cells (const Page *page, const JhRun *rows, const JhRun *columns)
{
  cairo_t *cr = jh_canvas_get_cairo (page->canvas);
  JhBox box = { .y = rows->at };

  for (guint r = rows->span.first; r < rows->span.end; r++)
    {
      box.height = page->pages->heights[r];
      box.x = columns->at;
      for (guint c = columns->span.first; c < columns->span.end; c++)
        {
          box.width = page->pages->widths[c];
          if (!jh_merges_has (page->pages->merges, r, c))
            {
              cairo_new_path (cr);
              draw_content (page, jh_grid_get_cell (page->grid, r, c), &box);
            }
          box.x += box.width;
        }
      box.y += box.height;
    }
}

static void
draw_areas (const Page *page, const JhRun *rows, const JhRun *columns)
{
  const JhMerges *merges = page->pages->merges;

  for (guint i = 0; i < merges->areas->len; i++)
    {
      const JhArea *area = jh_merges_get (merges, i);
      const JhCell *cell
        = jh_grid_get_cell (page->grid, area->row, area->column);
      JhBox box;

      if (!jh_page_runs_clip (page->pages, area, rows, columns, &box))
        continue;
      if ((area->row >= rows->span.first
           && area->column >= columns->span.first)
          || jh_pages_repeats (cell))
        draw_content (page, cell, &box);
    }
}

/* Rules around every cell and every area of the two runs. */
static void
draw_rules (const Page *page, const JhRun *rows, const JhRun *columns)
{
  cairo_t *cr = jh_canvas_get_cairo (page->canvas);
  const JhPages *pages = page->pages;
  double y = rows->at;
  JhBox box;

  cairo_new_path (cr);
  for (guint r = rows->span.first; r < rows->span.end; r++)
    {
      double x = columns->at;

      for (guint c = columns->span.first; c < columns->span.end; c++)
        {
          if (!jh_merges_has (pages->merges, r, c))
            cairo_rectangle (cr, x, y, pages->widths[c], pages->heights[r]);
          x += pages->widths[c];
        }
      y += pages->heights[r];
    }
  for (guint i = 0; i < pages->merges->areas->len; i++)
    if (jh_page_runs_clip (pages, jh_merges_get (pages->merges, i), rows,
                           columns, &box))
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_set_line_width (cr, RULE / pages->scale);
  cairo_stroke (cr);
}

static void
draw_line (const Page *page, JhBox *box, double height, const char *text,
           JhAlign align)
{
  JhType type = { JH_SIZE_BODY, FALSE, TRUE, align };

  box->height = height;
  jh_canvas_draw (page->canvas, text, box, &type);
}

/* Draws the head above the table, which @box tells the place of. */
static void
draw_head (const Page *page, JhBox box, double table_width)
{
  const JhGrid *grid = page->grid;
  g_autofree char *unit_name = jh_heading_dup_unit_name (grid);
  g_autofree char *money_unit = jh_heading_dup_money_unit (grid);
  JhType title = { JH_SIZE_TITLE, TRUE, TRUE, JH_ALIGN_CENTER };
  JhType subtitle = { JH_SIZE_SUBTITLE, FALSE, FALSE, JH_ALIGN_CENTER };

  box.height = jh_measure_title (grid, table_width);
  jh_canvas_draw (page->canvas, grid->title, &box, &title);
  box.y += box.height;
  if (*grid->subtitle)
    {
      box.height = JH_HEIGHT_SUBTITLE;
      jh_canvas_draw (page->canvas, grid->subtitle, &box, &subtitle);
      box.y += box.height;
    }
  if (*grid->number)
    {
      draw_line (page, &box, JH_HEIGHT_LINE, grid->number, JH_ALIGN_RIGHT);
      box.y += box.height;
    }
  if (!jh_heading_has_unit_line (grid))
    return;
  draw_line (page, &box, jh_measure_unit_line (grid, table_width), money_unit,
             JH_ALIGN_RIGHT);
  box.width -= grid->shows_unit ? JH_MONEY_UNIT_WIDTH : 0;
  draw_line (page, &box, box.height, unit_name, JH_ALIGN_LEFT);
}

static void
draw_notes (const Page *page, JhBox box)
{
  for (guint i = 0; i < page->grid->notes->len; i++)
    {
      double height = jh_measure_note (page->grid, i, box.width,
                                       jh_canvas_measure, page->canvas);

      draw_line (page, &box, height, page->grid->notes->pdata[i],
                 JH_ALIGN_LEFT);
      box.y += height;
    }
}

static void
draw_table (const Page *page)
{
  const JhPageRuns *runs = &page->runs;

  for (guint r = 0; r < runs->n_rows; r++)
    for (guint c = 0; c < runs->n_columns; c++)
      {
        draw_cells (page, &runs->rows[r], &runs->columns[c]);
        draw_areas (page, &runs->rows[r], &runs->columns[c]);
        draw_rules (page, &runs->rows[r], &runs->columns[c]);
      }
}

void
jh_pdf_sheet_draw (JhCanvas *canvas, const JhGrid *grid, const JhPages *pages,
                   guint number)
{
  cairo_t *cr = jh_canvas_get_cairo (canvas);
  Page page = { canvas, grid, pages, jh_page_runs (pages, number) };
  JhBox notes = page.runs.head;

  notes.y = page.runs.notes_at;
  cairo_save (cr);
  cairo_translate (cr, JH_MARGIN_SIDE, JH_MARGIN_TOP);
  cairo_scale (cr, pages->scale, pages->scale);
  draw_head (&page, page.runs.head, page.runs.table_width);
  draw_table (&page);
  if (page.runs.has_notes)
    draw_notes (&page, notes);
  cairo_restore (cr);
}

void
jh_pdf_page_number (JhCanvas *canvas, double paper_width, double paper_height,
                    guint number, guint total)
{
  g_autofree char *text
    = g_strdup_printf ("第 %u 页 共 %u 页", number, total);
  JhBox box = { JH_MARGIN_SIDE, paper_height - JH_MARGIN_BOTTOM + 14,
                paper_width - 2 * JH_MARGIN_SIDE, 16 };
  JhType type = { JH_SIZE_SMALL, FALSE, FALSE, JH_ALIGN_CENTER };

  jh_canvas_draw (canvas, text, &box, &type);
}
