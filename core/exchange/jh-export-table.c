#include "jh-export-table.h"

#include "jh-cell.h"
#include "jh-import-filing.h"
#include "jh-shield.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Whether @text cannot stand in a cell without quotes. */
static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, ",;\t\"\r\n") != NULL
         || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

/* Adds @text as a cell; line ends in it become LF. */
static void
add_cell (GString *file, const char *text)
{
  gboolean quotes = needs_quotes (text);

  if (quotes)
    g_string_append_c (file, '"');
  for (; *text; text++)
    {
      if (*text == '"')
        g_string_append_c (file, '"');
      if (*text == '\r' && text[1] == '\n')
        continue;
      g_string_append_c (file, *text == '\r' ? '\n' : *text);
    }
  if (quotes)
    g_string_append_c (file, '"');
}

static void
add_pair (GString *file, const char *key, const char *value)
{
  add_cell (file, key);
  g_string_append_c (file, ',');
  add_cell (file, value);
  g_string_append (file, "\r\n");
}

/* What the fact @row has in the column 值. */
static char *
dup_value (const JhBooks *books, const JhFilingFact *row)
{
  const JhTable *table = jh_filing_fact_table ();
  const char *kind = jh_lists_get_fact_kind (books->lists, row->name);
  const char *name = row->amount.known ? "amount" : "words";

  if (row->count.known && kind && g_str_equal (kind, "yes")
      && row->count.value <= 1)
    return g_strdup (row->count.value ? "是" : "否");
  return jh_cell_write (
    row, jh_table_find_field (table, row->count.known ? "count" : name),
    books->filing->money_unit);
}

static void
add_filing (GString *file, const JhBooks *books)
{
  const JhFiling *filing = books->filing;
  const GPtrArray *facts = JH_BOOKS_ROWS (books, FILING_FACT);
  g_autofree char *name = jh_shield_put (filing->name);
  g_autofree char *code = jh_shield_put (filing->code);
  g_autofree char *year = g_strdup_printf ("%d", filing->year);

  add_pair (file, "键", "值");
  add_pair (file, JH_KEY_NAME, name);
  add_pair (file, JH_KEY_CODE, code);
  add_pair (file, JH_KEY_REGION, filing->region);
  add_pair (file, JH_KEY_YEAR, year);
  add_pair (file, JH_KEY_MONEY_UNIT, jh_money_unit_name (filing->money_unit));
  for (guint i = 0; i < facts->len; i++)
    {
      const JhFilingFact *fact = facts->pdata[i];
      g_autofree char *key = jh_shield_put (fact->name);
      g_autofree char *value = dup_value (books, fact);

      add_pair (file, key, value);
    }
}

static void
add_header (GString *file, const JhTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (file, ',');
      add_cell (file, table->fields[i].label);
    }
  g_string_append (file, "\r\n");
}

static void
add_row (GString *file, gconstpointer row, JhMoneyUnit unit)
{
  const JhTable *table = ((const JhRow *) row)->table;

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *cell = jh_cell_write (row, &table->fields[i], unit);

      if (i > 0)
        g_string_append_c (file, ',');
      add_cell (file, cell);
    }
  g_string_append (file, "\r\n");
}

GString *
jh_export_table (const JhBooks *books, JhTableId id)
{
  GString *file = g_string_new (BYTE_ORDER_MARK);

  if (id == JH_TABLE_FILING_FACT)
    {
      add_filing (file, books);
      return file;
    }
  add_header (file, jh_table_get (id));
  for (guint i = 0; i < books->rows[id]->len; i++)
    add_row (file, books->rows[id]->pdata[i], books->filing->money_unit);
  return file;
}
