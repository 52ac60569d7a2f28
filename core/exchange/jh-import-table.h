/* Reading the file of a table. */
#pragma once

#include "jh-cell.h"
#include "jh-csv.h"

/* Reads the rows of @csv as rows of @table and adds them to @rows. Faults go
 * to @reading; a row with one may be left out. A file without a row is a
 * table without rows. */
void jh_import_table (const JhReading *reading, const JhTable *table,
                      const JhCsv *csv, GPtrArray *rows);
