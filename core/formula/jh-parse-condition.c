#include "jh-parse-private.h"

#include <string.h>

/* A node of two parts, @a being the first. */
static JhNode *
pair (JhParser *parser, JhNodeKind kind, JhNode *a,
      JhNode *(*parse) (JhParser *) )
{
  JhNode *node;

  if (a == NULL)
    return NULL;
  node = jh_parser_add (parser, kind, a->start);
  node->a = a;
  jh_scanner_next (&parser->scanner);
  node->b = parse (parser);
  return jh_parser_end (parser, node);
}

static JhNode *
parse_factor (JhParser *parser)
{
  guint start = parser->scanner.token.start;
  JhNode *node;

  if (!jh_scanner_is_sign (&parser->scanner, '-'))
    return jh_parse_single (parser);
  node = jh_parser_add (parser, JH_NODE_NEGATE, start);
  jh_scanner_next (&parser->scanner);
  node->a = jh_parse_single (parser);
  return jh_parser_end (parser, node);
}

static JhNode *
parse_product (JhParser *parser)
{
  JhNode *node = parse_factor (parser);

  for (;;)
    if (node && jh_scanner_is_sign (&parser->scanner, 0xd7))
      node = pair (parser, JH_NODE_MULTIPLY, node, parse_factor);
    else if (node && jh_scanner_is_sign (&parser->scanner, 0xf7))
      node = pair (parser, JH_NODE_DIVIDE, node, parse_factor);
    else
      return node;
}

JhNode *
jh_parse_sum (JhParser *parser)
{
  JhNode *node = parse_product (parser);

  for (;;)
    if (node && jh_scanner_is_sign (&parser->scanner, '+'))
      node = pair (parser, JH_NODE_ADD, node, parse_product);
    else if (node && jh_scanner_is_sign (&parser->scanner, '-'))
      node = pair (parser, JH_NODE_SUBTRACT, node, parse_product);
    else if (node && jh_scanner_is_sign (&parser->scanner, '&'))
      node = pair (parser, JH_NODE_JOIN, node, parse_product);
    else
      return node;
}

gboolean
jh_parse_members (JhParser *parser, JhNode *node)
{
  node->list = g_ptr_array_new ();
  if (!jh_parser_take (parser, '{', "“{”和几个值"))
    return FALSE;
  for (;;)
    {
      JhNode *member = jh_parse_sum (parser);

      if (member == NULL)
        return FALSE;
      g_ptr_array_add (node->list, member);
      if (!jh_scanner_is_sign (&parser->scanner, ','))
        break;
      jh_scanner_next (&parser->scanner);
    }
  return jh_parser_take (parser, '}', "“}”或逗号");
}

static gboolean
is_relation (const JhParser *parser)
{
  static const gunichar relations[]
    = { '=', '<', '>', 0x2260, 0x2264, 0x2265, 0x2248 };

  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    if (jh_scanner_is_sign (&parser->scanner, relations[i]))
      return TRUE;
  return FALSE;
}

static JhNode *
parse_relation (JhParser *parser, JhNode *a)
{
  JhNode *node = jh_parser_add (parser, JH_NODE_COMPARE, a->start);

  node->a = a;
  node->sign = parser->scanner.token.sign;
  jh_scanner_next (&parser->scanner);
  node->b = jh_parse_sum (parser);
  if (node->b && jh_scanner_is_word (&parser->scanner, "容差"))
    {
      if (node->sign != '=' && node->sign != 0x2248)
        return jh_parser_fail (parser, parser->scanner.token.start,
                               parser->scanner.token.end,
                               "“容差”只能跟在 = 或 ≈ 的比较后面");
      jh_scanner_next (&parser->scanner);
      node->c = jh_parse_sum (parser);
    }
  return jh_parser_end (parser, node);
}

/* 属于 { … } and 像 …, after an optional 不. */
static JhNode *
parse_likeness (JhParser *parser, JhNode *a)
{
  static const struct
  {
    const char *word;
    JhNodeKind kind;
    gboolean negated;
  } words[] = { { "属于", JH_NODE_MEMBER, FALSE },
                { "不属于", JH_NODE_MEMBER, TRUE },
                { "像", JH_NODE_LIKE, FALSE },
                { "不像", JH_NODE_LIKE, TRUE } };
  gboolean negated = jh_scanner_is_word (&parser->scanner, "不");

  if (negated)
    jh_scanner_next (&parser->scanner);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (jh_scanner_is_word (&parser->scanner, words[i].word))
      {
        JhNode *node = jh_parser_add (parser, words[i].kind, a->start);

        jh_scanner_next (&parser->scanner);
        node->a = a;
        node->negated = negated != words[i].negated;
        if (node->kind == JH_NODE_LIKE)
          node->b = jh_parse_sum (parser);
        else
          jh_parse_members (parser, node);
        return jh_parser_end (parser, node);
      }
  return negated ? jh_parser_expected (parser, "“属于”或“像”") : a;
}

static JhNode *
parse_comparison (JhParser *parser)
{
  JhNode *a = jh_parse_sum (parser);

  if (a == NULL)
    return NULL;
  return is_relation (parser) ? parse_relation (parser, a)
                              : parse_likeness (parser, a);
}

static JhNode *
parse_not (JhParser *parser)
{
  JhNode *node;

  if (!jh_scanner_is_word (&parser->scanner, "非"))
    return parse_comparison (parser);
  if (!jh_parser_deepen (parser))
    return NULL;
  node = jh_parser_add (parser, JH_NODE_NOT, parser->scanner.token.start);
  jh_scanner_next (&parser->scanner);
  node->a = parse_not (parser);
  parser->depth--;
  return jh_parser_end (parser, node);
}

static JhNode *
parse_both (JhParser *parser)
{
  JhNode *node = parse_not (parser);

  while (node && jh_scanner_is_word (&parser->scanner, "且"))
    node = pair (parser, JH_NODE_AND, node, parse_not);
  return node;
}

JhNode *
jh_parse_choice (JhParser *parser)
{
  JhNode *node = parse_both (parser);

  while (node && jh_scanner_is_word (&parser->scanner, "或"))
    node = pair (parser, JH_NODE_OR, node, parse_both);
  return node;
}

JhNode *
jh_parse_formula (JhParser *parser)
{
  JhNode *node = NULL;

  if (!jh_parser_deepen (parser))
    return NULL;
  if (jh_parse_is_each (parser))
    node = jh_parse_each (parser);
  else
    {
      node = jh_parse_choice (parser);
      if (node && jh_scanner_is_word (&parser->scanner, "则"))
        node = pair (parser, JH_NODE_THEN, node, jh_parse_formula);
    }
  parser->depth--;
  return parser->fault ? NULL : node;
}
