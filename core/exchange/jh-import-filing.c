#include "jh-import-filing.h"

#include "jh-cell.h"
#include "jh-entries.h"
#include "jh-fixed.h"
#include "jh-text.h"
#include "jh-words.h"

#include <string.h>

/* The year whose lists help to look at the rest when the year is wrong. */
#define YEAR_ANY 2023

typedef gboolean (*ReadIdentity) (const JhReading *reading, const char *value,
                                  JhFiling *filing);

static gboolean
refuse (const JhReading *reading, const char *key, const char *value,
        const char *why)
{
  g_autofree char *quoted = jh_text_quote (value, 40);

  jh_faults_add (reading->faults, reading->file, reading->line, key, "“%s”%s",
                 quoted, why);
  return FALSE;
}

/* Puts @text, which it takes over, in the place of @place. */
static gboolean
keep (char **place, char *text)
{
  if (text == NULL)
    return FALSE;
  g_free (*place);
  *place = text;
  return TRUE;
}

static gboolean
read_name (const JhReading *reading, const char *value, JhFiling *filing)
{
  return keep (&filing->name, jh_cell_dup_text (reading, JH_KEY_NAME,
                                                JH_FILING_NAME_MAX, value));
}

static gboolean
read_code (const JhReading *reading, const char *value, JhFiling *filing)
{
  return keep (&filing->code, jh_cell_dup_code (reading, JH_KEY_CODE,
                                                JH_FILING_CODE_MAX, value));
}

static gboolean
read_region (const JhReading *reading, const char *value, JhFiling *filing)
{
  g_autofree char *region
    = jh_cell_dup_code (reading, JH_KEY_REGION, JH_FILING_REGION_MAX, value);

  if (region == NULL)
    return FALSE;
  if (strspn (region, "0123456789") != strlen (region))
    return refuse (reading, JH_KEY_REGION, value,
                   "不是行政区划代码，应只有数字，如 510811");
  return keep (&filing->region, g_steal_pointer (&region));
}

/* A year may be typed as 2023, 2023年 or 2023年度. */
static gboolean
read_year (const JhReading *reading, const char *value, JhFiling *filing)
{
  g_autofree char *text = jh_text_trim (value);
  static const char *endings[] = { "年度", "年" };
  gint64 year;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (text, endings[i]))
      text[strlen (text) - strlen (endings[i])] = '\0';
  if (strchr (text, ',')
      || !jh_fixed_parse (text, 0, JH_FILING_YEAR_MAX, &year, NULL)
      || year < JH_FILING_YEAR_MIN)
    return refuse (reading, JH_KEY_YEAR, value, "不是年度，应写成 2023 这样");
  filing->year = (int) year;
  return TRUE;
}

static gboolean
read_money_unit (const JhReading *reading, const char *value,
                 JhFiling *filing)
{
  g_autofree char *unit = jh_text_trim (value);

  return jh_money_unit_parse (unit, &filing->money_unit)
         || refuse (reading, JH_KEY_MONEY_UNIT, value,
                    "不是金额单位，应为“元”或“万元”");
}

static const struct
{
  const char *key;
  gboolean required;
  ReadIdentity read;
} identities[] = {
  { JH_KEY_NAME, TRUE, read_name },
  { JH_KEY_CODE, TRUE, read_code },
  { JH_KEY_REGION, FALSE, read_region },
  { JH_KEY_YEAR, TRUE, read_year },
  { JH_KEY_MONEY_UNIT, TRUE, read_money_unit },
};

gboolean
jh_import_identity (const JhReading *reading, const char *key,
                    const char *value, JhFiling *filing)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identities); i++)
    if (g_str_equal (identities[i].key, key))
      return identities[i].read (reading, value, filing);
  g_assert_not_reached ();
}

/* The keys that the program knows, of the filing and of facts. */
static GPtrArray *
list_keys (JhLists *lists)
{
  const GPtrArray *names = jh_lists_get_fact_names (lists);
  GPtrArray *keys = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (identities); i++)
    g_ptr_array_add (keys, (gpointer) identities[i].key);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (keys, names->pdata[i]);
  return keys;
}

static gboolean
is_identity (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identities); i++)
    if (g_str_equal (identities[i].key, key))
      return TRUE;
  return FALSE;
}

