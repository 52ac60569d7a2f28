#include "jh-change-sheet-private.h"

#include "jh-outcome.h"
#include "jh-text.h"

/* A block while it is written: one plan for each of the sheets behind. */
typedef struct
{
  JhChangeSheet *self;
  JhPlan *priors;
  JhPlan *reasons;
  JhOutcome outcome;
} Writing;

/* Writes @text into @row and @column. */
static void
write_cell (Writing *writing, guint row, guint column, const char *text)
{
  JhChangeSheet *self = writing->self;
  JhPlan *plan
    = column == JH_CHANGE_REASON ? writing->reasons : writing->priors;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (JhTableCell) cell = { 0 };
  g_autofree char *typed = NULL;
  g_autofree char *trimmed = jh_text_trim (valid);
  JhEdit *edit;

  jh_table_model_get_cell (JH_TABLE_MODEL (self), row, column, &cell);
  if (cell.reason)
    {
      typed = jh_change_sheet_dup_typed (JH_TABLE_MODEL (self), row, column);
      writing->outcome.refused += !g_str_equal (trimmed, typed);
      return;
    }
  edit = jh_plan_edit (plan, jh_worksheet_get_line (plan->self, row));
  jh_content_write (edit->after, self->session, JH_CHANGE_VALUE, valid);
  edit->written = TRUE;
}

static void
write_row (Writing *writing, const JhTableBlock *block, guint index)
{
  guint row = block->row + index;

  for (guint i = 0; i < block->n_columns; i++)
    {
      const char *text = jh_table_block_get (block, index, i);

      if (text && row < writing->self->labels->len
          && block->column + i < JH_N_CHANGE_COLUMNS)
        write_cell (writing, row, block->column + i, text);
      else
        writing->outcome.refused += !jh_text_is_blank (text);
    }
}

/* Counts both plans; where it points to is called by its row. */
static char *
count (Writing *writing)
{
  JhOutcome *outcome = &writing->outcome;
  JhOutcome other = { 0 };
  gboolean is_other;

  jh_outcome_count (outcome, writing->priors);
  jh_outcome_count (&other, writing->reasons);
  is_other = outcome->fault ? other.fault && other.row < outcome->row
                            : other.fault || outcome->changed == 0;
  outcome->changed += other.changed;
  outcome->faulty += other.faulty;
  if (is_other)
    {
      outcome->row = other.row;
      outcome->fault = other.fault;
    }
  if (outcome->row >= writing->self->labels->len)
    return g_strdup ("");
  return g_strdup_printf (
    "“%s”的“%s”", (char *) writing->self->labels->pdata[outcome->row],
    writing->self->heads[is_other ? JH_CHANGE_REASON : JH_CHANGE_BEFORE]
      .label);
}

static gboolean
save_plan (gpointer plan, GError **error)
{
  return jh_plan_save (plan, error);
}

static void
show_plan (gpointer plan)
{
  jh_plan_show (plan);
}

/* Carries both plans out as one change. */
static gboolean
carry_out (Writing *writing, const char *name, GError **error)
{
  gboolean any = jh_plan_prune (writing->priors);
  const JhPlanBeside beside
    = { save_plan, show_plan, writing->reasons,
        JH_TOUCHED_TABLE (JH_TABLE_REASON) | JH_TOUCHED_DRAFTS };

  if (!jh_plan_prune (writing->reasons))
    return !any || jh_plan_carry_out (writing->priors, name, error);
  writing->priors->beside = &beside;
  return jh_plan_carry_out (writing->priors, name, error);
}

gboolean
jh_change_sheet_write (JhTableModel *model, const JhTableBlock *block,
                       JhTableVerb verb, JhTableReport *report,
                       GError **error)
{
  JhChangeSheet *self = JH_CHANGE_SHEET (model);
  g_autoptr (JhPlan) priors = jh_plan_new (self->priors, self->labels->len);
  g_autoptr (JhPlan) reasons = jh_plan_new (self->reasons, self->labels->len);
  Writing writing = { self, priors, reasons, { 0 } };
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  if (!jh_session_may_edit (self->session, error))
    return FALSE;
  for (guint i = 0; i < block->n_rows; i++)
    write_row (&writing, block, i);
  jh_plan_settle (priors);
  jh_plan_settle (reasons);
  place = count (&writing);
  name = jh_outcome_name (&writing.outcome, verb, "变动原因", place);
  jh_outcome_report (&writing.outcome, verb, place, NULL, report);
  if (carry_out (&writing, name, error))
    return TRUE;
  jh_table_report_clear (report);
  return FALSE;
}
