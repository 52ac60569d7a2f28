#pragma once

#include "jh-table.h"

/* 收入: what one source gave for one functional item.
 *
 * source: of the list income_source
 * functional: a code of 功能分类, which may be wrong
 * initial: 分
 * full_year: 分
 * actual: 分 */
typedef struct
{
  JhRow row;
  char *source;
  char *functional;
  JhMoney initial;
  JhMoney full_year;
  JhMoney actual;
} JhIncome;

/* The description of the table. Static. */
const JhTable *jh_income_table (void);
