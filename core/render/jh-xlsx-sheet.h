/* One grid as one worksheet. */
#pragma once

#include "jh-xlsx-style.h"

/* Writes @grid with its head, its notes and its page setup to the empty
 * @sheet. Returns the first error of the library, or LXW_NO_ERROR. */
lxw_error jh_xlsx_sheet_write (lxw_worksheet *sheet, const JhGrid *grid,
                               JhXlsxStyles *styles);
