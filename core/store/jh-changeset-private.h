/* Recording, undoing and reading changes, by SQLite's session extension. */
#pragma once

#include "jh-changeset.h"
#include "jh-connection-private.h"

typedef struct _JhRecorder JhRecorder;

/* Records what happens to every table but the log, from now until
 * jh_recorder_finish() or jh_recorder_free(). NULL with @error. */
JhRecorder *jh_recorder_new (JhConnection *connection,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was recorded; empty bytes when nothing changed. NULL with @error.
 * The caller unrefs it. */
GBytes *jh_recorder_finish (JhRecorder *recorder,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Stops recording; NULL is allowed. */
void jh_recorder_free (JhRecorder *recorder);

/* Does what @changeset recorded again, or undoes it when @invert, inside of
 * the open transaction. Refused with JH_ERROR_DATA when the rows are not as
 * the record left them, and with JH_ERROR_LOCKED when a lock forbids it; the
 * transaction has to be given up then, for some rows may be changed. */
gboolean jh_changeset_apply (JhConnection *connection, GBytes *changeset,
                             gboolean invert, GError **error);

/* The rows that @changeset touched, at most @most: JhChangeRow. NULL with
 * @error. The caller unrefs it. */
GPtrArray *jh_changeset_read (JhConnection *connection, GBytes *changeset,
                              guint most,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @changeset has the shape of a record from its first byte to its
 * last. SQLite may be given no other. */
gboolean jh_changeset_is_whole (GBytes *changeset);

/* The names of the tables that @changeset tells of, in its order; none when
 * it is no record. The caller unrefs it. */
GPtrArray *
jh_changeset_list_tables (GBytes *changeset) G_GNUC_WARN_UNUSED_RESULT;
