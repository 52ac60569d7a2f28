#pragma once

#include "jh-table.h"

/* A fact of the unit that year: words, a count or an amount, the one that is
 * not blank.
 *
 * name: what it is, such as 年末在职人数
 * words: "" when it is a count or an amount
 * count: 是 and 否 are 1 and 0
 * amount: 分 */
typedef struct
{
  JhRow row;
  char *name;
  char *words;
  JhNumber count;
  JhMoney amount;
} JhFilingFact;

/* The description of the table. Static. */
const JhTable *jh_filing_fact_table (void);
