#include "jh-fact-sheet-private.h"

/* Fills in @cell of @row of the head. */
static void
get_head_cell (JhFactSheet *self, guint row, guint column, JhTableCell *cell)
{
  if (column == JH_FACT_VALUE)
    {
      jh_head_get_cell (self->head, row, cell);
      return;
    }
  cell->reason = g_strdup ("这一格是固定的，不用填");
  cell->look = JH_LOOK_DIM;
  if (column == JH_FACT_NAME)
    cell->text = g_strdup (jh_head_get_label (row));
}

/* In what the fact that @line shows is counted. */
static char *
dup_measure (JhFactSheet *self, JhLine *line)
{
  const JhRow *row = line->entry->row;
  guint field = jh_fact_sheet_find_field (self, row);
  const char *measure = g_hash_table_lookup (
    self->measures, ((const JhFilingFact *) row)->name);

  if (field == JH_FACT_FIELD_AMOUNT)
    return g_strdup (
      jh_money_unit_name (jh_session_get_unit (self->session)));
  return g_strdup (measure ? measure : "");
}

void
jh_fact_sheet_get_cell (JhTableModel *model, guint row, guint column,
                        JhTableCell *cell)
{
  JhFactSheet *self = JH_FACT_SHEET (model);
  JhLine *line = jh_fact_sheet_get_line (self, row);
  guint field = column;

  if (row < jh_fact_sheet_count_head (self))
    {
      get_head_cell (self, row, column, cell);
      return;
    }
  if (column == JH_FACT_MEASURE)
    {
      cell->text = line ? dup_measure (self, line) : NULL;
      cell->reason = g_strdup ("单位是固定的，不用填");
      cell->look = JH_LOOK_DIM;
      return;
    }
  if (column == JH_FACT_VALUE && line)
    field = jh_fact_sheet_find_field (self, line->entry->row);
  jh_worksheet_get_cell (JH_TABLE_MODEL (self->facts),
                         line ? line->position : G_MAXUINT, field, cell);
}

char *
jh_fact_sheet_dup_typed (JhTableModel *model, guint row, guint column)
{
  JhFactSheet *self = JH_FACT_SHEET (model);
  JhLine *line = jh_fact_sheet_get_line (self, row);
  g_auto (JhTableCell) cell = { 0 };

  if (line == NULL || column == JH_FACT_MEASURE)
    {
      jh_table_model_get_cell (model, row, column, &cell);
      return g_steal_pointer (&cell.text);
    }
  return jh_worksheet_dup_typed (
    JH_TABLE_MODEL (self->facts), line->position,
    column == JH_FACT_VALUE
      ? jh_fact_sheet_find_field (self, line->entry->row)
      : JH_FACT_FIELD_NAME);
}

/* The words that the value in @row is one of; NULL when it may be any. */
static const char *const *
list_answers (JhFactSheet *self, guint row)
{
  static const char *const answers[] = { "是", "否", NULL };
  static const char *const units[] = { "万元", "元", NULL };
  JhLine *line = jh_fact_sheet_get_line (self, row);
  const JhTable *table = jh_filing_fact_table ();

  if (line)
    return jh_typing_is_yes (self->session, line->entry->row,
                             &table->fields[JH_FACT_FIELD_COUNT])
             ? answers
             : NULL;
  return row < jh_fact_sheet_count_head (self)
             && g_str_equal (jh_head_get_label (row), "金额单位")
           ? units
           : NULL;
}

GPtrArray *
jh_fact_sheet_complete (JhTableModel *model, guint row, guint column,
                        const char *typed, guint most)
{
  const char *const *answers = column == JH_FACT_VALUE
                                 ? list_answers (JH_FACT_SHEET (model), row)
                                 : NULL;
  GPtrArray *found
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_suggestion_free);

  for (; answers && *answers && found->len < most; answers++)
    if (g_str_has_prefix (*answers, typed))
      g_ptr_array_add (found, jh_suggestion_new (*answers, *answers));
  return found;
}
