/* What xlsx and PDF are asked for, and what both do between two grids. */
#pragma once

#include "jh-workbook.h"

#include <gio/gio.h>

/* workbook: what is rendered
 * cancellable: looked at between grids, or NULL
 * progress: told of each grid, or NULL; data is handed to it */
typedef struct
{
  const JhWorkbook *workbook;
  GCancellable *cancellable;
  JhRenderProgress progress;
  gpointer data;
} JhRenderRequest;

/* Whether there is anything to render. Returns FALSE with JH_ERROR_USAGE
 * when there is not. */
gboolean jh_render_request_check (const JhRenderRequest *request,
                                  GError **error);

/* Tells that @done grids are written and asks whether to go on. Returns
 * FALSE with JH_ERROR_CANCELLED when the user asked to stop. */
gboolean jh_render_request_go_on (const JhRenderRequest *request, guint done,
                                  GError **error);
