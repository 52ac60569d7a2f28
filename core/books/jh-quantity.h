#pragma once

#include "jh-table.h"

/* A count that is published: 批次, 人次, vehicles.
 *
 * item: what is counted
 * measure: in what it is counted */
typedef struct
{
  JhRow row;
  char *item;
  JhNumber count;
  char *measure;
} JhQuantity;

/* The description of the table. Static. */
const JhTable *jh_quantity_table (void);
