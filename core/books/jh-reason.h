#pragma once

#include "jh-table.h"

/* Why a figure moved.
 *
 * figure: the row of 对比 that it belongs to */
typedef struct
{
  JhRow row;
  char *figure;
  char *words;
} JhReason;

/* The description of the table. Static. */
const JhTable *jh_reason_table (void);
