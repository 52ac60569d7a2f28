/* Changes: what beginning, undoing and the log share. */
#pragma once

#include "jh-change.h"
#include "jh-connection-private.h"

/* Opens the transaction of a change, an undo or a redo. */
gboolean jh_change_open (JhStore *store, GError **error);

/* Commits it; rolls it back when @good is FALSE, with @error set already, or
 * when committing fails. */
gboolean jh_change_close (JhStore *store, gboolean good, GError **error);

/* What the log says of a change besides its record; borrowed.
 *
 * filing: 0 for none
 * final: undo passes it over */
typedef struct
{
  const char *name;
  const char *author;
  gint64 filing;
  gboolean final;
} JhChangeHead;

/* Writes the change @head, whose record is @changeset, into the log. Nothing
 * undone can be done again then. */
gboolean jh_change_log (JhStore *store, const JhChangeHead *head,
                        GBytes *changeset, GError **error);

/* A change to be undone or redone.
 *
 * id: 0 for none
 * record: what it did */
typedef struct
{
  gint64 id;
  char *name;
  gint64 filing;
  GBytes *record;
} JhChangeTarget;

/* Writes into the log that @target was undone, or redone, and what it is
 * now. */
gboolean jh_change_log_again (JhStore *store, const JhChangeTarget *target,
                              gboolean undo, GError **error);

/* Notes the tables of every change in the log, for a log that was written
 * when none were noted. */
gboolean jh_change_note_tables (JhConnection *connection, GError **error);
