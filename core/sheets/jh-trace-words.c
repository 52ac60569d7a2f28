/* What stands behind a cell, in words. */
#include "jh-trace-private.h"

#include "jh-fixed.h"
#include "jh-text.h"

/* How many characters of a name are told. */
#define NAME_MAX_SHOWN 40

/* How many rows of a sum are called by name. */
#define ROWS_NAMED 4

/* What @line is called: its code and its label, one of which may lack. */
static char *
dup_line_name (const JhLine *line)
{
  g_autofree char *label = jh_text_quote (line->label, NAME_MAX_SHOWN);

  if (*line->code == '\0')
    return g_steal_pointer (&label);
  return g_strdup_printf ("%s %s", line->code, label);
}

/* What @column is called: its heads, or its label alone. */
static char *
dup_column_name (const JhColumn *column)
{
  return jh_text_quote (column->key ? column->key : column->label,
                        NAME_MAX_SHOWN);
}

char *
jh_trace_dup_label (JhTrace *trace, guint row, guint column)
{
  g_autofree char *line = NULL;
  g_autofree char *head = NULL;
  JhSpot spot;

  if (!jh_trace_locate (trace, row, column, &spot)
      || spot.column->key == NULL)
    return g_strdup ("");
  line = dup_line_name (spot.line);
  head = dup_column_name (spot.column);
  if (*line == '\0')
    return g_steal_pointer (&head);
  return g_strdup_printf ("%s，%s", line, head);
}

static gboolean
is_last_year (const GArray *sources)
{
  return sources->len > 0 && g_array_index (sources, JhSource, 0).last_year;
}

/* Of the facts of @origin. */
static char *
dup_facts_words (const JhOrigin *origin, const JhSpot *spot)
{
  const GArray *sources = origin->sources;
  const char *year = is_last_year (sources) ? "上年决算里的" : "";
  const JhSource *first = &g_array_index (sources, JhSource, 0);

  if (sources->len == 0)
    return g_strdup (spot->column->spec->last_year
                       ? "没有上年决算，也没有录入上年数，所以是空的。"
                       : "还没有对应的记录，所以是空的。");
  if (sources->len == 1 && first->table == JH_TABLE_PRIOR_YEAR)
    return g_strdup ("录入的上年数。");
  if (sources->len == 1)
    return g_strdup_printf ("%s“%s”一条记录的“%s”。", year,
                            first->row->table->label, first->field->label);
  return g_strdup_printf ("%s“%s”等 %u 条记录的“%s”相加。", year,
                          first->row->table->label, sources->len,
                          first->field->label);
}

/* The names of the rows that a sum adds. */
static char *
dup_rows_names (const JhTrace *trace, const GArray *cells)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < cells->len && i < ROWS_NAMED; i++)
    {
      JhGridPlace place = g_array_index (cells, JhGridPlace, i);
      g_autofree char *name = NULL;
      JhSpot spot;

      if (!jh_trace_locate (trace, place.row, place.column, &spot))
        continue;
      name = dup_line_name (spot.line);
      g_string_append_printf (names, "%s“%s”", i > 0 ? "、" : "", name);
    }
  if (cells->len > ROWS_NAMED)
    g_string_append_printf (names, "等 %u 行", cells->len);
  return g_string_free (names, FALSE);
}

static char *
dup_sum_words (const JhTrace *trace, const JhOrigin *origin,
               const JhSpot *spot)
{
  const JhCell *cell = jh_grid_get_cell (trace->computation.grid,
                                         spot->line->at, spot->column->at);
  g_autofree char *names = dup_rows_names (trace, origin->cells);

  if (origin->cells->len == 0)
    return g_strdup ("表里没有要相加的行，所以是空的。");
  if (cell->kind == JH_CELL_BLANK)
    return g_strdup_printf ("%s相加；其中有空的，所以也是空的。", names);
  return g_strdup_printf ("%s相加。", names);
}

/* The head of the operand @index, as it is called in a sentence. */
static char *
dup_operand_name (const JhSpot *spot, guint index)
{
  const JhColumn *column = spot->column->operands[index];

  return column ? dup_column_name (column) : g_strdup ("（没有这一栏）");
}

