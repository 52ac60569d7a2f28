/* What the books hold, for a search. */
#pragma once

#include "jh-books.h"
#include "jh-search.h"

/* Adds all codes of the year: JH_SEARCH_FUNCTIONAL and JH_SEARCH_ECONOMIC.
 * The key is the code. The names above it find it too (信访 行政运行). */
void jh_search_add_codes (JhSearch *search, JhLists *lists);

/* Adds the projects of @books: JH_SEARCH_PROJECT. The key is the project's
 * number. */
void jh_search_add_projects (JhSearch *search, const JhBooks *books);

/* Adds @filings, JhFiling ordered by unit and year: JH_SEARCH_FILING, whose
 * key is the filing's id in decimal digits, and JH_SEARCH_UNIT for each unit
 * once, by its last name, whose key is the unit's code. The year finds a
 * filing, too (2023 信访). */
void jh_search_add_filings (JhSearch *search, const GPtrArray *filings);
