#include "jh-outcome.h"

#include "jh-text.h"

/* A block while it is written.
 *
 * row: of the list, where the next row of the block goes
 * refused: cells that cannot be edited */
typedef struct
{
  JhWorksheet *self;
  const JhTableBlock *block;
  JhTableVerb verb;
  JhPlan *plan;
  guint row;
  guint refused;
} Writing;

static const JhField *
get_field (Writing *writing, guint column)
{
  return &jh_worksheet_get_private (writing->self)
            ->table->fields[jh_worksheet_get_field (writing->self, column)];
}

/* Whether @text is what stands in @column of @edit anyway. */
static gboolean
shows (Writing *writing, const JhEdit *edit, guint column, const char *text)
{
  g_autofree char *trimmed = jh_text_trim (text);

  return column
           < jh_table_model_count_columns (JH_TABLE_MODEL (writing->self))
         && g_str_equal (
           jh_row_get_text (edit->after->row, get_field (writing, column)),
           trimmed);
}

/* Writes @text into @column of @edit, which is of the line in hand. */
static void
write_cell (Writing *writing, JhEdit *edit, guint column, const char *text)
{
  JhSession *session = jh_worksheet_get_session (writing->self);
  g_autofree char *valid = NULL;

  if (column >= jh_table_model_count_columns (JH_TABLE_MODEL (writing->self))
      || jh_line_is_preset (edit->line, get_field (writing, column)))
    {
      writing->refused += !shows (writing, edit, column, text);
      return;
    }
  valid = g_utf8_make_valid (text, -1);
  jh_content_write (edit->after, session,
                    jh_worksheet_get_field (writing->self, column), valid);
  edit->written = TRUE;
}

/* Whether nothing stands in the row @index of the block. */
static gboolean
is_blank (const JhTableBlock *block, guint index)
{
  for (guint i = 0; i < block->n_columns; i++)
    if (!jh_text_is_blank (jh_table_block_get (block, index, i)))
      return FALSE;
  return TRUE;
}

/* The edit of the row where the row @index of the block goes; NULL when
 * there is none. */
static JhEdit *
find_edit (Writing *writing, guint index)
{
  const GPtrArray *lines = jh_worksheet_get_private (writing->self)->lines;

  if (writing->row < lines->len)
    return jh_plan_edit (writing->plan, lines->pdata[writing->row++]);
  if (is_blank (writing->block, index)
      || !jh_table_model_grows (JH_TABLE_MODEL (writing->self)))
    return NULL;
  writing->row++;
  return jh_plan_add (writing->plan);
}

static void
write_row (Writing *writing, guint index)
{
  const JhTableBlock *block = writing->block;
  JhEdit *edit = find_edit (writing, index);

  for (guint i = 0; i < block->n_columns; i++)
    {
      const char *text = jh_table_block_get (block, index, i);

      if (text == NULL)
        continue;
      if (edit)
        write_cell (writing, edit, block->column + i, text);
      else if (!jh_text_is_blank (text))
        writing->refused++;
    }
}

/* The totals in the block; none unless it was pasted. */
static JhTotals *
find_totals (Writing *writing)
{
  const JhTableBlock *block = writing->block;
  guint n = jh_table_model_count_columns (JH_TABLE_MODEL (writing->self));
  g_autofree const JhField **fields
    = g_new0 (const JhField *, block->n_columns);

  if (writing->verb != JH_VERB_PASTE)
    return NULL;
  for (guint i = 0; i < block->n_columns && block->column + i < n; i++)
    fields[i] = get_field (writing, block->column + i);
  return jh_totals_find (jh_worksheet_get_session (writing->self), fields,
                         block);
}

/* Where @outcome points to: 第 3 行“决算”, or “国内公务接待费”的“决算”
 * where rows are fixed. The caller frees it. */
static char *
describe_place (Writing *writing, const JhOutcome *outcome)
{
  const GPtrArray *lines = jh_worksheet_get_private (writing->self)->lines;
  const JhTableColumn *column = jh_table_model_get_column (
    JH_TABLE_MODEL (writing->self), outcome->column);
  const JhLine *line
    = outcome->row < lines->len ? lines->pdata[outcome->row] : NULL;
  g_autofree char *name
    = line && line->preset ? jh_worksheet_name_preset (line->preset) : NULL;

  if (name)
    return g_strdup_printf ("“%s”的“%s”", name, column->label);
  return g_strdup_printf ("第 %u 行“%s”", outcome->row + 1, column->label);
}

gboolean
jh_worksheet_write (JhTableModel *model, const JhTableBlock *block,
                    JhTableVerb verb, JhTableReport *report, GError **error)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  guint n = my->lines->len;
  g_autoptr (JhPlan) plan = jh_plan_new (self, n);
  Writing writing = { self, block, verb, plan, MIN (block->row, n), 0 };
  g_autoptr (JhTotals) totals = find_totals (&writing);
  JhOutcome outcome = { 0 };
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  if (!jh_session_may_edit (my->session, error))
    return FALSE;
  for (guint i = 0; i < block->n_rows; i++)
    if (!jh_session_step (my->session, error))
      return FALSE;
    else if (totals == NULL || !totals->left_out[i])
      write_row (&writing, i);
  if (!jh_plan_has_room (plan, error))
    return FALSE;
  jh_plan_settle (plan);
  outcome.refused = writing.refused;
  jh_outcome_count (&outcome, plan);
  place = describe_place (&writing, &outcome);
  name = jh_outcome_name (&outcome, verb, my->table->label, place);
  jh_outcome_report (&outcome, verb, place, totals, report);
  if (!jh_plan_prune (plan) || jh_plan_carry_out (plan, name, error))
    return TRUE;
  jh_table_report_clear (report);
  return FALSE;
}