static char *
dup_columns_words (const JhOrigin *origin, const JhSpot *spot)
{
  g_autofree char *a = dup_operand_name (spot, 0);
  g_autofree char *b = dup_operand_name (spot, 1);

  if (origin->kind == JH_ORIGIN_MINUS)
    return g_strdup_printf ("“%s”减“%s”。", a, b);
  if (origin->kind == JH_ORIGIN_GROWTH)
    return g_strdup_printf ("“%s”比“%s”增减的部分，除以“%s”。", a, b, b);
  if (origin->kind == JH_ORIGIN_RATIO)
    return g_strdup_printf ("“%s”除以“%s”。", a, b);
  if (origin->kind == JH_ORIGIN_PORTION)
    return g_strdup_printf ("“%s”乘以“%s”；超过 100%% 的按 100%% 算。", a, b);
  if (spot->line->spec->of == NULL)
    return g_strdup ("这一行没有占比。");
  return g_strdup_printf ("“%s”除以“%s”一行的“%s”。", a, spot->line->spec->of,
                          a);
}

char *
jh_trace_dup_words (JhTrace *trace, guint row, guint column)
{
  g_autoptr (JhOrigin) origin = jh_trace_find (trace, row, column);
  JhSpot spot;

  if (!jh_trace_locate (trace, row, column, &spot))
    return g_strdup ("");
  switch (origin->kind)
    {
    case JH_ORIGIN_NOTHING:
      break;
    case JH_ORIGIN_FACTS:
      return dup_facts_words (origin, &spot);
    case JH_ORIGIN_FIELD:
      return g_strdup_printf (
        "“%s”一条记录的“%s”。",
        spot.line->fact ? ((JhRow *) spot.line->fact)->table->label : "",
        spot.column->label);
    case JH_ORIGIN_GIVEN:
      return g_strdup ("这张表规定的分值。");
    case JH_ORIGIN_SUM:
      return dup_sum_words (trace, origin, &spot);
    case JH_ORIGIN_MINUS:
    case JH_ORIGIN_GROWTH:
    case JH_ORIGIN_RATIO:
    case JH_ORIGIN_SHARE:
    case JH_ORIGIN_PORTION:
      return dup_columns_words (origin, &spot);
    }
  return g_strdup ("");
}

/* The name of the code in @field, or NULL when it is no field of codes. */
static const char *
code_name (const JhField *field, const char *code, const JhBooks *books)
{
  if (g_str_equal (field->name, "functional"))
    return jh_lists_get_name (books->lists, JH_CODES_FUNCTIONAL, code);
  if (g_str_equal (field->name, "economic"))
    return jh_lists_get_name (books->lists, JH_CODES_ECONOMIC, code);
  return NULL;
}

/* Whether @field says which row it is: what may not be blank, and its
 * project. */
static gboolean
tells_apart (const JhField *field)
{
  return field->kind == JH_FIELD_TEXT
         && (field->flags & (JH_FIELD_REQUIRED | JH_FIELD_KEY)
             || g_str_equal (field->name, "project"));
}

char *
jh_source_dup_words (const JhSource *source, const JhBooks *books)
{
  const JhTable *table = source->row->table;
  GString *words = g_string_new (source->last_year ? "上年" : "");

  g_string_append_printf (words, "%s：", table->label);
  for (guint i = 0, told = 0; i < table->n_fields; i++)
    {
      const JhField *field = &table->fields[i];
      const char *text
        = tells_apart (field) ? jh_row_get_text (source->row, field) : "";
      const char *name = code_name (field, text, books);
      g_autofree char *shown = jh_text_quote (text, NAME_MAX_SHOWN);

      if (*text == '\0')
        continue;
      g_string_append_printf (words, "%s%s%s%s", told++ ? " · " : "", shown,
                              name ? " " : "", name ? name : "");
    }
  return g_string_free (words, FALSE);
}

JhMoney
jh_source_get_money (const JhSource *source)
{
  JhMoney money = jh_money_blank ();

  if (source->field->kind == JH_FIELD_MONEY)
    money = jh_row_get_money (source->row, source->field);
  if (money.known && source->sign < 0)
    money = jh_money_subtract (jh_money (0), money);
  return money;
}

char *
jh_source_dup_amount (const JhSource *source, JhMoneyUnit unit)
{
  JhNumber number;

  if (source->field->kind == JH_FIELD_MONEY)
    return jh_money_format (jh_source_get_money (source), unit, TRUE);
  number = jh_row_get_number (source->row, source->field);
  return number.known ? jh_fixed_format (number.value, 2, FALSE)
                      : g_strdup ("");
}
