#include "jh-pages.h"

#include "jh-heading.h"
#include "jh-measure.h"

/* The scale at which columns are broken over pages: 10 point type becomes
 * 小六号, 7.5 point. */
#define SCALE_BROKEN 0.75

/* No sheet is shrunk beyond this; spreadsheets cannot either. */
#define SCALE_MIN 0.1

/* A grid a little too high for its page is shrunk so that one page holds
 * it, but not beyond this scale: 7 point type. */
#define SHRINK_MIN 0.7

/* Repeated columns this wide hold the notes, if need be. */
#define NOTES_WIDTH_MIN 150.0

/* How much of a page repeated rows or columns may take. */
#define REPEAT_MAX 0.6

/* The part of the paper's width that is filled when columns are broken over
 * pages and nobody measures: a spreadsheet that lacks the font stretches
 * columns up to a fifth, and must not break pages on its own. */
#define FILL_ESTIMATED 0.8

/* The same down the page: spreadsheets differ in what the footer takes. */
#define FILL_DOWN_ESTIMATED 0.95

/* Which part of a page is given up to break where few areas are cut. */
#define GIVE_UP (1.0 / 3)

static double
sum (const double *sizes, guint first, guint end)
{
  double total = 0;

  for (guint i = first; i < end; i++)
    total += sizes[i];
  return total;
}

/* The room on the paper, in points before scaling. */
static double
room_wide (const JhPages *pages)
{
  return (pages->paper_width - 2 * JH_MARGIN_SIDE) / pages->scale;
}

static double
room_high (const JhPages *pages)
{
  return (pages->paper_height - JH_MARGIN_TOP - JH_MARGIN_BOTTOM)
         / pages->scale;
}

/* The first of @first + 1 … that does not fit @room any more. At least one
 * fits. */
static guint
fill (const double *sizes, guint first, guint end, double room)
{
  double used = sizes[first];
  guint last = first + 1;

  while (last < end && used + sizes[last] <= room)
    used += sizes[last++];
  return last;
}

static void
add_span (GArray *spans, guint first, guint end)
{
  JhSpan span = { first, end };

  g_array_append_val (spans, span);
}

/* Where the columns from @first on break, when the page is full at @end:
 * before the group that would be cut, if that group fits a page. */
static guint
break_column (const JhPages *pages, const JhGrid *grid, guint first,
              guint end, double room)
{
  guint group = jh_grid_get_column (grid, end)->group;
  guint start = end;
  guint stop = end;

  while (start > first
         && jh_grid_get_column (grid, start - 1)->group == group)
    start--;
  while (stop < pages->n_columns
         && jh_grid_get_column (grid, stop)->group == group)
    stop++;
  if (start > first && sum (pages->widths, start, stop) <= room)
    return start;
  return end;
}

static void
break_columns (JhPages *pages, const JhGrid *grid, gboolean measured)
{
  double repeated = sum (pages->widths, 0, pages->repeat_columns);
  double total = sum (pages->widths, 0, pages->n_columns);
  double room = room_wide (pages) + 0.01;
  guint first;

  if (total > room && !measured)
    room *= FILL_ESTIMATED;
  if (repeated > room * REPEAT_MAX)
    pages->repeat_columns = 0;
  if (pages->repeat_columns > 0)
    room -= repeated;
  first = pages->repeat_columns;
  while (first < pages->n_columns)
    {
      guint end = fill (pages->widths, first, pages->n_columns, room);

      if (end < pages->n_columns)
        end = break_column (pages, grid, first, end, room);
      add_span (pages->columns, first, end);
      first = end;
    }
  if (pages->columns->len == 0)
    add_span (pages->columns, first, first);
}

/* For each row, how many areas are cut by a page that begins with it. The
 * caller frees the array. */
static int *
count_cuts (const JhPages *pages)
{
  int *cuts = g_new0 (int, pages->n_rows + 1);

  for (guint i = 0; i < pages->merges->areas->len; i++)
    {
      const JhArea *area = jh_merges_get (pages->merges, i);

      if (area->rows < 2)
        continue;
      cuts[area->row + 1]++;
      cuts[area->row + area->rows]--;
    }
  for (guint r = 1; r <= pages->n_rows; r++)
    cuts[r] += cuts[r - 1];
  return cuts;
}

/* Where the rows from @first on break, when the page is full at @end: in
 * its lower part, where the fewest areas are cut. */
static guint
break_row (const int *cuts, guint first, guint end)
{
  guint least = end - (guint) ((end - first) * GIVE_UP);
  guint best = end;

  for (guint r = end; r > first && r >= least; r--)
    if (cuts[r] < cuts[best])
      best = r;
  return best;
}

/* Makes room for the notes under the last rows. */
static void
fit_notes (JhPages *pages, double room)
{
  JhSpan *last = &g_array_index (pages->rows, JhSpan, pages->rows->len - 1);
  guint end = last->end;

  if (pages->notes_height == 0
      || sum (pages->heights, last->first, end) + pages->notes_height <= room)
    return;
  if (end - last->first < 2)
    {
      add_span (pages->rows, end, end);
      return;
    }
  last->end--;
  add_span (pages->rows, end - 1, end);
}

