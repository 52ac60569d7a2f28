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

/* When @formula is about every row of one table of figures or of one sheet:
 * the places of the rows that it has to be asked about again, because
 * it or what is told of it (@insides: JhFormula) reads something of them that
 * changed; guint, in order. NULL when it has to be asked about all. The
 * caller unrefs it. */
GArray *
jh_difference_find_rows (const JhDifference *difference,
                         const JhFormula *formula,
                         const GPtrArray *insides) G_GNUC_WARN_UNUSED_RESULT;
