#pragma once

#include "jh-table.h"

/* 绩效指标.
 *
 * object: 整体, or a project's number
 * nature: 定量, 定性 or ""
 * operator: ≥ ≤ = > < or ""
 * target: as typed
 * actual: as typed
 * weight: hundredths of a point
 * score: hundredths of a point */
typedef struct
{
  JhRow row;
  char *object;
  char *level1;
  char *level2;
  char *level3;
  char *nature;
  char *operator;
  char *target;
  char *measure;
  char *actual;
  JhNumber weight;
  JhNumber score;
  char *reason;
} JhIndicator;

/* The description of the table. Static. */
const JhTable *jh_indicator_table (void);
