/* The checks of the books themselves (resources B): balance, codes, signs
 * and repetitions. Their ids are those of the catalogue of 审核规则. */
#pragma once

#include "jh-books.h"
#include "jh-finding.h"

/* Adds to @findings what of @books does not hold:
 *
 * B01  for each fund, what came in = what went out + what is left
 * B03  a code of the wrong shape, of another year, or not at 项 or 款 level
 * B07  a negative amount where none can be
 * B09  the same fact entered twice
 * B11  a code that the year's list does not have
 * B12  a project that is named but not registered */
void jh_books_check (const JhBooks *books, GPtrArray *findings);
