/* Formulas at work on one subject.
 *
 * A run keeps what formulas have in common, the keys of the grids, and while
 * one formula runs the rows that were looked up and the sums that were worked
 * out before. A formula may go once it has run; those that are worked out in
 * its cases must outlive its run. A run never changes the
 * subject, which must stay as it is while the run lives. */
#pragma once

#include "jh-formula.h"
#include "jh-subject.h"

typedef struct _JhRun JhRun;

/* The most steps that one formula may take in a run. */
#define JH_RUN_STEPS_MAX 20000000

/* Nothing done yet; @subject must outlive it. */
JhRun *jh_run_new (JhSubject *subject) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @run; NULL is allowed. */
void jh_run_free (JhRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhRun, jh_run_free)

/* The unit in which its subject's amounts are shown. */
JhMoneyUnit jh_run_get_unit (const JhRun *run);

/* What @formula reads that the subject has not, as a name such as 公开12 or
 * 上年的决算; NULL when nothing is missing. Static or the formula's. */
const char *jh_run_find_missing (JhRun *run, const JhFormula *formula);

/* What is told of every case in which a formula does not hold; of all cases
 * when `all` was asked for. The functions below that speak of a case may
 * be called from it, and only from it. */
typedef void (*JhRunFunc) (JhRun *run, gpointer data);

/* Runs @formula, a condition, over all its cases. @all tells @func of those
 * that hold too. FALSE with JH_ERROR_DATA when the formula cannot be worked
 * out, with the sentence and place in it; cases told of before stand. */
gboolean jh_run_formula (JhRun *run, const JhFormula *formula, gboolean all,
                         JhRunFunc func, gpointer data, GError **error);

/* As jh_run_formula(), of a formula about every row of a table of figures or
 * of a sheet, asked about the rows at the places @rows (guint) alone; there
 * need be none at a place. */
gboolean jh_run_formula_rows (JhRun *run, const JhFormula *formula,
                              const GArray *rows, JhRunFunc func,
                              gpointer data, GError **error);

/* How many cases the last jh_run_formula() had. */
guint jh_run_count_cases (const JhRun *run);

/* Of a case: whether it holds. */
gboolean jh_run_holds (const JhRun *run);

/* Of a case: what the two sides of the comparison that did not hold came
 * to. FALSE when none was made, as with 空(…).
 *
 * rounding: whether they differ by no more than a rounding difference */
gboolean jh_run_get_sides (const JhRun *run, JhValue *left, JhValue *right,
                           gboolean *rounding);

/* Of a case: the two sides of that comparison as they are written, "" when
 * there was none. The caller frees both. */
void jh_run_dup_written (const JhRun *run, char **left, char **right);

/* Of a case: what its names stand for, such as “e=支出#12”, the same from run
 * to run. The caller frees it. */
char *jh_run_dup_case (const JhRun *run) G_GNUC_WARN_UNUSED_RESULT;

/* Of a case of a formula about every row of a table or a sheet: its place.
 * G_MAXUINT of any other. */
guint jh_run_get_row (const JhRun *run);

/* Of a case: what @inside, understood by jh_formula_parse_inside() with the
 * formula that runs, comes to. The words of @value live as long as the
 * case. FALSE with JH_ERROR_DATA. */
gboolean jh_run_work_out (JhRun *run, const JhFormula *inside, JhValue *value,
                          GError **error);

/* One figure that a case was worked out from. The strings are its own.
 *
 * words: such as 公开01[支/总计, 决算数], or 支出 第 3 行 的 决算
 * sheet, row_key, column_key: of a cell; "" for a figure
 * table, id, field: of a figure of this year; "", 0 and "" otherwise
 * value: words are borrowed from the subject */
typedef struct
{
  char *words;
  char *sheet;
  char *row_key;
  char *column_key;
  const char *table;
  gint64 id;
  const char *field;
  JhValue value;
} JhRead;

/* Of a case: the figures that it was worked out from, in the order in which
 * they were read, at most a few hundred: JhRead. The caller unrefs it. */
GPtrArray *jh_run_list_reads (JhRun *run) G_GNUC_WARN_UNUSED_RESULT;

/* As jh_run_list_reads(), of what @inside reads. */
GPtrArray *jh_run_list_reads_of (JhRun *run, const JhFormula *inside)
  G_GNUC_WARN_UNUSED_RESULT;

/* One step of working out a case.
 *
 * depth: how deep in the formula
 * written: the part of the formula
 * result: what it came to, for people */
typedef struct
{
  guint depth;
  char *written;
  char *result;
} JhStep;

/* Of a case: how it was worked out, from the outside in, at most a few
 * hundred steps: JhStep. The caller unrefs it. */
GPtrArray *jh_run_list_steps (JhRun *run) G_GNUC_WARN_UNUSED_RESULT;
