#include "jh-entries.h"

#include "jh-header.h"
#include "jh-text.h"
#include "jh-words.h"

/* The most characters of a key. */
#define KEY_MOST 100

/* list: JhEntry
 * by_key: key → JhEntry; the keys are its own */
struct _JhEntries
{
  GPtrArray *list;
  GHashTable *by_key;
};

void
jh_entries_free (JhEntries *entries)
{
  if (entries == NULL)
    return;
  g_ptr_array_unref (entries->list);
  g_hash_table_unref (entries->by_key);
  g_free (entries);
}

guint
jh_entries_count (const JhEntries *entries)
{
  return entries->list->len;
}

const JhEntry *
jh_entries_get (const JhEntries *entries, guint index)
{
  return entries->list->pdata[index];
}

const JhEntry *
jh_entries_find (const JhEntries *entries, const char *key)
{
  return g_hash_table_lookup (entries->by_key, key);
}

/* The key in @cell, which stands before @value; NULL when there is none that
 * can be used. */
static char *
dup_key (const JhReading *reading, const GPtrArray *known, const char *cell,
         const char *value)
{
  g_autofree char *key = NULL;
  const char *same;

  if (jh_text_is_blank (cell))
    {
      g_autofree char *quoted = jh_text_quote (value, 40);

      if (!jh_text_is_blank (value))
        jh_faults_add (reading->faults, reading->file, reading->line, "键",
                       "值“%s”前面没有写键", quoted);
      return NULL;
    }
  key = jh_cell_dup_text (reading, "键", KEY_MOST, cell);
  same = key ? jh_words_find (known, key) : NULL;
  return same ? g_strdup (same) : g_steal_pointer (&key);
}

/* Keeps an entry, unless its key stands there already. Takes @key over. */
static void
keep (JhEntries *entries, const JhReading *reading, char *key,
      const char *value)
{
  g_autofree char *owned = key;
  const JhEntry *before = jh_entries_find (entries, key);
  JhEntry *entry;

  if (before)
    {
      jh_faults_add (reading->faults, reading->file, reading->line, key,
                     "与第 %u 行重复，一个键只能有一行", before->line);
      return;
    }
  entry = g_new0 (JhEntry, 1);
  entry->key = key;
  entry->value = value;
  entry->line = reading->line;
  g_ptr_array_add (entries->list, entry);
  g_hash_table_insert (entries->by_key, g_steal_pointer (&owned), entry);
}

static void
read_row (JhEntries *entries, const JhReading *reading,
          const JhHeader *header, const JhCsvRow *row, const GPtrArray *known)
{
  const char *value = jh_csv_row_get (row, header->columns[1]);
  char *key = dup_key (reading, known,
                       jh_csv_row_get (row, header->columns[0]), value);

  jh_header_check_row (header, row, reading->file, reading->faults);
  if (key)
    keep (entries, reading, key, value);
}

static void
read_rows (JhEntries *entries, const JhReading *reading, const JhCsv *csv,
           const GPtrArray *known)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  JhReading here = *reading;
  JhHeader header;

  g_ptr_array_add (labels, (gpointer) "键");
  g_ptr_array_add (labels, (gpointer) "值");
  jh_header_read (&header, csv, labels, reading->file, reading->faults);
  if (header.columns[0] < 0 || header.columns[1] < 0)
    return;
  for (guint i = 1; i < csv->rows->len; i++)
    {
      const JhCsvRow *row = csv->rows->pdata[i];

      here.line = row->line;
      read_row (entries, &here, &header, row, known);
    }
  jh_header_check_end (&header, csv, reading->file, reading->faults);
}

JhEntries *
jh_entries_read (const JhReading *reading, const JhCsv *csv,
                 const GPtrArray *known)
{
  JhEntries *entries = g_new0 (JhEntries, 1);

  entries->list = g_ptr_array_new_with_free_func (g_free);
  entries->by_key
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (csv && csv->rows->len > 0)
    read_rows (entries, reading, csv, known);
  return entries;
}
