#include "jh-xlsx-front.h"

#include "jh-cover.h"
#include "jh-heading.h"
#include "jh-pages.h"
#include "jh-xlsx-head.h"
#include "jh-xlsx-paper.h"
#include "jh-xlsx-text.h"

/* A spreadsheet takes no more links on a sheet. */
#define LINKS_MAX 65530

#define ROW_HEIGHT 22.0

/* error: the first one, after which nothing more is done */
typedef struct
{
  lxw_worksheet *sheet;
  JhXlsxStyles *styles;
  lxw_error error;
} Front;

static lxw_format *
look_up (Front *front, JhLook look)
{
  lxw_format *format = jh_xlsx_styles_look (front->styles, look);

  if (format == NULL && front->error == LXW_NO_ERROR)
    front->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
  return format;
}

static void
put (Front *front, guint row, guint first, guint last, const char *text,
     JhLook look)
{
  lxw_format *format = look_up (front, look);

  if (front->error == LXW_NO_ERROR)
    front->error
      = jh_xlsx_write_line (front->sheet, row, first, last, text, format);
}

static void
set_height (Front *front, guint row, double height)
{
  if (front->error == LXW_NO_ERROR)
    front->error
      = worksheet_set_row (front->sheet, row, MIN (height, 409), NULL);
}

static void
set_width (Front *front, guint column, double points)
{
  if (front->error == LXW_NO_ERROR)
    front->error = worksheet_set_column_pixels (
      front->sheet, column, column, (guint) (points / 0.75 + 0.5), NULL);
}

/* The height of @text at @size in @width. */
static double
height_of (const char *text, double size, double width)
{
  double part = size / JH_SIZE_BODY;

  return jh_pages_estimate (text, width / part, TRUE, NULL) * part;
}

static void
put_line (Front *front, guint row, const JhCoverLine *line)
{
  g_autofree char *label = jh_cover_dup_label (line);
  double height = height_of (line->value, JH_COVER_LINE, JH_COVER_VALUE);

  set_height (front, row, MAX (height + 10, JH_COVER_LINE_HEIGHT));
  put (front, row, 1, 1, label, JH_LOOK_LABEL);
  put (front, row, 2, 2, line->value, JH_LOOK_VALUE);
}

lxw_error
jh_xlsx_cover_write (lxw_worksheet *sheet, const JhWorkbook *workbook,
                     JhXlsxStyles *styles)
{
  Front front = { sheet, styles, LXW_NO_ERROR };
  double width = JH_COVER_LABEL + JH_COVER_VALUE + 2 * JH_COVER_SIDE;
  guint row = 3;

  set_width (&front, 0, JH_COVER_SIDE);
  set_width (&front, 1, JH_COVER_LABEL);
  set_width (&front, 2, JH_COVER_VALUE);
  set_width (&front, 3, JH_COVER_SIDE);
  set_height (&front, 0, JH_COVER_ABOVE);
  set_height (&front, 1,
              height_of (workbook->title, JH_COVER_TITLE, width) + 10);
  put (&front, 1, 0, 3, workbook->title, JH_LOOK_COVER);
  set_height (&front, 2, JH_COVER_BETWEEN);
  if (*workbook->mark)
    put (&front, 2, 0, 3, workbook->mark, JH_LOOK_MARK);
  for (guint i = 0; i < workbook->lines->len; i++)
    put_line (&front, row++, workbook->lines->pdata[i]);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_fit_to_pages (sheet, 1, 1);
  if (front.error == LXW_NO_ERROR)
    front.error = jh_xlsx_paper_common (sheet, FALSE, FALSE);
  if (front.error == LXW_NO_ERROR)
    front.error = worksheet_print_area (sheet, 0, 0, row - 1, 3);
  return front.error;
}

/* The title of @grid as a link to the sheet @tab. The link leads into this
 * workbook whatever the tab is called: a tab's name has no quotes. */
static void
put_link (Front *front, guint row, guint column, const char *tab,
          const char *title)
{
  g_autofree char *url = g_strdup_printf ("internal:'%s'!A1", tab);
  lxw_format *format = look_up (front, JH_LOOK_LINK);
  g_autofree char *kept = NULL;
  const char *clean = jh_xlsx_text (title, &kept);

  if (front->error != LXW_NO_ERROR)
    return;
  if (row < LINKS_MAX && *clean)
    front->error = worksheet_write_url_opt (front->sheet, row, column, url,
                                            format, clean, NULL);
  else
    front->error
      = worksheet_write_string (front->sheet, row, column, clean, format);
}

static void
put_item (Front *front, guint row, const JhGrid *grid, guint index,
          const char *tab)
{
  lxw_format *format = look_up (front, JH_LOOK_ITEM);
  double height = height_of (grid->title, JH_CONTENTS_SIZE,
                             JH_CONTENTS_TITLE - JH_CELL_PADDING);

  set_height (front, row, MAX (height + 6, ROW_HEIGHT));
  if (front->error == LXW_NO_ERROR)
    front->error
      = worksheet_write_number (front->sheet, row, 0, index + 1, format);
  put (front, row, 1, 1, jh_heading_get_number (grid), JH_LOOK_ITEM);
  put_link (front, row, 2, tab, grid->title);
}

static void
put_heads (Front *front)
{
  set_width (front, 0, JH_CONTENTS_INDEX);
  set_width (front, 1, JH_CONTENTS_NUMBER);
  set_width (front, 2, JH_CONTENTS_TITLE);
  set_height (front, 0, 40);
  set_height (front, 1, ROW_HEIGHT + 4);
  put (front, 0, 0, 2, "目　　录", JH_LOOK_TITLE);
  put (front, 1, 0, 0, "序号", JH_LOOK_HEADER);
  put (front, 1, 1, 1, "表号", JH_LOOK_HEADER);
  put (front, 1, 2, 2, "表名", JH_LOOK_HEADER);
}

lxw_error
jh_xlsx_contents_write (lxw_worksheet *sheet, const JhWorkbook *workbook,
                        const GPtrArray *tabs, JhXlsxStyles *styles)
{
  Front front = { sheet, styles, LXW_NO_ERROR };

  put_heads (&front);
  for (guint i = 0; i < workbook->grids->len; i++)
    put_item (&front, i + 2, jh_workbook_get_grid (workbook, i), i,
              tabs->pdata[i]);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_freeze_panes (sheet, 2, 0);
  if (front.error == LXW_NO_ERROR)
    front.error = jh_xlsx_paper_common (sheet, FALSE, TRUE);
  if (front.error == LXW_NO_ERROR)
    front.error = worksheet_repeat_rows (sheet, 0, 1);
  if (front.error == LXW_NO_ERROR)
    front.error
      = worksheet_print_area (sheet, 0, 0, workbook->grids->len + 1, 2);
  return front.error;
}
