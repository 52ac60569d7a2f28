/* The expenditure as the crossing of functional items, in rows, and economic
 * items, in columns: the same lines as in the table of them, summed.
 *
 * A cell behind which one line stands alters that line, one behind which
 * none stands begins a line by the filters, and one behind which several
 * stand is for reading. A line that has no figure left is taken out. The
 * rows are the codes in use, rising, and behind them those that were typed
 * here; the columns likewise. What is not in the books is not counted. */
#pragma once

#include "jh-session.h"
#include "jh-table-model.h"

/* Which lines are looked at. */
typedef enum
{
  JH_CROSSING_CATEGORY,
  JH_CROSSING_FUND,
  JH_CROSSING_PROJECT,
  JH_N_CROSSING_FILTERS,
} JhCrossingFilter;

/* Which figure of them. */
typedef enum
{
  JH_CROSSING_INITIAL,
  JH_CROSSING_FULL_YEAR,
  JH_CROSSING_ACTUAL,
} JhCrossingMeasure;

#define JH_TYPE_CROSSING (jh_crossing_get_type ())
G_DECLARE_FINAL_TYPE (JhCrossing, jh_crossing, JH, CROSSING, GObject)

/* The crossing of all lines, showing 决算. The caller unrefs it. */
JhCrossing *jh_crossing_new (JhSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Looks at the lines alone that have @value in @filter: a category, a fund,
 * or the number of a project, "" for none; NULL is all. */
void jh_crossing_set_filter (JhCrossing *self, JhCrossingFilter filter,
                             const char *value);

/* The filter now; NULL for all. Borrowed. */
const char *jh_crossing_get_filter (JhCrossing *self,
                                    JhCrossingFilter filter);

/* Shows another figure. */
void jh_crossing_set_measure (JhCrossing *self, JhCrossingMeasure measure);

/* The figure that is shown. */
JhCrossingMeasure jh_crossing_get_measure (JhCrossing *self);

/* Shows a column for the economic code that @text means, whether lines have
 * it or not. @column is where it stands. FALSE with JH_ERROR_DATA when it
 * means none. */
gboolean jh_crossing_add_column (JhCrossing *self, const char *text,
                                 guint *column, GError **error);

/* The ids of the lines behind a cell; of the row behind its code and its
 * total. gint64; the caller unrefs it. */
GArray *jh_crossing_list_lines (JhCrossing *self, guint row,
                                guint column) G_GNUC_WARN_UNUSED_RESULT;
