#include "jh-plan.h"

#include "jh-error.h"
#include "jh-text.h"
#include "jh-totals.h"

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

/* What came of it.
 *
 * changed: cells that hold something else
 * faulty: cells that were written and are wrong
 * unfinished: rows that were written and lack something
 * row, column: of the first cell that is wrong; else of one that changed
 * fault: why; borrowed, or NULL */
typedef struct
{
  guint changed;
  guint faulty;
  guint unfinished;
  guint row;
  guint column;
  const char *fault;
} Outcome;

static const JhField *
get_field (Writing *writing, guint column)
{
  return &jh_worksheet_get_private (writing->self)
            ->table->fields[jh_worksheet_get_field (writing->self, column)];
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
      writing->refused++;
      return;
    }
  valid = g_utf8_make_valid (text, -1);
  jh_entry_write (edit->after, session,
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

/* Whether the table has room for what is added to it. */
static gboolean
has_room (Writing *writing, GError **error)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (writing->self);
  guint added = writing->plan->added->len;

  if (my->lines->len + added <= JH_LINES_MAX)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "“%s”最多 %d 行，现在有 %u 行，"
               "再添 %u 行就放不下了，什么都没有改",
               my->table->label, JH_LINES_MAX, my->lines->len, added);
  return FALSE;
}

/* Adds what came of the cells of @edit to @outcome. */
static void
count_cells (Writing *writing, JhEdit *edit, Outcome *outcome)
{
  guint n = jh_table_model_count_columns (JH_TABLE_MODEL (writing->self));
  guint row = edit->line->position;

  for (guint column = 0; column < n; column++)
    {
      guint index = jh_worksheet_get_field (writing->self, column);
      const char *fault = jh_entry_get_fault (edit->after, index);
      gboolean differs
        = !jh_entry_same_cell (edit->line->entry, edit->after, index);

      if (differs && outcome->changed++ == 0 && outcome->fault == NULL)
        {
          outcome->row = row;
          outcome->column = column;
        }
      if (fault == NULL || !edit->written)
        continue;
      outcome->faulty++;
      if (outcome->fault && outcome->row <= row)
        continue;
      outcome->row = row;
      outcome->column = column;
      outcome->fault = fault;
    }
}

static void
count (Writing *writing, Outcome *outcome)
{
  for (guint i = 0; i < writing->plan->edits->len; i++)
    {
      JhEdit *edit = writing->plan->edits->pdata[i];

      if (edit->after == NULL)
        continue;
      count_cells (writing, edit, outcome);
      outcome->unfinished += edit->written && !edit->is_in
                             && !edit->line->preset
                             && !jh_entry_is_wrong (edit->after)
                             && !jh_entry_is_blank (edit->after);
    }
}

/* Where @outcome points to: 第 3 行“决算”. The caller frees it. */
static char *
describe_place (Writing *writing, const Outcome *outcome)
{
  const JhTableColumn *column = jh_table_model_get_column (
    JH_TABLE_MODEL (writing->self), outcome->column);

  return g_strdup_printf ("第 %u 行“%s”", outcome->row + 1, column->label);
}

/* What people will know the change by. The caller frees it. */
static char *
name_change (Writing *writing, const Outcome *outcome)
{
  static const char *const verbs[] = {
    [JH_VERB_TYPE] = "修改", [JH_VERB_PASTE] = "粘贴",
    [JH_VERB_FILL] = "填充", [JH_VERB_CLEAR] = "清除",
    [JH_VERB_CUT] = "剪切",
  };
  const char *verb = verbs[writing->verb];
  const char *label = jh_worksheet_get_private (writing->self)->table->label;
  g_autofree char *place = NULL;

  if (outcome->changed != 1)
    return g_strdup_printf ("%s%s %u 格", verb, label, outcome->changed);
  place = describe_place (writing, outcome);
  return g_strdup_printf ("%s%s%s", verb, label, place);
}

/* What there is to tell a person. */
static char *
tell (Writing *writing, const Outcome *outcome, const JhTotals *totals)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *place = describe_place (writing, outcome);

  if (writing->verb == JH_VERB_PASTE)
    g_string_append_printf (words, "粘贴后改了 %u 格。", outcome->changed);
  if (outcome->faulty == 1)
    g_string_append_printf (words, "%s没有记进账里：%s。", place,
                            outcome->fault);
  if (outcome->faulty > 1)
    g_string_append_printf (
      words, "有 %u 格不对，标了出来，没有记进账里，第一处是%s：%s。",
      outcome->faulty, place, outcome->fault);
  if (outcome->unfinished > 0 && writing->verb == JH_VERB_PASTE)
    g_string_append_printf (words, "有 %u 行还没有填全，填全以后才记进账里。",
                            outcome->unfinished);
  if (writing->refused > 0)
    g_string_append_printf (words, "有 %u 格在这里不能改，没有动。",
                            writing->refused);
  if (totals && totals->n > 0)
    g_string_append_printf (words, "粘贴的内容里，%s", totals->words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
jh_worksheet_write (JhTableModel *model, const JhTableBlock *block,
                    JhTableVerb verb, JhTableReport *report, GError **error)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (JhPlan) plan = jh_plan_new (self, n);
  Writing writing = { self, block, verb, plan, MIN (block->row, n), 0 };
  g_autoptr (JhTotals) totals = find_totals (&writing);
  g_autofree char *name = NULL;
  Outcome outcome = { 0 };

  if (!jh_session_may_edit (jh_worksheet_get_session (self), error))
    return FALSE;
  for (guint i = 0; i < block->n_rows; i++)
    if (totals == NULL || !totals->left_out[i])
      write_row (&writing, i);
  if (!has_room (&writing, error))
    return FALSE;
  jh_plan_settle (plan);
  count (&writing, &outcome);
  name = name_change (&writing, &outcome);
  report->words = tell (&writing, &outcome, totals);
  report->changed = outcome.changed;
  report->faulty = outcome.faulty;
  report->refused = writing.refused;
  report->left_out = totals ? totals->n : 0;
  if (!jh_plan_prune (plan) || jh_plan_carry_out (plan, name, error))
    return TRUE;
  jh_table_report_clear (report);
  return FALSE;
}
