/* 支出, seen in two ways: as lines, and as the crossing of functional and
 * economic items. Both are the same facts. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_EXPENDITURE_PAGE (jh_expenditure_page_get_type ())
G_DECLARE_FINAL_TYPE (JhExpenditurePage, jh_expenditure_page, JH,
                      EXPENDITURE_PAGE, JhPage)
