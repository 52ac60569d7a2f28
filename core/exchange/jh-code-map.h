/* Codes that change between two years. */
#pragma once

#include "jh-lists.h"

typedef struct _JhCodeMap JhCodeMap;

/* Reads which codes changed after the year @from and not after @to. NULL
 * with @error. Free it with jh_code_map_free(). */
JhCodeMap *jh_code_map_load (JhStore *store, int from, int to,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @map; NULL is allowed. */
void jh_code_map_free (JhCodeMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhCodeMap, jh_code_map_free)

/* What stands for @code in the later year; @code itself when it did not
 * change. Borrowed from @map or @code. */
const char *jh_code_map_get (const JhCodeMap *map, JhCodes codes,
                             const char *code);
