/* A filing with every fund, projects, 三公 and self-assessments with scores,
 * about which no check has anything to say; and changes of it. */
#pragma once

#include "../sheets/sheets-fixture.h"

/* The filing. Amounts are in 万元. */
JhBooks *sound_books (void);

/* What stood in @books, changed by one of
 *   "TABLE ROW FIELD TEXT"   rows are counted from 0; no TEXT is blank
 *   "+TABLE FIELDS"          as in fixture_add()
 *   "-TABLE ROW"
 * with the names of the schema. */
void sound_books_change (JhBooks *books, const char *change);
