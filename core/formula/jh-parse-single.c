#include <string.h>

#include "jh-fixed.h"
#include "jh-nearest.h"
#include "jh-parse-private.h"

/* The unit right behind a number. */
static gboolean
take_unit (JhParser *parser, JhValue *value, guint end)
{
  const JhToken *token = &parser->scanner.token;
  JhFraction factor = { 1, 1 };

  if (jh_scanner_is_sign (&parser->scanner, '%'))
    factor = jh_fraction_new (1, 100);
  else if (token->kind == JH_TOKEN_WORD && token->start == end
           && jh_value_unit_size (token->text) > 0)
    {
      factor = jh_fraction_new (jh_value_unit_size (token->text), 1);
      value->kind = JH_VALUE_MONEY;
    }
  else
    return TRUE;
  jh_scanner_next (&parser->scanner);
  return jh_fraction_multiply (&value->fraction, factor);
}

static JhNode *
parse_number (JhParser *parser)
{
  const JhToken token = parser->scanner.token;
  JhNode *node = jh_parser_add (parser, JH_NODE_VALUE, token.start);
  const char *point = strchr (token.text, '.');
  guint decimals = point ? (guint) strlen (point + 1) : 0;
  gint64 count = 0;

  if (decimals > 12
      || !jh_fixed_parse (token.text, decimals, G_MAXINT64 / 4, &count, NULL))
    return jh_parser_fail (parser, token.start, token.end, "数“%s”太长",
                           token.text);
  node->value = jh_value_number (count, jh_fixed_power (decimals));
  jh_scanner_next (&parser->scanner);
  if (!take_unit (parser, &node->value, token.end))
    return jh_parser_fail (parser, token.start, token.end, "数太大");
  return jh_parser_end (parser, node);
}

static JhNode *
parse_text (JhParser *parser)
{
  JhNode *node
    = jh_parser_add (parser, JH_NODE_VALUE, parser->scanner.token.start);

  node->value = jh_value_text (parser->scanner.token.text);
  jh_scanner_next (&parser->scanner);
  return jh_parser_end (parser, node);
}

static JhNode *
parse_brackets (JhParser *parser)
{
  guint start = parser->scanner.token.start;
  JhNode *node;

  jh_scanner_next (&parser->scanner);
  node = jh_parse_formula (parser);
  if (!jh_parser_take (parser, ')', "“)”，和前面的“(”成对"))
    return NULL;
  /* The brackets belong to what is told of it. */
  node->start = start;
  node->end = parser->scanner.taken;
  return node;
}

static JhNode *
parse_choices (JhParser *parser, JhNode *node)
{
  node->a = jh_parse_choice (parser);
  if (node->a == NULL)
    return NULL;
  if (!jh_scanner_is_word (&parser->scanner, "则"))
    return jh_parser_expected (parser, "“则”");
  jh_scanner_next (&parser->scanner);
  node->b = jh_parse_sum (parser);
  if (node->b == NULL)
    return NULL;
  if (!jh_scanner_is_word (&parser->scanner, "否则"))
    return jh_parser_expected (parser, "“否则”");
  jh_scanner_next (&parser->scanner);
  node->c = jh_parse_sum (parser);
  return jh_parser_end (parser, node);
}

/* 若 … 则 … 否则 … */
static JhNode *
parse_choose (JhParser *parser, JhNode *node)
{
  JhNode *parsed;

  node->kind = JH_NODE_CHOOSE;
  if (!jh_parser_deepen (parser))
    return NULL;
  parsed = parse_choices (parser, node);
  parser->depth--;
  return parsed;
}

static gboolean
parse_arguments (JhParser *parser, JhNode *node)
{
  node->list = g_ptr_array_new ();
  jh_scanner_next (&parser->scanner);
  while (!jh_scanner_is_sign (&parser->scanner, ')'))
    {
      JhNode *argument = jh_parse_formula (parser);

      if (argument == NULL)
        return FALSE;
      g_ptr_array_add (node->list, argument);
      if (!jh_scanner_is_sign (&parser->scanner, ','))
        break;
      jh_scanner_next (&parser->scanner);
    }
  return jh_parser_take (parser, ')', "“)”或逗号");
}

/* The call @node has another number of arguments than its function takes. */
static JhNode *
fail_arguments (JhParser *parser, const JhNode *node, guint end)
{
  const JhFunction *function = node->function;
  g_autofree char *most = function->least == function->most
                            ? g_strdup ("")
                            : g_strdup_printf (" 到 %u", function->most);

  return jh_parser_fail (parser, node->start, end,
                         "“%s”要 %u%s 个参数，这里有 %u 个", function->name,
                         function->least, most, node->list->len);
}

