#include "jh-content.h"

#include "jh-text.h"

static const JhField *
get_field (const JhContent *entry, guint index)
{
  return &entry->table->fields[index];
}

JhContent *
jh_content_of (gpointer row)
{
  JhContent *entry = g_new0 (JhContent, 1);

  entry->table = ((JhRow *) row)->table;
  entry->row = row;
  return entry;
}

JhContent *
jh_content_new (const JhTable *table)
{
  JhContent *entry = jh_content_of (jh_row_new (table));

  entry->owned = TRUE;
  return entry;
}

/* A copy of the @n texts, any of which may be NULL, and so may @texts. */
static char **
copy_texts (char **texts, guint n)
{
  char **copy = texts ? g_new (char *, n) : NULL;

  for (guint i = 0; texts && i < n; i++)
    copy[i] = g_strdup (texts[i]);
  return copy;
}

static void
free_texts (char **texts, guint n)
{
  for (guint i = 0; texts && i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

JhContent *
jh_content_copy (const JhContent *entry)
{
  guint n = entry->table->n_fields;
  JhContent *copy = jh_content_of (jh_row_copy (entry->row));

  copy->owned = TRUE;
  copy->typed = copy_texts (entry->typed, n);
  copy->faults = copy_texts (entry->faults, n);
  copy->clashing = entry->clashing;
  return copy;
}

/* The row of an entry of the books may be gone with them already: only its
 * own row is looked at. */
void
jh_content_free (JhContent *entry)
{
  if (entry == NULL)
    return;
  free_texts (entry->typed, entry->table->n_fields);
  free_texts (entry->faults, entry->table->n_fields);
  if (entry->owned)
    jh_row_free (entry->row);
  g_free (entry);
}

gboolean
jh_content_is_kept (const JhContent *entry)
{
  return entry->row->id > 0;
}

gboolean
jh_content_is_whole (const JhContent *entry)
{
  const JhTable *table = entry->table;
  guint asked = 0, given = 0;

  for (guint i = 0; i < table->n_fields; i++)
    {
      const JhField *field = &table->fields[i];
      gboolean blank = jh_typing_is_blank (entry->row, field);

      if (blank && (field->flags & JH_FIELD_REQUIRED))
        return FALSE;
      asked += (field->flags & JH_FIELD_ONE_OF) != 0;
      given += (field->flags & JH_FIELD_ONE_OF) && !blank;
    }
  return asked == 0 || given == 1;
}

gboolean
jh_content_is_blank (const JhContent *entry)
{
  const JhTable *table = entry->table;

  for (guint i = 0; i < table->n_fields; i++)
    {
      const char *typed = jh_content_get_typed (entry, i);

      if (typed ? *typed != '\0'
                : !jh_typing_is_blank (entry->row, &table->fields[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
jh_content_is_wrong (const JhContent *entry)
{
  for (guint i = 0; i < entry->table->n_fields; i++)
    if (jh_content_get_typed (entry, i))
      return TRUE;
  return FALSE;
}

const char *
jh_content_get_typed (const JhContent *entry, guint index)
{
  return entry->typed ? entry->typed[index] : NULL;
}

const char *
jh_content_get_fault (const JhContent *entry, guint index)
{
  return entry->faults ? entry->faults[index] : NULL;
}

void
jh_content_refuse (JhContent *entry, guint index, const char *text,
                 const char *fault)
{
  guint n = entry->table->n_fields;

  if (entry->typed == NULL)
    {
      entry->typed = g_new0 (char *, n);
      entry->faults = g_new0 (char *, n);
    }
  jh_content_accept (entry, index);
  entry->typed[index] = g_strdup (text);
  entry->faults[index] = g_strdup (fault);
}

void
jh_content_accept (JhContent *entry, guint index)
{
  if (entry->typed == NULL)
    return;
  g_clear_pointer (&entry->typed[index], g_free);
  g_clear_pointer (&entry->faults[index], g_free);
}

/* Whether the books have to go on without a change of the field @index. */
static gboolean
must_stay (const JhContent *entry, guint index)
{
  return jh_content_is_kept (entry)
         && (get_field (entry, index)->flags & JH_FIELD_REQUIRED);
}

void
jh_content_write (JhContent *entry, JhSession *session, guint index,
                const char *text)
{
  const JhField *field = get_field (entry, index);
  g_autofree char *fault = NULL;
  g_autofree char *kept = NULL;

  if (!must_stay (entry, index))
    {
      jh_typing_blank (entry->row, field);
      jh_content_accept (entry, index);
      if (jh_text_is_blank (text))
        return;
    }
  if (jh_typing_read (session, field, text, entry->row, &fault))
    {
      jh_content_accept (entry, index);
      return;
    }
  kept = jh_typing_keep (session, field, text);
  jh_content_refuse (entry, index, kept, fault);
}

gboolean
jh_content_same_cell (const JhContent *a, const JhContent *b, guint index)
{
  return g_strcmp0 (jh_content_get_typed (a, index),
                    jh_content_get_typed (b, index))
           == 0
         && jh_field_equal (a->row, b->row, get_field (a, index));
}

char *
jh_content_dup_draft (const JhContent *entry, guint index)
{
  const char *typed = jh_content_get_typed (entry, index);
  const JhField *field = get_field (entry, index);

  if (typed)
    return g_strdup (typed);
  if (jh_content_is_kept (entry) || jh_typing_is_blank (entry->row, field))
    return NULL;
  return jh_typing_keep_value (entry->row, field);
}
