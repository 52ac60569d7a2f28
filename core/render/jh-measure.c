#include "jh-measure.h"

#include "jh-heading.h"

#include <math.h>

/* Half-width characters that a column may be asked to have. */
#define WIDTH_MIN 1.0
#define WIDTH_MAX 200.0

/* The height of a line of the body, and of what stays free above and below
 * the lines of a cell. */
#define LINE 14.4
#define ROW_PADDING 2.2

/* The width of a half-width character, and of a digit in the widest font
 * that may stand in for 宋体. */
#define HALF 5.0
#define DIGIT 5.5

/* The columns of a letter or a digit, and of any other character two. */
#define ASCII 1.1

/* How many lines a text may be counted for. */
#define LINES_MAX 10000.0

static guint
count_digits (guint64 number)
{
  guint digits = 1;

  while ((number /= 10) > 0)
    digits++;
  return digits;
}

/* How wide @value with two decimals is, with separators when @grouped. */
static double
hundredths_width (gint64 value, gboolean grouped)
{
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;
  guint digits = count_digits (size / 100);
  guint marks = 1 + (grouped ? (digits - 1) / 3 : 0) + (value < 0);

  return (digits + 2) * DIGIT + marks * HALF * 0.8;
}

static double
number_width (const JhGrid *grid, const JhCell *cell)
{
  switch (cell->kind)
    {
    case JH_CELL_MONEY:
      if (!cell->money.known)
        return 0;
      return hundredths_width (jh_money_round (cell->money, grid->unit),
                               TRUE);
    case JH_CELL_RATE:
      return hundredths_width (jh_ratio_scale (cell->rate, 10000), FALSE)
             + 2 * HALF;
    case JH_CELL_POINTS:
      return hundredths_width (cell->points, FALSE);
    case JH_CELL_COUNT:
      return hundredths_width (cell->count, FALSE);
    case JH_CELL_BLANK:
    case JH_CELL_NONE:
    case JH_CELL_TEXT:
      return 0;
    }
  return 0;
}

double *
jh_measure_widths (const JhGrid *grid)
{
  double *widths = g_new0 (double, grid->n_columns + 1);

  for (guint c = 0; c < grid->n_columns; c++)
    {
      double asked = jh_grid_get_column (grid, c)->width;

      if (!(asked > WIDTH_MIN))
        asked = WIDTH_MIN;
      widths[c] = MIN (asked, WIDTH_MAX) * HALF + JH_CELL_PADDING;
    }
  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns; c++)
      {
        const JhCell *cell = jh_grid_get_cell (grid, r, c);

        if (cell->kind != JH_CELL_TEXT && cell->columns == 1)
          widths[c]
            = MAX (widths[c], number_width (grid, cell) + JH_CELL_PADDING);
      }
  return widths;
}

/* How many lines a paragraph of @columns half-width characters takes. A
 * broken line may end one wide character early, since punctuation does not
 * begin a line. */
static double
count_lines (double columns, double room)
{
  if (columns <= room)
    return 1;
  return ceil (columns / MAX (room - 2, 1));
}

double
jh_pages_estimate (const char *text, double width, gboolean strong,
                   gpointer data)
{
  double room = MAX (floor (width / (strong ? HALF * 1.05 : HALF)), 2);
  double lines = 0;
  double columns = 0;

  /* By bytes, so that text that is not UTF-8 does no harm. */
  for (; *text; text++)
    {
      guchar c = *text;

      if (c == '\n')
        {
          lines += count_lines (columns, room);
          columns = 0;
        }
      else if (c < 0x80)
        columns += ASCII;
      else if (c >= 0xc0)
        columns += 2;
    }
  return MIN (lines + count_lines (columns, room), LINES_MAX) * LINE;
}

/* The height that the words of @cell need in @width. */
static double
need (const JhCell *cell, double width, JhMeasure measure, gpointer data)
{
  double room = width - JH_CELL_PADDING;
  double height;

  if (cell->kind != JH_CELL_TEXT || cell->text == NULL)
    return LINE + ROW_PADDING;
  if (cell->role == JH_ROLE_LABEL)
    room -= MIN (cell->indent, 15) * JH_INDENT;
  room = MAX (room, 2 * HALF);
  height = jh_pages_estimate (cell->text, room, cell->strong, NULL);
  if (measure && height > LINE)
    height = measure (cell->text, room, cell->strong, data);
  return height + ROW_PADDING;
}

/* Makes the rows of @area together as high as its words need. */
static void
stretch (double *heights, const JhGrid *grid, const JhArea *area,
         const double *widths, JhMeasure measure, gpointer data)
{
  double width = 0;
  double height = 0;
  double more;

  for (guint c = area->column; c < area->column + area->columns; c++)
    width += widths[c];
  for (guint r = area->row; r < area->row + area->rows; r++)
    height += heights[r];
  more = need (jh_grid_get_cell (grid, area->row, area->column), width,
               measure, data)
         - height;
  for (guint r = area->row; more > 0 && r < area->row + area->rows; r++)
    heights[r] += more / area->rows;
}

double *
jh_measure_heights (const JhGrid *grid, const JhMerges *merges,
                    const double *widths, double most, JhMeasure measure,
                    gpointer data)
{
  double *heights = g_new0 (double, grid->n_rows + 1);

  for (guint r = 0; r < grid->n_rows; r++)
    {
      heights[r] = LINE + ROW_PADDING;
      for (guint c = 0; c < grid->n_columns; c++)
        {
          const JhCell *cell = jh_grid_get_cell (grid, r, c);

          if (cell->kind == JH_CELL_TEXT && !jh_merges_has (merges, r, c))
            heights[r]
              = MAX (heights[r], need (cell, widths[c], measure, data));
        }
    }
  for (guint i = 0; i < merges->areas->len; i++)
    stretch (heights, grid, jh_merges_get (merges, i), widths, measure, data);
  for (guint r = 0; r < grid->n_rows; r++)
    heights[r] = MIN (heights[r], most);
  return heights;
}

double
jh_measure_title (const JhGrid *grid, double width)
{
  double enlarged = JH_SIZE_TITLE / JH_SIZE_BODY;
  double height
    = jh_pages_estimate (grid->title, width / enlarged, TRUE, NULL);

  return MAX (JH_HEIGHT_TITLE, MIN (height * enlarged, 400));
}

double
jh_measure_unit_line (const JhGrid *grid, double width)
{
  g_autofree char *name = jh_heading_dup_unit_name (grid);
  double room = width - JH_CELL_PADDING;

  if (grid->shows_unit)
    room -= JH_MONEY_UNIT_WIDTH;
  return MAX (JH_HEIGHT_LINE,
              MIN (jh_pages_estimate (name, room, FALSE, NULL), 200));
}

double
jh_measure_note (const JhGrid *grid, guint index, double width,
                 JhMeasure measure, gpointer data)
{
  const char *note = grid->notes->pdata[index];
  JhMeasure used = measure ? measure : jh_pages_estimate;

  return used (note, MAX (width - JH_CELL_PADDING, 4 * HALF), FALSE, data)
         + ROW_PADDING;
}
