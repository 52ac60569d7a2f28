#include "jh-change-words.h"

#include "jh-books.h"
#include "jh-error.h"
#include "jh-fixed.h"
#include "jh-text.h"

/* The most characters of a text that are shown. */
#define SHOWN 24

/* The tables that the log tells of, and the query that names their rows. */
static const struct
{
  const char *name;
  JhQuery query;
} names[] = {
  { "assessment_fund", JH_QUERY_ROW_NAME_ASSESSMENT_FUND },
  { "carryover", JH_QUERY_ROW_NAME_CARRYOVER },
  { "check_limit", JH_QUERY_ROW_NAME_CHECK_LIMIT },
  { "draft", JH_QUERY_ROW_NAME_DRAFT },
  { "expenditure", JH_QUERY_ROW_NAME_EXPENDITURE },
  { "filing", JH_QUERY_ROW_NAME_FILING },
  { "filing_fact", JH_QUERY_ROW_NAME_FILING_FACT },
  { "income", JH_QUERY_ROW_NAME_INCOME },
  { "indicator", JH_QUERY_ROW_NAME_INDICATOR },
  { "prior_year", JH_QUERY_ROW_NAME_PRIOR_YEAR },
  { "project", JH_QUERY_ROW_NAME_PROJECT },
  { "quantity", JH_QUERY_ROW_NAME_QUANTITY },
  { "reason", JH_QUERY_ROW_NAME_REASON },
  { "sangong", JH_QUERY_ROW_NAME_SANGONG },
  { "stated", JH_QUERY_ROW_NAME_STATED },
  { "unit", JH_QUERY_ROW_NAME_UNIT },
  { "user_check", JH_QUERY_ROW_NAME_USER_CHECK },
  { "waiver", JH_QUERY_ROW_NAME_WAIVER },
};

/* Tables, and columns of theirs, that no JhTable describes; column NULL is
 * the table itself. */
static const struct
{
  const char *table;
  const char *column;
  const char *label;
} others[] = {
  { "filing", NULL, "决算" },         { "filing", "unit_name", "单位名称" },
  { "filing", "year", "年度" },       { "filing", "state", "状态" },
  { "filing", "region", "行政区划" }, { "filing", "money_unit", "金额单位" },
  { "unit", NULL, "单位" },           { "unit", "code", "单位代码" },
  { "draft", NULL, "待改内容" },      { "draft", "typed", "键入" },
  { "waiver", NULL, "审核说明" },     { "waiver", "words", "说明" },
  { "waiver", "author", "说明人" },   { "user_check", NULL, "自定规则" },
  { "user_check", "rule", "编号" },   { "user_check", "text", "内容" },
  { "user_check", "state", "状态" },  { "user_check", "author", "编写人" },
  { "check_limit", NULL, "限额" },    { "check_limit", "name", "名称" },
  { "check_limit", "value", "数" },
};

/* The description of the table @name; NULL when there is none. */
static const JhTable *
find_table (const char *name)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    if (g_str_equal (jh_table_get (id)->name, name))
      return jh_table_get (id);
  return NULL;
}

/* What people call @column of @table, or the table itself when it is NULL;
 * NULL for what they need not know. */
static const char *
find_label (const char *table, const char *column)
{
  const JhTable *known = find_table (table);
  const JhField *field;

  if (known && column == NULL)
    return known->label;
  field = known ? jh_table_find_field (known, column) : NULL;
  if (field)
    return field->label;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].table, table)
        && g_strcmp0 (others[i].column, column) == 0)
      return others[i].label;
  return NULL;
}

const char *
jh_change_words_table (const char *name)
{
  const char *label = find_label (name, NULL);

  return label ? label : name;
}

char *
jh_change_words_title (const JhChangeEntry *entry)
{
  if (g_str_equal (entry->kind, "undo"))
    return g_strdup_printf ("撤销“%s”", entry->name);
  if (g_str_equal (entry->kind, "redo"))
    return g_strdup_printf ("重做“%s”", entry->name);
  if (g_str_equal (entry->state, "undone"))
    return g_strdup_printf ("%s（已撤销）", entry->name);
  if (g_str_equal (entry->state, "dropped"))
    return g_strdup_printf ("%s（已撤销，不再能重做）", entry->name);
  return g_strdup (entry->name);
}

