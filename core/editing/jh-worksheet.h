/* The rows of one table of the filing, as people fill them in.
 *
 * A row enters the books as soon as all that the table requires of it is
 * there and right. Until then it stands in the drafts, is shown like any
 * other, and outlives the program. In a row of the books a cell that is
 * wrong shows what was typed, with its fault; the books hold nothing for it
 * meanwhile, so that no sum goes on with a figure that somebody meant to
 * change, except where the table cannot do without: there they keep what
 * they had. A row all of whose cells are emptied leaves the books.
 *
 * Codes are taken as they are typed, even those that the year does not have,
 * which the cell says and a check finds.
 *
 * The worksheet follows the session: what others change shows at once. */
#pragma once

#include "jh-session.h"
#include "jh-table-model.h"

#define JH_TYPE_WORKSHEET (jh_worksheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (JhWorksheet, jh_worksheet, JH, WORKSHEET, GObject)

struct _JhWorksheetClass
{
  GObjectClass parent_class;
};

/* The rows of @table. @fields are the names of the columns in their order
 * and end with NULL; NULL is all. A row that is begun here has only these, so
 * all that are required should be among them. The caller unrefs it. */
JhWorksheet *
jh_worksheet_new (JhSession *session, JhTableId table,
                  const char *const *fields) G_GNUC_WARN_UNUSED_RESULT;

/* What it shows the books of. Borrowed. */
JhSession *jh_worksheet_get_session (JhWorksheet *self);

/* The table that it shows. */
JhTableId jh_worksheet_get_table (JhWorksheet *self);

/* Gives the column @field another head and a sentence about what belongs
 * there; NULL leaves what there is. A field that is not shown is passed
 * over. */
void jh_worksheet_describe (JhWorksheet *self, const char *field,
                            const char *label, const char *help);

/* Where the row with the id @id (negative for one that is not in the books)
 * stands, and the column of @field; the first column when it is "" or not
 * shown. FALSE when there is no such row. */
gboolean jh_worksheet_find_entry (JhWorksheet *self, gint64 id,
                                  const char *field, guint *row,
                                  guint *column);
