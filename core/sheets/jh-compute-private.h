#pragma once

#include "jh-compute.h"
#include "jh-layout-private.h"

/* A grid being filled.
 *
 * blocks: JhPlacedBlock, what jh_layout() gave */
typedef struct
{
  const JhSheet *sheet;
  JhOccasion occasion;
  GPtrArray *blocks;
  JhGrid *grid;
} JhComputation;

/* Fills in the heads of the columns of @block. */
void jh_compute_header (JhComputation *computation,
                        const JhPlacedBlock *block);

/* Fills in the figures of all rows and columns. */
void jh_compute_values (JhComputation *computation);

/* Calls @visit for every line of the blocks, from the top. */
typedef void (*JhVisitLine) (JhComputation *computation,
                             const JhPlacedPanel *panel, JhLine *line);
void jh_compute_each_line (JhComputation *computation, JhVisitLine visit);

/* The column of @panel that is called @label, or NULL. */
JhColumn *jh_compute_find_column (const JhPlacedPanel *panel,
                                  const char *label);
