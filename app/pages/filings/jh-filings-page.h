/* 全部决算: all filings of the file with what the checks find in them, and
 * the way to each. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_FILINGS_PAGE (jh_filings_page_get_type ())
G_DECLARE_FINAL_TYPE (JhFilingsPage, jh_filings_page, JH, FILINGS_PAGE,
                      JhPage)
