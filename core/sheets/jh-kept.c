#include "jh-kept.h"

/* columns: GPtrArray of JhColumn by JhPanel
 * rows: JhKeptRows by JhRowSpec
 * numbers: const char *, from 0 on as far as they were asked for */
struct _JhKept
{
  JhLists *lists;
  JhTexts *texts;
  GHashTable *columns;
  GHashTable *rows;
  GPtrArray *numbers;
};

static void
rows_free (gpointer data)
{
  JhKeptRows *rows = data;

  g_ptr_array_unref (rows->terms);
  g_hash_table_unref (rows->lines);
  g_clear_pointer (&rows->listed, g_ptr_array_unref);
  g_free (rows);
}

JhKept *
jh_kept_new (JhLists *lists)
{
  JhKept *kept = g_new0 (JhKept, 1);

  kept->lists = jh_lists_ref (lists);
  kept->texts = jh_texts_new ();
  kept->numbers = g_ptr_array_new ();
  kept->columns = g_hash_table_new_full (NULL, NULL, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);
  kept->rows = g_hash_table_new_full (NULL, NULL, NULL, rows_free);
  return kept;
}

void
jh_kept_free (gpointer data)
{
  JhKept *kept = data;

  g_hash_table_unref (kept->columns);
  g_hash_table_unref (kept->rows);
  g_ptr_array_unref (kept->numbers);
  jh_texts_unref (kept->texts);
  jh_lists_unref (kept->lists);
  g_free (kept);
}

gboolean
jh_kept_is_for (const JhKept *kept, const JhLists *lists)
{
  return kept->lists == lists;
}

JhTexts *
jh_kept_get_texts (JhKept *kept)
{
  return kept->texts;
}

const char *
jh_kept_get_number (JhKept *kept, guint number)
{
  char text[16];

  while (kept->numbers->len <= number)
    {
      g_snprintf (text, sizeof text, "%u", kept->numbers->len);
      g_ptr_array_add (kept->numbers,
                       (gpointer) jh_texts_keep (kept->texts, text));
    }
  return kept->numbers->pdata[number];
}

GPtrArray *
jh_kept_get_columns (JhKept *kept, const JhPanel *panel)
{
  return g_hash_table_lookup (kept->columns, panel);
}

void
jh_kept_set_columns (JhKept *kept, const JhPanel *panel, GPtrArray *columns)
{
  g_hash_table_insert (kept->columns, (gpointer) panel,
                       g_ptr_array_ref (columns));
}

/* The facts of @spec: a row that stands for each fact looks for those of its
 * panel itself, while others meet them in their columns. */
static GPtrArray *
make_terms (const JhPanel *panel, const JhRowSpec *spec)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (jh_pick_unref);
  g_autoptr (JhSelector) everything = jh_selector_new ();
  const JhSelector *from
    = spec->each == JH_EACH_FACT ? panel->selector : everything;

  for (guint i = 0; i < MAX (spec->terms->len, 1); i++)
    g_ptr_array_add (
      terms,
      jh_pick_new (NULL, jh_selector_join (from, spec->terms->len
                                                   ? spec->terms->pdata[i]
                                                   : everything)));
  return terms;
}

JhKeptRows *
jh_kept_get_rows (JhKept *kept, const JhPanel *panel, const JhRowSpec *spec)
{
  JhKeptRows *rows = g_hash_table_lookup (kept->rows, spec);

  if (rows)
    return rows;
  rows = g_new0 (JhKeptRows, 1);
  rows->terms = make_terms (panel, spec);
  rows->lines
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, jh_line_unref);
  g_hash_table_insert (kept->rows, (gpointer) spec, rows);
  return rows;
}
