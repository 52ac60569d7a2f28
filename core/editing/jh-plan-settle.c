#include "jh-plan.h"

/* Whether something stands in @entry besides what @line has from the
 * beginning, that the books can hold. */
static gboolean
has_value (const JhLine *line, const JhContent *entry)
{
  for (guint i = 0; i < entry->table->n_fields; i++)
    {
      const JhField *field = &entry->table->fields[i];

      if (!jh_line_is_preset (line, field)
          && !jh_typing_is_blank (entry->row, field))
        return TRUE;
    }
  return FALSE;
}

gboolean
jh_edit_belongs (const JhEdit *edit)
{
  if (edit->after == NULL)
    return FALSE;
  if (edit->line->preset)
    return has_value (edit->line, edit->after);
  return jh_content_is_whole (edit->after)
         && !(jh_content_is_kept (edit->after)
              && jh_content_is_blank (edit->after));
}

/* What a row that is always there has to have need not stay when it is
 * emptied: the row may leave the books. */
static void
empty_fixed (JhEdit *edit)
{
  JhContent *after = edit->after;

  for (guint i = 0; i < after->table->n_fields; i++)
    {
      const JhField *field = &after->table->fields[i];
      const char *typed = jh_content_get_typed (after, i);

      if (typed == NULL || *typed || jh_line_is_preset (edit->line, field))
        continue;
      jh_typing_blank (after->row, field);
      jh_content_accept (after, i);
    }
}

/* Takes the row of @edit out of the books: what it had to keep there it need
 * not keep any more. */
static void
take_out (JhEdit *edit)
{
  JhContent *after = edit->after;

  after->row->id = 0;
  for (guint i = 0; edit->line->preset == NULL && i < after->table->n_fields;
       i++)
    {
      const char *typed = jh_content_get_typed (after, i);

      if (typed == NULL)
        continue;
      jh_typing_blank (after->row, &after->table->fields[i]);
      if (*typed == '\0')
        jh_content_accept (after, i);
    }
}

/* Takes out what is left of a row that was emptied, where rows are fixed and
 * it is not one of these. */
static void
clear_away (JhPlan *plan, JhEdit *edit)
{
  if (edit->after && !edit->is_new && edit->line->preset == NULL
      && jh_worksheet_get_private (plan->self)->presets
      && !jh_content_is_kept (edit->after)
      && jh_content_is_blank (edit->after))
    g_clear_pointer (&edit->after, jh_content_free);
}

/* Gives the row of @edit the id by which it will be known, unless that comes
 * from the books. */
static void
name_row (JhPlan *plan, JhEdit *edit)
{
  JhRow *row = edit->after ? edit->after->row : NULL;

  edit->is_in = jh_edit_belongs (edit);
  if (row == NULL || edit->is_in)
    return;
  if (edit->line->preset && !jh_content_is_wrong (edit->after))
    row->id = 0;
  else if (row->id == 0)
    row->id = plan->next_id--;
}

/* Whether @edit alters anything. */
static gboolean
is_idle (const JhEdit *edit)
{
  const JhContent *before = edit->line->entry, *after = edit->after;

  if (edit->is_new || after == NULL || before->row->id != after->row->id
      || before->row->place != after->row->place
      || jh_content_is_kept (before) != edit->is_in)
    return FALSE;
  for (guint i = 0; i < after->table->n_fields; i++)
    if (!jh_content_same_cell (before, after, i))
      return FALSE;
  return TRUE;
}

/* Whether a row leaves the books that others share the place with: its id
 * would not put it in order among them any more. */
static gboolean
loses_place (JhPlan *plan)
{
  const GPtrArray *lines = jh_worksheet_get_private (plan->self)->lines;
  g_autoptr (GHashTable) places
    = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan->edits->len; i++)
    {
      const JhEdit *edit = plan->edits->pdata[i];

      if (edit->after && edit->line->preset == NULL
          && jh_content_is_kept (edit->line->entry)
          && !jh_content_is_kept (edit->after))
        g_hash_table_add (places, &edit->line->entry->row->place);
    }
  for (guint i = 0; g_hash_table_size (places) && i < lines->len; i++)
    {
      JhLine *line = lines->pdata[i];
      const gint64 *place
        = g_hash_table_lookup (places, &line->entry->row->place);

      if (place && place != &line->entry->row->place)
        return TRUE;
    }
  return FALSE;
}

void
jh_plan_settle (JhPlan *plan)
{
  for (guint i = 0; i < plan->edits->len; i++)
    {
      JhEdit *edit = plan->edits->pdata[i];

      if (edit->after && edit->line->preset)
        empty_fixed (edit);
      if (edit->after && jh_content_is_kept (edit->after)
          && !jh_edit_belongs (edit))
        take_out (edit);
      clear_away (plan, edit);
    }
  jh_plan_settle_keys (plan);
  if (loses_place (plan))
    jh_plan_renumber (plan);
  for (guint i = 0; i < plan->edits->len; i++)
    name_row (plan, plan->edits->pdata[i]);
}

gboolean
jh_plan_prune (JhPlan *plan)
{
  for (guint i = plan->edits->len; i-- > 0;)
    if (is_idle (plan->edits->pdata[i]))
      g_ptr_array_remove_index (plan->edits, i);
  return plan->edits->len > 0;
}
