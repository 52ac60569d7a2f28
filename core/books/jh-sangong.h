#pragma once

#include "jh-table.h"

/* One item of “三公”, of all fiscal appropriations.
 *
 * item: of the list sangong_item
 * initial: 分
 * full_year: 分
 * actual: 分
 * prior_actual: 分, last year's actual */
typedef struct
{
  JhRow row;
  char *item;
  JhMoney initial;
  JhMoney full_year;
  JhMoney actual;
  JhMoney prior_actual;
} JhSangong;

/* The description of the table. Static. */
const JhTable *jh_sangong_table (void);
