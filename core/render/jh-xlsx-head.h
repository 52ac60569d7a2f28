/* The lines above and under a grid on a worksheet. */
#pragma once

#include "jh-pages.h"
#include "jh-xlsx-style.h"

/* How many rows of the sheet stand above @grid. */
guint jh_xlsx_head_rows (const JhGrid *grid);

/* Writes the title and what belongs to it, once for each page that the
 * columns of @grid take. */
lxw_error jh_xlsx_head_write (lxw_worksheet *sheet, const JhGrid *grid,
                              const JhPages *pages, JhXlsxStyles *styles);

/* Writes the first @n_notes notes into the rows from @row on, under the
 * columns of the first page. */
lxw_error jh_xlsx_notes_write (lxw_worksheet *sheet, const JhGrid *grid,
                               const JhPages *pages, guint row, guint n_notes,
                               JhXlsxStyles *styles);

/* Writes @text over the cells from @first to @last of @row, merged when
 * there are several. @text is made fit for a spreadsheet. */
lxw_error jh_xlsx_write_line (lxw_worksheet *sheet, guint row, guint first,
                              guint last, const char *text,
                              lxw_format *format);
