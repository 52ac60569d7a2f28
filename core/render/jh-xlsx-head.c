#include "jh-xlsx-head.h"

#include "jh-heading.h"
#include "jh-measure.h"
#include "jh-xlsx-text.h"

/* The columns that one page shows, first and last, in which its head
 * stands. */
typedef struct
{
  guint first;
  guint last;
} Columns;

/* sheet and below: what is written to what
 * error: the first one, after which nothing more is done */
typedef struct
{
  lxw_worksheet *sheet;
  const JhGrid *grid;
  const JhPages *pages;
  JhXlsxStyles *styles;
  lxw_error error;
} Head;

lxw_error
jh_xlsx_write_line (lxw_worksheet *sheet, guint row, guint first, guint last,
                    const char *text, lxw_format *format)
{
  g_autofree char *kept = NULL;
  const char *clean = jh_xlsx_text (text, &kept);

  if (first == last)
    return worksheet_write_string (sheet, row, first, clean, format);
  return worksheet_merge_range (sheet, row, first, row, last, clean, format);
}

static void
put (Head *head, guint row, guint first, guint last, const char *text,
     JhLook look)
{
  lxw_format *format = jh_xlsx_styles_look (head->styles, look);

  if (head->error != LXW_NO_ERROR)
    return;
  if (format == NULL)
    head->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
  else
    head->error
      = jh_xlsx_write_line (head->sheet, row, first, last, text, format);
}

static void
set_height (Head *head, guint row, double height)
{
  if (head->error == LXW_NO_ERROR)
    head->error
      = worksheet_set_row (head->sheet, row, MIN (height, 409), NULL);
}

guint
jh_xlsx_head_rows (const JhGrid *grid)
{
  return 1 + (*grid->subtitle ? 1 : 0) + (*grid->number ? 1 : 0)
         + (jh_heading_has_unit_line (grid) ? 1 : 0);
}

/* The columns in which the head of page @page across stands. Repeated
 * columns stand before them, so that what is merged with them is not cut
 * on the pages that follow. */
static Columns
page_columns (const JhPages *pages, guint page)
{
  const JhSpan *span = &g_array_index (pages->columns, JhSpan, page);
  Columns columns = { span->first, MAX (span->end, 1) - 1 };

  if (pages->columns->len == 1 || columns.first > columns.last)
    columns.first = 0;
  return columns;
}

static double
width_of (const JhPages *pages, Columns columns)
{
  double width = 0;

  for (guint c = columns.first; c <= columns.last && c < pages->n_columns;
       c++)
    width += pages->widths[c];
  return width;
}

/* @columns without as many at the right as the repeated ones take at the
 * left, so that their middle is the middle of the page. */
static Columns
middle (const JhPages *pages, Columns columns)
{
  double repeated = 0;

  if (pages->columns->len == 1)
    return columns;
  for (guint c = 0; c < pages->repeat_columns; c++)
    repeated += pages->widths[c];
  while (columns.last > columns.first
         && repeated > pages->widths[columns.last] / 2)
    repeated -= pages->widths[columns.last--];
  return columns;
}

/* The first of the columns at the right that hold 金额单位：万元. */
static guint
right_part (const JhPages *pages, Columns columns)
{
  guint first = columns.last;
  double width = pages->widths[first];

  while (first > columns.first && width < JH_MONEY_UNIT_WIDTH)
    width += pages->widths[--first];
  return first;
}

/* The unit's name at the left of page @page; it is in the repeated columns
 * when there are several pages, and then written once. Returns how high it
 * needs its row to be. */
static double
put_unit_name (Head *head, guint page, guint row, guint last)
{
  g_autofree char *name = jh_heading_dup_unit_name (head->grid);
  const JhPages *pages = head->pages;
  Columns columns = { page > 0 ? page_columns (pages, page).first : 0, last };

  if (page > 0 && pages->repeat_columns > 0)
    return 0;
  if (pages->columns->len > 1 && pages->repeat_columns > 0)
    columns.last = pages->repeat_columns - 1;
  put (head, row, columns.first, columns.last, name, JH_LOOK_LEFT);
  return jh_pages_estimate (name, width_of (pages, columns) - JH_CELL_PADDING,
                            FALSE, NULL);
}

