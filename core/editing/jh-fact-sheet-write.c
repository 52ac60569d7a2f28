#include "jh-fact-sheet-private.h"

#include "jh-outcome.h"
#include "jh-text.h"

/* A block while it is written.
 *
 * outcome: what came of it so far */
typedef struct
{
  JhFactSheet *self;
  JhPlan *plan;
  JhOutcome outcome;
} Writing;

/* Writes @text into the value of @edit: it goes to the field of its kind,
 * and no other has one. */
static void
write_value (Writing *writing, JhEdit *edit, const char *text)
{
  const JhTable *table = jh_filing_fact_table ();
  JhContent *after = edit->after;
  guint field;

  for (guint i = JH_FACT_FIELD_WORDS; i < JH_N_FACT_FIELDS; i++)
    {
      jh_typing_blank (after->row, &table->fields[i]);
      jh_content_accept (after, i);
    }
  field = jh_fact_sheet_find_field (writing->self, after->row);
  jh_content_write (after, writing->self->session, field, text);
  edit->written = TRUE;
}

/* Writes @text, which is valid, into @column of the fact of @edit. */
static void
write_fact (Writing *writing, JhEdit *edit, guint column, const char *text)
{
  const JhFilingFact *fact = (const JhFilingFact *) edit->after->row;
  g_autofree char *trimmed = jh_text_trim (text);

  if (column == JH_FACT_VALUE)
    {
      write_value (writing, edit, text);
    }
  else if (column == JH_FACT_NAME && edit->line->preset == NULL)
    {
      jh_content_write (edit->after, writing->self->session,
                        JH_FACT_FIELD_NAME, text);
      edit->written = TRUE;
    }
  else
    {
      writing->outcome.refused += column == JH_FACT_NAME
                                    ? !g_str_equal (fact->name, trimmed)
                                    : *trimmed != '\0';
    }
}

/* Writes @text, which is valid, into @column of @row of the head. */
static void
write_head (Writing *writing, guint row, guint column, const char *text)
{
  g_autofree char *trimmed = jh_text_trim (text);

  if (column == JH_FACT_VALUE)
    writing->outcome.refused
      += !jh_head_write (writing->self->head, row, text);
  else
    writing->outcome.refused
      += *trimmed && !g_str_equal (jh_head_get_label (row), trimmed);
}

/* Whether the row @index of @block has a fact. */
static gboolean
has_text (const JhTableBlock *block, guint index)
{
  for (guint i = 0;
       i < block->n_columns && block->column + i < JH_FACT_MEASURE; i++)
    if (!jh_text_is_blank (jh_table_block_get (block, index, i)))
      return TRUE;
  return FALSE;
}

/* The edit of the fact in @row; a new one behind the last; NULL where there
 * is none. */
static JhEdit *
find_edit (Writing *writing, const JhTableBlock *block, guint index)
{
  guint row = block->row + index;
  JhLine *line = jh_fact_sheet_get_line (writing->self, row);

  if (line)
    return jh_plan_edit (writing->plan, line);
  if (row < jh_fact_sheet_count_head (writing->self)
      || !writing->self->takes_others || !has_text (block, index))
    return NULL;
  return jh_plan_add (writing->plan);
}

static void
write_row (Writing *writing, const JhTableBlock *block, guint index)
{
  JhEdit *edit = find_edit (writing, block, index);
  guint row = block->row + index;

  for (guint i = 0; i < block->n_columns; i++)
    {
      const char *text = jh_table_block_get (block, index, i);
      g_autofree char *valid = text ? g_utf8_make_valid (text, -1) : NULL;

      if (text == NULL)
        continue;
      if (edit && block->column + i < JH_N_FACT_COLUMNS)
        write_fact (writing, edit, block->column + i, valid);
      else if (row < jh_fact_sheet_count_head (writing->self))
        write_head (writing, row, block->column + i, valid);
      else
        writing->outcome.refused += !jh_text_is_blank (text);
    }
}

