/* All definitions of sheets: those that come with the program, and those of
 * the user's folder, which go before them.
 *
 * Several definitions may have one name: the one that holds for the filing's
 * year and whose region is the longest beginning of its 行政区划 is taken. */
#pragma once

#include "jh-sheet.h"

/* Where the program's own definitions are, as a resource. */
#define JH_SHEETS_RESOURCE "/cn/jiheng/sheets"

typedef struct _JhCatalog JhCatalog;

/* Reads all definitions: the program's own, and the .json files of @folder,
 * which may be NULL or not be there. NULL with @error, which names the file
 * and place, when one does not hold. */
JhCatalog *jh_catalog_new (const char *folder,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The folder for the user's own definitions. The caller frees it. */
char *jh_catalog_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @catalog; NULL is allowed. */
void jh_catalog_free (JhCatalog *catalog);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhCatalog, jh_catalog_free)

/* The definitions that hold for @filing, in their order: const JhSheet *,
 * borrowed. @group NULL is all groups. The caller unrefs the array. */
GPtrArray *jh_catalog_list (const JhCatalog *catalog, const JhFiling *filing,
                            const char *group) G_GNUC_WARN_UNUSED_RESULT;

/* The definition called @name that holds for @filing, or NULL. Borrowed. */
const JhSheet *jh_catalog_find (const JhCatalog *catalog,
                                const JhFiling *filing, const char *name);

/* The names of all sheets that stand for a unit as a whole, whatever filings
 * they hold for: const char *, borrowed. The caller unrefs the array. */
GPtrArray *
jh_catalog_list_names (const JhCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;
