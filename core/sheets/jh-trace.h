/* How the cells of a sheet came about: which facts they sum.
 *
 * A trace computes a sheet as jh_compute() does and keeps what it was
 * computed from, so that it is asked of the code that made the cells and
 * cannot disagree with them. */
#pragma once

#include "jh-grid.h"
#include "jh-sheet.h"

/* How a cell came about.
 *
 * JH_ORIGIN_NOTHING  words, a head, or a cell that does not apply
 * JH_ORIGIN_FACTS    the sum of facts
 * JH_ORIGIN_FIELD    one field of one fact
 * JH_ORIGIN_GIVEN    points that the definition gives
 * JH_ORIGIN_SUM      the sum of the cells
 * JH_ORIGIN_MINUS    the first cell − the second
 * JH_ORIGIN_GROWTH   (the first − the second) ÷ the second
 * JH_ORIGIN_RATIO    the first ÷ the second
 * JH_ORIGIN_SHARE    the first ÷ the sum of the others
 * JH_ORIGIN_PORTION  points in the first × the ratio in the second */
typedef enum
{
  JH_ORIGIN_NOTHING,
  JH_ORIGIN_FACTS,
  JH_ORIGIN_FIELD,
  JH_ORIGIN_GIVEN,
  JH_ORIGIN_SUM,
  JH_ORIGIN_MINUS,
  JH_ORIGIN_GROWTH,
  JH_ORIGIN_RATIO,
  JH_ORIGIN_SHARE,
  JH_ORIGIN_PORTION,
} JhOriginKind;

/* A fact that a cell sums.
 *
 * table, place: of the row in the books
 * row: that row; borrowed from the books
 * field: the column that is summed: money, or points
 * last_year: the row is of last year's books
 * sign: 1 when it is added, -1 when it is taken off */
typedef struct
{
  JhTableId table;
  guint place;
  const JhRow *row;
  const JhField *field;
  gboolean last_year;
  int sign;
} JhSource;

/* kind: how the cell came about
 * sources: JhSource, the facts that it sums itself
 * cells: JhGridPlace, the cells that it is computed from */
typedef struct
{
  JhOriginKind kind;
  GArray *sources;
  GArray *cells;
} JhOrigin;

/* Frees @origin; NULL is allowed. */
void jh_origin_free (JhOrigin *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhOrigin, jh_origin_free)

typedef struct _JhTrace JhTrace;

/* Computes @sheet; parameters and errors are those of jh_compute(). @sheet
 * and the books must live as long as the trace. Free it with
 * jh_trace_free(). A trace belongs to one thread at a time. */
JhTrace *jh_trace_new (const JhSheet *sheet, const JhBooks *books,
                       const JhBooks *before, const char *object,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @trace with its grid; NULL is allowed. */
void jh_trace_free (JhTrace *trace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhTrace, jh_trace_free)

/* What was computed, the same as jh_compute() gives. Borrowed. */
const JhGrid *jh_trace_get_grid (const JhTrace *trace);

/* How the cell at @row, @column came about. The caller frees it. */
JhOrigin *jh_trace_find (JhTrace *trace, guint row,
                         guint column) G_GNUC_WARN_UNUSED_RESULT;

/* All facts behind a cell of money or of summed points, through all sums and
 * differences: JhSource, whose amounts, each with its sign, add up to the
 * cell. Blank ones are among them. Empty for any other cell. The caller
 * unrefs it. */
GArray *jh_trace_list_sources (JhTrace *trace, guint row,
                               guint column) G_GNUC_WARN_UNUSED_RESULT;

/* What the row and the column of a cell are called, such as
 * "2013101 行政运行，基本支出"; "" for a cell of words. The caller frees
 * it. */
char *jh_trace_dup_label (JhTrace *trace, guint row,
                          guint column) G_GNUC_WARN_UNUSED_RESULT;

/* How the cell came about, as a sentence for people; "" for a cell of
 * words. The caller frees it. */
char *jh_trace_dup_words (JhTrace *trace, guint row,
                          guint column) G_GNUC_WARN_UNUSED_RESULT;

/* What @source is, such as "支出：2013101 行政运行 · 30101 基本工资 ·
 * 基本支出"; @books tells the names of codes. The caller frees it. */
char *jh_source_dup_words (const JhSource *source,
                           const JhBooks *books) G_GNUC_WARN_UNUSED_RESULT;

/* The amount of @source with its sign; blank when it is none of money. */
JhMoney jh_source_get_money (const JhSource *source);

/* The amount of @source with its sign as it is shown, money in @unit, or ""
 * when it is blank. The caller frees it. */
char *jh_source_dup_amount (const JhSource *source,
                            JhMoneyUnit unit) G_GNUC_WARN_UNUSED_RESULT;
