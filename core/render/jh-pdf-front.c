#include "jh-pdf-front.h"

#include "jh-cover.h"
#include "jh-heading.h"
#include "jh-pages.h"

#define ROW_HEIGHT 24.0
#define HEADING_HEIGHT 44.0
#define ROWS_A_PAGE 27
#define RULE 0.5

#define LEFT                                                                 \
  ((JH_PAPER_SHORT - JH_CONTENTS_INDEX - JH_CONTENTS_NUMBER                  \
    - JH_CONTENTS_TITLE - JH_CONTENTS_PAGE)                                  \
   / 2)

static void
draw_rule (JhCanvas *canvas, double x, double y, double width)
{
  cairo_t *cr = jh_canvas_get_cairo (canvas);

  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_set_line_width (cr, RULE);
  cairo_stroke (cr);
}

static void
draw_line (JhCanvas *canvas, const JhCoverLine *line, double y)
{
  g_autofree char *label = jh_cover_dup_label (line);
  double left = (JH_PAPER_SHORT - JH_COVER_LABEL - JH_COVER_VALUE) / 2 - 10;
  JhBox box = { left, y, JH_COVER_LABEL, JH_COVER_LINE_HEIGHT };
  JhType type = { JH_COVER_LINE, FALSE, FALSE, JH_ALIGN_RIGHT };

  jh_canvas_draw (canvas, label, &box, &type);
  box.x += JH_COVER_LABEL;
  box.width = JH_COVER_VALUE;
  type.align = JH_ALIGN_LEFT;
  type.wrap = TRUE;
  jh_canvas_draw (canvas, line->value, &box, &type);
  draw_rule (canvas, box.x, y + JH_COVER_LINE_HEIGHT - 4, JH_COVER_VALUE);
}

void
jh_pdf_cover_draw (JhCanvas *canvas, const JhWorkbook *workbook)
{
  JhBox box = { JH_MARGIN_SIDE, JH_MARGIN_TOP + JH_COVER_ABOVE,
                JH_PAPER_SHORT - 2 * JH_MARGIN_SIDE, 80 };
  JhType title = { JH_COVER_TITLE, TRUE, TRUE, JH_ALIGN_CENTER };
  JhType mark = { JH_COVER_MARK, TRUE, FALSE, JH_ALIGN_CENTER };
  double y;

  jh_canvas_draw (canvas, workbook->title, &box, &title);
  box.y += box.height;
  box.height = JH_COVER_BETWEEN / 2;
  jh_canvas_draw (canvas, workbook->mark, &box, &mark);
  y = box.y + JH_COVER_BETWEEN;
  for (guint i = 0;
       i < workbook->lines->len && y + JH_COVER_LINE_HEIGHT < JH_PAPER_LONG;
       i++)
    {
      draw_line (canvas, workbook->lines->pdata[i], y);
      y += JH_COVER_LINE_HEIGHT;
    }
}

guint
jh_pdf_contents_count (const JhWorkbook *workbook)
{
  if (!workbook->has_contents)
    return 0;
  return (workbook->grids->len + ROWS_A_PAGE - 1) / ROWS_A_PAGE;
}

/* Draws the four cells of a row at @y. */
static void
draw_row (JhCanvas *canvas, double y, const char *const *texts,
          gboolean strong)
{
  static const double widths[] = { JH_CONTENTS_INDEX, JH_CONTENTS_NUMBER,
                                   JH_CONTENTS_TITLE, JH_CONTENTS_PAGE };
  cairo_t *cr = jh_canvas_get_cairo (canvas);
  JhBox box = { LEFT, y, 0, ROW_HEIGHT };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      JhType type = { JH_CONTENTS_SIZE, strong, FALSE,
                      i == 2 && !strong ? JH_ALIGN_LEFT : JH_ALIGN_CENTER };
      JhBox inner = { box.x + 4, y, widths[i] - 8, ROW_HEIGHT };

      jh_canvas_draw (canvas, texts[i], &inner, &type);
      cairo_new_path (cr);
      cairo_rectangle (cr, box.x, y, widths[i], ROW_HEIGHT);
      cairo_set_line_width (cr, RULE);
      cairo_stroke (cr);
      box.x += widths[i];
    }
}

static void
draw_item (JhCanvas *canvas, double y, const JhGrid *grid, guint index,
           guint page)
{
  cairo_t *cr = jh_canvas_get_cairo (canvas);
  g_autofree char *order = g_strdup_printf ("%u", index + 1);
  g_autofree char *shown = g_strdup_printf ("%u", page);
  g_autofree char *link
    = g_strdup_printf ("dest='%s%u'", JH_PDF_PLACE, index);
  const char *texts[]
    = { order, jh_heading_get_number (grid), grid->title, shown };

  cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
  draw_row (canvas, y, texts, FALSE);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

void
jh_pdf_contents_draw (JhCanvas *canvas, const JhWorkbook *workbook,
                      guint page, const guint *first_pages)
{
  static const char *const heads[] = { "序号", "表号", "表名", "页码" };
  JhBox box = { JH_MARGIN_SIDE, JH_MARGIN_TOP,
                JH_PAPER_SHORT - 2 * JH_MARGIN_SIDE, HEADING_HEIGHT };
  JhType type = { JH_SIZE_TITLE, TRUE, FALSE, JH_ALIGN_CENTER };
  double y = JH_MARGIN_TOP + HEADING_HEIGHT;
  guint end = MIN ((page + 1) * ROWS_A_PAGE, workbook->grids->len);

  jh_canvas_draw (canvas, "目　　录", &box, &type);
  draw_row (canvas, y, heads, TRUE);
  for (guint i = page * ROWS_A_PAGE; i < end; i++)
    {
      y += ROW_HEIGHT;
      draw_item (canvas, y, jh_workbook_get_grid (workbook, i), i,
                 first_pages[i]);
    }
}
