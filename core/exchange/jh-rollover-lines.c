#include "jh-rollover-lines.h"

/* Which codes were spoken of already, so that each gets one note. */
typedef struct
{
  JhRollover *rollover;
  GHashTable *noted;
} Lines;

/* What people call a list of codes. */
static const char *
name_codes (JhCodes codes)
{
  return codes == JH_CODES_FUNCTIONAL ? "功能科目" : "经济科目";
}

/* Tells what became of @code: that it was replaced by @now, or that the new
 * year does not know it. */
static char *
describe (const JhRollover *rollover, JhCodes codes, const char *code,
          const char *now)
{
  JhLists *lists = rollover->after->lists;
  int year = rollover->after->filing->year;
  const char *list = name_codes (codes);
  const char *name = jh_lists_get_name (lists, codes, now);
  const char *other;

  if (!g_str_equal (code, now))
    return g_strdup_printf ("%s %s 从 %d 年起改用 %s%s%s%s。", list, code,
                            year, now, name ? "（" : "", name ? name : "",
                            name ? "）" : "，请核对");
  if (name)
    return NULL;
  other = jh_lists_get_other_years (lists, codes, code);
  return g_strdup_printf ("%s %s 不在 %d 年度的科目表里%s%s，"
                          "请改用有效的科目。",
                          list, code, year, other ? "，它是" : "",
                          other ? other : "");
}

/* The code for the new year of what was @code; notes it when it changed or
 * is not known. Borrowed. */
static const char *
map_code (Lines *lines, JhCodes codes, const char *code)
{
  const char *now = jh_code_map_get (lines->rollover->codes, codes, code);
  char *key = g_strdup_printf ("%d %s", codes, code);
  char *note;

  if (g_hash_table_add (lines->noted, key))
    {
      note = describe (lines->rollover, codes, code, now);
      if (note)
        g_ptr_array_add (lines->rollover->notes, note);
    }
  return now;
}

/* Sets the code in the field @name of @row to what it is in the new year. */
static void
renew (Lines *lines, gpointer row, const char *name, JhCodes codes)
{
  const JhField *field = jh_table_find_field (((JhRow *) row)->table, name);
  g_autofree char *now
    = g_strdup (map_code (lines, codes, jh_row_get_text (row, field)));

  jh_row_set_text (row, field, now);
}

/* All texts of @row as one. */
static char *
dup_texts (gconstpointer row)
{
  const JhTable *table = ((const JhRow *) row)->table;
  GString *texts = g_string_new (table->name);

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].kind == JH_FIELD_TEXT)
      g_string_append_printf (texts, "\x1f%s",
                              jh_row_get_text (row, &table->fields[i]));
  return g_string_free (texts, FALSE);
}

static void
blank_amounts (gpointer row)
{
  const JhTable *table = ((JhRow *) row)->table;

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].kind == JH_FIELD_MONEY)
      jh_row_set_money (row, &table->fields[i], jh_money_blank ());
}

/* Adds the lines of the table @id; one that is there already stays one. */
static void
add_table (Lines *lines, JhTableId id)
{
  g_autoptr (GHashTable) seen
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *before = lines->rollover->before->rows[id];

  for (guint i = 0; i < before->len; i++)
    {
      gpointer row;

      if (id == JH_TABLE_EXPENDITURE && !lines->rollover->options->projects
          && *((const JhExpenditure *) before->pdata[i])->project)
        continue;
      row = jh_row_copy (before->pdata[i]);
      blank_amounts (row);
      renew (lines, row, "functional", JH_CODES_FUNCTIONAL);
      if (id == JH_TABLE_EXPENDITURE)
        renew (lines, row, "economic", JH_CODES_ECONOMIC);
      if (g_hash_table_add (seen, dup_texts (row)))
        g_ptr_array_add (lines->rollover->after->rows[id], row);
      else
        jh_row_free (row);
    }
}

/* Tells how many lines stayed behind because their projects did. */
static void
note_projects (const JhRollover *rollover)
{
  const GPtrArray *lines = JH_BOOKS_ROWS (rollover->before, EXPENDITURE);
  guint left = 0;

  for (guint i = 0; i < lines->len; i++)
    left += *((const JhExpenditure *) lines->pdata[i])->project != '\0';
  if (left > 0 && !rollover->options->projects)
    g_ptr_array_add (
      rollover->notes,
      g_strdup_printf ("没有结转项目，%u 行项目支出也没有结转。", left));
}

void
jh_rollover_add_lines (JhRollover *rollover)
{
  g_autoptr (GHashTable) noted
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Lines lines = { rollover, noted };

  add_table (&lines, JH_TABLE_INCOME);
  add_table (&lines, JH_TABLE_EXPENDITURE);
  note_projects (rollover);
}
