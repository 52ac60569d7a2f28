#pragma once

#include "jh-table.h"

/* A figure of last year, for a unit whose last filing is not in the file.
 *
 * figure: the row of 对比 that it belongs to
 * amount: 分 */
typedef struct
{
  JhRow row;
  char *figure;
  JhMoney amount;
} JhPriorYear;

/* The description of the table. Static. */
const JhTable *jh_prior_year_table (void);
