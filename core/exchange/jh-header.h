/* The first row of a file: which column is which. */
#pragma once

#include "jh-csv.h"

/* columns: by label, the index of its column, or -1
 * named: by column, whether it has a name
 * width: the index behind the last column that has a label */
typedef struct
{
  int columns[JH_CSV_COLUMNS_MAX];
  gboolean named[JH_CSV_COLUMNS_MAX];
  guint width;
} JhHeader;

/* Finds the columns @labels (const char *, at most JH_CSV_COLUMNS_MAX) in
 * the first row of @csv, in any order. One that is missing, stands there
 * twice or is unknown is a fault that says what is expected. @csv has at
 * least one row. */
void jh_header_read (JhHeader *header, const JhCsv *csv,
                     const GPtrArray *labels, const char *file,
                     JhFaults *faults);

/* Adds a fault when @row has something in a column without a name. */
void jh_header_check_row (const JhHeader *header, const JhCsvRow *row,
                          const char *file, JhFaults *faults);

/* Adds a fault when @csv ends in the midst of its last row: cells are
 * missing, and so is the line end. */
void jh_header_check_end (const JhHeader *header, const JhCsv *csv,
                          const char *file, JhFaults *faults);