/* A table of one column has the unit and its money on one line. */
static void
put_both (Head *head, guint row, guint column)
{
  g_autofree char *name = jh_heading_dup_unit_name (head->grid);
  g_autofree char *unit = jh_heading_dup_money_unit (head->grid);
  g_autofree char *both
    = g_strconcat (name, *name && *unit ? "　" : "", unit, NULL);

  put (head, row, column, column, both, JH_LOOK_LEFT);
}

static void
put_unit_line (Head *head, guint page, guint row)
{
  g_autofree char *unit = jh_heading_dup_money_unit (head->grid);
  Columns columns = page_columns (head->pages, page);
  guint right = right_part (head->pages, columns);
  double height;

  if (columns.first == columns.last && head->pages->columns->len == 1)
    {
      put_both (head, row, columns.first);
      return;
    }
  if (right == columns.first && head->pages->columns->len == 1)
    right++;
  if (*unit)
    put (head, row, right, columns.last, unit, JH_LOOK_RIGHT);
  if (right == columns.first && head->pages->repeat_columns == 0)
    return;
  height = put_unit_name (head, page, row,
                          *unit && right > 0 ? right - 1 : columns.last);
  if (page == 0)
    set_height (head, row, MAX (height, JH_HEIGHT_LINE));
}

/* The columns in which the title of a page stands: all of @columns when it
 * would be broken in their middle. */
static Columns
title_columns (const JhPages *pages, const JhGrid *grid, Columns columns)
{
  Columns centre = middle (pages, columns);

  if (jh_measure_title (grid, width_of (pages, centre)) > JH_HEIGHT_TITLE)
    return columns;
  return centre;
}

/* The head of page @page across. Returns the height of its title. */
static double
put_page (Head *head, guint page)
{
  const JhGrid *grid = head->grid;
  Columns columns = page_columns (head->pages, page);
  Columns centre = title_columns (head->pages, grid, columns);
  guint row = 0;

  put (head, row++, centre.first, centre.last, grid->title, JH_LOOK_TITLE);
  if (*grid->subtitle)
    put (head, row++, centre.first, centre.last, grid->subtitle,
         JH_LOOK_SUBTITLE);
  if (*grid->number)
    put (head, row++, columns.first, columns.last, grid->number,
         JH_LOOK_RIGHT);
  if (jh_heading_has_unit_line (grid))
    put_unit_line (head, page, row);
  return jh_measure_title (grid, width_of (head->pages, centre));
}

lxw_error
jh_xlsx_head_write (lxw_worksheet *sheet, const JhGrid *grid,
                    const JhPages *pages, JhXlsxStyles *styles)
{
  Head head = { sheet, grid, pages, styles, LXW_NO_ERROR };
  double title = 0;
  guint row = 1;

  for (guint i = 0; i < pages->columns->len; i++)
    {
      double height = put_page (&head, i);

      title = MAX (title, height);
    }
  set_height (&head, 0, title);
  if (*grid->subtitle)
    set_height (&head, row++, JH_HEIGHT_SUBTITLE);
  if (*grid->number)
    set_height (&head, row++, JH_HEIGHT_LINE);
  return head.error;
}

/* The columns that the notes stand in. Beside repeated columns too narrow
 * for them they begin after those, or later pages would show a part. */
static Columns
notes_columns (const JhPages *pages)
{
  Columns columns = page_columns (pages, 0);

  if (pages->notes_repeat)
    return (Columns){ 0, pages->repeat_columns - 1 };
  return columns;
}

lxw_error
jh_xlsx_notes_write (lxw_worksheet *sheet, const JhGrid *grid,
                     const JhPages *pages, guint row, guint n_notes,
                     JhXlsxStyles *styles)
{
  Head head = { sheet, grid, pages, styles, LXW_NO_ERROR };
  Columns columns = notes_columns (pages);
  double width = width_of (pages, columns);

  for (guint i = 0; i < n_notes; i++)
    {
      set_height (&head, row + i,
                  jh_measure_note (grid, i, width, NULL, NULL));
      put (&head, row + i, columns.first, columns.last, grid->notes->pdata[i],
           JH_LOOK_NOTE);
    }
  return head.error;
}
