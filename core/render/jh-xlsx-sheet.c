#include "jh-xlsx-sheet.h"

#include "jh-xlsx-head.h"
#include "jh-xlsx-paper.h"
#include "jh-xlsx-text.h"

#define EXCEL_ROWS 1048576
#define EXCEL_COLUMNS 16384
#define EXCEL_HEIGHT 409.0
#define NOTES_MAX 1000
#define POINTS_PER_PIXEL 0.75

/* top: the sheet's row in which the grid begins
 * n_rows, n_columns: of the grid, as far as the sheet holds them
 * error: the first one, after which nothing more is done */
typedef struct
{
  lxw_worksheet *sheet;
  const JhGrid *grid;
  JhPages *pages;
  JhXlsxStyles *styles;
  guint top;
  guint n_rows;
  guint n_columns;
  lxw_error error;
} Sheet;

/* The value that a spreadsheet keeps: the one place where a number leaves
 * the integers. */
static double
cell_number (const JhGrid *grid, const JhCell *cell)
{
  switch (cell->kind)
    {
    case JH_CELL_MONEY:
      return jh_money_round (cell->money, grid->unit) / 100.0;
    case JH_CELL_RATE:
      return jh_ratio_scale (cell->rate, 10000) / 10000.0;
    case JH_CELL_POINTS:
      return cell->points / 100.0;
    case JH_CELL_COUNT:
      return cell->count;
    case JH_CELL_BLANK:
    case JH_CELL_NONE:
    case JH_CELL_TEXT:
      return 0;
    }
  return 0;
}

static gboolean
is_empty (const JhCell *cell)
{
  return cell->kind == JH_CELL_BLANK
         || (cell->kind == JH_CELL_MONEY && !cell->money.known)
         || (cell->kind == JH_CELL_RATE && !jh_ratio_is_known (cell->rate))
         || (cell->kind == JH_CELL_TEXT
             && (cell->text == NULL || *cell->text == '\0'));
}

static lxw_error
write_text (Sheet *out, guint row, guint column, const char *text,
            lxw_format *format)
{
  g_autofree char *kept = NULL;

  return worksheet_write_string (out->sheet, row, column,
                                 jh_xlsx_text (text, &kept), format);
}

/* Writes @cell at @row, @column of the grid. */
static void
write_cell (Sheet *out, guint row, guint column, const JhCell *cell,
            lxw_format *format)
{
  row += out->top;
  if (out->error != LXW_NO_ERROR)
    return;
  if (format == NULL)
    out->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
  else if (is_empty (cell))
    out->error = worksheet_write_blank (out->sheet, row, column, format);
  else if (cell->kind == JH_CELL_TEXT)
    out->error = write_text (out, row, column, cell->text, format);
  else if (cell->kind == JH_CELL_NONE)
    out->error
      = worksheet_write_string (out->sheet, row, column, "—", format);
  else
    out->error = worksheet_write_number (
      out->sheet, row, column, cell_number (out->grid, cell), format);
}

static void
write_cells (Sheet *out)
{
  for (guint r = 0; r < out->n_rows && out->error == LXW_NO_ERROR; r++)
    for (guint c = 0; c < out->n_columns; c++)
      {
        const JhCell *cell = jh_grid_get_cell (out->grid, r, c);

        if (!jh_merges_has (out->pages->merges, r, c))
          write_cell (out, r, c, cell,
                      jh_xlsx_styles_get (out->styles, cell));
      }
}

/* Where the part of an area that begins with @from ends: at the next break
 * of @spans, or at @end. */
static guint
part_end (const GArray *spans, guint from, guint end)
{
  if (spans->len < 2)
    return end;
  for (guint i = 0; i < spans->len; i++)
    {
      guint first = g_array_index (spans, JhSpan, i).first;

      if (first > from)
        return MIN (first, end);
    }
  return end;
}

/* Writes @part of the area that begins with @cell. */
static void
write_part (Sheet *out, const JhCell *cell, const JhArea *part)
{
  lxw_format *format = jh_xlsx_styles_get (out->styles, cell);
  guint row = out->top + part->row;

  if (out->error == LXW_NO_ERROR && part->rows * part->columns > 1)
    out->error = worksheet_merge_range (
      out->sheet, row, part->column, row + part->rows - 1,
      part->column + part->columns - 1, "", format);
  write_cell (out, part->row, part->column, cell, format);
}

/* Writes @area, cut where a page ends: a merged cell that lies on two pages
 * would show its words on neither. */