/* Reads what says which filing it is. */
static void
read_identity (const JhReading *reading, const JhEntries *entries,
               JhFiling *filing)
{
  JhReading here = *reading;

  for (gsize i = 0; i < G_N_ELEMENTS (identities); i++)
    {
      const char *key = identities[i].key;
      const JhEntry *entry = jh_entries_find (entries, key);

      here.line = entry ? entry->line : 0;
      if (entry && !jh_text_is_blank (entry->value))
        identities[i].read (&here, entry->value, filing);
      else if (identities[i].required)
        jh_faults_add (here.faults, here.file, here.line, key,
                       entry ? "不能为空" : "缺少这个键，必须填写");
    }
}

/* Reads 是 or 否, which are 1 and 0. */
static gboolean
read_yes (const JhReading *reading, const JhField *field, const char *value,
          gpointer row)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();
  const char *answer;

  g_ptr_array_add (answers, (gpointer) "是");
  g_ptr_array_add (answers, (gpointer) "否");
  answer = jh_words_find (answers, value);
  if (answer == NULL)
    return refuse (reading, field->label, value, "应写“是”或“否”");
  jh_row_set_number (row, field,
                     (JhNumber){ answer == answers->pdata[0], TRUE });
  return TRUE;
}

/* Reads one fact into @row. Its name is the column that faults speak of. */
static gboolean
read_fact (const JhReading *reading, const JhEntry *entry, gpointer row)
{
  const JhTable *table = jh_filing_fact_table ();
  const char *kind = jh_lists_get_fact_kind (reading->lists, entry->key);
  const char *name = "words";
  JhField field;

  if (kind && (g_str_equal (kind, "count") || g_str_equal (kind, "yes")))
    name = "count";
  else if (kind && g_str_equal (kind, "money"))
    name = "amount";
  field = *jh_table_find_field (table, name);
  field.label = entry->key;
  jh_row_set_text (row, jh_table_find_field (table, "name"), entry->key);
  return kind && g_str_equal (kind, "yes")
           ? read_yes (reading, &field, entry->value, row)
           : jh_cell_read (reading, &field, entry->value, row);
}

/* Reads the facts; one without a value is none. */
static void
read_facts (const JhReading *reading, const JhEntries *entries,
            GPtrArray *rows)
{
  JhReading here = *reading;

  for (guint i = 0; i < jh_entries_count (entries); i++)
    {
      const JhEntry *entry = jh_entries_get (entries, i);
      gpointer row;

      if (is_identity (entry->key) || jh_text_is_blank (entry->value))
        continue;
      row = jh_row_new (jh_filing_fact_table ());
      here.line = entry->line;
      if (read_fact (&here, entry, row))
        g_ptr_array_add (rows, row);
      else
        jh_row_free (row);
    }
}

/* The lists of @filing, or @any when its year is not known. */
static JhLists *
choose_lists (JhStore *store, const JhFiling *filing, JhLists *any,
              GError **error)
{
  if (filing->year == 0)
    return jh_lists_ref (any);
  return jh_lists_load (store, filing->year, filing->region, error);
}

JhBooks *
jh_import_filing (JhStore *store, const JhCsv *csv, const char *file,
                  JhFaults *faults, GError **error)
{
  g_autoptr (JhLists) any = jh_lists_load (store, YEAR_ANY, "", error);
  g_autoptr (JhFiling) filing = jh_filing_new ();
  g_autoptr (GPtrArray) keys = any ? list_keys (any) : NULL;
  g_autoptr (JhEntries) entries = NULL;
  JhReading reading = { any, JH_MONEY_WAN, faults, file, 0 };
  JhLists *lists;
  JhBooks *books;

  if (any == NULL)
    return NULL;
  entries = jh_entries_read (&reading, csv, keys);
  if (csv)
    read_identity (&reading, entries, filing);
  reading.unit = filing->money_unit;
  lists = choose_lists (store, filing, any, error);
  if (lists == NULL)
    return NULL;
  books = jh_books_new (g_steal_pointer (&filing), lists);
  read_facts (&reading, entries, JH_BOOKS_ROWS (books, FILING_FACT));
  return books;
}
