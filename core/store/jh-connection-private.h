/* One SQLite connection, hardened. Only jh-connection.c, jh-statement.c and
 * jh-changeset.c know SQLite; the rest of core/store goes through them. */
#pragma once

#include <gio/gio.h>

#include "jh-queries.h"
#include "jh-statement.h"

typedef struct sqlite3 sqlite3;

/* database: the handle
 * path: where the file is; "" in memory
 * statements: by JhQuery, made when first asked for */
typedef struct
{
  sqlite3 *database;
  char *path;
  JhStatement *statements[JH_N_QUERIES];
} JhConnection;

/* JH_CONNECTION_READ       read only
 * JH_CONNECTION_IMMUTABLE  read only, on a medium where nothing can be made
 * JH_CONNECTION_WRITE      read and write */
typedef enum
{
  JH_CONNECTION_READ,
  JH_CONNECTION_IMMUTABLE,
  JH_CONNECTION_WRITE,
} JhConnectionMode;

/* Opens the file @path, which must exist; NULL opens an empty database in
 * memory. Nothing of the file is read yet, and jh_connection_harden() comes
 * before anything is. NULL with @error. */
JhConnection *jh_connection_open (const char *path, JhConnectionMode mode,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Turns on what keeps a hostile file from running anything. */
gboolean jh_connection_harden (JhConnection *connection, GError **error);

/* Reads the first @size bytes of the file as they are on the disk, through
 * the descriptor that SQLite has; a shorter file is filled up with zeros. */
gboolean jh_connection_read_head (JhConnection *connection, void *head,
                                  gsize size, GError **error);

/* Closes it and frees every statement. */
void jh_connection_close (JhConnection *connection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhConnection, jh_connection_close)

/* Runs a script of the program's own SQL. */
gboolean jh_connection_run (JhConnection *connection, const char *script,
                            GError **error);

/* The statement of @query, prepared once and lent; see JhStatement. NULL
 * with @error. */
JhStatement *jh_connection_query (JhConnection *connection, JhQuery query,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first number of the first row of @query, which has no parameters. */
gboolean jh_connection_ask (JhConnection *connection, JhQuery query,
                            gint64 *answer, GError **error);

/* Lets @cancellable, which is not held, stop what runs from now on with
 * JH_ERROR_CANCELLED; NULL lets nothing. */
void jh_connection_set_cancellable (JhConnection *connection,
                                    GCancellable *cancellable);

/* Whether a transaction is open. */
gboolean jh_connection_is_busy (JhConnection *connection);

/* Copies the whole of @from over the whole of @to by the backup API; @to is
 * as it was when this fails. Stops when @cancellable says so. */
gboolean jh_connection_copy (JhConnection *from, JhConnection *to,
                             GCancellable *cancellable, GError **error);

/* Sets @error to what SQLite's result @code on @connection means to a
 * person, and returns FALSE. */
gboolean jh_connection_fail (JhConnection *connection, int code,
                             GError **error);
