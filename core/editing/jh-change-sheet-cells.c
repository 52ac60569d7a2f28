#include "jh-change-sheet-private.h"

/* Of the comparison, the column behind each of ours; NULL for none. */
static const char *const sources[JH_N_CHANGE_COLUMNS] = {
  [JH_CHANGE_NOW] = "本年",
  [JH_CHANGE_BEFORE] = "上年",
  [JH_CHANGE_AMOUNT] = "增减额",
  [JH_CHANGE_RATE] = "增减率",
};

/* What @cell of the comparison shows, with separators when @grouped. */
static char *
show (JhChangeSheet *self, const JhCell *cell, gboolean grouped)
{
  const JhField figure = { "amount", "", JH_FIELD_MONEY, 0 };

  if (cell == NULL)
    return g_strdup ("");
  if (cell->kind != JH_CELL_MONEY)
    return jh_grid_dup_cell_text (jh_change_sheet_get_grid (self), cell,
                                  grouped);
  if (grouped)
    return jh_typing_show (self->session, &cell->money, &figure);
  return jh_money_format_exact (cell->money,
                                jh_session_get_unit (self->session));
}

/* Whether last year's figure in @row was filled in here, right or wrong. */
static gboolean
has_prior (JhChangeSheet *self, guint row)
{
  return !jh_content_is_kept (
           jh_worksheet_get_line (self->priors, row)->entry)
           ? jh_content_is_wrong (
             jh_worksheet_get_line (self->priors, row)->entry)
           : TRUE;
}

/* Why last year's figure in @row is not to be filled in here; NULL when it
 * is. */
static const char *
find_reason (JhChangeSheet *self, guint row)
{
  const JhCell *before
    = jh_change_sheet_find (self, row, sources[JH_CHANGE_BEFORE]);

  if (jh_session_get_before (self->session))
    return "上年的决算就在账套里，这个数从那里来";
  if (!has_prior (self, row) && before && before->kind == JH_CELL_MONEY
      && before->money.known)
    return "这个数取自别的表里填的上年数，到那里改";
  return NULL;
}

/* Fills in @cell of last year's figure. */
static void
get_prior_cell (JhChangeSheet *self, guint row, JhTableCell *cell)
{
  const char *reason = find_reason (self, row);

  jh_table_model_get_cell (JH_TABLE_MODEL (self->priors), row,
                           JH_CHANGE_VALUE, cell);
  if (reason == NULL)
    return;
  g_free (cell->text);
  cell->text = show (
    self, jh_change_sheet_find (self, row, sources[JH_CHANGE_BEFORE]), TRUE);
  g_clear_pointer (&cell->fault, g_free);
  if (cell->reason == NULL)
    cell->reason = g_strdup (reason);
  cell->look = JH_LOOK_DIM;
}

/* Fills in @cell of what is computed. */
static void
get_computed_cell (JhChangeSheet *self, guint row, guint column,
                   JhTableCell *cell)
{
  const JhCell *source = jh_change_sheet_find (self, row, sources[column]);

  cell->text = show (self, source, TRUE);
  cell->reason = g_strdup ("这个数是算出来的，不用填");
  cell->look = source && source->strong ? JH_LOOK_STRONG : JH_LOOK_DIM;
}

void
jh_change_sheet_get_cell (JhTableModel *model, guint row, guint column,
                          JhTableCell *cell)
{
  JhChangeSheet *self = JH_CHANGE_SHEET (model);

  switch (column)
    {
    case JH_CHANGE_LABEL:
      cell->text = g_strdup (self->labels->pdata[row]);
      cell->reason = g_strdup ("项目是固定的，不用填");
      return;
    case JH_CHANGE_BEFORE:
      get_prior_cell (self, row, cell);
      return;
    case JH_CHANGE_REASON:
      jh_table_model_get_cell (JH_TABLE_MODEL (self->reasons), row,
                               JH_CHANGE_VALUE, cell);
      return;
    default:
      get_computed_cell (self, row, column, cell);
      return;
    }
}

char *
jh_change_sheet_dup_typed (JhTableModel *model, guint row, guint column)
{
  JhChangeSheet *self = JH_CHANGE_SHEET (model);

  if (column == JH_CHANGE_LABEL)
    return g_strdup (self->labels->pdata[row]);
  if (column == JH_CHANGE_REASON)
    return jh_worksheet_dup_typed (JH_TABLE_MODEL (self->reasons), row,
                                   JH_CHANGE_VALUE);
  if (column == JH_CHANGE_BEFORE && find_reason (self, row) == NULL)
    return jh_worksheet_dup_typed (JH_TABLE_MODEL (self->priors), row,
                                   JH_CHANGE_VALUE);
  return show (self, jh_change_sheet_find (self, row, sources[column]),
               FALSE);
}
