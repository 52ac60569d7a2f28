/* Reading the columns and the rows of a definition. */
#include "jh-sheet-private.h"

#include "jh-grid.h"

/* Nothing anyone prints is larger. */
#define SPAN_MAX 40
#define BLANK_MAX 100

int
jh_sheet_read_word (JhJson *json, JsonObject *object, const char *name,
                    const char *const *words, int otherwise)
{
  const char *text = jh_json_get_text (json, object, name, NULL);

  if (text == NULL)
    return otherwise;
  for (int i = 0; words[i]; i++)
    if (g_str_equal (words[i], text))
      return i;
  jh_json_fault (json, name, "没有这种写法");
  return otherwise;
}

static JhEach
read_each (JhJson *json, JsonObject *object)
{
  static const char *const words[]
    = { "", "class", "functional", "economic", "fact", NULL };

  return (JhEach) jh_sheet_read_word (json, object, "each", words,
                                      JH_EACH_NONE);
}

/* The lengths of codes in the member levels. */
static GArray *
read_levels (JhJson *json, JsonObject *object)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (guint));
  JsonArray *array = jh_json_get_array (json, object, "levels");

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      guint level = 0;

      if (JSON_NODE_HOLDS_VALUE (node)
          && json_node_get_value_type (node) == G_TYPE_INT64)
        level = (guint) CLAMP (json_node_get_int (node), 0, 20);
      if (level == 0)
        jh_json_fault (json, "levels", "应是科目编码的位数");
      g_array_append_val (levels, level);
    }
  return levels;
}

/* What "show" says: a word of JhShow, or the way that another member
 * gives. */
static void
read_show (JhJson *json, JsonObject *object, JhColumnSpec *column)
{
  static const struct
  {
    const char *member;
    JhShow show;
  } ways[] = {
    { "words", JH_SHOW_WORDS },     { "field", JH_SHOW_FIELD },
    { "minus", JH_SHOW_MINUS },     { "growth", JH_SHOW_GROWTH },
    { "ratio", JH_SHOW_RATIO },     { "share", JH_SHOW_SHARE },
    { "portion", JH_SHOW_PORTION },
  };
  static const char *const words[]
    = { "facts", "code", "name", "line", "words", "field", "points", NULL };

  column->show = (JhShow) jh_sheet_read_word (json, object, "show", words,
                                              JH_SHOW_FACTS);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (!json_object_has_member (object, ways[i].member))
        continue;
      column->show = ways[i].show;
      if (ways[i].show == JH_SHOW_WORDS || ways[i].show == JH_SHOW_FIELD)
        {
          g_free (column->words);
          column->words
            = g_strdup (jh_json_get_text (json, object, ways[i].member, ""));
        }
      else
        {
          g_ptr_array_unref (column->operands);
          column->operands = jh_json_dup_texts (json, object, ways[i].member);
        }
    }
}

/* Computed columns name one or two others; words and fields are named. */
static void
check_operands (JhJson *json, const JhColumnSpec *column)
{
  guint expected = 0;

  if (column->words == NULL
      && (column->show == JH_SHOW_WORDS || column->show == JH_SHOW_FIELD))
    jh_json_fault (json, column->label, "要写明 words 或 field 是什么");

  if (column->show == JH_SHOW_SHARE)
    expected = 1;
  else if (column->show >= JH_SHOW_MINUS)
    expected = 2;
  if (column->operands->len != expected)
    jh_json_fault (json, column->label, "计算所用的栏数不对");
}

JhColumnSpec *
jh_sheet_read_column (JhJson *json, JsonObject *object)
{
  static const char *const members[]
    = { "label", "under",  "show",    "words", "field",     "minus", "growth",
        "ratio", "share",  "portion", "facts", "last-year", "merge", "each",
        "codes", "levels", "span",    "width", "role",      NULL };
  static const char *const roles[] = { "header", "number", "code",  "label",
                                       "center", "words",  "value", NULL };
  static const char *const merges[] = { "", "equal", "whole", NULL };
  JhColumnSpec *column = g_new0 (JhColumnSpec, 1);
  JsonObject *facts = jh_json_get_object (json, object, "facts");
  int merge = jh_sheet_read_word (json, object, "merge", merges, 0);

  jh_json_expect (json, object, "columns", members);
  column->label = g_strdup (jh_json_get_text (json, object, "label", ""));
  column->under = jh_json_dup_texts (json, object, "under");
  column->operands = g_ptr_array_new_with_free_func (g_free);
  read_show (json, object, column);
  check_operands (json, column);
  column->selector
    = facts ? jh_selector_read (json, facts) : jh_selector_new ();
  column->last_year = jh_json_get_flag (json, object, "last-year");
  column->merge = merge == 1;
  column->whole = merge == 2;
  column->each = read_each (json, object);
  column->codes = jh_json_dup_texts (json, object, "codes");
  column->levels = read_levels (json, object);
  column->span
    = (guint) jh_json_get_integer (json, object, "span", 1, SPAN_MAX, 1);
  column->width
    = (double) jh_json_get_integer (json, object, "width", 1, 200, 0);
  column->role = jh_sheet_read_word (json, object, "role", roles, -1);
  return column;
}

/* The selectors of the member facts: an object, or several to be added. */
static GPtrArray *
read_terms (JhJson *json, JsonObject *object)
{
  GPtrArray *terms
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_selector_free);
  JsonNode *node = json_object_get_member (object, "facts");

  if (node && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonObject *term = jh_json_get_element (json, array, i, "facts");

          if (term)
            g_ptr_array_add (terms, jh_selector_read (json, term));
        }
    }
  else if (node)
    {
      JsonObject *term = jh_json_get_object (json, object, "facts");

      if (term)
        g_ptr_array_add (terms, jh_selector_read (json, term));
    }
  return terms;
}

JhRowSpec *
jh_sheet_read_row (JhJson *json, JsonObject *object)
{
  static const char *const members[]
    = { "label",  "figure", "facts", "sum",    "strict", "prior",
        "of",     "each",   "codes", "levels", "all",    "cells",
        "points", "not",    "blank", "indent", "strong", NULL };
  JhRowSpec *row = g_new0 (JhRowSpec, 1);
  JsonObject *prior = jh_json_get_object (json, object, "prior");

  jh_json_expect (json, object, "rows", members);
  row->label = g_strdup (jh_json_get_text (json, object, "label", ""));
  row->figure = g_strdup (jh_json_get_text (json, object, "figure", NULL));
  row->terms = read_terms (json, object);
  row->sum = jh_json_dup_texts (json, object, "sum");
  row->strict = jh_json_get_flag (json, object, "strict");
  row->prior = prior ? jh_selector_read (json, prior) : NULL;
  row->of = g_strdup (jh_json_get_text (json, object, "of", NULL));
  row->each = read_each (json, object);
  row->codes = jh_json_dup_texts (json, object, "codes");
  row->levels = read_levels (json, object);
  row->all = jh_json_get_flag (json, object, "all");
  row->cells = jh_json_dup_texts (json, object, "cells");
  row->points.known = json_object_has_member (object, "points");
  row->points.value
    = jh_json_get_integer (json, object, "points", 0, 100000, 0);
  row->not = jh_json_dup_texts (json, object, "not");
  row->blank
    = (guint) jh_json_get_integer (json, object, "blank", 0, BLANK_MAX, 0);
  row->indent = (guint) jh_json_get_integer (json, object, "indent", 0, 9, 0);
  row->strong = jh_json_get_flag (json, object, "strong");
  return row;
}
