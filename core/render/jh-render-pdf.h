/* Grids as a PDF, laid out as they are printed. */
#pragma once

#include "jh-workbook.h"

#include <gio/gio.h>

/* Writes @workbook as the file @name in @folder, on A4 paper; no display is
 * needed. Parameters, errors and promises are those of jh_render_xlsx(). */
gboolean jh_render_pdf (const JhWorkbook *workbook, const char *folder,
                        const char *name, GCancellable *cancellable,
                        JhRenderProgress progress, gpointer data,
                        GError **error);
