#include "jh-crossing-private.h"

#include "jh-outcome.h"
#include "jh-text.h"

/* A figure that was written.
 *
 * edit: borrowed from the plan
 * row, column: where */
typedef struct
{
  JhEdit *edit;
  guint row;
  guint column;
} Written;

/* A block while it is written.
 *
 * figures: Written */
typedef struct
{
  JhCrossing *self;
  JhPlan *plan;
  GArray *figures;
  JhOutcome outcome;
} Writing;

/* Begins a line at @row and @column by the filters. */
static JhEdit *
begin_line (Writing *writing, guint row, guint column)
{
  JhCrossing *self = writing->self;
  JhEdit *edit = jh_plan_add (writing->plan);
  JhRow *line = edit->after->row;
  const char *reason;

  jh_row_set_text (line, jh_crossing_get_field (JH_CROSSING_FIELD_FUNCTIONAL),
                   ((JhCrossRow *) self->rows->pdata[row])->code);
  jh_row_set_text (line, jh_crossing_get_field (JH_CROSSING_FIELD_ECONOMIC),
                   self->columns->pdata[column - JH_CROSSING_FIRST]);
  for (guint i = 0; i < JH_N_CROSSING_FILTERS; i++)
    jh_row_set_text (
      line, jh_crossing_get_field (JH_CROSSING_FIELD_CATEGORY + i),
      jh_crossing_choose (self, (JhCrossingFilter) i, &reason));
  return edit;
}

/* Writes @text into the figure at @row and @column. */
static void
write_figure (Writing *writing, guint row, guint column, const char *text)
{
  JhCrossing *self = writing->self;
  const JhCross *cross = jh_crossing_find (self, row, column);
  g_autofree char *reason = jh_crossing_dup_reason (self, row, column);
  Written written = { NULL, row, column };
  guint index;

  jh_crossing_get_figure (self, &index);
  if (reason)
    {
      writing->outcome.refused += cross || !jh_text_is_blank (text);
      return;
    }
  if (cross)
    written.edit = jh_plan_edit (writing->plan, cross->lines->pdata[0]);
  else if (!jh_text_is_blank (text))
    written.edit = begin_line (writing, row, column);
  else
    return;
  jh_content_write (written.edit->after, self->session, index, text);
  written.edit->written = TRUE;
  g_array_append_val (writing->figures, written);
}

/* The code that @text means; NULL with @fault. The caller frees both. */
static char *
read_code (JhCrossing *self, const char *text, char **fault)
{
  const JhField *field = jh_crossing_get_field (JH_CROSSING_FIELD_FUNCTIONAL);
  g_autoptr (JhRow) line = jh_row_new (jh_expenditure_table ());

  if (!jh_typing_read (self->session, field, text, line, fault))
    return NULL;
  return g_strdup (jh_row_get_text (line, field));
}

/* The row that has @code; FALSE when none has. */
static gboolean
find_code (JhCrossing *self, const char *code, guint *row)
{
  for (*row = 0; *row < self->rows->len; ++*row)
    {
      const JhCrossRow *shown = self->rows->pdata[*row];

      if (shown->fault == NULL && g_str_equal (shown->code, code))
        return TRUE;
    }
  return FALSE;
}

/* Puts @code, or @text with @fault where it is NULL, into @row, which was
 * typed here. */
static void
set_code (Writing *writing, guint row, const char *code, const char *text,
          const char *fault)
{
  JhCrossRow *shown = writing->self->rows->pdata[row];

  g_free (shown->code);
  g_free (shown->fault);
  shown->code = g_strdup (code ? code : text);
  shown->fault = g_strdup (code || *text == '\0' ? NULL : fault);
  writing->outcome.changed++;
  if (shown->fault == NULL || writing->outcome.faulty++ > 0)
    return;
  writing->outcome.row = row;
  writing->outcome.column = JH_CROSSING_CODE;
  writing->outcome.fault = shown->fault;
}

/* Writes @text into the code of @row, which may be the one behind the last.
 * Returns the row that is meant: another one where that has the code. */
static guint
write_code (Writing *writing, guint row, const char *text)
{
  JhCrossing *self = writing->self;
  g_autofree char *trimmed = jh_text_trim (text);
  g_autofree char *fault = NULL;
  g_autofree char *code = read_code (self, trimmed, &fault);
  gboolean is_new = row >= self->rows->len;
  guint other;

  if (code && find_code (self, code, &other) && (is_new || other == row))
    return other;
  if (code && other < self->rows->len)
    {
      g_clear_pointer (&code, g_free);
      fault = g_strdup_printf ("与第 %u 行重复", other + 1);
    }
  if (is_new)
    {
      g_ptr_array_add (self->rows, jh_crossing_new_row (self, "", TRUE));
      g_list_model_items_changed (G_LIST_MODEL (self), row, 0, 1);
    }
  else if (!((JhCrossRow *) self->rows->pdata[row])->is_added
           || jh_crossing_has_lines (self, row))
    {
      writing->outcome.refused++;
      return row;
    }
  set_code (writing, row, code, trimmed, fault);
  return row;
}

