/* 全部决算: every filing of the file, what the checks come to in it, and
 * whether it may be locked. */
#pragma once

#include "jh-page.h"

#define JH_TYPE_FILINGS_PAGE (jh_filings_page_get_type ())
G_DECLARE_FINAL_TYPE (JhFilingsPage, jh_filings_page, JH, FILINGS_PAGE,
                      JhPage)
