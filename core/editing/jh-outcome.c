#include "jh-outcome.h"

/* Notes that @column of @edit is wrong because of @fault. */
static void
note_fault (JhOutcome *outcome, const JhEdit *edit, guint column,
            const char *fault)
{
  outcome->faulty++;
  if (outcome->fault && outcome->row <= edit->line->position)
    return;
  outcome->row = edit->line->position;
  outcome->column = column;
  outcome->fault = fault;
}

static void
count_cells (JhOutcome *outcome, const JhPlan *plan, const JhEdit *edit)
{
  guint n = jh_table_model_count_columns (JH_TABLE_MODEL (plan->self));

  for (guint column = 0; column < n; column++)
    {
      guint index = jh_worksheet_get_field (plan->self, column);
      const char *fault = jh_content_get_fault (edit->after, index);

      if (!jh_content_same_cell (edit->line->entry, edit->after, index)
          && outcome->changed++ == 0 && outcome->fault == NULL)
        {
          outcome->row = edit->line->position;
          outcome->column = column;
        }
      if (fault && edit->written)
        note_fault (outcome, edit, column, fault);
    }
}

void
jh_outcome_count (JhOutcome *outcome, const JhPlan *plan)
{
  for (guint i = 0; i < plan->edits->len; i++)
    {
      const JhEdit *edit = plan->edits->pdata[i];

      if (edit->after == NULL)
        continue;
      count_cells (outcome, plan, edit);
      outcome->unfinished += edit->written && !edit->is_in
                             && !edit->line->preset
                             && !jh_content_is_wrong (edit->after)
                             && !jh_content_is_blank (edit->after);
    }
}

char *
jh_outcome_name (const JhOutcome *outcome, JhTableVerb verb,
                 const char *label, const char *place)
{
  static const char *const verbs[] = {
    [JH_VERB_TYPE] = "修改", [JH_VERB_PASTE] = "粘贴",
    [JH_VERB_FILL] = "填充", [JH_VERB_CLEAR] = "清除",
    [JH_VERB_CUT] = "剪切",
  };

  if (outcome->changed == 1)
    return g_strdup_printf ("%s%s%s", verbs[verb], label, place);
  return g_strdup_printf ("%s%s %u 格", verbs[verb], label, outcome->changed);
}

/* All of it in sentences. */
static char *
tell (const JhOutcome *outcome, JhTableVerb verb, const char *place,
      const JhTotals *totals)
{
  GString *words = g_string_new (NULL);

  if (verb == JH_VERB_PASTE)
    g_string_append_printf (words, "粘贴后改了 %u 格。", outcome->changed);
  if (outcome->faulty == 1)
    g_string_append_printf (words, "%s没有记进账里：%s。", place,
                            outcome->fault);
  if (outcome->faulty > 1)
    g_string_append_printf (
      words, "有 %u 格不对，标了出来，没有记进账里，第一处是%s：%s。",
      outcome->faulty, place, outcome->fault);
  if (outcome->unfinished > 0 && verb == JH_VERB_PASTE)
    g_string_append_printf (words, "有 %u 行还没有填全，填全以后才记进账里。",
                            outcome->unfinished);
  if (outcome->refused > 0)
    g_string_append_printf (words, "有 %u 格在这里不能改，没有动。",
                            outcome->refused);
  if (totals && totals->n > 0)
    g_string_append_printf (words, "粘贴的内容里，%s", totals->words);
  return g_string_free (words, FALSE);
}

void
jh_outcome_report (const JhOutcome *outcome, JhTableVerb verb,
                   const char *place, const JhTotals *totals,
                   JhTableReport *report)
{
  report->changed = outcome->changed;
  report->faulty = outcome->faulty;
  report->refused = outcome->refused;
  report->left_out = totals ? totals->n : 0;
  report->words = tell (outcome, verb, place, totals);
}
