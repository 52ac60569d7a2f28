/* 审核结果: a check that did not hold. */
#pragma once

#include "jh-money.h"

/* 错误 stops submission, 警告 wants a word or a mend, 提示 informs. */
typedef enum
{
  JH_SEVERITY_ERROR,
  JH_SEVERITY_WARNING,
  JH_SEVERITY_NOTICE,
} JhSeverity;

/* One cell or figure that a finding was found from, for people and for the
 * way to it. Strings are the finding's own and never NULL.
 *
 * words: such as 公开01[支/总计, 决算数], or 支出 第 3 行 的 决算
 * value: what it holds, as shown; "" for nothing
 * sheet, row_key, column_key: of a sheet's cell; "" for a figure
 * table, row, field: of a figure, as in JhFinding; "", 0 and "" for a cell
 *   and for a figure of last year */
typedef struct
{
  char *words;
  char *value;
  char *sheet;
  char *row_key;
  char *column_key;
  char *table;
  gint64 row;
  char *field;
} JhFindingCell;

/* Whether a written 审核说明 speaks of a finding.
 *
 * JH_WAIVER_NONE    nobody wrote one
 * JH_WAIVER_HOLDS   it was written for the values that the finding has
 * JH_WAIVER_LAPSED  the values are others by now, so it no longer counts */
typedef enum
{
  JH_WAIVER_NONE,
  JH_WAIVER_HOLDS,
  JH_WAIVER_LAPSED,
} JhWaiverState;

/* One finding. All strings are its own and never NULL.
 *
 * rule: the check's id, such as B01
 * instance: which of the rule's cases it is, the same from run to run while
 *   the rows are the same; rule and instance together name a finding
 * message: a sentence that names both sides, the difference and the mend
 * left_name, left_value, right_name, right_value: the two sides; values as
 *   they are shown, "" for nothing
 * difference: left − right as shown, "" when they are no amounts
 * where: the cell or the line it speaks of, for people
 * table, row, field: the same for the program: the schema's name of the
 *   table, the id of the row and the column's name; "", 0 and "" for none
 * sheet: the name of the sheet that it was found in; "" for none
 * mend: what to do about it
 * values: all values that it was found from, joined: what a waiver is kept
 *   with, to be compared and not to be shown
 * cells: what was read to find it: JhFindingCell
 * waivable: whether a waiver may accept it
 * waived: a waiver that holds accepts it
 * waiver: what became of the waiver; the words, by whom and when (UTC, as
 *   2026-11-25T08:00:00Z) are "" when nobody wrote one
 * first_seen: when it was found first, UTC; "" when that is not recorded
 * cause: the finding that it only follows from, or NULL; its own reference,
 *   so that a finding can outlive its list */
typedef struct _JhFinding JhFinding;
struct _JhFinding
{
  char *rule;
  char *instance;
  JhSeverity severity;
  char *message;
  char *left_name;
  char *left_value;
  char *right_name;
  char *right_value;
  char *difference;
  char *where;
  char *table;
  gint64 row;
  char *field;
  char *sheet;
  char *mend;
  char *values;
  GPtrArray *cells;
  gboolean waivable;
  gboolean waived;
  JhWaiverState waiver;
  char *waiver_words;
  char *waiver_author;
  char *waiver_at;
  char *first_seen;
  JhFinding *cause;
};

/* A finding with its sentence alone; the caller fills in the rest by
 * jh_finding_set_sides(). */
JhFinding *jh_finding_new (const char *rule, JhSeverity severity,
                           const char *where, const char *format, ...)
  G_GNUC_PRINTF (4, 5) G_GNUC_WARN_UNUSED_RESULT;

/* Names both sides. NULL is "". */
void jh_finding_set_sides (JhFinding *finding, const char *left_name,
                           const char *left_value, const char *right_name,
                           const char *right_value, const char *difference);

/* Says where the mend begins; NULL is "". */
void jh_finding_set_place (JhFinding *finding, const char *table, gint64 row,
                           const char *field);

/* Says in which sheet it was found. */
void jh_finding_set_sheet (JhFinding *finding, const char *sheet);

/* Tells it apart from the rule's other findings; NULL is "". */
void jh_finding_set_instance (JhFinding *finding, const char *instance);

/* Says what to do about it; NULL is "". */
void jh_finding_set_mend (JhFinding *finding, const char *mend);

/* Says which values it was found from; NULL is "". */
void jh_finding_set_values (JhFinding *finding, const char *values);

/* Says what became of the waiver written for it, and when it holds, takes
 * the finding as waived. */
void jh_finding_set_waiver (JhFinding *finding, JhWaiverState state,
                            const char *words, const char *author,
                            const char *at);

/* Says when it was found first; NULL is "". */
void jh_finding_set_first_seen (JhFinding *finding, const char *at);

/* Says which finding it only follows from, of which it takes a reference;
 * NULL for none. @cause must not follow from @finding. */
void jh_finding_set_cause (JhFinding *finding, JhFinding *cause);

/* Another cell, with no strings in it, at the end of the finding's cells;
 * the caller fills it in. Borrowed. */
JhFindingCell *jh_finding_add_cell (JhFinding *finding);

/* A copy of @finding, without its cause. Give it back with
 * jh_finding_unref(). */
JhFinding *
jh_finding_copy (const JhFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a reference of @finding. References may be taken and given back on
 * any thread. */
JhFinding *jh_finding_ref (JhFinding *finding);

/* Gives a reference of @finding back; the last frees it. NULL is allowed. */
void jh_finding_unref (JhFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhFinding, jh_finding_unref)

/* Whether all that @a and @b say is the same. NULL, which is allowed, equals
 * NULL alone. */
gboolean jh_finding_equal (const JhFinding *a, const JhFinding *b);

/* 错误, 警告 or 提示. Static. */
const char *jh_severity_name (JhSeverity severity);

/* Reads such a name into @severity. FALSE, with @severity as it was, when
 * @name is none of them. */
gboolean jh_severity_parse (const char *name, JhSeverity *severity);

/* A list for findings, which frees them. The caller unrefs it. */
GPtrArray *jh_findings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* How many of @findings are of @severity. */
guint jh_findings_count (const GPtrArray *findings, JhSeverity severity);

/* As jh_findings_count(), without those that a waiver accepts. */
guint jh_findings_count_open (const GPtrArray *findings, JhSeverity severity);
