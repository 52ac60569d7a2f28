/* In which order findings are listed: by how grave they are and by the page
 * where they are mended, under heads; what only follows from another stands
 * under it. */
#pragma once

#include "jh-finding-item.h"

/* A page by its name and what people call it. */
typedef struct
{
  const char *name;
  const char *title;
} JhFindingPage;

/* What is listed.
 *
 * kinds: the bits 1 << JhFindingKind
 * page: the name of a page; NULL for all */
typedef struct
{
  guint kinds;
  const char *page;
} JhFindingFilter;

#define JH_FINDING_KINDS_ALL ((1u << JH_N_FINDING_KINDS) - 1)

/* The row of a head. */
#define JH_FINDING_HEAD G_MAXUINT

/* A row of the list.
 *
 * finding: its place in the findings; JH_FINDING_HEAD for a head
 * kind, where: what the head is over; @where is a place in the titles
 * count: of a head, how many findings stand under it
 * follows: it stands under the finding that it only follows from */
typedef struct
{
  guint finding;
  JhFindingKind kind;
  guint where;
  guint count;
  gboolean follows;
} JhFindingLine;

typedef struct _JhFindingOrder JhFindingOrder;

/* The order of the @n pages @pages, which are static. */
JhFindingOrder *jh_finding_order_new (const JhFindingPage *pages,
                                      guint n) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @order; NULL is allowed. */
void jh_finding_order_free (JhFindingOrder *order);

/* What is called by JhFindingLine.where: a page, or where there is none the
 * sheet or the table. The same for as long as @order lives. Borrowed. */
const char *jh_finding_order_get_title (const JhFindingOrder *order,
                                        guint where);

/* The rows for those of @findings (JhFinding) that @filter lets through:
 * JhFindingLine. The caller unrefs it. */
GArray *jh_finding_order_list (
  JhFindingOrder *order, const GPtrArray *findings,
  const JhFindingFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
