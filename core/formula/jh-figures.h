/* A table of figures: rows of values under named columns. Checks read the
 * books as such tables, and whatever else is no sheet. */
#pragma once

#include "jh-value.h"
#include "jh-vocabulary.h"

typedef struct _JhFigures JhFigures;

/* A table of @kind with no rows; @kind must outlive it. Give it back by
 * jh_figures_unref(). */
JhFigures *
jh_figures_new (const JhFiguresKind *kind) G_GNUC_WARN_UNUSED_RESULT;

/* Another hold on @figures. */
JhFigures *jh_figures_ref (JhFigures *figures);

/* Lets go; the last one frees. NULL is allowed. */
void jh_figures_unref (JhFigures *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhFigures, jh_figures_unref)

/* What the table is. Borrowed. */
const JhFiguresKind *jh_figures_get_kind (const JhFigures *figures);

/* Says which table of the schema the rows come from. @table is static. */
void jh_figures_set_table (JhFigures *figures, const char *table);

/* That table, or "". Static. */
const char *jh_figures_get_table (const JhFigures *figures);

/* Says which field of the schema @column is; @field is static. */
void jh_figures_set_field (JhFigures *figures, guint column,
                           const char *field);

/* That field, or "". Static. */
const char *jh_figures_get_field (const JhFigures *figures, guint column);

/* Adds a row of blanks at the end, with the id that it has in the schema (0
 * for none), and returns its place. */
guint jh_figures_add_row (JhFigures *figures, gint64 id);

/* How many rows there are. */
guint jh_figures_count (const JhFigures *figures);

/* The id of the row at @row. */
gint64 jh_figures_get_id (const JhFigures *figures, guint row);

/* Puts @value where @row and @column meet; words are copied. */
void jh_figures_set (JhFigures *figures, guint row, guint column,
                     JhValue value);

/* The rows in whose column @column stands @value, as a comparison with =
 * finds them: guint, in order; NULL for none. The table remembers what it was
 * looked up by, so only one thread at a time may ask. Borrowed until a row
 * is added or a value set. */
const GArray *jh_figures_find_rows (JhFigures *figures, guint column,
                                    JhValue value);

/* Whether @value can be compared with all that stands in @column. As
 * jh_figures_find_rows(), it is for one thread at a time. */
gboolean jh_figures_goes_with (JhFigures *figures, guint column,
                               JhValue value);

/* What is where @row and @column meet. Words are borrowed. */
JhValue jh_figures_get (const JhFigures *figures, guint row, guint column);
