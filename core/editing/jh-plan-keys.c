#include "jh-plan.h"

static gboolean
has_keys (const JhTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].flags & JH_FIELD_KEY)
      return TRUE;
  return FALSE;
}

/* Reads the keys of @edit, which was kept out for them, once more. */
static void
try_again (JhPlan *plan, JhEdit *edit)
{
  JhSession *session = jh_worksheet_get_session (plan->self);
  JhContent *after = edit->after;

  after->clashing = FALSE;
  for (guint i = 0; i < after->table->n_fields; i++)
    {
      const JhField *field = &after->table->fields[i];
      const char *typed = jh_content_get_typed (after, i);
      g_autofree char *text = NULL;

      if (typed == NULL || !(field->flags & JH_FIELD_KEY))
        continue;
      text = jh_typing_recall (session, field, typed);
      jh_content_write (after, session, i, text);
    }
}

/* Takes the rows into the plan that wait for a key to become free. */
static void
take_waiting (JhPlan *plan)
{
  const GPtrArray *lines = jh_worksheet_get_private (plan->self)->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      JhLine *line = lines->pdata[i];

      if (line->entry->clashing && line->edit == NULL)
        jh_plan_edit (plan, line);
    }
  for (guint i = 0; i < plan->edits->len; i++)
    {
      JhEdit *edit = plan->edits->pdata[i];

      if (edit->after && edit->after->clashing)
        try_again (plan, edit);
    }
}

/* The key that @edit asks for; NULL when it asks for none. The caller frees
 * it. */
static char *
dup_wanted (const JhEdit *edit)
{
  if (!jh_edit_belongs (edit))
    return NULL;
  return jh_worksheet_dup_key (edit->after->row);
}

/* Keeps @edit out of the books, or as it was there, because @other has its
 * key. */
static void
refuse (JhEdit *edit, const JhLine *other)
{
  JhContent *after = edit->after;
  const JhRow *before = edit->line->entry->row;
  g_autofree char *fault
    = g_strdup_printf ("与第 %u 行重复", other->position + 1);
  gboolean is_last = TRUE;

  after->clashing = TRUE;
  for (guint i = after->table->n_fields; i-- > 0;)
    {
      const JhField *field = &after->table->fields[i];
      g_autofree char *typed = NULL;

      if (!(field->flags & JH_FIELD_KEY)
          || (jh_content_is_kept (after)
                ? jh_field_equal (before, after->row, field)
                : !is_last))
        continue;
      is_last = FALSE;
      typed = jh_typing_keep_value (after->row, field);
      jh_content_refuse (after, i, typed, fault);
      jh_row_set_text (
        after->row, field,
        jh_content_is_kept (after) ? jh_row_get_text (before, field) : "");
    }
}

/* Gives the key that @edit asks for to it. A row that goes back to the key
 * that it had in the books takes it from whoever has it by now. */
static void
claim (GHashTable *keys, JhEdit *edit)
{
  while (edit)
    {
      char *key = dup_wanted (edit);
      JhLine *owner = key ? g_hash_table_lookup (keys, key) : NULL;
      JhEdit *next = NULL;

      if (owner && !edit->after->clashing)
        {
          g_free (key);
          refuse (edit, owner);
          continue;
        }
      if (owner)
        {
          next = owner->edit;
          refuse (next, edit->line);
        }
      if (key)
        g_hash_table_insert (keys, key, edit->line);
      edit = next;
    }
}

/* Whether the row of @edit keeps the key that it has in the books. */
static gboolean
keeps_key (const JhEdit *edit)
{
  g_autofree char *before = jh_worksheet_dup_key (edit->line->entry->row);
  g_autofree char *wanted = dup_wanted (edit);

  return jh_content_is_kept (edit->line->entry)
         && g_strcmp0 (before, wanted) == 0;
}

/* The keys that nobody wants to change, with the lines that have them. */
static GHashTable *
list_keys (JhPlan *plan)
{
  const GPtrArray *lines = jh_worksheet_get_private (plan->self)->lines;
  GHashTable *keys
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      JhLine *line = lines->pdata[i];
      char *key = NULL;

      if (jh_content_is_kept (line->entry)
          && (line->edit == NULL || keeps_key (line->edit)))
        key = jh_worksheet_dup_key (line->entry->row);
      if (key)
        g_hash_table_insert (keys, key, line);
    }
  return keys;
}

/* Has the rows replaced whose new key another row of the books has until
 * that is changed itself. Their places must tell them apart then, since
 * their ids will be higher than those of rows behind them. */
static void
find_replaced (JhPlan *plan)
{
  g_autoptr (GHashTable) given_up
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < plan->edits->len; i++)
    {
      const JhEdit *edit = plan->edits->pdata[i];

      if (jh_edit_belongs (edit) && jh_content_is_kept (edit->line->entry)
          && !keeps_key (edit))
        g_hash_table_add (given_up,
                          jh_worksheet_dup_key (edit->line->entry->row));
    }
  for (guint i = 0; i < plan->edits->len; i++)
    {
      JhEdit *edit = plan->edits->pdata[i];
      g_autofree char *wanted = dup_wanted (edit);

      edit->replaces = wanted && jh_content_is_kept (edit->line->entry)
                       && !keeps_key (edit)
                       && g_hash_table_contains (given_up, wanted);
      any |= edit->replaces;
    }
  if (any)
    jh_plan_renumber (plan);
}

void
jh_plan_settle_keys (JhPlan *plan)
{
  g_autoptr (GHashTable) keys = NULL;
  guint n;

  if (!has_keys (jh_worksheet_get_private (plan->self)->table))
    return;
  take_waiting (plan);
  keys = list_keys (plan);
  n = plan->edits->len;
  for (guint i = 0; i < n; i++)
    if (!keeps_key (plan->edits->pdata[i]))
      claim (keys, plan->edits->pdata[i]);
  find_replaced (plan);
}
