/* Which file of a folder is which table. */
#pragma once

#include "jh-books.h"
#include "jh-faults.h"

/* Looks through @folder for the files of the format, in any case of
 * letters. Two files for one table, and a file that looks like a table's
 * name mistyped while that table has no file, are faults; whatever else is
 * there is left alone.
 *
 * Returns by JhTableId the file's name (char *), NULL where there is none.
 * The caller unrefs it. NULL with JH_ERROR_NOT_FOUND, JH_ERROR_READ_ONLY or
 * JH_ERROR_IO when the folder cannot be read. */
GPtrArray *jh_folder_scan (const char *folder, JhFaults *faults,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The one folder in @folder that holds a filing, for those who name the
 * folder above; @folder itself when there is not exactly one. The caller
 * frees it. */
char *jh_folder_dup_filing (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
