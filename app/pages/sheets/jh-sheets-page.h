/* 报表: every sheet and form of the filing as it will print.
 *
 * A place on this page has the name of a sheet as its detail, and for a form
 * of a project its number as its field. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_SHEETS_PAGE (jh_sheets_page_get_type ())
G_DECLARE_FINAL_TYPE (JhSheetsPage, jh_sheets_page, JH, SHEETS_PAGE, JhPage)