/* How a column is kept; JH_FIELD_TEXT for what no JhTable describes. */
static JhFieldKind
kind_of (const char *table, const char *column)
{
  const JhTable *known = find_table (table);
  const JhField *field = known ? jh_table_find_field (known, column) : NULL;

  return field ? field->kind : JH_FIELD_TEXT;
}

/* @text, which a record has for a column of @kind, as people read it; "" for
 * nothing. The caller frees it. */
static char *
dup_shown (JhFieldKind kind, const char *text, JhMoneyUnit unit)
{
  gint64 number;

  if ((kind != JH_FIELD_MONEY && kind != JH_FIELD_POINTS)
      || !g_ascii_string_to_signed (text, 10, -JH_MONEY_MAX, JH_MONEY_MAX,
                                    &number, NULL))
    return jh_text_quote (text, SHOWN);
  if (kind == JH_FIELD_MONEY)
    return jh_money_format_exact (jh_money (number), unit);
  return jh_fixed_format_short (number, 2, 0);
}

/* Adds what happened to one column, after what was said before. */
static void
add_value (GString *sentence, const JhChangeRow *row,
           const JhChangeValue *value, const char *label, JhMoneyUnit unit)
{
  JhFieldKind kind = kind_of (row->table, value->column);
  g_autofree char *before = dup_shown (kind, value->before, unit);
  g_autofree char *after = dup_shown (kind, value->after, unit);
  const char *measure
    = kind == JH_FIELD_MONEY ? jh_money_unit_name (unit) : "";
  const char *space = *measure ? " " : "";

  if (*before == '\0' && *after == '\0')
    return;
  if (row->action != JH_ROW_UPDATED)
    g_string_append_printf (sentence, "%s %s%s%s", label,
                            *after ? after : before, space, measure);
  else if (*after == '\0')
    g_string_append_printf (sentence, "%s %s%s%s → 空", label, before, space,
                            measure);
  else
    g_string_append_printf (sentence, "%s %s → %s%s%s", label,
                            *before ? before : "空", after, space, measure);
}

/* What a row is called: some of its columns, and what stands in them. Both
 * are empty for a row that is gone. */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *texts;
} Name;

