/* The lists of several years and regions, each read once, for whoever goes
 * through many filings. */
#pragma once

#include "jh-lists.h"

typedef struct _JhListsShelf JhListsShelf;

/* No lists yet. */
JhListsShelf *jh_lists_shelf_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @shelf; NULL is allowed. */
void jh_lists_shelf_free (JhListsShelf *shelf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhListsShelf, jh_lists_shelf_free)

/* The lists of @year and @region, read from @store when the shelf has them
 * not; the lists used longest ago give way to them when it is full. NULL
 * with @error. The caller unrefs them. */
JhLists *jh_lists_shelf_get (JhListsShelf *shelf, JhStore *store, int year,
                             const char *region,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