static JhNode *
parse_call (JhParser *parser, JhNode *node, const char *name, guint end)
{
  node->kind = JH_NODE_CALL;
  node->function = jh_function_find (name);
  if (node->function == NULL)
    {
      g_autoptr (GPtrArray) names = jh_function_list_names ();
      g_autofree char *near = jh_nearest_dup (names, name);

      return jh_parser_fail (parser, node->start, end, "没有叫“%s”的函数，%s",
                             name, near);
    }
  if (!parse_arguments (parser, node))
    return NULL;
  return node->list->len >= node->function->least
             && node->list->len <= node->function->most
           ? jh_parser_end (parser, node)
           : fail_arguments (parser, node, end);
}

/* The table @kind has no column as @token says. */
static JhNode *
fail_column (JhParser *parser, const JhFiguresKind *kind, JhToken token)
{
  g_autofree char *near = jh_nearest_dup (kind->columns, token.text);

  return jh_parser_fail (parser, token.start, token.end,
                         "“%s”里没有“%s”这一栏，%s", kind->name, token.text,
                         near);
}

/* Where @node finds its column, whose name is looked at. */
static JhNode *
take_column (JhParser *parser, JhNode *node, const JhFiguresKind *kind)
{
  const JhToken token = parser->scanner.token;

  if (token.kind != JH_TOKEN_WORD)
    return jh_parser_expected (parser, "一栏的名字");
  node->column = jh_figures_kind_find_column (kind, token.text);
  if (node->column < 0)
    return fail_column (parser, kind, token);
  jh_scanner_next (&parser->scanner);
  return jh_parser_end (parser, node);
}

/* The keyword that the unknown @word has in its middle; NULL for none. */
static const char *
find_glued (const char *word)
{
  static const char *const keywords[]
    = { "不属于", "属于", "否则", "容差", "且", "或", "则", "像" };

  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      const char *at = strstr (word, keywords[i]);

      if (at && at > word && at[strlen (keywords[i])] != '\0')
        return keywords[i];
    }
  return NULL;
}

/* Whether the unknown @word is a 限定 without its spaces: 每条e于支出. */
static gboolean
is_glued_each (const char *word)
{
  static const char *const begins[]
    = { "每行", "每栏", "每条", "每个", "设" };

  for (gsize i = 0; i < G_N_ELEMENTS (begins); i++)
    if (g_str_has_prefix (word, begins[i]))
      return TRUE;
  return FALSE;
}

/* Nobody knows the word @token, of which @what is said. */
static JhNode *
fail_unknown (JhParser *parser, JhToken token, const char *what)
{
  const char *glued = find_glued (token.text);
  g_autoptr (GPtrArray) names = jh_vocabulary_list_names (parser->vocabulary);
  g_autofree char *near = jh_nearest_dup (names, token.text);

  if (glued)
    return jh_parser_fail (parser, token.start, token.end,
                           "%s“%s”；“%s”前后要有空格，如“a %s b”", what,
                           token.text, glued, glued);
  if (is_glued_each (token.text))
    return jh_parser_fail (
      parser, token.start, token.end,
      "%s“%s”；词和词之间要有空格，如“每条 e 于 支出: …”", what, token.text);
  return jh_parser_fail (parser, token.start, token.end,
                         "%s“%s”；文字要加引号，%s", what, token.text, near);
}

/* 数据 [ 条件 ] . 栏, after its name. */
static JhNode *
parse_figures (JhParser *parser, JhNode *node)
{
  JhSlot slot = { .kind = JH_EACH_FIGURE,
                  .figures = node->figures,
                  .before = node->before };
  int number = jh_parser_add_slot (parser, slot);

  if (number < 0)
    return NULL;
  node->kind = JH_NODE_FIGURES;
  node->slot = (guint) number;
  node->source = jh_parser_read (parser, node->figures->name, node->before);
  if (jh_scanner_is_sign (&parser->scanner, '[')
      && !jh_parse_filter (parser, node))
    return NULL;
  if (!jh_scanner_is_sign (&parser->scanner, '.'))
    return jh_parser_end (parser, node);
  jh_scanner_next (&parser->scanner);
  return take_column (parser, node, node->figures);
}

