#include "jh-xlsx-paper.h"

#include <math.h>

#define POINTS_PER_INCH 72.0

/* A spreadsheet takes no more manual breaks. */
#define BREAKS_MAX 1023

lxw_error
jh_xlsx_paper_common (lxw_worksheet *sheet, gboolean landscape,
                      gboolean numbered)
{
  lxw_header_footer_options options = { .margin = 0.35 };

  worksheet_set_paper (sheet, 9);
  if (landscape)
    worksheet_set_landscape (sheet);
  worksheet_set_margins (
    sheet, JH_MARGIN_SIDE / POINTS_PER_INCH, JH_MARGIN_SIDE / POINTS_PER_INCH,
    JH_MARGIN_TOP / POINTS_PER_INCH, JH_MARGIN_BOTTOM / POINTS_PER_INCH);
  worksheet_center_horizontally (sheet);
  if (!numbered)
    return LXW_NO_ERROR;
  return worksheet_set_footer_opt (
    sheet, "&C&\"SimSun,Regular\"&9第 &P 页 共 &N 页", &options);
}

static lxw_error
break_rows (lxw_worksheet *sheet, const JhPages *pages, guint top)
{
  lxw_row_t breaks[BREAKS_MAX + 1] = { 0 };
  guint n = 0;

  for (guint i = 1; i < pages->rows->len && n < BREAKS_MAX; i++)
    breaks[n++] = top + g_array_index (pages->rows, JhSpan, i).first;
  return n > 0 ? worksheet_set_h_pagebreaks (sheet, breaks) : LXW_NO_ERROR;
}

static lxw_error
break_columns (lxw_worksheet *sheet, const JhPages *pages)
{
  lxw_col_t breaks[BREAKS_MAX + 1] = { 0 };
  guint n = 0;

  for (guint i = 1; i < pages->columns->len && n < BREAKS_MAX; i++)
    breaks[n++] = g_array_index (pages->columns, JhSpan, i).first;
  return n > 0 ? worksheet_set_v_pagebreaks (sheet, breaks) : LXW_NO_ERROR;
}

static lxw_error
set_scale (lxw_worksheet *sheet, const JhPages *pages, guint top)
{
  lxw_error error;

  if (pages->one_page)
    {
      worksheet_fit_to_pages (sheet, 1, 1);
      return LXW_NO_ERROR;
    }
  error = break_rows (sheet, pages, top);
  if (error != LXW_NO_ERROR)
    return error;
  if (pages->columns->len == 1)
    {
      worksheet_fit_to_pages (sheet, 1, 0);
      return LXW_NO_ERROR;
    }
  worksheet_set_print_scale (sheet, MAX (floor (pages->scale * 100), 10));
  worksheet_print_across (sheet);
  return break_columns (sheet, pages);
}

lxw_error
jh_xlsx_paper_pages (lxw_worksheet *sheet, const JhPages *pages, guint top,
                     guint n_rows, guint n_columns)
{
  lxw_error error = set_scale (sheet, pages, top);
  guint repeated = top + pages->repeat_rows;

  if (error == LXW_NO_ERROR && repeated < n_rows)
    error = worksheet_repeat_rows (sheet, 0, repeated - 1);
  if (error == LXW_NO_ERROR && pages->repeat_columns > 0
      && pages->columns->len > 1)
    error = worksheet_repeat_columns (sheet, 0, pages->repeat_columns - 1);
  if (error == LXW_NO_ERROR && n_columns > 0)
    error = worksheet_print_area (sheet, 0, 0, n_rows - 1, n_columns - 1);
  return error;
}
