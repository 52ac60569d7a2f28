#include "jh-worksheet-private.h"

/* What the entry of @line says beside the cell of @field. */
static char *
dup_note (JhWorksheetPrivate *my, JhLine *line, const JhField *field)
{
  const JhContent *entry = line->entry;

  if (!jh_typing_is_blank (entry->row, field))
    return jh_typing_note (my->session, entry->row, field);
  if (!jh_content_is_kept (entry) && (field->flags & JH_FIELD_REQUIRED)
      && !jh_content_is_blank (entry))
    return g_strdup ("待填");
  return NULL;
}

/* Why the cell of @field in @line, which is NULL behind the last row, cannot
 * be edited. */
static char *
dup_reason (JhWorksheetPrivate *my, JhLine *line, const JhField *field)
{
  const char *obstacle = jh_session_get_obstacle (my->session);

  if (obstacle)
    return g_strdup (obstacle);
  if (line && jh_line_is_preset (line, field))
    return g_strdup ("这一格是固定的，不用填");
  return NULL;
}

void
jh_worksheet_get_cell (JhTableModel *model, guint row, guint column,
                       JhTableCell *cell)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  guint index = jh_worksheet_get_field (self, column);
  const JhField *field = &my->table->fields[index];
  JhLine *line = row < my->lines->len ? my->lines->pdata[row] : NULL;
  const char *typed;

  cell->reason = dup_reason (my, line, field);
  if (line == NULL)
    return;
  if (jh_line_is_preset (line, field))
    cell->look = JH_LOOK_DIM;
  jh_marks_put (jh_session_get_marks (my->session), my->table->name,
                line->entry->row->id, field->name, cell);
  typed = jh_content_get_typed (line->entry, index);
  if (typed)
    {
      cell->text = jh_typing_recall (my->session, field, typed);
      cell->fault = g_strdup (jh_content_get_fault (line->entry, index));
      return;
    }
  cell->text = jh_typing_show (my->session, line->entry->row, field);
  cell->note = dup_note (my, line, field);
}

char *
jh_worksheet_dup_typed (JhTableModel *model, guint row, guint column)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  guint index = jh_worksheet_get_field (self, column);
  const JhField *field = &my->table->fields[index];
  const JhContent *entry;
  const char *typed;

  if (row >= my->lines->len)
    return g_strdup ("");
  entry = jh_worksheet_get_line (self, row)->entry;
  typed = jh_content_get_typed (entry, index);
  if (typed)
    return jh_typing_recall (my->session, field, typed);
  return jh_typing_edit (my->session, entry->row, field);
}

/* Whether a sum of @field says something. */
static gboolean
is_summed (const JhField *field)
{
  return field->kind == JH_FIELD_MONEY || field->kind == JH_FIELD_POINTS;
}

/* Adds @field of @from to that of @sum. */
static void
add (JhRow *sum, const JhRow *from, const JhField *field)
{
  JhNumber number, total;

  if (field->kind == JH_FIELD_MONEY)
    {
      jh_row_set_money (sum, field,
                        jh_money_add (jh_row_get_money (sum, field),
                                      jh_row_get_money (from, field)));
      return;
    }
  number = jh_row_get_number (from, field);
  total = jh_row_get_number (sum, field);
  if (number.known)
    jh_row_set_number (sum, field,
                       (JhNumber){ total.value + number.value, TRUE });
}

char *
jh_worksheet_dup_total (JhTableModel *model, guint column)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  const JhField *field
    = &my->table->fields[jh_worksheet_get_field (self, column)];
  g_autoptr (JhRow) sum = NULL;

  if (!is_summed (field))
    return column == 0 ? g_strdup_printf ("共 %u 行", my->lines->len) : NULL;
  sum = jh_row_new (my->table);
  for (guint i = 0; i < my->lines->len; i++)
    {
      const JhContent *entry = jh_worksheet_get_line (self, i)->entry;

      if (jh_content_is_kept (entry))
        add (sum, entry->row, field);
    }
  return jh_typing_show (my->session, sum, field);
}
