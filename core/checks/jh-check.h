/* 审核: all checks of a filing. */
#pragma once

#include "jh-books-checks.h"
#include "jh-catalog.h"
#include "jh-identity.h"

/* Checks @books, and every sheet of @catalog that is computed from them.
 * before: the books of the year before, or NULL. Returns the findings,
 * errors first, which the caller unrefs; NULL with @error when a sheet
 * could not be computed. */
GPtrArray *jh_check (const JhCatalog *catalog, const JhIdentities *identities,
                     const JhBooks *books, const JhBooks *before,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
