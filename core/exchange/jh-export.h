/* Writing a filing as a folder of CSV, in the format of FORMAT.md. */
#pragma once

#include "jh-books.h"

/* Writes the filing @filing to the new folder @folder, which appears whole
 * or not at all: one file for each table, in UTF-8 with a byte order mark
 * and CRLF, as spreadsheets want it. Bringing it in again by
 * jh_import_folder() gives equal books.
 *
 * @folder: the path of a folder that is not there yet, or is empty; the
 *   folder that it stands in must be there
 * Returns FALSE with JH_ERROR_EXISTS (something stands under that name),
 * JH_ERROR_NOT_FOUND (no such filing, or no folder to write in),
 * JH_ERROR_READ_ONLY, JH_ERROR_FULL, JH_ERROR_IO, or what the store says. */
gboolean jh_export_folder (JhStore *store, gint64 filing, const char *folder,
                           GError **error);
