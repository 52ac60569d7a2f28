/* The parts of a rollover that become rows. */
#pragma once

#include "jh-code-map.h"
#include "jh-rollover.h"

/* What a rollover works with.
 *
 * before: the books that are rolled over
 * after: the new ones, which rows are added to
 * codes: what changed between the two years
 * notes: char *, sentences for the user */
typedef struct
{
  const JhBooks *before;
  JhBooks *after;
  const JhCodeMap *codes;
  const JhRolloverOptions *options;
  GPtrArray *notes;
} JhRollover;

/* Adds the lines of income and expenditure, without amounts. */
void jh_rollover_add_lines (JhRollover *rollover);
