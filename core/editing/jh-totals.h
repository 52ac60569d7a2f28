/* Rows of a pasted block that are totals and no entries. */
#pragma once

#include "jh-session.h"
#include "jh-table-model.h"

/* left_out: by row of the block, whether it is a total
 * n: how many are
 * words: about them, and about what they say that the other rows do not add
 *        up to, in sentences; "" for none */
typedef struct
{
  gboolean *left_out;
  guint n;
  char *words;
} JhTotals;

/* Looks for totals in @block. @fields are those of its columns, NULL for one
 * that belongs to none. A total says so (合计, 小计, 本年支出合计 …) where a
 * code or a word belongs, or says nothing and has the sums of the rows above
 * it. The caller frees it. */
JhTotals *
jh_totals_find (JhSession *session, const JhField *const *fields,
                const JhTableBlock *block) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @totals; NULL is allowed. */
void jh_totals_free (JhTotals *totals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhTotals, jh_totals_free)
