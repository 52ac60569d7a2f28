/* How a worksheet is printed. */
#pragma once

#include "jh-pages.h"

#include <xlsxwriter.h>

/* A4, margins, page numbers: what all sheets have. */
lxw_error jh_xlsx_paper_common (lxw_worksheet *sheet, gboolean landscape,
                                gboolean numbered);

/* How the sheet of a grid is broken over pages. @top is the sheet's row in
 * which the grid begins, @n_rows and @n_columns how many the sheet has,
 * @pages the layout. */
lxw_error jh_xlsx_paper_pages (lxw_worksheet *sheet, const JhPages *pages,
                               guint top, guint n_rows, guint n_columns);