/* Writes a row of the block to @row of the table. */
static void
write_row (Writing *writing, const JhTableBlock *block, guint index,
           guint row)
{
  JhCrossing *self = writing->self;

  for (guint i = 0; i < block->n_columns; i++)
    {
      const char *text = jh_table_block_get (block, index, i);
      g_autofree char *valid = text ? g_utf8_make_valid (text, -1) : NULL;
      guint column = block->column + i;

      if (text == NULL || (column == JH_CROSSING_TOTAL && i > 0))
        continue;
      if (column == JH_CROSSING_CODE
          && (row < self->rows->len || !jh_text_is_blank (valid)))
        row = write_code (writing, row, valid);
      else if (row >= self->rows->len || column >= self->heads->len
               || column < JH_CROSSING_FIRST)
        writing->outcome.refused += !jh_text_is_blank (valid);
      else
        write_figure (writing, row, column, valid);
    }
}

/* Takes out the lines that have no figure left. */
static void
clear_lines (Writing *writing)
{
  for (guint i = 0; i < writing->figures->len; i++)
    {
      JhEdit *edit = g_array_index (writing->figures, Written, i).edit;
      gboolean any = FALSE;

      for (guint k = 0; edit->after && k <= JH_CROSSING_ACTUAL; k++)
        {
          guint index = JH_CROSSING_FIELD_INITIAL + k;

          any |= jh_content_get_typed (edit->after, index)
                 || !jh_typing_is_blank (edit->after->row,
                                         jh_crossing_get_field (index));
        }
      if (edit->after && !any && !edit->is_new)
        jh_plan_remove (writing->plan, edit->line);
    }
}

/* Adds what came of one figure. */
static void
count_figure (JhOutcome *outcome, const Written *written, guint index)
{
  const JhEdit *edit = written->edit;
  const char *fault
    = edit->after ? jh_content_get_fault (edit->after, index) : NULL;
  gboolean differs
    = edit->is_new || edit->after == NULL
      || !jh_content_same_cell (edit->line->entry, edit->after, index);
  gboolean is_first = outcome->changed == 0 && outcome->faulty == 0;

  outcome->changed += differs;
  outcome->faulty += fault != NULL;
  if (!(is_first && differs) && !(fault && outcome->fault == NULL))
    return;
  outcome->row = written->row;
  outcome->column = written->column;
  outcome->fault = fault;
}

/* Counts what came of the figures. */
static void
count (Writing *writing)
{
  guint index;

  jh_crossing_get_figure (writing->self, &index);
  for (guint i = 0; i < writing->figures->len; i++)
    count_figure (&writing->outcome,
                  &g_array_index (writing->figures, Written, i), index);
}

/* Where the outcome points to. */
static char *
describe_place (Writing *writing)
{
  const JhOutcome *outcome = &writing->outcome;
  const JhCrossing *self = writing->self;
  const JhCrossRow *row
    = outcome->row < self->rows->len ? self->rows->pdata[outcome->row] : NULL;

  return g_strdup_printf (
    "“%s”这一行的“%s”", row ? row->code : "",
    g_array_index (self->heads, JhTableColumn, outcome->column).label);
}

/* The totals in @block; none unless it was pasted. */
static JhTotals *
find_totals (Writing *writing, const JhTableBlock *block, JhTableVerb verb)
{
  g_autofree const JhField **fields
    = g_new0 (const JhField *, block->n_columns);
  guint index;
  const JhField *figure = jh_crossing_get_figure (writing->self, &index);

  if (verb != JH_VERB_PASTE)
    return NULL;
  for (guint i = 0; i < block->n_columns; i++)
    if (block->column + i == JH_CROSSING_CODE)
      fields[i] = jh_crossing_get_field (JH_CROSSING_FIELD_FUNCTIONAL);
    else if (block->column + i != JH_CROSSING_TOTAL)
      fields[i] = figure;
  return jh_totals_find (writing->self->session, fields, block);
}

/* Keeps what was written; @place is where it was. */
static gboolean
carry_out (Writing *writing, JhTableVerb verb, const char *place,
           GError **error)
{
  g_autofree char *name = jh_outcome_name (
    &writing->outcome, verb, jh_expenditure_table ()->label, place);

  gboolean kept;

  if (!jh_plan_has_room (writing->plan, error))
    return FALSE;
  writing->self->is_writing = TRUE;
  kept = !jh_plan_prune (writing->plan)
         || jh_plan_carry_out (writing->plan, name, error);
  writing->self->is_writing = FALSE;
  return kept;
}

gboolean
jh_crossing_write (JhTableModel *model, const JhTableBlock *block,
                   JhTableVerb verb, JhTableReport *report, GError **error)
{
  JhCrossing *self = JH_CROSSING (model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autoptr (JhPlan) plan = jh_plan_new (self->lines, n);
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Written));
  Writing writing = { self, plan, figures, { 0 } };
  g_autoptr (JhTotals) totals = find_totals (&writing, block, verb);
  g_autofree char *place = NULL;
  guint row = block->row;

  if (!jh_session_may_edit (self->session, error))
    return FALSE;
  for (guint i = 0; i < block->n_rows; i++)
    if (totals == NULL || !totals->left_out[i])
      {
        write_row (&writing, block, i, MIN (row, self->rows->len));
        row++;
      }
  clear_lines (&writing);
  jh_plan_settle (plan);
  count (&writing);
  place = describe_place (&writing);
  jh_outcome_report (&writing.outcome, verb, place, totals, report);
  if (!carry_out (&writing, verb, place, error))
    {
      jh_table_report_clear (report);
      jh_crossing_follow (self);
      return FALSE;
    }
  jh_crossing_follow (self);
  return TRUE;
}
