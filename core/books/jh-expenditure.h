#pragma once

#include "jh-table.h"

/* The expenditure fact: all expenditure sheets are sums of it.
 *
 * functional: a code of 功能分类, which may be wrong
 * economic: a code of 经济分类, which may be wrong
 * category: of the list expenditure_category
 * fund: of the list fund
 * project: the project's number, "" for none
 * initial: 分
 * full_year: 分
 * actual: 分 */
typedef struct
{
  JhRow row;
  char *functional;
  char *economic;
  char *category;
  char *fund;
  char *project;
  JhMoney initial;
  JhMoney full_year;
  JhMoney actual;
} JhExpenditure;

/* The description of the table. Static. */
const JhTable *jh_expenditure_table (void);
