/* The findings as a list shows them: JhFindingItem, made when one is asked
 * for. There may be tens of thousands, and people see a dozen. */
#pragma once

#include "jh-finding-item.h"

#define JH_TYPE_FINDING_LIST (jh_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (JhFindingList, jh_finding_list, JH, FINDING_LIST,
                      GObject)

/* Where two lists of findings differ: instead of @removed findings at @first
 * there are @added others. Before and behind they are the same. */
typedef struct
{
  guint first;
  guint removed;
  guint added;
} JhFindingSpan;

/* Where @now (JhFinding) differs from @before. It may be called on any
 * thread. */
JhFindingSpan jh_finding_span_find (const GPtrArray *before,
                                    const GPtrArray *now);

/* Lets go of a reference of @findings on a thread: freeing tens of thousands
 * takes longer than a frame. */
void jh_findings_drop (GPtrArray *findings);

/* An empty list. */
JhFindingList *jh_finding_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @findings (JhFinding), of which the list takes a reference and which
 * nobody changes any more, in the place of those before; @span says where
 * they differ. */
void jh_finding_list_set (JhFindingList *self, GPtrArray *findings,
                          const JhFindingSpan *span);

/* What is listed: JhFinding. Borrowed; it may be read on any thread by those
 * who take a reference. */
GPtrArray *jh_finding_list_get (JhFindingList *self);
