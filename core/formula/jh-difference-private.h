/* What a difference is made of. Private to this folder. */
#pragma once

#include "jh-difference.h"
#include "jh-formula-private.h"
#include "jh-run-private.h"

/* How one sheet or table changed.
 *
 * all: so much that everything in it counts as changed
 * cells: of a grid, JhReadPlace of the cells that changed
 * columns: of figures, which changed, a bit each
 * rows: of figures, the rows that changed, and those that are no more:
 *   guint */
typedef struct
{
  gboolean all;
  GArray *cells;
  guint32 columns;
  GArray *rows;
} JhChangeOf;

/* changes: by name, of this year and of last year */
struct _JhDifference
{
  const JhSubject *now;
  gboolean everything;
  GHashTable *changes[2];
};

/* How the sheet or table @name changed; NULL when it did not. */
const JhChangeOf *jh_difference_find (const JhDifference *difference,
                                      const char *name, gboolean before);

/* Whether @keys may select what is called @name. What stands for something
 * else in every case may select anything. */
gboolean jh_keys_may_select (const GPtrArray *keys, const char *name);

/* Whether what @node reads changed. */
gboolean jh_difference_touches_node (const JhDifference *difference,
                                     const JhFormula *formula,
                                     const JhNode *node);

/* The rows of a sheet, by their places among all its rows, of which @formula,
 * which is about every one of them, and what is told of it (@insides:
 * JhFormula) read something that changed: guint, in order. NULL when all
 * may have to be asked about. The caller unrefs it. */
GArray *jh_difference_find_lines (const JhDifference *difference,
                                  const JhFormula *formula,
                                  const GPtrArray *insides);