static void
break_rows (JhPages *pages, gboolean measured)
{
  g_autofree int *cuts = count_cuts (pages);
  double part = measured || pages->one_page ? 1 : FILL_DOWN_ESTIMATED;
  double room = room_high (pages) * part - pages->head_height + 0.01;
  double repeated = sum (pages->heights, 0, pages->repeat_rows);
  guint first;

  if (repeated > room * REPEAT_MAX)
    pages->repeat_rows = 0;
  if (pages->repeat_rows > 0)
    room -= repeated;
  for (guint r = pages->repeat_rows; r < pages->n_rows; r++)
    pages->heights[r] = MIN (pages->heights[r], MAX (room, 1));
  first = pages->repeat_rows;
  while (first < pages->n_rows)
    {
      guint end = fill (pages->heights, first, pages->n_rows, room);

      if (end < pages->n_rows)
        end = break_row (cuts, first, end);
      add_span (pages->rows, first, end);
      first = end;
    }
  if (pages->rows->len == 0)
    add_span (pages->rows, first, first);
  fit_notes (pages, room);
}

static double
head_height (const JhGrid *grid, double width)
{
  double height = jh_measure_title (grid, width);

  if (*grid->subtitle)
    height += JH_HEIGHT_SUBTITLE;
  if (*grid->number)
    height += JH_HEIGHT_LINE;
  if (jh_heading_has_unit_line (grid))
    height += jh_measure_unit_line (grid, width);
  return height;
}

static void
choose_scale (JhPages *pages, const JhGrid *grid)
{
  double width = sum (pages->widths, 0, pages->n_columns);
  double paper = pages->paper_width - 2 * JH_MARGIN_SIDE;

  if (width > 0)
    pages->scale = MIN (1, paper / width);
  if (grid->pages_wide == 0)
    pages->scale = MAX (pages->scale, SCALE_BROKEN);
  pages->scale = MAX (pages->scale, SCALE_MIN);
}

/* Shrinks a grid that is a little too high, so that it fits one page. */
static void
shrink_to_page (JhPages *pages)
{
  double height = pages->head_height + pages->notes_height
                  + sum (pages->heights, 0, pages->n_rows);
  double fit = room_high (pages) / height * 0.999;

  if (pages->columns->len > 1 || (fit < 1 && pages->scale * fit < SHRINK_MIN))
    return;
  pages->one_page = TRUE;
  pages->scale *= MIN (fit, 1);
}

static void
measure_heights (JhPages *pages, const JhGrid *grid, JhMeasure measure,
                 gpointer data)
{
  const JhSpan *span = &g_array_index (pages->columns, JhSpan, 0);
  double width = jh_pages_width (pages, span);
  double repeated = sum (pages->widths, 0, pages->repeat_columns);

  pages->notes_repeat = measure == NULL && pages->columns->len > 1
                        && repeated >= NOTES_WIDTH_MIN;
  pages->head_height = head_height (grid, width);
  pages->heights = jh_measure_heights (
    grid, pages->merges, pages->widths,
    MAX (room_high (pages) - pages->head_height, 40), measure, data);
  for (guint i = 0; i < grid->notes->len; i++)
    pages->notes_height += jh_measure_note (
      grid, i, jh_pages_notes_width (pages), measure, data);
}

JhPages *
jh_pages_new (const JhGrid *grid, JhMeasure measure, gpointer data)
{
  JhPages *pages = g_new0 (JhPages, 1);

  pages->paper_width = grid->landscape ? JH_PAPER_LONG : JH_PAPER_SHORT;
  pages->paper_height = grid->landscape ? JH_PAPER_SHORT : JH_PAPER_LONG;
  pages->scale = 1;
  pages->n_rows = grid->n_rows;
  pages->n_columns = grid->n_columns;
  pages->repeat_rows = MIN (grid->header_rows, grid->n_rows);
  pages->repeat_columns = MIN (grid->frozen_columns, grid->n_columns);
  pages->rows = g_array_new (FALSE, FALSE, sizeof (JhSpan));
  pages->columns = g_array_new (FALSE, FALSE, sizeof (JhSpan));
  pages->merges = jh_merges_new (grid);
  pages->widths = jh_measure_widths (grid);
  choose_scale (pages, grid);
  break_columns (pages, grid, measure != NULL);
  measure_heights (pages, grid, measure, data);
  shrink_to_page (pages);
  break_rows (pages, measure != NULL);
  return pages;
}

guint
jh_pages_count (const JhPages *pages)
{
  return pages->rows->len * pages->columns->len;
}

void
jh_pages_get (const JhPages *pages, guint page, JhSpan *rows, JhSpan *columns)
{
  guint across = pages->columns->len;

  g_assert (page < jh_pages_count (pages));
  *rows = g_array_index (pages->rows, JhSpan, page / across);
  *columns = g_array_index (pages->columns, JhSpan, page % across);
}

double
jh_pages_width (const JhPages *pages, const JhSpan *span)
{
  return sum (pages->widths, 0, pages->repeat_columns)
         + sum (pages->widths, span->first, span->end);
}

double
jh_pages_notes_width (const JhPages *pages)
{
  if (pages->notes_repeat)
    return sum (pages->widths, 0, pages->repeat_columns);
  return jh_pages_width (pages, &g_array_index (pages->columns, JhSpan, 0));
}

gboolean
jh_pages_repeats (const JhCell *cell)
{
  return cell->kind == JH_CELL_TEXT && cell->role != JH_ROLE_WORDS
         && cell->role != JH_ROLE_VALUE;
}

void
jh_pages_free (JhPages *pages)
{
  if (pages == NULL)
    return;
  g_free (pages->widths);
  g_free (pages->heights);
  g_array_unref (pages->rows);
  g_array_unref (pages->columns);
  jh_merges_free (pages->merges);
  g_free (pages);
}
