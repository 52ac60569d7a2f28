/* Grids as an xlsx workbook. */
#pragma once

#include "jh-workbook.h"

#include <gio/gio.h>

/* Writes @workbook as the file @name in @folder; @name is one part of a
 * path and is replaced when it is there. The file is the same, byte for
 * byte, whenever the workbook is.
 *
 * Words are always words: nothing in a cell becomes a formula or a link.
 * What a spreadsheet cannot hold is fitted to it: characters that XML
 * forbids become �, a text is cut at 32767 characters, a tab's name at 31,
 * and rows and columns beyond a sheet's 1048576 and 16384 are left out.
 *
 * @cancellable: looked at between grids at least; may be NULL
 * @progress: may be NULL; @data is handed to it
 * Returns FALSE with JH_ERROR_USAGE (no grid, or @name is no file name),
 * JH_ERROR_NOT_FOUND, JH_ERROR_READ_ONLY, JH_ERROR_EXISTS, JH_ERROR_FULL,
 * JH_ERROR_IO or JH_ERROR_CANCELLED, and nothing is left then. */
gboolean jh_render_xlsx (const JhWorkbook *workbook, const char *folder,
                         const char *name, GCancellable *cancellable,
                         JhRenderProgress progress, gpointer data,
                         GError **error);
