/* Edits of so many cells that a window cannot wait for them.
 *
 * Such an edit is prepared where the table is shown and then run on any
 * thread: that opens the books for itself, makes the table again and writes
 * into it by the same rules, as one change, all of it or nothing. Meanwhile
 * nothing else is written to the books (see jh_document_begin_work()), and
 * afterwards they are read anew. */
#pragma once

#include "jh-pace.h"
#include "jh-session.h"
#include "jh-table-model.h"

typedef struct _JhBulk JhBulk;

/* Writing @block, which is taken over in any case, into @model of @session,
 * named @verb; JH_VERB_REMOVE takes its rows out. NULL with JH_ERROR_USAGE
 * when so much cannot be written into this table at once, or the error of
 * jh_session_may_edit(). */
JhBulk *jh_bulk_new (JhTableModel *model, JhSession *session,
                     JhTableBlock *block, JhTableVerb verb,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @bulk; NULL is allowed. */
void jh_bulk_free (JhBulk *bulk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhBulk, jh_bulk_free)

/* What is being done, such as 正在粘贴 20,000 行. Borrowed. */
const char *jh_bulk_get_words (const JhBulk *bulk);

/* Does it once, on any thread. The cancellable and tell of @pace are the
 * caller's. @report and errors are as of jh_table_model_write(), besides
 * JH_ERROR_CANCELLED when it was stopped and JH_ERROR_DATA when the table has
 * other rows by now; nothing is changed then. */
gboolean jh_bulk_run (JhBulk *bulk, JhPace *pace, JhTableReport *report,
                      GError **error);

/* Undoes the last change of the books @path, or with @undo FALSE does the one
 * undone last again, on any thread, until @cancellable stops it. As
 * jh_change_undo(). */
gboolean jh_bulk_undo (const char *path, gboolean undo,
                       GCancellable *cancellable, GError **error);
