#include "jh-plan.h"

#include "jh-error.h"
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

/* Whether @entry, which may be NULL, is a row with something wrong, or one
 * that is not in the books yet. */
static gboolean
is_unfit (const JhContent *entry)
{
  return entry && (entry->row->id < 0 || jh_content_is_wrong (entry));
}

/* Says that there would be @count such rows, and what is wrong with the first
 * one. */
static void
refuse_unfit (const JhPlan *plan, guint count, GError **error)
{
  const JhEdit *first = NULL;
  const char *fault = NULL;

  for (guint i = 0; i < plan->edits->len && first == NULL; i++)
    if (is_unfit (((const JhEdit *) plan->edits->pdata[i])->after))
      first = plan->edits->pdata[i];
  for (guint i = 0; first && i < first->after->table->n_fields && !fault; i++)
    fault = jh_content_get_fault (first->after, i);
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "这样会有 %u 行不对或没有填全，比如第 %u 行：%s。"
               "这样的行最多放 %d 行，什么都没有改；"
               "如果是粘贴，请看看是不是贴错了列",
               count, first ? first->line->position + 1 : 1,
               fault ? fault : "没有填全", JH_PLAN_UNFIT_MAX);
}

/* Whether not too many rows are unfit afterwards. */
static gboolean
check_unfit (const JhPlan *plan, GError **error)
{
  const GPtrArray *lines = jh_worksheet_get_private (plan->self)->lines;
  guint before = 0, after;

  for (guint i = 0; i < lines->len; i++)
    before += is_unfit (((const JhLine *) lines->pdata[i])->entry);
  after = before;
  for (guint i = 0; i < plan->edits->len; i++)
    {
      const JhEdit *edit = plan->edits->pdata[i];

      after += is_unfit (edit->after);
      after -= !edit->is_new && is_unfit (edit->line->entry);
    }
  if (after <= MAX (before, JH_PLAN_UNFIT_MAX))
    return TRUE;
  refuse_unfit (plan, after, error);
  return FALSE;
}

gboolean
jh_plan_carry_out (JhPlan *plan, const char *name, GError **error)
{
  JhSession *session = jh_worksheet_get_session (plan->self);
  const JhPlanBeside *beside = plan->beside;
  JhChange *change = check_unfit (plan, error)
                       ? jh_session_begin (session, name, error)
                       : NULL;

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
