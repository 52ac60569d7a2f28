/* What came of writing into a table, counted and told. */
#pragma once

#include "jh-plan.h"
#include "jh-totals.h"

/* changed: cells that hold something else
 * faulty: cells that were written and are wrong
 * unfinished: rows that were written and lack something
 * refused: cells that cannot be edited; whoever writes counts them
 * row, column: of the first cell that is wrong; else of one that changed
 * fault: why; borrowed from the plan, or NULL */
typedef struct
{
  guint changed;
  guint faulty;
  guint unfinished;
  guint refused;
  guint row;
  guint column;
  const char *fault;
} JhOutcome;

/* Adds what @plan, which is settled, changes in the columns of its
 * worksheet. */
void jh_outcome_count (JhOutcome *outcome, const JhPlan *plan);

/* What people will know the change of the table @label by: 修改支出第 3 行
 * “决算” where it is @place alone, 粘贴支出 200 格 otherwise. The caller
 * frees it. */
char *jh_outcome_name (const JhOutcome *outcome, JhTableVerb verb,
                       const char *label,
                       const char *place) G_GNUC_WARN_UNUSED_RESULT;

/* Fills in @report; @place is where @outcome points to, @totals may be
 * NULL. */
void jh_outcome_report (const JhOutcome *outcome, JhTableVerb verb,
                        const char *place, const JhTotals *totals,
                        JhTableReport *report);
