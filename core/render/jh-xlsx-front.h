/* The cover and the contents of an xlsx workbook. */
#pragma once

#include "jh-workbook.h"
#include "jh-xlsx-style.h"

/* Writes the cover to the empty @sheet. Returns the library's first error,
 * or LXW_NO_ERROR. */
lxw_error jh_xlsx_cover_write (lxw_worksheet *sheet,
                               const JhWorkbook *workbook,
                               JhXlsxStyles *styles);

/* Writes the list of sheets to the empty @sheet, as above. @tabs: the tab's
 * name of each grid, made by jh_xlsx_tab(). */
lxw_error jh_xlsx_contents_write (lxw_worksheet *sheet,
                                  const JhWorkbook *workbook,
                                  const GPtrArray *tabs,
                                  JhXlsxStyles *styles);
