#include "jh-import-table.h"

#include "jh-header.h"

/* keys: the keys of the rows read so far, to their lines; NULL when the
 * table has none, or a column of them is missing */
typedef struct
{
  JhReading reading;
  const JhTable *table;
  JhHeader header;
  GHashTable *keys;
} Import;

/* The labels of the table's columns, in their order. */
static GPtrArray *
list_labels (const JhTable *table)
{
  GPtrArray *labels = g_ptr_array_sized_new (table->n_fields);

  for (guint i = 0; i < table->n_fields; i++)
    g_ptr_array_add (labels, (gpointer) table->fields[i].label);
  return labels;
}

/* Whether the table has keys, and all their columns are there. */
static gboolean
has_keys (const Import *import)
{
  gboolean found = FALSE;

  for (guint i = 0; i < import->table->n_fields; i++)
    if (import->table->fields[i].flags & JH_FIELD_KEY)
      {
        found = TRUE;
        if (import->header.columns[i] < 0)
          return FALSE;
      }
  return found;
}

/* The keys of @row as one text, with @mark between them. */
static char *
dup_key (const JhTable *table, gconstpointer row, const char *mark)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].flags & JH_FIELD_KEY)
      g_string_append_printf (key, "%s%s", key->len > 0 ? mark : "",
                              jh_row_get_text (row, &table->fields[i]));
  return g_string_free (key, FALSE);
}

/* Adds a fault when the keys of @row were there before. */
static void
check_key (Import *import, gconstpointer row)
{
  g_autofree char *key = dup_key (import->table, row, "\x1f");
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (import->keys, key));

  if (before == 0)
    {
      g_hash_table_insert (import->keys, g_steal_pointer (&key),
                           GUINT_TO_POINTER (import->reading.line));
    }
  else
    {
      g_autofree char *shown = dup_key (import->table, row, "、");

      jh_faults_add (import->reading.faults, import->reading.file,
                     import->reading.line, NULL,
                     "“%s”与第 %u 行重复，同一项只能有一行", shown, before);
    }
}

static void
read_row (Import *import, const JhCsvRow *cells, GPtrArray *rows)
{
  gpointer row = jh_row_new (import->table);
  gboolean good = TRUE;

  import->reading.line = cells->line;
  g_ptr_array_add (rows, row);
  jh_header_check_row (&import->header, cells, import->reading.file,
                       import->reading.faults);
  for (guint i = 0; i < import->table->n_fields; i++)
    if (import->header.columns[i] >= 0)
      good &= jh_cell_read (&import->reading, &import->table->fields[i],
                            jh_csv_row_get (cells, import->header.columns[i]),
                            row);
  if (good && import->keys)
    check_key (import, row);
}

void
jh_import_table (const JhReading *reading, const JhTable *table,
                 const JhCsv *csv, GPtrArray *rows)
{
  g_autoptr (GPtrArray) labels = list_labels (table);
  g_autoptr (GHashTable) keys
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Import import = { .reading = *reading, .table = table };

  if (csv->rows->len == 0)
    return;
  jh_header_read (&import.header, csv, labels, reading->file,
                  reading->faults);
  import.keys = has_keys (&import) ? keys : NULL;
  for (guint i = 1; i < csv->rows->len; i++)
    read_row (&import, csv->rows->pdata[i], rows);
  jh_header_check_end (&import.header, csv, reading->file, reading->faults);
}
