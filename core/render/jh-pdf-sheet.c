#include "jh-pdf-sheet.h"

#include "jh-heading.h"
#include "jh-measure.h"

/* How thick the rules are on the paper. */
#define RULE 0.5

/* The narrowest room for the lines above a table. */
#define HEAD_WIDTH_MIN 260.0

/* Rows or columns that stand together on a page, and where they begin. */
typedef struct
{
  JhSpan span;
  double at;
} Run;

/* rows, columns: the repeated ones, if there are any, and the page's own
 * notes: whether the notes stand on this page */
typedef struct
{
  JhCanvas *canvas;
  const JhGrid *grid;
  const JhPages *pages;
  Run rows[2];
  Run columns[2];
  guint n_rows;
  guint n_columns;
  gboolean notes;
} Page;

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
make_runs (Run *runs, guint repeated, JhSpan own, const double *sizes,
           double at)
{
  if (repeated == 0 || own.first == repeated)
    {
      runs[0] = (Run){ { repeated > 0 ? 0 : own.first, own.end }, at };
      return 1;
    }
  runs[0] = (Run){ { 0, repeated }, at };
  runs[1] = (Run){ own, at + length_of (sizes, 0, repeated) };
  return 2;
}

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
draw_cells (const Page *page, const Run *rows, const Run *columns)
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

/* The part of @area that lies in the two runs; FALSE when none does. */
static gboolean
clip (const Page *page, const JhArea *area, const Run *rows,
      const Run *columns, JhBox *box)
{
  const JhPages *pages = page->pages;
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

static void
draw_areas (const Page *page, const Run *rows, const Run *columns)
{
  const JhMerges *merges = page->pages->merges;

  for (guint i = 0; i < merges->areas->len; i++)
    {
      const JhArea *area = jh_merges_get (merges, i);
      const JhCell *cell
        = jh_grid_get_cell (page->grid, area->row, area->column);
      JhBox box;

      if (!clip (page, area, rows, columns, &box))
        continue;
      if ((area->row >= rows->span.first
           && area->column >= columns->span.first)
          || jh_pages_repeats (cell))
        draw_content (page, cell, &box);
    }
}

/* Rules around every cell and every area of the two runs. */
static void
draw_rules (const Page *page, const Run *rows, const Run *columns)
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
    if (clip (page, jh_merges_get (pages->merges, i), rows, columns, &box))
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
  for (guint r = 0; r < page->n_rows; r++)
    for (guint c = 0; c < page->n_columns; c++)
      {
        draw_cells (page, &page->rows[r], &page->columns[c]);
        draw_areas (page, &page->rows[r], &page->columns[c]);
        draw_rules (page, &page->rows[r], &page->columns[c]);
      }
}

/* Draws the page, whose upper left corner of print is 0, 0, into @width. */
static void
draw_page (Page *page, JhSpan rows, JhSpan columns, double width)
{
  const JhPages *pages = page->pages;
  double table = jh_pages_width (pages, &columns);
  double left = MAX (width - table, 0) / 2;
  double head = MIN (MAX (table, HEAD_WIDTH_MIN), width);
  JhBox box = { MAX (width - head, 0) / 2, 0, head, 0 };
  guint repeated = rows.first < rows.end || pages->n_rows == 0
                       || rows.first == pages->repeat_rows
                     ? pages->repeat_rows
                     : 0;

  page->n_rows = make_runs (page->rows, repeated, rows, pages->heights,
                            pages->head_height);
  page->n_columns = make_runs (page->columns, pages->repeat_columns, columns,
                               pages->widths, left);
  draw_head (page, box, table);
  draw_table (page);
  box.y = pages->head_height + length_of (pages->heights, 0, repeated)
          + length_of (pages->heights, rows.first, rows.end);
  if (page->notes)
    draw_notes (page, box);
}

void
jh_pdf_sheet_draw (JhCanvas *canvas, const JhGrid *grid, const JhPages *pages,
                   guint number)
{
  cairo_t *cr = jh_canvas_get_cairo (canvas);
  Page page = { .canvas = canvas, .grid = grid, .pages = pages };
  guint across = pages->columns->len;
  JhSpan rows;
  JhSpan columns;

  jh_pages_get (pages, number, &rows, &columns);
  page.notes
    = number % across == 0 && number / across == pages->rows->len - 1;
  cairo_save (cr);
  cairo_translate (cr, JH_MARGIN_SIDE, JH_MARGIN_TOP);
  cairo_scale (cr, pages->scale, pages->scale);
  draw_page (&page, rows, columns,
             (pages->paper_width - 2 * JH_MARGIN_SIDE) / pages->scale);
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
