#include "jh-plan.h"

#include "jh-shelf.h"

/* Takes from the books in memory what @edit took from the file. */
static void
clear_shelf (GPtrArray *rows, JhEdit *edit)
{
  const JhContent *before = edit->line->entry;
  JhContent *after = edit->after;

  if (!jh_content_is_kept (before))
    return;
  if (after && after->row->id == before->row->id)
    {
      jh_shelf_replace (rows, before->row->place, after->row);
      after->owned = FALSE;
    }
  else
    {
      jh_shelf_remove (rows, before->row->place, before->row->id);
    }
}

/* Puts into the books in memory what @edit put into the file. */
static void
fill_shelf (GPtrArray *rows, JhEdit *edit)
{
  JhContent *after = edit->after;

  if (after == NULL)
    return;
  if (after->owned && jh_content_is_kept (after))
    {
      jh_shelf_insert (rows, after->row);
      after->owned = FALSE;
    }
  jh_line_show (edit->line, g_steal_pointer (&edit->after));
}

/* The lines as they are shown afterwards. */
static GPtrArray *
arrange (JhPlan *plan, GHashTable *gone)
{
  const GPtrArray *lines = jh_worksheet_get_private (plan->self)->lines;
  GPtrArray *arranged = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i <= lines->len; i++)
    {
      for (guint k = 0; i == plan->before && k < plan->added->len; k++)
        g_ptr_array_add (arranged, g_object_ref (plan->added->pdata[k]));
      if (i < lines->len && !g_hash_table_contains (gone, lines->pdata[i]))
        g_ptr_array_add (arranged, g_object_ref (lines->pdata[i]));
    }
  return arranged;
}

/* Says which cells of rows that stay may show something else. */
static void
tell_cells (JhPlan *plan)
{
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < plan->edits->len; i++)
    {
      const JhEdit *edit = plan->edits->pdata[i];

      if (edit->is_new)
        continue;
      first = MIN (first, edit->line->position);
      last = MAX (last, edit->line->position);
    }
  if (first <= last)
    jh_table_model_cells_changed (JH_TABLE_MODEL (plan->self), first,
                                  last - first + 1);
}

void
jh_plan_show (JhPlan *plan)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (plan->self);
  GPtrArray *rows = jh_session_get_books (my->session)->rows[my->id];
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);

  for (guint i = plan->edits->len; i-- > 0;)
    {
      JhEdit *edit = plan->edits->pdata[i];

      clear_shelf (rows, edit);
      if (edit->after == NULL)
        g_hash_table_add (gone, edit->line);
    }
  for (guint i = 0; i < plan->edits->len; i++)
    fill_shelf (rows, plan->edits->pdata[i]);
  if (g_hash_table_size (gone) == 0)
    tell_cells (plan);
  if (plan->added->len || g_hash_table_size (gone))
    jh_worksheet_show (plan->self, arrange (plan, gone));
}

gboolean
jh_plan_carry_out (JhPlan *plan, const char *name, GError **error)
{
  JhSession *session = jh_worksheet_get_session (plan->self);
  const JhPlanBeside *beside = plan->beside;
  JhChange *change = jh_session_begin (session, name, error);

  if (change == NULL)
    return FALSE;
  if (!jh_plan_save (plan, error)
      || (beside && !beside->save (beside->data, error)))
    {
      jh_change_free (change);
      return FALSE;
    }
  if (!jh_session_commit (session, change, error))
    return FALSE;
  jh_plan_show (plan);
  if (beside)
    {
      beside->kept (beside->data);
      plan->touched |= beside->touched;
    }
  jh_session_tell (session, plan->touched, plan->self);
  return TRUE;
}
