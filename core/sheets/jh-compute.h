/* From a definition and the books to a grid. */
#pragma once

#include "jh-grid.h"
#include "jh-sheet.h"

/* Computes @sheet of @books. Whoever computes many uses a JhComputer.
 *
 * before: the books of the same unit's year before, or NULL when there are
 *         none; prior_year figures are taken then
 * object: the object of a form (整体 or a project's number), else NULL
 * Returns a grid that depends on nothing else, the texts that it shares with
 * other grids being its own too, or NULL with JH_ERROR_DATA when it would be
 * larger than a grid may be. */
JhGrid *jh_compute (const JhSheet *sheet, const JhBooks *books,
                    const JhBooks *before, const char *object,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
