/* One cell of a table, from text to value and back. */
#pragma once

#include "jh-books.h"
#include "jh-faults.h"

/* Where a cell is read, and by what.
 *
 * lists: of the filing's year and region
 * unit: in which amounts are typed
 * file, line: where, for faults; file may be NULL, as of jh_faults_add() */
typedef struct
{
  JhLists *lists;
  JhMoneyUnit unit;
  JhFaults *faults;
  const char *file;
  guint line;
} JhReading;

/* Reads @cell into @field of @row. Returns FALSE with a fault added, whose
 * column is the field's label, when the field cannot hold it: no number,
 * beyond its limits, not in its list, too long, control characters, blank
 * though it may not be. Codes may be wrong: a check finds those. */
gboolean jh_cell_read (const JhReading *reading, const JhField *field,
                       const char *cell, gpointer row);

/* @text as the table's text, trimmed and without its shield. Returns NULL
 * with a fault added for @label when it has control characters or more than
 * @most characters. The caller frees it. */
char *jh_cell_dup_text (const JhReading *reading, const char *label,
                        guint most,
                        const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* @text as a code: as above, with full-width characters made ASCII, and
 * without the apostrophe by which people make a spreadsheet keep the digits.
 * NULL with a fault. The caller frees it. */
char *jh_cell_dup_code (const JhReading *reading, const char *label,
                        guint most,
                        const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* What @field of @row is in a cell, with amounts in @unit:
 * jh_cell_read() gives the same back. The caller frees it. */
char *jh_cell_write (gconstpointer row, const JhField *field,
                     JhMoneyUnit unit) G_GNUC_WARN_UNUSED_RESULT;
