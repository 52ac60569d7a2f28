#pragma once

#include "jh-compute.h"
#include "jh-layout-private.h"

/* How many rows may be looked at for sums: far more than any sheet needs,
 * and few enough to be done in a moment. */
#define JH_COMPUTE_EFFORT_MAX 20000000

/* A grid being filled.
 *
 * blocks: JhPlacedBlock, what jh_layout() gave
 * effort: how many rows were looked at for sums; beyond
 *         JH_COMPUTE_EFFORT_MAX no more sums are made */
typedef struct
{
  const JhSheet *sheet;
  JhOccasion occasion;
  GPtrArray *blocks;
  JhGrid *grid;
  guint64 effort;
} JhComputation;

/* What is being added up: the lines called `name`, in the column called
 * `column`.
 *
 * sum: what was added so far
 * found: how many lines were
 * whole: TRUE while no cell was blank
 * depth: how many sums it is a part of */
typedef struct
{
  JhCell sum;
  const char *name;
  const char *column;
  guint found;
  gboolean whole;
  guint depth;
} JhAddition;

/* Fills in the heads of the columns of @block. */
void jh_compute_header (JhComputation *computation,
                        const JhPlacedBlock *block);

/* Fills in the cells of @line that stand for themselves. */
void jh_compute_fill_plain (JhComputation *computation,
                            const JhPlacedPanel *panel, JhLine *line);

/* Fills in the cells of @line that are still blank and are sums of rows. */
void jh_compute_fill_sums (JhComputation *computation,
                           const JhPlacedPanel *panel, JhLine *line);

/* Fills in the cells of @line that are computed from other columns. */
void jh_compute_fill_columns (JhComputation *computation,
                              const JhPlacedPanel *panel, JhLine *line);

/* Calls @visit for every line of the blocks, from the top. */
typedef void (*JhVisitLine) (JhComputation *computation,
                             const JhPlacedPanel *panel, JhLine *line);
void jh_compute_each_line (JhComputation *computation, JhVisitLine visit);

/* The column of @panel that is called @label, or NULL. */
JhColumn *jh_compute_find_column (const JhPlacedPanel *panel,
                                  const char *label);

/* The cell of @line in @column. */
JhCell *jh_compute_cell (JhComputation *computation, const JhLine *line,
                         const JhColumn *column);

/* Makes @cell one of money, or a blank one for figures. */
void jh_cell_put_money (JhCell *cell, JhMoney money);

/* Makes @cell one of points, or a blank one for figures. */
void jh_cell_put_points (JhCell *cell, JhNumber points);

/* Adds the lines called by the addition's name: those of @panel, or of the
 * whole sheet when @panel has none. */
void jh_compute_add_named (JhComputation *computation,
                           const JhPlacedPanel *panel, JhAddition *addition);
