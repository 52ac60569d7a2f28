#pragma once

#include <sys/stat.h>

#include "jh-connection-private.h"
#include "jh-store.h"

/* author: owned
 * warning: owned, or NULL
 * as_copy: opened to be copied, not to be read; may be older
 * changing: a transaction is open that changes the books
 * change: the JhChange that is open, or NULL; borrowed
 * absolute: the path from the root, whatever folder the program goes to;
 *           owned
 * opened: the file as it was when it was opened
 * version: what SQLite said of the file when others' changes were last asked
 *          for
 * immutable: nothing can be written where it is, so SQLite takes no locks
 * backed_up: the day on which the daily backup was looked after last, owned,
 *            or NULL */
struct _JhStore
{
  JhConnection *connection;
  char *path;
  char *author;
  char *warning;
  char *backed_up;
  char *absolute;
  struct stat opened;
  gint64 version;
  gboolean immutable;
  gboolean read_only;
  gboolean as_copy;
  gboolean changing;
  struct _JhChange *change;
};

/* Opens @path read only, to be copied: it may be of an older version, whose
 * structure is looked at like any other. NULL with @error. */
JhStore *jh_store_open_copy (const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the file @path if it is not there, empty and readable by its owner
 * alone. @made tells whether there is an empty file now, which an earlier
 * attempt may have left. */
gboolean jh_store_make_file (const char *path, gboolean *made,
                             GError **error);

/* Looks without opening it whether @path is a regular file that may be
 * read. */
gboolean jh_store_probe (const char *path, GError **error);

/* Whether @path, as far as it is there, and its folder can be written.
 * JH_ERROR_READ_ONLY. */
gboolean jh_store_check_writable (const char *path, GError **error);

/* How to open @path for reading: a file on which nothing can be written
 * beside it, and with no writer, is immutable to us. */
JhConnectionMode jh_store_mode_for_reading (const char *path);

/* Looks at the first bytes of the file of @connection, of which no SQL was
 * run yet: is it a database, and one of this program? */
gboolean jh_store_check_head (JhConnection *connection, GError **error);

/* Notes which file was opened. */
gboolean jh_store_remember_file (JhStore *store, GError **error);

/* Whether the file that was opened still stands under its path; as
 * jh_store_notice(). */
gboolean jh_store_check_file (JhStore *store, GError **error);

/* Lets the owner write again to the logs beside @path that were made while
 * it was read only. JH_ERROR_READ_ONLY when they are somebody else's. */
gboolean jh_store_mend_logs (const char *path, GError **error);

/* Brings the schema of @connection from version @from to @to, in one
 * transaction; nothing is left to do when another program did it while this
 * one waited. JH_ERROR_BUSY when it stopped half way. */
gboolean jh_migrate (JhConnection *connection, guint from, guint to,
                     GError **error);

/* The structure that version @version has, as text, from a database made
 * for it once a process, which takes a while. Static. NULL with @error. */
const char *jh_migrate_describe (guint version, GError **error);

/* Compares the structure of @connection with that of version @version. */
gboolean jh_migrate_verify (JhConnection *connection, guint version,
                            GError **error);

/* Gives up the change that is open, if one is; it can only be freed then. */
void jh_change_give_up (JhStore *store);