/* A sheet or a table, when @name is one; else NULL without a fault. */
static JhNode *
parse_source (JhParser *parser, JhNode *node, const char *name)
{
  node->sheet = jh_vocabulary_find_sheet (parser->vocabulary, name);
  node->figures = jh_vocabulary_find_figures (parser->vocabulary, name);
  if (node->figures)
    return parse_figures (parser, node);
  if (node->sheet == NULL)
    return NULL;
  node->kind = JH_NODE_CELLS;
  node->source = jh_parser_read (parser, node->sheet, node->before);
  return jh_scanner_is_sign (&parser->scanner, '[')
           ? jh_parse_cells (parser, node)
           : jh_parser_end (parser, node);
}

/* 上年 . 表 */
static JhNode *
parse_before (JhParser *parser, JhNode *node)
{
  JhToken name;
  JhNode *source;

  node->before = TRUE;
  if (!jh_parser_take (parser, '.', "“.”和一个名字"))
    return NULL;
  name = parser->scanner.token;
  if (name.kind != JH_TOKEN_WORD)
    return jh_parser_expected (parser, "一张表或一种数据的名字");
  jh_scanner_next (&parser->scanner);
  source = parse_source (parser, node, name.text);
  if (source || parser->fault)
    return source;
  return fail_unknown (parser, name, "没有这张表或这种数据");
}

/* What a name stands for, with . and a column when it is a row of figures.
 */
static JhNode *
parse_variable (JhParser *parser, JhNode *node, guint number)
{
  const JhSlot slot = g_array_index (parser->formula->slots, JhSlot, number);

  node->kind = JH_NODE_VARIABLE;
  node->slot = number;
  if (!jh_scanner_is_sign (&parser->scanner, '.'))
    return jh_parser_end (parser, node);
  if (slot.kind != JH_EACH_FIGURE)
    return jh_parser_fail (parser, node->start, parser->scanner.token.end,
                           "“%s”不是一条数据，后面不能有栏名", slot.name);
  node->kind = JH_NODE_FIELD;
  jh_scanner_next (&parser->scanner);
  if (!jh_scanner_is_sign (&parser->scanner, '('))
    return take_column (parser, node, slot.figures);
  node->a = parse_brackets (parser);
  return jh_parser_end (parser, node);
}

/* A column of the row that the condition in [ ] is about; NULL without a
 * fault when @name is none. */
static JhNode *
parse_own_column (JhParser *parser, JhNode *node, const char *name)
{
  const JhSlot *slot;

  if (parser->filter < 0 || jh_scanner_is_sign (&parser->scanner, '.')
      || jh_scanner_is_sign (&parser->scanner, '[')
      || jh_scanner_is_sign (&parser->scanner, '('))
    return NULL;
  slot = &g_array_index (parser->formula->slots, JhSlot, parser->filter);
  node->column = jh_figures_kind_find_column (slot->figures, name);
  if (node->column < 0)
    return NULL;
  node->kind = JH_NODE_FIELD;
  node->slot = (guint) parser->filter;
  return jh_parser_end (parser, node);
}

static JhNode *
parse_word (JhParser *parser)
{
  const JhToken token = parser->scanner.token;
  JhNode *node = jh_parser_add (parser, JH_NODE_VALUE, token.start);
  JhNode *found;
  int slot;

  jh_scanner_next (&parser->scanner);
  if (strcmp (token.text, "若") == 0)
    return parse_choose (parser, node);
  if (strcmp (token.text, "上年") == 0
      && jh_scanner_is_sign (&parser->scanner, '.'))
    return parse_before (parser, node);
  found = parse_own_column (parser, node, token.text);
  if (found || parser->fault)
    return found;
  slot = jh_parser_find_slot (parser, token.text);
  if (slot >= 0)
    return parse_variable (parser, node, (guint) slot);
  if (jh_scanner_is_sign (&parser->scanner, '('))
    return parse_call (parser, node, token.text, token.end);
  found = parse_source (parser, node, token.text);
  if (found || parser->fault)
    return found;
  return fail_unknown (parser, token, "不认识");
}

JhNode *
jh_parse_single (JhParser *parser)
{
  if (parser->fault)
    return NULL;
  switch (parser->scanner.token.kind)
    {
    case JH_TOKEN_NUMBER:
      return parse_number (parser);
    case JH_TOKEN_TEXT:
      return parse_text (parser);
    case JH_TOKEN_WORD:
      return parse_word (parser);
    case JH_TOKEN_SIGN:
      if (parser->scanner.token.sign == '(')
        return parse_brackets (parser);
      break;
    case JH_TOKEN_END:
    case JH_TOKEN_FAULT:
      break;
    }
  return jh_parser_expected (parser, "一个数、一格或一个名字");
}
