/* 勾稽关系 inside one sheet: sums that have to hold, as data.
 *
 * An identity reads a grid, whatever made it. resources/checks/README.md
 * tells how one is written. */
#pragma once

#include "jh-finding.h"
#include "jh-grid.h"

typedef struct _JhIdentities JhIdentities;

/* The identities that come with the program. NULL with JH_ERROR_DATA. */
JhIdentities *jh_identities_load (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads identities from @length bytes of JSON; @origin names the file in
 * errors. NULL with JH_ERROR_DATA. */
JhIdentities *jh_identities_read (const char *text, gsize length,
                                  const char *origin,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @identities; NULL is allowed. */
void jh_identities_free (JhIdentities *identities);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhIdentities, jh_identities_free)

/* Adds to @findings what of @grid does not add up, exactly, in 分. A sum
 * of blanks against a blank holds. */
void jh_identities_check (const JhIdentities *identities, const JhGrid *grid,
                          GPtrArray *findings);
