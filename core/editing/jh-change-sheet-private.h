/* What the files of the change sheet share. */
#pragma once

#include "jh-change-sheet.h"
#include "jh-grid.h"
#include "jh-worksheet-private.h"

/* The columns. */
enum
{
  JH_CHANGE_LABEL,
  JH_CHANGE_NOW,
  JH_CHANGE_BEFORE,
  JH_CHANGE_AMOUNT,
  JH_CHANGE_RATE,
  JH_CHANGE_REASON,
  JH_N_CHANGE_COLUMNS,
};

/* The field of the value in both tables. */
#define JH_CHANGE_VALUE 1

/* comparison: borrowed
 * grid: it is computed anew when somebody asks; NULL until then
 * labels: char *, the keys of the rows that are shown
 * priors, reasons: the sheets behind this one; a row of theirs is the row
 *                  of this one
 * heads: its columns */
struct _JhChangeSheet
{
  GObject parent_instance;

  JhSession *session;
  const JhSheet *comparison;
  JhGrid *grid;
  GPtrArray *labels;
  JhWorksheet *priors;
  JhWorksheet *reasons;
  JhTableColumn heads[JH_N_CHANGE_COLUMNS];
};

/* The cell of the comparison at @row in the column called @column; NULL when
 * it has none. Borrowed. */
const JhCell *jh_change_sheet_find (JhChangeSheet *self, guint row,
                                    const char *column);

/* The grid, as of now; NULL when it cannot be computed. Borrowed. */
const JhGrid *jh_change_sheet_get_grid (JhChangeSheet *self);

/* What the interface asks for, in files of their own. */
void jh_change_sheet_get_cell (JhTableModel *model, guint row, guint column,
                               JhTableCell *cell);
char *jh_change_sheet_dup_typed (JhTableModel *model, guint row,
                                 guint column);
gboolean jh_change_sheet_write (JhTableModel *model,
                                const JhTableBlock *block, JhTableVerb verb,
                                JhTableReport *report, GError **error);
