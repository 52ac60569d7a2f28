/* A filing that is being worked on: its books in memory, in step with the
 * file.
 *
 * Whoever edits begins a change here, writes to the store, keeps the change
 * and alters the books in memory likewise; everybody who shows something is
 * told by "changed". When a change cannot be kept the books are read anew,
 * so that memory never says what the file does not. A session belongs to
 * the thread of its store. */
#pragma once

#include "jh-books.h"
#include "jh-change.h"
#include "jh-marks.h"
#include "jh-pace.h"

/* What a change touched, besides the tables, each of which is the bit
 * 1 << JhTableId. */
#define JH_TOUCHED_TABLE(id) (1u << (id))
#define JH_TOUCHED_FILING (1u << 30)
#define JH_TOUCHED_DRAFTS (1u << 29)
#define JH_TOUCHED_WAIVERS (1u << 28)
#define JH_TOUCHED_ALL (~0u)

#define JH_TYPE_SESSION (jh_session_get_type ())
G_DECLARE_FINAL_TYPE (JhSession, jh_session, JH, SESSION, GObject)

/* Signals:
 * "changed" (guint touched, GObject *source): the books hold something else;
 *   @touched says what, and @source whose doing it was, NULL when the books
 *   were read anew
 * "marked": the checks find something else
 * "notify::unit": amounts are to be shown in another unit */

/* Begins work on the filing @filing of @store, which must outlive the
 * session. NULL with @error. */
JhSession *jh_session_new (JhStore *store, gint64 filing,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The store. Borrowed. */
JhStore *jh_session_get_store (JhSession *self);

/* The id of the filing. */
gint64 jh_session_get_filing (JhSession *self);

/* The books as they are now. Borrowed until they are read anew; the rows of
 * a table may be altered by whoever edits them, in step with the file. */
JhBooks *jh_session_get_books (JhSession *self);

/* The books of the year before, or NULL when there are none. Borrowed until
 * the books are read anew. */
const JhBooks *jh_session_get_before (JhSession *self);

/* The unit in which amounts are shown and typed; the filing's own until it
 * is set. Nothing in the books depends on it. */
JhMoneyUnit jh_session_get_unit (JhSession *self);
void jh_session_set_unit (JhSession *self, JhMoneyUnit unit);

/* What the checks find in the cells of the filing; NULL until that is known.
 * Borrowed until it is set. */
const JhMarks *jh_session_get_marks (JhSession *self);

/* Says what the checks find, of which a reference is taken, and tells
 * everybody; NULL for not known. */
void jh_session_set_marks (JhSession *self, JhMarks *marks);

/* Why nothing can be edited, a sentence, or NULL when it can. Borrowed until
 * the books are read anew. */
const char *jh_session_get_obstacle (JhSession *self);

/* Reads the books anew, after undo or redo or another program's doing, and
 * tells everybody. FALSE with @error, the books as they were. */
gboolean jh_session_reload (JhSession *self, GError **error);

/* Whether anything can be edited; FALSE with the obstacle as @error
 * (JH_ERROR_LOCKED, JH_ERROR_READ_ONLY), or JH_ERROR_BUSY while it is held.
 */
gboolean jh_session_may_edit (JhSession *self, GError **error);

/* Lets nothing be edited while @words hold, such as 正在粘贴; NULL lets it
 * again. For while a thread writes to the same file. */
void jh_session_hold (JhSession *self, const char *words);

/* Counts by @pace, which is not held, what is written by this session from
 * now on; NULL for nobody. Writing stops when the pace says so. */
void jh_session_set_pace (JhSession *self, JhPace *pace);

/* One step of writing is done, as jh_pace_step(). */
gboolean jh_session_step (JhSession *self, GError **error);

/* Begins the change @name about this filing. NULL with @error, also for the
 * obstacle (JH_ERROR_LOCKED, JH_ERROR_READ_ONLY). */
JhChange *jh_session_begin (JhSession *self, const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @change and frees it. When it cannot be kept the books are read
 * anew and FALSE is returned with @error. The caller alters the books in
 * memory only after TRUE, and then calls jh_session_tell(). */
gboolean jh_session_commit (JhSession *self, JhChange *change,
                            GError **error);

/* Tells everybody that @touched holds something else by the doing of
 * @source, which may be NULL. */
void jh_session_tell (JhSession *self, guint touched, gpointer source);
