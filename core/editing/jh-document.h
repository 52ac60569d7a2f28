/* A file of books that is open in a window: its filings, the one that is
 * being worked on, undo and redo, and whether everything is saved.
 *
 * Properties, all of them notified:
 * session: the JhSession of the filing that is shown, or NULL
 * undo-name, redo-name: what undo and redo would do, or NULL
 * working: whether a thread writes to the file
 * saved: when the last change was saved, such as 15:04:05, or NULL
 * notice: a sentence that stays in sight, such as that the books are read
 *   only, or NULL */
#pragma once

#include "jh-filing-item.h"
#include "jh-session.h"

#define JH_TYPE_DOCUMENT (jh_document_get_type ())
G_DECLARE_FINAL_TYPE (JhDocument, jh_document, JH, DOCUMENT, GObject)

/* Opens the books @path to write, and where that cannot be to read, saying
 * so by the notice. The day's copy of books that can be written is begun on
 * a thread; one that fails becomes the notice. No filing is chosen yet. NULL
 * with what jh_store_open() says. */
JhDocument *jh_document_open (const char *path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The path it was opened by. Borrowed. */
const char *jh_document_get_path (JhDocument *self);

/* The store. Borrowed. */
JhStore *jh_document_get_store (JhDocument *self);

/* Whether nothing can be written. */
gboolean jh_document_is_read_only (JhDocument *self);

/* The session of the filing that is shown, or NULL. Borrowed. */
JhSession *jh_document_get_session (JhDocument *self);

/* The filings: JhFilingItem by unit and year. Read when first asked for and
 * kept up to date. NULL with @error. Borrowed. */
GListModel *jh_document_get_filings (JhDocument *self, GError **error);

/* Shows the filing @filing. FALSE with @error, the old one still shown. */
gboolean jh_document_choose (JhDocument *self, gint64 filing, GError **error);

/* Shows the filing @wanted if it is there (0: none is wanted), else the
 * newest one, else none. */
gboolean jh_document_choose_any (JhDocument *self, gint64 wanted,
                                 GError **error);

/* Work on a thread that writes to the file begins: until it ends nothing else
 * is written to it from here (JH_ERROR_BUSY, told by @words, such as
 * 正在粘贴), no other filing is chosen, and what the thread writes is not
 * taken for the doing of another program. FALSE with JH_ERROR_BUSY while
 * other work is under way. */
gboolean jh_document_begin_work (JhDocument *self, const char *words,
                                 GError **error);

/* The work is over, well or not: reads anew what it wrote. FALSE with
 * @error when that fails. */
gboolean jh_document_end_work (JhDocument *self, GError **error);

/* Whether work is under way. */
gboolean jh_document_is_working (JhDocument *self);

/* Whether undo, or redo unless @undo, takes longer than a window may stand
 * still; then it is work for a thread, by jh_bulk_undo(). */
gboolean jh_document_is_large (JhDocument *self, gboolean undo);

/* Shows the filing that the last entry of the log is about, as after undo
 * and redo. FALSE with @error. */
gboolean jh_document_choose_last (JhDocument *self, GError **error);

/* Undoes the last change, or does the one undone last again, and shows the
 * filing that it was about. As jh_change_undo(). */
gboolean jh_document_undo (JhDocument *self, GError **error);
gboolean jh_document_redo (JhDocument *self, GError **error);

/* The names of what these two would do, or NULL. Borrowed. */
const char *jh_document_get_undo_name (JhDocument *self);
const char *jh_document_get_redo_name (JhDocument *self);

/* When the last change was saved, or NULL. Borrowed. */
const char *jh_document_get_saved (JhDocument *self);

/* The sentence that stays in sight, or NULL. Borrowed. */
const char *jh_document_get_notice (JhDocument *self);

/* Reads everything anew: after a change that did not go through the
 * session, by this program or another. A filing that is gone is not shown
 * any more. */
gboolean jh_document_refresh (JhDocument *self, GError **error);

/* Looks whether another program, or another store of this one, changed the
 * file, and refreshes then;
 * @changed tells whether it did. FALSE with @error when the file is no
 * longer the one that was opened (nothing is written to it any more), or
 * when it cannot be read anew. */
gboolean jh_document_look (JhDocument *self, gboolean *changed,
                           GError **error);
