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

/* One finding. All strings are its own and never NULL.
 *
 * rule: the check's id, such as B01
 * message: a sentence that names both sides, the difference and the mend
 * left_name, left_value, right_name, right_value: the two sides; values as
 *   they are shown, "" for nothing
 * difference: left − right as shown, "" when they are no amounts
 * where: the cell or the line it speaks of, for people
 * table, row, field: the same for the program: the schema's name of the
 *   table, the id of the row and the column's name; "", 0 and "" for none
 * sheet: the name of the sheet that it was found in; "" for none
 * waived: a written 审核说明 accepts it */
typedef struct
{
  char *rule;
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
  gboolean waived;
} JhFinding;

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

/* @money for a sentence: "1.00 万元", or the words for no figure. The caller
 * frees it. */
char *jh_finding_dup_amount (JhMoney money,
                             JhMoneyUnit unit) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @finding; NULL is allowed. */
void jh_finding_free (JhFinding *finding);

/* 错误, 警告 or 提示. Static. */
const char *jh_severity_name (JhSeverity severity);

/* A list for findings, which frees them. The caller unrefs it. */
GPtrArray *jh_findings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* How many of @findings are of @severity. */
guint jh_findings_count (const GPtrArray *findings, JhSeverity severity);
