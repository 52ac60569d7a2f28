/* A file of books: the one door to it.
 *
 * A store is opened defensively: nothing that a file holds can run, a file of
 * another kind, a newer one or one whose structure was altered is refused,
 * and an older one is brought up to date after a copy was made. Reading goes
 * through named queries; writing only inside of a JhChange. A store belongs
 * to one thread. */
#pragma once

#include <gio/gio.h>

#include "jh-queries.h"
#include "jh-statement.h"

typedef struct _JhStore JhStore;

/* JH_STORE_READ    read only; never makes or alters a file, and refuses an
 *                  older one that would have to be brought up to date
 * JH_STORE_WRITE   read and write a file that is there
 * JH_STORE_CREATE  as WRITE; a file that is not there is made, readable by
 *                  its owner alone */
typedef enum
{
  JH_STORE_READ,
  JH_STORE_WRITE,
  JH_STORE_CREATE,
} JhStoreMode;

/* Opens the books in @path. NULL with @error: JH_ERROR_NOT_FOUND,
 * JH_ERROR_NOT_BOOKS, JH_ERROR_NEWER, JH_ERROR_DAMAGED, JH_ERROR_READ_ONLY,
 * JH_ERROR_BUSY, JH_ERROR_FULL or JH_ERROR_IO. */
JhStore *jh_store_open (const char *path, JhStoreMode mode,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Closes the store; an open change is given up before. NULL is allowed. */
void jh_store_close (JhStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhStore, jh_store_close)

/* The path it was opened by. Borrowed. */
const char *jh_store_get_path (JhStore *store);

/* Whether it was opened by JH_STORE_READ. */
gboolean jh_store_is_read_only (JhStore *store);

/* Who is written into the log; the system's user name until set. */
void jh_store_set_author (JhStore *store, const char *author);

/* The same. Borrowed until it is set. */
const char *jh_store_get_author (JhStore *store);

/* Whether another program changed the books since this was last asked, or
 * since they were opened; changes of this store do not count, those of
 * another store in this program do. It costs some microseconds: ask once a
 * second. Books on a medium that nobody could write to when they were opened
 * are never @changed: should it happen, they have to be opened again.
 *
 * FALSE with @error when the file is no longer the one that was opened:
 * JH_ERROR_NOT_FOUND says that it was taken away, deleted or replaced.
 * jh_change_begin() refuses then as well. */
gboolean jh_store_notice (JhStore *store, gboolean *changed, GError **error);

/* What went wrong beside the work without stopping it, such as a daily
 * backup that could not be made; NULL when nothing did. Borrowed. */
const char *jh_store_get_warning (JhStore *store);

/* Lets @cancellable, which outlives that, stop what is read and written from
 * now on with JH_ERROR_CANCELLED, until a change is given up; what was not
 * committed by then has to be given up. For a store that works on a thread of
 * its own. */
void jh_store_set_cancellable (JhStore *store, GCancellable *cancellable);

/* Lends the statement of @query; NULL with @error. */
JhStatement *jh_store_query (JhStore *store, JhQuery query,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Looks whether the whole file is sound; slow on a large one. */
gboolean jh_store_check_whole (JhStore *store, GError **error);

/* While a snapshot is held, what is read does not change under the reader,
 * whatever other programs write. */
typedef struct _JhSnapshot JhSnapshot;

/* Takes a snapshot; inside of a change it is that change's view. NULL with
 * @error. */
JhSnapshot *jh_snapshot_take (JhStore *store,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lets it go; NULL is allowed. */
void jh_snapshot_free (JhSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhSnapshot, jh_snapshot_free)
