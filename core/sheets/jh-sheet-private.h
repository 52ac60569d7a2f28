#pragma once

#include "jh-sheet.h"

/* The place in @words, which ends with NULL, of what the member @name says,
 * or @otherwise when it is not there. */
int jh_sheet_read_word (JhJson *json, JsonObject *object, const char *name,
                        const char *const *words, int otherwise);

/* Reads a column. Faults go to @json. */
JhColumnSpec *jh_sheet_read_column (JhJson *json, JsonObject *object)
  G_GNUC_WARN_UNUSED_RESULT;

/* Reads a row. Faults go to @json. */
JhRowSpec *jh_sheet_read_row (JhJson *json,
                              JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
