/* The file of a table, as text. */
#pragma once

#include "jh-books.h"

/* The file of the table @id of @books, in UTF-8 with a byte order mark and
 * CRLF; of JH_TABLE_FILING_FACT it is filing.csv with all its keys. */
GString *jh_export_table (const JhBooks *books,
                          JhTableId id) G_GNUC_WARN_UNUSED_RESULT;
