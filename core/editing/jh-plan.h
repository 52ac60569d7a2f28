/* What becomes of lines of a worksheet by one change: made in memory first,
 * then written to the file whole, and only then shown. */
#pragma once

#include "jh-worksheet-private.h"

#include "jh-change.h"

/* The most rows of a table that are wrong or not whole. More come of a block
 * that was pasted into the wrong columns, and cost what right rows do not:
 * each of their cells is kept and read for itself. */
#define JH_PLAN_UNFIT_MAX 2000

/* What becomes of one line.
 *
 * line: held
 * after: what it will show; owned; NULL when it is taken out
 * is_new: whether the list does not have it yet
 * written: whether somebody wrote into it, for the report
 * is_in: once it is settled, whether its row is in the books afterwards
 * replaces: whether its row leaves the books and comes again, because
 *           another row has its key until then */
struct _JhEdit
{
  JhLine *line;
  JhContent *after;
  gboolean is_new;
  gboolean written;
  gboolean is_in;
  gboolean replaces;
};

/* What else is done by the same change.
 *
 * save: writes to the file; FALSE with the error when that fails
 * kept: the change was kept: memory follows, before anybody is told
 * touched: what it touches, as of jh_session_tell() */
typedef struct
{
  gboolean (*save) (gpointer data, GError **error);
  void (*kept) (gpointer data);
  gpointer data;
  guint touched;
} JhPlanBeside;

/* self: not held
 * edits: JhEdit
 * added: JhLine, those that are new, in their order
 * before: the row of the list that these are put before
 * next_id: of the next row that is not in the books
 * touched: what it touches, as of jh_session_tell()
 * beside: NULL for nothing; not owned */
typedef struct
{
  JhWorksheet *self;
  GPtrArray *edits;
  GPtrArray *added;
  guint before;
  gint64 next_id;
  guint touched;
  const JhPlanBeside *beside;
} JhPlan;

/* Nothing yet; lines that are new will stand before the row @before. */
JhPlan *jh_plan_new (JhWorksheet *self,
                     guint before) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @plan, which has been carried out or never will be. */
void jh_plan_free (JhPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhPlan, jh_plan_free)

/* What becomes of @line, which is as it was until somebody alters it.
 * Borrowed. */
JhEdit *jh_plan_edit (JhPlan *plan, JhLine *line);

/* A new line. Borrowed. */
JhEdit *jh_plan_add (JhPlan *plan);

/* Takes @line out. */
void jh_plan_remove (JhPlan *plan, JhLine *line);

/* Whether the table has room for @n more rows. FALSE with JH_ERROR_DATA. */
gboolean jh_plan_has_room_for (const JhPlan *plan, guint n, GError **error);

/* The same of what @plan adds. */
gboolean jh_plan_has_room (const JhPlan *plan, GError **error);

/* Whether the row of @edit is to be in the books as it is now. */
gboolean jh_edit_belongs (const JhEdit *edit);

/* The row of @line as it will be. Borrowed. */
JhRow *jh_plan_get_row (JhLine *line);

/* Gives new places to all lines, those that are added among them. */
void jh_plan_renumber (JhPlan *plan);

/* Settles what of it gets into the books: no two rows have the same key
 * afterwards. Nothing is edited after this, but the places. */
void jh_plan_settle (JhPlan *plan);

/* Of jh_plan_settle(): keeps rows with the same key out of the books. */
void jh_plan_settle_keys (JhPlan *plan);

/* Forgets what changes nothing. FALSE when nothing is left then. */
gboolean jh_plan_prune (JhPlan *plan);

/* Carries @plan out as the change @name. FALSE with @error, nothing changed
 * then; JH_ERROR_DATA when more than JH_PLAN_UNFIT_MAX rows would be wrong or
 * not whole, and more than before. */
gboolean jh_plan_carry_out (JhPlan *plan, const char *name, GError **error);

/* Of jh_plan_carry_out(): shows what the file holds by now. */
void jh_plan_show (JhPlan *plan);

/* Writes @plan to the file, inside of a change. */
gboolean jh_plan_save (JhPlan *plan, GError **error);
