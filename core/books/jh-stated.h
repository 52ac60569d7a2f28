#pragma once

#include "jh-table.h"

/* What a report states in prose; checks hold it against the books.
 *
 * object: 整体, or a project's number
 * value: as typed
 * source: where it is stated */
typedef struct
{
  JhRow row;
  char *object;
  char *item;
  char *value;
  char *measure;
  char *source;
} JhStated;

/* The description of the table. Static. */
const JhTable *jh_stated_table (void);