static void
write_area (Sheet *out, const JhArea *area)
{
  const JhCell *cell = jh_grid_get_cell (out->grid, area->row, area->column);
  guint end_row = MIN (area->row + area->rows, out->n_rows);
  guint end_column = MIN (area->column + area->columns, out->n_columns);
  guint next_row;
  guint next_column;

  for (guint r = area->row; r < end_row; r = next_row)
    {
      next_row = part_end (out->pages->rows, r, end_row);
      for (guint c = area->column; c < end_column; c = next_column)
        {
          JhArea part = { r, c, next_row - r, 0 };
          JhCell shown = *cell;

          next_column = part_end (out->pages->columns, c, end_column);
          part.columns = next_column - c;
          if ((r != area->row || c != area->column)
              && !jh_pages_repeats (cell))
            shown.kind = JH_CELL_BLANK;
          write_part (out, &shown, &part);
        }
    }
}

static void
write_areas (Sheet *out)
{
  const JhMerges *merges = out->pages->merges;

  for (guint i = 0; i < merges->areas->len; i++)
    write_area (out, jh_merges_get (merges, i));
}

static void
set_sizes (Sheet *out)
{
  for (guint c = 0; c < out->n_columns && out->error == LXW_NO_ERROR; c++)
    out->error = worksheet_set_column_pixels (
      out->sheet, c, c,
      (guint) (out->pages->widths[c] / POINTS_PER_PIXEL + 0.5), NULL);
  for (guint r = 0; r < out->n_rows && out->error == LXW_NO_ERROR; r++)
    out->error
      = worksheet_set_row (out->sheet, out->top + r,
                           MIN (out->pages->heights[r], EXCEL_HEIGHT), NULL);
}

/* Codes are words made of digits: no spreadsheet should warn of them. */
static void
allow_codes (Sheet *out, guint last_row)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  if (out->error != LXW_NO_ERROR || out->n_columns == 0)
    return;
  lxw_rowcol_to_range (range, 0, 0, last_row, out->n_columns - 1);
  out->error = worksheet_ignore_errors (
    out->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

static void
set_paper (Sheet *out)
{
  guint notes = out->top + out->n_rows;
  guint n_notes = MIN (out->grid->notes->len, NOTES_MAX);
  guint n_rows = notes + n_notes;

  if (out->error == LXW_NO_ERROR)
    out->error
      = jh_xlsx_head_write (out->sheet, out->grid, out->pages, out->styles);
  if (out->error == LXW_NO_ERROR)
    out->error = jh_xlsx_notes_write (out->sheet, out->grid, out->pages,
                                      notes, n_notes, out->styles);
  if (out->error == LXW_NO_ERROR)
    out->error
      = jh_xlsx_paper_common (out->sheet, out->grid->landscape, TRUE);
  if (out->error == LXW_NO_ERROR)
    out->error = jh_xlsx_paper_pages (out->sheet, out->pages, out->top,
                                      n_rows, out->n_columns);
  allow_codes (out, n_rows - 1);
}

/* Leaves of @spans what lies before @end. */
static void
cut_spans (GArray *spans, guint end)
{
  while (spans->len > 1
         && g_array_index (spans, JhSpan, spans->len - 1).first >= end)
    g_array_set_size (spans, spans->len - 1);
  for (guint i = 0; i < spans->len; i++)
    {
      JhSpan *span = &g_array_index (spans, JhSpan, i);

      span->first = MIN (span->first, end);
      span->end = MIN (span->end, end);
    }
}

/* Takes from the layout what a sheet cannot hold. */
static void
cut_pages (JhPages *pages, guint n_rows, guint n_columns)
{
  if (n_columns < pages->n_columns)
    cut_spans (pages->columns, n_columns);
  if (n_rows < pages->n_rows)
    cut_spans (pages->rows, n_rows);
  pages->n_rows = n_rows;
  pages->n_columns = n_columns;
}

lxw_error
jh_xlsx_sheet_write (lxw_worksheet *sheet, const JhGrid *grid,
                     JhXlsxStyles *styles)
{
  g_autoptr (JhPages) pages = jh_pages_new (grid, NULL, NULL);
  guint top = jh_xlsx_head_rows (grid);
  Sheet out = { .sheet = sheet,
                .grid = grid,
                .pages = pages,
                .styles = styles,
                .top = top,
                .error = LXW_NO_ERROR };

  out.n_rows = MIN (grid->n_rows, EXCEL_ROWS - top - NOTES_MAX);
  out.n_columns = MIN (grid->n_columns, EXCEL_COLUMNS);
  cut_pages (pages, out.n_rows, out.n_columns);
  set_sizes (&out);
  set_paper (&out);
  write_cells (&out);
  write_areas (&out);
  worksheet_freeze_panes (sheet, top + MIN (grid->header_rows, out.n_rows),
                          MIN (grid->frozen_columns, out.n_columns));
  return out.error;
}
