/* A file of CSV from somewhere else, brought safely into memory as UTF-8. */
#pragma once

#include "jh-faults.h"

/* The largest file that is read. */
#define JH_CSV_BYTES_MAX (32 * 1024 * 1024)

/* Reads the file @name in @folder and makes it UTF-8, without a byte order
 * mark. Understood are UTF-8, UTF-16 with a byte order mark, and GB18030,
 * which is what is not UTF-8. Only a plain file inside of @folder is read
 * (a symbolic link may lead to one), and only one of at most
 * JH_CSV_BYTES_MAX bytes: anything else is a fault, found without waiting
 * and without reading it.
 *
 * @length: how many bytes the text has; some of them may be NUL
 * Returns NULL with what was wrong added to @faults. The caller frees the
 * text, which ends in a NUL that @length does not count. */
char *jh_csv_file_read (const char *folder, const char *name,
                        JhFaults *faults,
                        gsize *length) G_GNUC_WARN_UNUSED_RESULT;

/* Makes @bytes UTF-8 as above; it takes @bytes over. @name is for
 * faults. */
char *jh_csv_decode (GByteArray *bytes, const char *name, JhFaults *faults,
                     gsize *length) G_GNUC_WARN_UNUSED_RESULT;
