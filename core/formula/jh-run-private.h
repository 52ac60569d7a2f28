/* A run from the inside. Private to this folder.
 *
 * Every function that works something out returns FALSE once the run has a
 * fault. */
#pragma once

#include "jh-formula-private.h"
#include "jh-function.h"
#include "jh-grid-index.h"
#include "jh-run.h"

/* The most reads and steps that are told of one case. */
#define JH_RUN_TOLD_MAX 300

/* What a slot stands for at the moment.
 *
 * value: of a value; of a row or column its key
 * index, line: of a row or column
 * figures, row: of a row of figures
 * before: whether it is one of last year */
typedef struct
{
  JhValue value;
  const JhGridIndex *index;
  const JhGridLine *line;
  const JhFigures *figures;
  guint row;
  gboolean before;
} JhBound;

/* What was read: a cell, or a figure. */
typedef struct
{
  const JhGrid *grid;
  JhGridPlace place;
  const JhFigures *figures;
  guint row;
  guint column;
  gboolean before;
} JhReadPlace;

/* Where a formula finds one of its sources; both NULL when the subject has it
 * not. */
typedef struct
{
  JhGridIndex *index;
  const JhFigures *figures;
} JhRunSource;

/* indexes: JhGridIndex by grid
 * sources: JhRunSource, by the number that the formula gives them
 * joins: rows of figures by what they are looked up by; see jh-run-figures.c
 * sums: what was worked out before; see jh-run-gather.c
 * texts: words that the formula made
 * bound: by slot
 * condition: what is asked in every case
 * compared, left, right, rounding, comparison: the last comparison that did
 *   not hold in this case
 * reads: JhReadPlace, while somebody wants to know; quiet while what is
 *   read only chooses
 * steps_told: JhStep, while somebody wants to know */
struct _JhRun
{
  JhSubject *subject;
  GHashTable *indexes;
  GArray *sources;
  GHashTable *joins;
  GHashTable *sums;
  GStringChunk *texts;
  const JhFormula *formula;
  const JhNode *condition;
  JhBound bound[JH_SLOTS_MAX];
  guint cases;
  guint64 steps;
  guint depth;
  gboolean holds;
  gboolean compared;
  JhValue left;
  JhValue right;
  gboolean rounding;
  const JhNode *comparison;
  GArray *reads;
  guint quiet;
  GPtrArray *steps_told;
  GError *fault;
  const JhNode *fault_node;
  gboolean all;
  JhRunFunc func;
  gpointer data;
};

/* The sources of @formula, found in the subject: JhRunSource. The caller
 * unrefs it. */
GArray *jh_run_find_sources (JhRun *run, const JhFormula *formula);

/* Notes that @node cannot be worked out, unless a fault was noted; always
 * FALSE. */
gboolean jh_run_fail (JhRun *run, const JhNode *node, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* As jh_run_fail(), taking over @error. */
gboolean jh_run_fail_with (JhRun *run, const JhNode *node, GError *error);

/* Takes @count steps; FALSE with a fault at @node when they are too many. */
gboolean jh_run_take_steps (JhRun *run, const JhNode *node, guint64 count);

/* What @node comes to. */
gboolean jh_run_value (JhRun *run, const JhNode *node, JhValue *value);

/* Whether the condition @node holds. */
gboolean jh_run_truth (JhRun *run, const JhNode *node, gboolean *truth);

/* What @node comes to, as words; "" for nothing. */
gboolean jh_run_words (JhRun *run, const JhNode *node, const char **words);

/* A copy of @text that lives as long as its formula runs. Words that are kept
 * cost steps, so that they are bounded too. */
const char *jh_run_keep (JhRun *run, const char *text);

/* Is told of one value after the other; FALSE to stop. */
typedef gboolean (*JhGatherFunc) (JhRun *run, JhValue value, gpointer data);

/* Tells @func of every value that @node stands for. FALSE with a fault, or
 * when @func stopped. */
gboolean jh_run_gather (JhRun *run, const JhNode *node, JhGatherFunc func,
                        gpointer data);

/* Cells. Tells @func of every cell that @node selects. */
gboolean jh_run_gather_cells (JhRun *run, const JhNode *node,
                              JhGatherFunc func, gpointer data);

/* What @cell holds, for reckoning. */
JhValue jh_run_cell_value (const JhCell *cell);

/* The one cell that @node selects. */
gboolean jh_run_cell (JhRun *run, const JhNode *node, JhValue *value);

/* The grid that @node speaks of, as an index. */
const JhGridIndex *jh_run_get_index (JhRun *run, const JhNode *node);

/* Figures: is told of one row after the other; FALSE to stop. */
typedef gboolean (*JhRowFunc) (JhRun *run, guint row, gpointer data);

/* Tells @func of every row of the figures @node for which its condition
 * holds, the slot of @node standing for it. */
gboolean jh_run_each_row (JhRun *run, const JhNode *node, JhRowFunc func,
                          gpointer data);

/* As jh_run_each_row(), of the row @row alone. */
gboolean jh_run_one_row (JhRun *run, const JhNode *node, guint row,
                         JhRowFunc func, gpointer data);

/* The table of figures that @node speaks of. */
const JhFigures *jh_run_get_figures (JhRun *run, const JhNode *node);

/* What the rows of @node are looked up by at the moment, as words; NULL,
 * without a fault, when that cannot be worked out. The caller frees it. */
char *jh_run_dup_lookup (JhRun *run, const JhNode *node);

/* Lets the slot of @node stand for what @expression comes to. */
gboolean jh_run_bind_value (JhRun *run, const JhNode *node,
                            const JhNode *expression);

/* Frees @join, one of the run's. */
void jh_run_join_free (gpointer join);

/* Notes that something was read, while somebody wants to know. */
void jh_run_note_read (JhRun *run, JhReadPlace place);

/* Runs the 每 @node: tells @func, with its slot standing for one thing after
 * the other. FALSE with a fault, or when @func stopped. */
typedef gboolean (*JhEachFunc) (JhRun *run, gpointer data);
gboolean jh_run_each (JhRun *run, const JhNode *node, JhEachFunc func,
                      gpointer data);

/* As jh_run_each(), of a 每行 and its row at the place @row alone. */
gboolean jh_run_one_line (JhRun *run, const JhNode *node, guint row,
                          JhEachFunc func, gpointer data);
