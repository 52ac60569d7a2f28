#pragma once

#include "jh-compute.h"
#include "jh-layout-private.h"
#include "jh-trace.h"

/* How many rows may be looked at for sums: far more than any sheet needs,
 * and few enough to be done in a moment. */
#define JH_COMPUTE_EFFORT_MAX 20000000

/* A grid being filled.
 *
 * occasion: its `texts` are made for the computation
 * blocks: JhPlacedBlock, what jh_layout() gave
 * effort: how many rows were looked at or added for sums; beyond
 *         JH_COMPUTE_EFFORT_MAX no more sums are made
 * named: for a name in a definition, the lines called so
 * origins: how each cell came about, by row and column: a JhOriginKind; NULL
 *          when nobody asks */
typedef struct
{
  const JhSheet *sheet;
  JhOccasion occasion;
  GPtrArray *blocks;
  JhGrid *grid;
  guint64 effort;
  GHashTable *named;
  guint8 *origins;
} JhComputation;

/* What is being added up: the lines called `name`, in the column called
 * `column`.
 *
 * sum: what was added so far
 * found: how many lines were
 * whole: TRUE while no cell was blank
 * depth: how many sums it is a part of
 * parts: gets the place of each cell added (JhGridPlace); NULL when nobody
 *        asks */
typedef struct
{
  JhCell sum;
  const char *name;
  const char *column;
  guint found;
  gboolean whole;
  guint depth;
  GArray *parts;
} JhAddition;

/* Lays out and fills in what jh_compute() returns. The parts of
 * @computation but its sheet and what its occasion is given are made here,
 * `origins` too when @traced; jh_computation_clear() frees them, also after a
 * failure. FALSE with @error. */
gboolean jh_computation_run (JhComputation *computation, gboolean traced,
                             GError **error);

/* Frees what jh_computation_run() made, the grid too if it is still there. */
void jh_computation_clear (JhComputation *computation);

/* Keeps that the cell of @line in @column came about by @kind. */
void jh_computation_note (JhComputation *computation, const JhLine *line,
                          const JhColumn *column, JhOriginKind kind);

/* Puts @number in the cell at @row, @column as the number of a line or a
 * column. */
void jh_compute_put_number (JhComputation *computation, guint row,
                            guint column, guint number);

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

/* Makes totals bold and gives cells the look that a column asks for. */
void jh_compute_dress (JhComputation *computation, const JhPlacedPanel *panel,
                       JhLine *line);

/* Gives every row of a panel its line number and, where a column is wider
 * than one, its merge; from there on all rows of the block are alike. */
void jh_compute_finish_rows (JhComputation *computation,
                             const JhPlacedBlock *block,
                             const JhPlacedPanel *panel, guint panel_index);

/* Merges equal cells under each other in the columns that ask for it. */
void jh_compute_merge_equal (JhComputation *computation,
                             const JhPlacedBlock *block,
                             const JhPlacedPanel *panel);

/* Gives the columns of the grid their widths, and their groups: *@group is
 * the last one so far and *@head the head it stands under. */
void jh_compute_describe_columns (JhComputation *computation,
                                  const JhPlacedPanel *panel, guint *group,
                                  const char **head);

/* Calls @visit for every line of the blocks, from the top. */
typedef void (*JhVisitLine) (JhComputation *computation,
                             const JhPlacedPanel *panel, JhLine *line);
void jh_compute_each_line (JhComputation *computation, JhVisitLine visit);

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

/* Adds, in @column, all rows that @line is the sum of. */
void jh_compute_add_rows (JhComputation *computation,
                          const JhPlacedPanel *panel, const JhLine *line,
                          const JhColumn *column, JhAddition *addition);

/* Adds, for a share in @column, the rows that are the whole of @line. */
void jh_compute_add_whole (JhComputation *computation,
                           const JhPlacedPanel *panel, const JhLine *line,
                           const JhColumn *column, JhAddition *addition);

/* The sum of the facts of @line and @column, or blank. @sources gets the
 * facts (JhSource), blank ones too; NULL when nobody asks. */
JhMoney jh_compute_facts (JhComputation *computation, JhLine *line,
                          JhColumn *column, GArray *sources);

/* The field of the line's own fact that @column shows, or NULL. */
const JhField *jh_compute_field (const JhLine *line, const JhColumn *column);
