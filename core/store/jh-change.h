/* Changes: transactions with a name, the log, undo and redo.
 *
 * A change is all or nothing, is saved the moment it is committed, and stays
 * in the log with who, when, table, before and after. */
#pragma once

#include "jh-changeset.h"
#include "jh-store.h"

typedef struct _JhChange JhChange;

/* Begins a change that people will know as @name, such as 导入决算. Makes
 * the day's backup before the first one of a day. NULL with @error. */
JhChange *jh_change_begin (JhStore *store, const char *name,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Says which filing the change is about, for the log. */
void jh_change_set_filing (JhChange *change, gint64 filing);

/* Says who answers for the change, for the log; the author of the store when
 * this is not called. */
void jh_change_set_author (JhChange *change, const char *author);

/* Says that undo passes the change over, as it does a lock, which somebody
 * answers for by name. What was changed before is undone as if this change
 * were none, where the books as they are allow it. */
void jh_change_set_final (JhChange *change);

/* Keeps the change. One that changed nothing leaves no trace. The change
 * is to be freed either way; when this fails nothing was changed. */
gboolean jh_change_commit (JhChange *change, GError **error);

/* Frees @change; gives up what was not committed. NULL is allowed. */
void jh_change_free (JhChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhChange, jh_change_free)

/* Writes what the program notes for itself; FALSE with @error when it could
 * not. */
typedef gboolean (*JhAside) (JhStore *store, gpointer data, GError **error);

/* Calls @write in a transaction that is no change: all of it is kept or
 * none, and the log, undo and the day's backup know nothing of it. Only for
 * tables that no record tells of (finding_seen). FALSE with what @write
 * said, as jh_change_begin(), or with JH_ERROR_BUSY inside of a change. */
gboolean jh_change_write_aside (JhStore *store, JhAside write, gpointer data,
                                GError **error);

/* Undoes the last change that still holds, and gives its name to @name (the
 * caller frees it; may be NULL). JH_ERROR_NOT_FOUND when there is none. */
gboolean jh_change_undo (JhStore *store, char **name, GError **error);

/* Does again what was undone last, as long as nothing else was changed
 * since. As jh_change_undo(). */
gboolean jh_change_redo (JhStore *store, char **name, GError **error);

/* The names of what jh_change_undo() and jh_change_redo() would do, NULL
 * for none. The caller frees them. */
gboolean jh_change_peek (JhStore *store, char **undo, char **redo,
                         GError **error);

/* How many bytes of record jh_change_undo(), or jh_change_redo() unless
 * @undo, would read, which is how long it takes; 0 when there is nothing to
 * be done. Quick. FALSE with @error. */
gboolean jh_change_weigh (JhStore *store, gboolean undo, gint64 *bytes,
                          GError **error);

/* How many changes jh_change_undo_to() would undo. JH_ERROR_NOT_FOUND when
 * @id is no change that holds. */
gboolean jh_change_count_from (JhStore *store, gint64 id, guint *count,
                               GError **error);

/* Undoes the change @id and all that were made after it and still hold, the
 * newest first: all of them or none. Each becomes an entry of the log, and
 * jh_change_redo() does them again one by one. @undone (may be NULL) is how
 * many they were. JH_ERROR_NOT_FOUND when @id is no change that holds,
 * JH_ERROR_LOCKED or JH_ERROR_DATA when one of them cannot be undone; the
 * message names it. */
gboolean jh_change_undo_to (JhStore *store, gint64 id, guint *undone,
                            GError **error);

/* One entry of the log.
 *
 * kind: "do", "undo" or "redo"
 * at: local time, 2023-12-31T17:05:09+0800
 * filing: 0 when it was about none
 * target: what was undone or redone, else 0
 * state: "done", "undone", "dropped" (undone for good), "final" (done, and
 *        undo passes it over); "" of an undo
 * rows: JhChangeRow, at most the number asked for */
typedef struct
{
  gint64 id;
  char *kind;
  char *name;
  char *author;
  char *at;
  gint64 filing;
  gint64 target;
  char *state;
  GPtrArray *rows;
} JhChangeEntry;

/* Frees @entry with its rows; NULL is allowed. */
void jh_change_entry_free (JhChangeEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhChangeEntry, jh_change_entry_free)

/* The entry @id with at most @most_rows rows. NULL with @error;
 * JH_ERROR_NOT_FOUND. */
JhChangeEntry *jh_change_get (JhStore *store, gint64 id, guint most_rows,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which entries of the log are meant; all zero means every one.
 *
 * filing: 0 for every filing
 * table: the schema's name of a table that was touched, NULL for any
 * author: NULL for everybody
 * before: entries older than this number; 0 for the newest on. The last id
 *         of one page gives the next page. */
typedef struct
{
  gint64 filing;
  const char *table;
  const char *author;
  gint64 before;
} JhChangeFilter;

/* The log, the newest first: JhChangeEntry, at most @most, those that
 * @filter lets through (NULL: all), each with at most @most_rows rows. An
 * undo or redo has touched the tables of what it undid or redid. Quick
 * however long the log is. NULL with @error. The caller unrefs it. */
GPtrArray *jh_change_list (JhStore *store, const JhChangeFilter *filter,
                           guint most, guint most_rows,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Who has an entry in the log, in the order of the bytes: char *. NULL with
 * @error. The caller unrefs it. */
GPtrArray *jh_change_list_authors (JhStore *store,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The schema's names of the tables that the log tells of: char *. NULL with
 * @error. The caller unrefs it. */
GPtrArray *jh_change_list_tables (JhStore *store,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which filings the entries of the log behind the entry @since are about:
 * their ids (gint64), each once, and 0 when one is about no filing. @newest
 * becomes the id of the newest entry, @since when there is none. NULL with
 * @error. The caller unrefs it. */
GArray *jh_change_list_filings (JhStore *store, gint64 since, gint64 *newest,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
