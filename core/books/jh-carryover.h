#pragma once

#include "jh-table.h"

/* 结转和结余 of one fund.
 *
 * fund: of the list fund
 * kind: of the list carryover_kind
 * amount: 分 */
typedef struct
{
  JhRow row;
  char *fund;
  char *kind;
  JhMoney amount;
} JhCarryover;

/* The description of the table. Static. */
const JhTable *jh_carryover_table (void);
