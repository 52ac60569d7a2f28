#include "jh-parse-private.h"

#include <string.h>

#include "jh-text.h"

static JhKey *parse_key (JhParser *parser);

/* 下级, 后代 or 末级 of another key, from the sign ( on. */
static JhKey *
parse_under (JhParser *parser, JhKeyKind kind)
{
  JhKey *key = g_new0 (JhKey, 1);

  key->kind = kind;
  if (++parser->depth > JH_FORMULA_DEPTH_MAX)
    jh_parser_expected (parser, "少套几层的键");
  else
    key->of = parse_key (parser);
  parser->depth--;
  jh_parser_take (parser, ')', "“)”");
  return key;
}

/* A key that is written as it is. */
static JhKey *
plain_key (JhParser *parser, const char *text)
{
  JhKey *key = g_new0 (JhKey, 1);
  int slot = jh_parser_find_slot (parser, text);

  key->text = text;
  if (slot >= 0)
    {
      key->kind = JH_KEY_SLOT;
      key->slot = (guint) slot;
    }
  else if (strchr (text, '*'))
    {
      key->kind = JH_KEY_PATTERN;
      key->pattern = g_pattern_spec_new (text);
    }
  else
    {
      key->kind = jh_text_is_digits (text) ? JH_KEY_CODE : JH_KEY_NAME;
    }
  return key;
}

/* A key in quotes or in brackets. */
static JhKey *
other_key (JhParser *parser)
{
  JhKey *key;

  if (parser->scanner.token.kind == JH_TOKEN_TEXT)
    {
      key = g_new0 (JhKey, 1);
      key->text = parser->scanner.token.text;
      key->kind = jh_text_is_digits (key->text) ? JH_KEY_CODE : JH_KEY_NAME;
      jh_scanner_next (&parser->scanner);
      return key;
    }
  if (!jh_scanner_is_sign (&parser->scanner, '('))
    return jh_parser_expected (parser, "行或栏的名字");
  key = g_new0 (JhKey, 1);
  key->kind = JH_KEY_COMPUTED;
  jh_scanner_next (&parser->scanner);
  key->node = jh_parse_formula (parser);
  jh_parser_take (parser, ')', "“)”");
  return key;
}

/* One key, from the bracket or comma before it on. */
static JhKey *
parse_key (JhParser *parser)
{
  static const struct
  {
    const char *word;
    JhKeyKind kind;
  } under[] = { { "下级", JH_KEY_CHILDREN },
                { "后代", JH_KEY_DESCENDANTS },
                { "末级", JH_KEY_LEAVES } };
  guint start, end;
  const char *text = jh_scanner_take_key (&parser->scanner, &start, &end);

  if (*text == '\0')
    return other_key (parser);
  for (gsize i = 0; i < G_N_ELEMENTS (under); i++)
    if (strcmp (text, under[i].word) == 0
        && jh_scanner_is_sign (&parser->scanner, '('))
      return parse_under (parser, under[i].kind);
  return plain_key (parser, text);
}

/* A key, or several in braces. */
static GPtrArray *
parse_keys (JhParser *parser)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (jh_key_free);
  JhScanner before = parser->scanner;
  JhKey *key;
  guint start, end;

  if (*jh_scanner_take_key (&parser->scanner, &start, &end) != '\0'
      || !jh_scanner_is_sign (&parser->scanner, '{'))
    {
      parser->scanner = before;
      key = parse_key (parser);
      if (key)
        g_ptr_array_add (keys, key);
      return keys;
    }
  do
    {
      key = parse_key (parser);
      if (key)
        g_ptr_array_add (keys, key);
    }
  while (key && jh_scanner_is_sign (&parser->scanner, ','));
  jh_parser_take (parser, '}', "“}”或逗号");
  return keys;
}

JhNode *
jh_parse_cells (JhParser *parser, JhNode *node)
{
  node->rows = parse_keys (parser);
  if (parser->fault)
    return NULL;
  if (!jh_scanner_is_sign (&parser->scanner, ','))
    return jh_parser_expected (parser, "逗号和栏的名字");
  node->columns = parse_keys (parser);
  if (!jh_parser_take (parser, ']', "“]”"))
    return NULL;
  return jh_parser_end (parser, node);
}

/* Notes of the condition @part of the table @node whether rows can be looked
 * up by it. */
static void
note_part (JhNode *node, JhNode *part)
{
  guint32 row = 1u << node->slot;

  if (part->kind == JH_NODE_AND)
    {
      note_part (node, part->a);
      note_part (node, part->b);
      return;
    }
  if (part->kind == JH_NODE_COMPARE && part->sign == '=' && part->c == NULL
      && node->left->len < JH_LOOKUP_PARTS_MAX)
    {
      gboolean turned = (part->a->uses & row) == 0;
      JhNode *inner = turned ? part->b : part->a;
      JhNode *outer = turned ? part->a : part->b;

      if (inner->uses == row && (outer->uses & row) == 0)
        {
          g_ptr_array_add (node->left, inner);
          g_ptr_array_add (node->right, outer);
          return;
        }
    }
  if ((part->uses & ~row) != 0)
    node->rest = TRUE;
}

gboolean
jh_parse_filter (JhParser *parser, JhNode *node)
{
  int outer = parser->filter;

  jh_scanner_next (&parser->scanner);
  if (node->kind == JH_NODE_FIGURES)
    parser->filter = (int) node->slot;
  node->a = jh_parse_formula (parser);
  parser->filter = outer;
  if (node->a == NULL || !jh_parser_take (parser, ']', "“]”"))
    return FALSE;
  node->left = g_ptr_array_new ();
  node->right = g_ptr_array_new ();
  note_part (node, node->a);
  return TRUE;
}
