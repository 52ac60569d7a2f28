#include "jh-parse-private.h"

#include <string.h>

static const struct
{
  const char *word;
  JhEachKind kind;
  const char *of;
} words[] = {
  { "每行", JH_EACH_ROW, "一张表的名字" },
  { "每栏", JH_EACH_COLUMN, "一张表的名字" },
  { "每条", JH_EACH_FIGURE, "一种数据的名字" },
  { "每个", JH_EACH_VALUE, "“{”和几个值" },
};

gboolean
jh_parse_is_each (const JhParser *parser)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (jh_scanner_is_word (&parser->scanner, words[i].word))
      return TRUE;
  return jh_scanner_is_word (&parser->scanner, "设");
}

/* Takes a name that is to be given, or NULL with a fault. */
static const char *
take_name (JhParser *parser)
{
  const char *name = parser->scanner.token.text;

  if (parser->scanner.token.kind != JH_TOKEN_WORD)
    return jh_parser_expected (parser, "一个名字");
  jh_scanner_next (&parser->scanner);
  return name;
}

static gboolean
take_word (JhParser *parser, const char *word, const char *what)
{
  if (!jh_scanner_is_word (&parser->scanner, word))
    return jh_parser_expected (parser, what) != NULL;
  jh_scanner_next (&parser->scanner);
  return TRUE;
}

/* What comes after the colon, with @slot in scope. */
static JhNode *
parse_body (JhParser *parser, JhNode *node)
{
  if (!jh_parser_take (parser, ':', "冒号"))
    return NULL;
  g_array_append_val (parser->scope, node->slot);
  node->b = jh_parse_formula (parser);
  g_array_set_size (parser->scope, parser->scope->len - 1);
  return jh_parser_end (parser, node);
}

static JhNode *
parse_let (JhParser *parser)
{
  JhNode *node
    = jh_parser_add (parser, JH_NODE_LET, parser->scanner.token.start);
  JhSlot slot = { .kind = JH_EACH_VALUE };
  int number;

  jh_scanner_next (&parser->scanner);
  slot.name = take_name (parser);
  if (slot.name == NULL || !take_word (parser, "为", "“为”"))
    return NULL;
  node->a = jh_parse_sum (parser);
  number = node->a ? jh_parser_add_slot (parser, slot) : -1;
  if (number < 0)
    return NULL;
  node->slot = (guint) number;
  return parse_body (parser, node);
}

/* The condition on rows and columns, with their name in scope. */
static gboolean
parse_condition (JhParser *parser, JhNode *node)
{
  if (!jh_scanner_is_sign (&parser->scanner, '['))
    return TRUE;
  jh_scanner_next (&parser->scanner);
  g_array_append_val (parser->scope, node->slot);
  node->a = jh_parse_formula (parser);
  g_array_set_size (parser->scope, parser->scope->len - 1);
  return node->a && jh_parser_take (parser, ']', "“]”");
}

/* Takes the name of the sheet or table that @slot runs over. */
static gboolean
take_domain (JhParser *parser, JhNode *node, JhSlot *slot, const char *what)
{
  const JhToken token = parser->scanner.token;

  if (token.kind != JH_TOKEN_WORD)
    return jh_parser_expected (parser, what) != NULL;
  node->before = jh_scanner_is_word (&parser->scanner, "上年");
  if (node->before)
    {
      jh_scanner_next (&parser->scanner);
      if (!jh_parser_take (parser, '.', "“.”和一个名字"))
        return FALSE;
      if (parser->scanner.token.kind != JH_TOKEN_WORD)
        return jh_parser_expected (parser, what) != NULL;
    }
  slot->before = node->before;
  if (node->each == JH_EACH_FIGURE)
    slot->figures = jh_vocabulary_find_figures (parser->vocabulary,
                                                parser->scanner.token.text);
  else
    slot->sheet = jh_vocabulary_find_sheet (parser->vocabulary,
                                            parser->scanner.token.text);
  if (slot->figures == NULL && slot->sheet == NULL)
    return jh_parser_expected (parser, what) != NULL;
  node->source = jh_parser_read (
    parser, slot->sheet ? slot->sheet : slot->figures->name, node->before);
  jh_scanner_next (&parser->scanner);
  return TRUE;
}

static JhNode *
parse_over (JhParser *parser, JhNode *node, JhSlot *slot, const char *what)
{
  int number;

  if (slot->kind != JH_EACH_VALUE && !take_domain (parser, node, slot, what))
    return NULL;
  if (slot->kind == JH_EACH_VALUE && !jh_parse_members (parser, node))
    return NULL;
  number = jh_parser_add_slot (parser, *slot);
  if (number < 0)
    return NULL;
  node->slot = (guint) number;
  node->sheet = slot->sheet;
  node->figures = slot->figures;
  if (slot->kind == JH_EACH_FIGURE)
    {
      JhNode *rows = jh_parser_add (parser, JH_NODE_FIGURES, node->start);

      rows->figures = slot->figures;
      rows->before = node->before;
      rows->source = node->source;
      rows->slot = node->slot;
      if (jh_scanner_is_sign (&parser->scanner, '[')
          && !jh_parse_filter (parser, rows))
        return NULL;
      node->a = jh_parser_end (parser, rows);
    }
  else if (slot->kind != JH_EACH_VALUE && !parse_condition (parser, node))
    return NULL;
  return parse_body (parser, node);
}

JhNode *
jh_parse_each (JhParser *parser)
{
  guint start = parser->scanner.token.start;
  JhNode *node;
  JhSlot slot = { .kind = JH_EACH_VALUE };
  gsize which = 0;

  if (jh_scanner_is_word (&parser->scanner, "设"))
    return parse_let (parser);
  while (!jh_scanner_is_word (&parser->scanner, words[which].word))
    which++;
  slot.kind = words[which].kind;
  node = jh_parser_add (parser, JH_NODE_EACH, start);
  node->each = slot.kind;
  jh_scanner_next (&parser->scanner);
  slot.name = take_name (parser);
  if (slot.name == NULL || !take_word (parser, "于", "“于”"))
    return NULL;
  return parse_over (parser, node, &slot, words[which].of);
}
