/* What the files of the document share. */
#pragma once

#include "jh-claim.h"
#include "jh-day-copy.h"
#include "jh-document.h"

/* claim: NULL while only reading
 * copy: the day's copy, under way or made; NULL when none was to be made
 * filings: NULL until somebody asked
 * undo, redo, saved, notice: owned, or NULL
 * work: what a thread is doing to the file; owned, or NULL */
struct _JhDocument
{
  GObject parent_instance;

  JhStore *store;
  JhClaim *claim;
  JhDayCopy *copy;
  JhSession *session;
  GListStore *filings;
  char *undo;
  char *redo;
  char *saved;
  char *notice;
  char *work;
};

/* Says that everything was saved now. */
void jh_document_note_saved (JhDocument *self);

/* Fails with JH_ERROR_BUSY while a thread writes to the file. */
gboolean jh_document_is_free (JhDocument *self, GError **error);