/* Adds what the head changes, which stands before all. */
static void
count_head (Writing *writing)
{
  JhOutcome *outcome = &writing->outcome;
  guint n = jh_fact_sheet_count_head (writing->self);

  for (guint row = n; row-- > 0;)
    {
      const char *fault;
      gboolean differs = jh_head_differs (writing->self->head, row, &fault);

      outcome->changed += differs;
      outcome->faulty += fault != NULL;
      if (fault == NULL && (!differs || outcome->fault))
        continue;
      outcome->row = row;
      outcome->column = JH_FACT_VALUE;
      outcome->fault = fault;
    }
}

/* Where the outcome points to: what is called, and which of it. */
static char *
describe_place (Writing *writing, guint head_row, gboolean in_head)
{
  const JhOutcome *outcome = &writing->outcome;
  const char *label = outcome->column == 0 ? "事项" : "内容";
  const GPtrArray *lines
    = jh_worksheet_get_private (writing->self->facts)->lines;
  const JhLine *line
    = outcome->row < lines->len ? lines->pdata[outcome->row] : NULL;

  if (in_head)
    return g_strdup_printf ("“%s”", jh_head_get_label (head_row));
  if (line && line->preset)
    return g_strdup_printf ("“%s”",
                            ((const JhFilingFact *) line->preset)->name);
  return g_strdup_printf ("最后几行的“%s”", label);
}

/* Counts what came of it, and says where. */
static char *
count (Writing *writing)
{
  JhOutcome *outcome = &writing->outcome;
  guint changed, faulty;

  jh_outcome_count (outcome, writing->plan);
  changed = outcome->changed;
  faulty = outcome->faulty;
  count_head (writing);
  return describe_place (
    writing, outcome->row,
    outcome->faulty > faulty
      || (outcome->faulty == 0 && outcome->changed > changed));
}

/* Follows what the head says now, which others go by. */
static void
follow_head (JhFactSheet *self, const char *region, JhMoneyUnit unit)
{
  const JhFiling *filing = jh_session_get_books (self->session)->filing;
  g_autoptr (GError) error = NULL;

  if (filing->money_unit != unit)
    jh_session_set_unit (self->session, filing->money_unit);
  if (!g_str_equal (filing->region, region)
      && !jh_session_reload (self->session, &error))
    g_warning ("%s", error->message);
}

/* Keeps what was written. */
static gboolean
carry_out (Writing *writing, const char *name, GError **error)
{
  JhFactSheet *self = writing->self;
  const JhFiling *filing = jh_session_get_books (self->session)->filing;
  g_autofree char *region = g_strdup (filing->region);
  JhMoneyUnit unit = filing->money_unit;
  const JhPlanBeside *beside
    = self->head ? jh_head_get_beside (self->head) : NULL;

  if (!jh_plan_prune (writing->plan) && beside == NULL)
    return TRUE;
  writing->plan->beside = beside;
  if (!jh_plan_carry_out (writing->plan, name, error))
    return FALSE;
  jh_table_model_cells_changed (JH_TABLE_MODEL (self), 0, self->items->len);
  follow_head (self, region, unit);
  return TRUE;
}

gboolean
jh_fact_sheet_write (JhTableModel *model, const JhTableBlock *block,
                     JhTableVerb verb, JhTableReport *report, GError **error)
{
  JhFactSheet *self = JH_FACT_SHEET (model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->facts));
  g_autoptr (JhPlan) plan = jh_plan_new (self->facts, n);
  Writing writing = { self, plan, { 0 } };
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  gboolean kept;

  if (!jh_session_may_edit (self->session, error))
    return FALSE;
  for (guint i = 0; i < block->n_rows; i++)
    write_row (&writing, block, i);
  jh_plan_settle (plan);
  place = count (&writing);
  name = jh_outcome_name (&writing.outcome, verb, "单位情况", place);
  jh_outcome_report (&writing.outcome, verb, place, NULL, report);
  kept = jh_plan_has_room (plan, error) && carry_out (&writing, name, error);
  if (self->head)
    jh_head_forget (self->head);
  if (!kept)
    jh_table_report_clear (report);
  return kept;
}
