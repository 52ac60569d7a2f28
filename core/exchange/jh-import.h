/* Bringing in a folder of CSV: one filing.
 *
 * FORMAT.md says what the folder holds. Nothing is guessed: whatever is not
 * understood is a fault with its file, line and column, and all of them are
 * told at once. */
#pragma once

#include "jh-books.h"

/* Reads the folder @folder and checks it against the lists of its year and
 * region. Touches nothing: the filing has the id 0.
 *
 * Returns NULL with JH_ERROR_NOT_FOUND (there is no such folder, or it holds
 * no filing.csv), JH_ERROR_DATA (its message has one line for each fault,
 * see jh-faults.h), or what the store says. */
JhBooks *jh_import_read (JhStore *store, const char *folder,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Brings the folder @folder into the books as one change, 导入 or 替换: all
 * of it or nothing.
 *
 * @replace: whether a filing of the same unit and year gives way; it keeps
 *   its id and its state, and undoing the change brings it back
 * @filing: the filing as it is now; the caller frees it; may be NULL
 * Returns FALSE with what jh_import_read() says, JH_ERROR_EXISTS (the filing
 * is there and @replace is FALSE), JH_ERROR_LOCKED (it is 锁定), or what the
 * store says; nothing was changed then. */
gboolean jh_import_folder (JhStore *store, const char *folder,
                           gboolean replace, JhFiling **filing,
                           GError **error);
