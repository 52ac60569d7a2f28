/* What the files of the fact sheet share. */
#pragma once

#include "jh-fact-sheet.h"
#include "jh-head.h"
#include "jh-worksheet-private.h"

/* The columns. */
enum
{
  JH_FACT_NAME,
  JH_FACT_VALUE,
  JH_FACT_MEASURE,
  JH_N_FACT_COLUMNS,
};

/* The fields of the facts, and the columns of the sheet behind this one. */
enum
{
  JH_FACT_FIELD_NAME,
  JH_FACT_FIELD_WORDS,
  JH_FACT_FIELD_COUNT,
  JH_FACT_FIELD_AMOUNT,
  JH_N_FACT_FIELDS,
};

/* facts: the sheet behind this one, of all facts
 * head: NULL for none
 * measures: name → measure
 * shown: guint, the rows of the facts that are shown, in their order
 * items: GObject, one for each row */
struct _JhFactSheet
{
  GObject parent_instance;

  JhSession *session;
  JhWorksheet *facts;
  JhHead *head;
  GHashTable *measures;
  gboolean takes_others;
  GArray *shown;
  GPtrArray *items;
};

/* How many rows stand before the facts. */
guint jh_fact_sheet_count_head (JhFactSheet *self);

/* The line of the facts behind @row; NULL for one of the head, and the one
 * behind the last. Borrowed. */
JhLine *jh_fact_sheet_get_line (JhFactSheet *self, guint row);

/* Which field holds the value of the fact @row. */
guint jh_fact_sheet_find_field (JhFactSheet *self, const JhRow *row);

/* What the interface asks for, in files of their own. */
void jh_fact_sheet_get_cell (JhTableModel *model, guint row, guint column,
                             JhTableCell *cell);
char *jh_fact_sheet_dup_typed (JhTableModel *model, guint row, guint column);
GPtrArray *jh_fact_sheet_complete (JhTableModel *model, guint row,
                                   guint column, const char *typed,
                                   guint most);
gboolean jh_fact_sheet_write (JhTableModel *model, const JhTableBlock *block,
                              JhTableVerb verb, JhTableReport *report,
                              GError **error);
