/* The findings as the panel lists them: in their order, under heads, those
 * alone that are looked for. Items are JhFindingItem, made when they are
 * asked for, and no more is said to have changed than has. */
#pragma once

#include "jh-finding-list.h"
#include "jh-finding-order.h"

#define JH_TYPE_FINDING_ROWS (jh_finding_rows_get_type ())
G_DECLARE_FINAL_TYPE (JhFindingRows, jh_finding_rows, JH, FINDING_ROWS,
                      GObject)

/* All of @findings, which it follows, by the @n pages @pages, which are
 * static. */
JhFindingRows *jh_finding_rows_new (JhFindingList *findings,
                                    const JhFindingPage *pages,
                                    guint n) G_GNUC_WARN_UNUSED_RESULT;

/* Lists the findings of @kinds alone, the bits 1 << JhFindingKind. */
void jh_finding_rows_set_kinds (JhFindingRows *self, guint kinds);

/* Lists the findings of the page @page alone; NULL is all. */
void jh_finding_rows_set_page (JhFindingRows *self, const char *page);

/* How many findings of @kind there are, listed or not. */
guint jh_finding_rows_count (JhFindingRows *self, JhFindingKind kind);

/* Looks for the finding of @rule and @instance. FALSE when it is not
 * listed. */
gboolean jh_finding_rows_find (JhFindingRows *self, const char *rule,
                               const char *instance, guint *position);
