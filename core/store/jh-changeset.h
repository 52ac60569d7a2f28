/* What a change did to which tables, read from its record. */
#pragma once

#include <glib.h>

/* One column of a row that changed. before and after are what stood there,
 * as text ("" for nothing); both are owned by the row. */
typedef struct
{
  char *column;
  char *before;
  char *after;
} JhChangeValue;

/* JH_ROW_INSERTED, JH_ROW_UPDATED, JH_ROW_DELETED: what was done to it. */
typedef enum
{
  JH_ROW_INSERTED,
  JH_ROW_UPDATED,
  JH_ROW_DELETED,
} JhRowAction;

/* One row that changed.
 *
 * table: its table
 * values: JhChangeValue, the columns that identify it and those that
 *         changed */
typedef struct
{
  char *table;
  JhRowAction action;
  GArray *values;
} JhChangeRow;

/* Frees @row and its values. */
void jh_change_row_free (JhChangeRow *row);
