#include "jh-plan.h"

#include "jh-draft.h"

/* Where a plan is written to. */
typedef struct
{
  JhStore *store;
  gint64 filing;
  const char *book;
} Target;

/* Whether the books have a row for @edit now. */
static gboolean
was_in (const JhEdit *edit)
{
  return jh_content_is_kept (edit->line->entry);
}

/* Takes rows out of the books, those that come again among them, so that
 * their keys are free. */
static gboolean
save_removal (const Target *target, JhEdit *edit, GError **error)
{
  if (!was_in (edit) || (edit->is_in && !edit->replaces))
    return TRUE;
  return jh_table_remove (target->store, target->filing,
                          edit->line->entry->row, error);
}

static gboolean
save_update (const Target *target, JhEdit *edit, GError **error)
{
  const JhRow *before = edit->line->entry->row;

  if (!was_in (edit) || !edit->is_in || edit->replaces
      || (before->place == edit->after->row->place
          && jh_row_equal (before, edit->after->row)))
    return TRUE;
  return jh_table_update (target->store, target->filing, edit->after->row,
                          error);
}

static gboolean
save_entry (const Target *target, JhEdit *edit, GError **error)
{
  if (!edit->is_in || (was_in (edit) && !edit->replaces))
    return TRUE;
  return jh_table_insert (target->store, target->filing, edit->after->row,
                          error);
}

static gboolean
set_draft (const Target *target, const JhRow *row, const char *field,
           const char *typed, GError **error)
{
  const JhDraft draft = { (char *) target->book, row->id, row->place,
                          (char *) field, (char *) typed };

  return jh_draft_set (target->store, target->filing, &draft, error);
}

/* Keeps the text @want of @field in the place of @had; NULL is none. */
static gboolean
save_text (const Target *target, const JhRow *row, const JhField *field,
           const char *had, const char *want, GError **error)
{
  if (g_strcmp0 (had, want) == 0)
    return TRUE;
  if (want)
    return set_draft (target, row, field->name, want, error);
  return jh_draft_drop (target->store, target->filing, target->book, row->id,
                        field->name, error);
}

/* Keeps what is wrong in @edit. @before is NULL when there were no drafts
 * under its id. */
static gboolean
save_texts (const Target *target, const JhContent *before, const JhEdit *edit,
            GError **error)
{
  const JhContent *after = edit->after;

  if (edit->is_in && !jh_content_is_wrong (after)
      && (before == NULL || !jh_content_is_wrong (before)))
    return TRUE;
  for (guint i = 0; i < after->table->n_fields; i++)
    {
      g_autofree char *had = before ? jh_content_dup_draft (before, i) : NULL;
      g_autofree char *want = jh_content_dup_draft (after, i);

      if (!save_text (target, after->row, &after->table->fields[i], had, want,
                      error))
        return FALSE;
    }
  return TRUE;
}

/* Forgets what is kept under the id that the row of @edit had. */
static gboolean
drop_drafts (const Target *target, const JhEdit *edit, GError **error)
{
  const JhContent *before = edit->line->entry;

  if (before->row->id == 0
      || (jh_content_is_kept (before) && !jh_content_is_wrong (before)))
    return TRUE;
  return jh_draft_drop (target->store, target->filing, target->book,
                        before->row->id, NULL, error);
}

static gboolean
save_drafts (const Target *target, JhEdit *edit, GError **error)
{
  const JhContent *before = edit->line->entry, *after = edit->after;
  gboolean same = after && before->row->id == after->row->id;

  if (!same && !drop_drafts (target, edit, error))
    return FALSE;
  if (after == NULL || after->row->id == 0)
    return TRUE;
  if (!edit->is_in && (!same || before->row->place != after->row->place)
      && !set_draft (target, after->row, "", "", error))
    return FALSE;
  return save_texts (target, same ? before : NULL, edit, error);
}

/* What @edit alters, as of jh_session_tell(). */
static guint
find_touched (JhPlan *plan, const JhEdit *edit)
{
  JhTableId id = jh_worksheet_get_table (plan->self);
  guint touched = 0;

  if (was_in (edit) || edit->is_in)
    touched |= JH_TOUCHED_TABLE (id);
  if (!was_in (edit) || !edit->is_in
      || jh_content_is_wrong (edit->line->entry)
      || jh_content_is_wrong (edit->after))
    touched |= JH_TOUCHED_DRAFTS;
  return touched;
}

gboolean
jh_plan_save (JhPlan *plan, GError **error)
{
  static gboolean (*const steps[]) (const Target *, JhEdit *, GError **)
    = { save_removal, save_update, save_entry, save_drafts };
  JhSession *session = jh_worksheet_get_session (plan->self);
  const Target target
    = { jh_session_get_store (session), jh_session_get_filing (session),
        jh_table_get (jh_worksheet_get_table (plan->self))->name };

  for (gsize step = 0; step < G_N_ELEMENTS (steps); step++)
    for (guint i = 0; i < plan->edits->len; i++)
      if (!jh_session_step (session, error)
          || !steps[step](&target, plan->edits->pdata[i], error))
        return FALSE;
  for (guint i = 0; i < plan->edits->len; i++)
    plan->touched |= find_touched (plan, plan->edits->pdata[i]);
  return TRUE;
}
