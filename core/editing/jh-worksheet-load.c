#include "jh-worksheet-private.h"

#include "jh-draft.h"

/* Said of what is right but did not get into the books, such as a word that
 * its list did not have then. */
#define NOT_ENTERED "还没有记进账里，再填一次就行"

char *
jh_worksheet_dup_key (const JhRow *row)
{
  const JhTable *table = row->table;
  g_autoptr (GString) key = NULL;

  for (guint i = 0; i < table->n_fields; i++)
    {
      const JhField *field = &table->fields[i];

      if (!(field->flags & JH_FIELD_KEY))
        continue;
      if (jh_typing_is_blank (row, field))
        return NULL;
      if (key == NULL)
        key = g_string_new (NULL);
      g_string_append_printf (key, "%s\n", jh_row_get_text (row, field));
    }
  return key ? g_string_free (g_steal_pointer (&key), FALSE) : NULL;
}

/* Where it is shown that a row of @table cannot be in the books: at the last
 * field of its key. */
static guint
find_key_field (const JhTable *table)
{
  guint found = 0;

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].flags & JH_FIELD_KEY)
      found = i;
  return found;
}

/* The entries of the books and the drafts, by id.
 *
 * by_id, order: JhContent, owned by nobody until the lines take them */
typedef struct
{
  JhWorksheetPrivate *my;
  GHashTable *by_id;
  GPtrArray *order;
} Loading;

static void
add_entry (Loading *loading, JhContent *entry)
{
  g_hash_table_insert (loading->by_id, &entry->row->id, entry);
  g_ptr_array_add (loading->order, entry);
}

/* The entry that @draft is about, which is made when it is in no book; NULL
 * when there is none any more. */
static JhContent *
find_entry (Loading *loading, const JhDraft *draft)
{
  JhContent *entry = g_hash_table_lookup (loading->by_id, &draft->line);

  if (entry || draft->line > 0)
    return entry;
  entry = jh_content_new (loading->my->table);
  entry->row->id = draft->line;
  entry->row->place = draft->place;
  add_entry (loading, entry);
  return entry;
}

/* Reads @draft again into @entry: only what was typed is kept, not why it is
 * wrong. */
static void
read_draft (Loading *loading, JhContent *entry, const JhDraft *draft,
            guint index)
{
  const JhField *field = &entry->table->fields[index];
  gboolean kept = jh_content_is_kept (entry);
  g_autoptr (JhRow) copy = kept ? jh_row_copy (entry->row) : NULL;
  g_autofree char *fault = NULL;
  gboolean good = jh_typing_read (loading->my->session, field, draft->typed,
                                  kept ? copy : entry->row, &fault);

  if (!good)
    jh_content_refuse (entry, index, draft->typed, fault);
  else if (kept)
    jh_content_refuse (entry, index, draft->typed, NOT_ENTERED);
}

static void
take_draft (Loading *loading, const JhDraft *draft)
{
  JhContent *entry = find_entry (loading, draft);
  const JhField *field
    = jh_table_find_field (loading->my->table, draft->field);

  if (entry == NULL)
    return;
  if (*draft->field == '\0')
    entry->row->place = draft->place;
  else if (field)
    read_draft (loading, entry, draft,
                (guint) (field - loading->my->table->fields));
}

static void
take_drafts (Loading *loading)
{
  JhWorksheetPrivate *my = loading->my;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = jh_draft_list (
    jh_session_get_store (my->session), jh_session_get_filing (my->session),
    my->table->name, &error);

  if (drafts == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; drafts && i < drafts->len; i++)
    take_draft (loading, drafts->pdata[i]);
}

/* Says of the whole @entry, which is not in the books, what keeps it out. */
static void
explain (GHashTable *keys, JhContent *entry)
{
  guint index = find_key_field (entry->table);
  const JhField *field = &entry->table->fields[index];
  g_autofree char *key = jh_worksheet_dup_key (entry->row);
  g_autofree char *typed = jh_typing_keep_value (entry->row, field);

  entry->clashing = key && g_hash_table_contains (keys, key);
  jh_content_refuse (entry, index, typed,
                     entry->clashing ? JH_CLASH_FAULT : NOT_ENTERED);
  jh_typing_blank (entry->row, field);
}

static void
explain_drafts (Loading *loading)
{
  g_autoptr (GHashTable) keys
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < loading->order->len; i++)
    {
      const JhContent *entry = loading->order->pdata[i];
      char *key = jh_content_is_kept (entry)
                    ? jh_worksheet_dup_key (entry->row)
                    : NULL;

      if (key)
        g_hash_table_add (keys, key);
    }
  for (guint i = 0; i < loading->order->len; i++)
    {
      JhContent *entry = loading->order->pdata[i];

      if (!jh_content_is_kept (entry) && jh_content_is_whole (entry))
        explain (keys, entry);
    }
}

/* The lines that are shown now, by the id of their row. */
static GHashTable *
index_lines (JhWorksheetPrivate *my)
{
  GHashTable *lines = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < my->lines->len; i++)
    {
      JhLine *line = my->lines->pdata[i];

      if (line->id != 0)
        g_hash_table_insert (lines, &line->id, line);
    }
  return lines;
}

/* The line that shows @entry, which it takes over: the one that did before,
 * if any. */
static JhLine *
take_line (GHashTable *shown, JhContent *entry)
{
  JhLine *line = g_hash_table_lookup (shown, &entry->row->id);

  if (line == NULL)
    return jh_line_new (entry, NULL);
  g_hash_table_remove (shown, &line->id);
  jh_line_show (line, entry);
  line->preset = NULL;
  return g_object_ref (line);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return jh_line_compare (*(JhLine *const *) a, *(JhLine *const *) b);
}

GPtrArray *
jh_worksheet_load (JhWorksheet *self)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  const GPtrArray *rows = jh_session_get_books (my->session)->rows[my->id];
  g_autoptr (GHashTable) by_id
    = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) shown = index_lines (my);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  Loading loading = { my, by_id, order };

  for (guint i = 0; i < rows->len; i++)
    add_entry (&loading, jh_content_of (rows->pdata[i]));
  take_drafts (&loading);
  if (my->presets == NULL)
    explain_drafts (&loading);
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (lines, take_line (shown, order->pdata[i]));
  g_ptr_array_sort (lines, compare_lines);
  if (my->presets)
    lines = jh_worksheet_set_out (self, lines);
  return lines;
}
