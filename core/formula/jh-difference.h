/* What changed from one subject to the next, so that only the formulas that
 * read it are run again. */
#pragma once

#include "jh-formula.h"
#include "jh-subject.h"

typedef struct _JhDifference JhDifference;

/* What @now has otherwise than @then. Both must outlive it. Last years are
 * compared too. */
JhDifference *jh_difference_new (const JhSubject *then, const JhSubject *now)
  G_GNUC_WARN_UNUSED_RESULT;

/* Frees @difference; NULL is allowed. */
void jh_difference_free (JhDifference *difference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhDifference, jh_difference_free)

/* Whether anything that @formula reads changed: a cell that its keys may
 * select, or a column of figures. */
gboolean jh_difference_touches (const JhDifference *difference,
                                const JhFormula *formula);

/* As jh_difference_touches(), of what is understood inside of @outer; what it
 * reads of the row that @outer is about every one of does not count. */
gboolean jh_difference_touches_inside (const JhDifference *difference,
                                       const JhFormula *inside,
                                       const JhFormula *outer);

/* When @formula is about every row of one table of figures, which it reads
 * in no other way, and nothing else that it reads changed: the rows of now
 * that it has to be asked about again, as guint. NULL when it has to be
 * asked about all. Borrowed, in order. */
const GArray *jh_difference_get_rows (const JhDifference *difference,
                                      const JhFormula *formula);

/* How many rows that table has now. */
guint jh_difference_count_rows (const JhDifference *difference,
                                const JhFormula *formula);