static void
clear_name (Name *name)
{
  g_ptr_array_unref (name->columns);
  g_ptr_array_unref (name->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Name, clear_name)

static const JhChangeValue *
find_value (const JhChangeRow *row, const char *column)
{
  for (guint i = 0; i < row->values->len; i++)
    {
      const JhChangeValue *value
        = &g_array_index (row->values, JhChangeValue, i);

      if (g_str_equal (value->column, column))
        return value;
    }
  return NULL;
}

/* What stands in @value of a row that came or went. */
static const char *
get_only (const JhChangeRow *row, const JhChangeValue *value)
{
  if (value == NULL)
    return "";
  return row->action == JH_ROW_INSERTED ? value->after : value->before;
}

static void
add_to_name (Name *name, const char *column, const char *text)
{
  g_ptr_array_add (name->columns, g_strdup (column));
  g_ptr_array_add (name->texts, g_strdup (text));
}

/* Adds the columns of @statement to the name of @row: from the record of a
 * row that came or went, and else from the row as it is. */
static gboolean
read_name (JhStatement *statement, const JhChangeRow *row, Name *name,
           GError **error)
{
  gboolean updated = row->action == JH_ROW_UPDATED;
  const JhChangeValue *id = find_value (row, "id");
  g_autoptr (GError) local_error = NULL;
  gboolean found = TRUE;

  jh_statement_bind_integer (
    statement, "id",
    updated && id ? g_ascii_strtoll (id->before, NULL, 10) : 0);
  if (updated)
    found = jh_statement_next (statement, &local_error);
  for (guint i = 0; i < jh_statement_count_columns (statement); i++)
    {
      const char *column = jh_statement_get_name (statement, i);

      if (!updated)
        add_to_name (name, column, get_only (row, find_value (row, column)));
      else if (found)
        add_to_name (name, column, jh_statement_get_text (statement, i));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Finds out what @row is called; a table that is not known has no names. */
static gboolean
find_name (JhStore *store, const JhChangeRow *row, Name *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, row->table))
      {
        g_autoptr (JhStatement) statement
          = jh_store_query (store, names[i].query, error);

        return statement && read_name (statement, row, name, error);
      }
  return TRUE;
}

/* Puts @text in the place of @index in @name. */
static void
replace (Name *name, guint index, const char *text)
{
  char **place = (char **) &name->texts->pdata[index];
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

/* A draft is called by the table and column that it was typed into. */
static void
translate_draft (Name *name)
{
  const char *book, *field, *label;

  if (name->texts->len < 2)
    return;
  book = name->texts->pdata[0];
  field = name->texts->pdata[1];
  label = *field ? find_label (book, field) : "新的一行";
  if (label)
    replace (name, 1, label);
  replace (name, 0, jh_change_words_table (book));
}

/* @name in one. The caller frees it. */
static char *
dup_name (const Name *name)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (name->texts->len == 0)
    return g_strdup ("（已删去的一行）");
  for (guint i = 0; i < name->texts->len; i++)
    {
      g_autofree char *shown = jh_text_quote (name->texts->pdata[i], SHOWN);

      if (*shown)
        g_string_append_printf (words, "%s%s", words->len ? " / " : "",
                                shown);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Adds the columns of @row that people know and that its name does not say
 * already. */
static void
add_values (GString *sentence, const JhChangeRow *row, const Name *name,
            JhMoneyUnit unit)
{
  const char *between = "：";

  for (guint i = 0; i < row->values->len; i++)
    {
      const JhChangeValue *value
        = &g_array_index (row->values, JhChangeValue, i);
      const char *label = find_label (row->table, value->column);
      g_autoptr (GString) words = g_string_new (NULL);

      if (label == NULL
          || (row->action != JH_ROW_UPDATED
              && g_ptr_array_find_with_equal_func (
                name->columns, value->column, g_str_equal, NULL)))
        continue;
      add_value (words, row, value, label, unit);
      if (words->len == 0)
        continue;
      g_string_append_printf (sentence, "%s%s", between, words->str);
      between = "；";
    }
  if (row->action == JH_ROW_UPDATED && !g_str_equal (between, "；"))
    g_string_append (sentence, "：换了位置");
}

/* The sentence for @row. NULL with @error. */
static char *
dup_sentence (JhStore *store, const JhChangeRow *row, JhMoneyUnit unit,
              GError **error)
{
  static const char *const actions[] = { "增加", "", "删去" };
  g_auto (Name) name = { g_ptr_array_new_with_free_func (g_free),
                         g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GString) sentence = g_string_new (actions[row->action]);
  g_autofree char *called = NULL;

  if (!find_name (store, row, &name, error))
    return NULL;
  if (g_str_equal (row->table, "draft"))
    translate_draft (&name);
  called = dup_name (&name);
  g_string_append_printf (sentence, "%s %s",
                          jh_change_words_table (row->table), called);
  add_values (sentence, row, &name, unit);
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/* The unit of the amounts of @entry. */
static gboolean
find_unit (JhStore *store, const JhChangeEntry *entry, JhMoneyUnit *unit,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JhFiling) filing = NULL;

  *unit = JH_MONEY_YUAN;
  if (entry->filing == 0)
    return TRUE;
  filing = jh_filing_get (store, entry->filing, &local_error);
  if (filing)
    *unit = filing->money_unit;
  if (filing || g_error_matches (local_error, JH_ERROR, JH_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

GPtrArray *
jh_change_words_rows (JhStore *store, const JhChangeEntry *entry,
                      GError **error)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  JhMoneyUnit unit;

  if (!find_unit (store, entry, &unit, error))
    return NULL;
  for (guint i = 0; i < entry->rows->len; i++)
    {
      char *sentence
        = dup_sentence (store, entry->rows->pdata[i], unit, error);

      if (sentence == NULL)
        return NULL;
      g_ptr_array_add (sentences, sentence);
    }
  return g_steal_pointer (&sentences);
}
