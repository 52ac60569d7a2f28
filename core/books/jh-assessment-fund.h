#pragma once

#include "jh-table.h"

/* One line of the money table of a self-assessment form.
 *
 * object: 整体, or a project's number
 * line: of the list assessment_line
 * initial: 分
 * full_year: 分
 * actual: 分
 * stated_rate: a percentage with the digits as typed: 99 promises less
 * than 99.00 */
typedef struct
{
  JhRow row;
  char *object;
  char *line;
  JhMoney initial;
  JhMoney full_year;
  JhMoney actual;
  char *stated_rate;
} JhAssessmentFund;

/* The description of the table. Static. */
const JhTable *jh_assessment_fund_table (void);
