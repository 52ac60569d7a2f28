#include "jh-parse-private.h"

#include <string.h>

#include "jh-error.h"
#include "jh-text.h"

gpointer
jh_parser_fail (JhParser *parser, guint start, guint end, const char *format,
                ...)
{
  va_list arguments;

  if (parser->fault)
    return NULL;
  va_start (arguments, format);
  parser->fault
    = g_error_new_valist (JH_ERROR, JH_ERROR_DATA, format, arguments);
  va_end (arguments);
  parser->fault_start = start;
  parser->fault_end = end;
  return NULL;
}

/* The token as it is written, for a message. The caller frees it. */
static char *
dup_token (const JhParser *parser)
{
  const JhToken *token = &parser->scanner.token;
  g_autofree char *written = g_strndup (parser->formula->text + token->start,
                                        token->end - token->start);

  return jh_text_quote (written, 20);
}

gpointer
jh_parser_expected (JhParser *parser, const char *what)
{
  const JhToken *token = &parser->scanner.token;
  g_autofree char *written = dup_token (parser);

  if (token->kind == JH_TOKEN_FAULT)
    return jh_parser_fail (parser, token->start, token->end, "“%s”：%s",
                           written, token->text);
  if (token->kind == JH_TOKEN_END)
    return jh_parser_fail (parser, token->start, token->end,
                           "公式到这里就完了，还应有%s", what);
  return jh_parser_fail (parser, token->start, token->end,
                         "这里是“%s”，应是%s", written, what);
}

gboolean
jh_parser_take (JhParser *parser, gunichar sign, const char *what)
{
  if (parser->fault)
    return FALSE;
  if (!jh_scanner_is_sign (&parser->scanner, sign))
    {
      jh_parser_expected (parser, what);
      return FALSE;
    }
  jh_scanner_next (&parser->scanner);
  return TRUE;
}

JhNode *
jh_parser_add (JhParser *parser, JhNodeKind kind, guint start)
{
  JhNode *node = g_new0 (JhNode, 1);

  node->kind = kind;
  node->start = start;
  node->column = -1;
  g_ptr_array_add (parser->formula->nodes, node);
  return node;
}

static guint32
key_uses (const JhKey *key)
{
  if (key == NULL)
    return 0;
  return (key->kind == JH_KEY_SLOT ? 1u << key->slot : 0)
         | (key->node ? key->node->uses : 0) | key_uses (key->of);
}

static guint32
keys_use (const GPtrArray *keys)
{
  guint32 uses = 0;

  for (guint i = 0; keys && i < keys->len; i++)
    uses |= key_uses (keys->pdata[i]);
  return uses;
}

/* The slots that @node needs from outside of itself. */
static guint32
node_uses (const JhNode *node)
{
  gboolean binds = node->kind == JH_NODE_EACH || node->kind == JH_NODE_LET
                   || node->kind == JH_NODE_FIGURES;
  guint32 uses = keys_use (node->rows) | keys_use (node->columns);
  const JhNode *parts[] = { node->a, node->b, node->c };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    uses |= parts[i] ? parts[i]->uses : 0;
  for (guint i = 0; node->list && i < node->list->len; i++)
    uses |= ((const JhNode *) node->list->pdata[i])->uses;
  if (node->kind == JH_NODE_VARIABLE || node->kind == JH_NODE_FIELD)
    uses |= 1u << node->slot;
  return binds ? uses & ~(1u << node->slot) : uses;
}

static guint
height_of (const JhNode *node)
{
  return node ? node->height : 0;
}

static guint
keys_height (const GPtrArray *keys)
{
  guint height = 0;

  for (guint i = 0; keys && i < keys->len; i++)
    for (const JhKey *key = keys->pdata[i]; key; key = key->of)
      height = MAX (height, height_of (key->node));
  return height;
}

/* How many nodes lie on the longest way down from @node. */
static guint
node_height (const JhNode *node)
{
  guint height = MAX (keys_height (node->rows), keys_height (node->columns));

  height = MAX (height, height_of (node->a));
  height = MAX (height, height_of (node->b));
  height = MAX (height, height_of (node->c));
  for (guint i = 0; node->list && i < node->list->len; i++)
    height = MAX (height, height_of (node->list->pdata[i]));
  return height + 1;
}

gboolean
jh_parser_deepen (JhParser *parser)
{
  const JhToken *token = &parser->scanner.token;

  if (parser->fault)
    return FALSE;
  if (++parser->depth <= JH_FORMULA_DEPTH_MAX)
    return TRUE;
  jh_parser_fail (parser, token->start, token->end,
                  "括号和条件套得太深，最多 %d 层", JH_FORMULA_DEPTH_MAX);
  return FALSE;
}

JhNode *
jh_parser_end (JhParser *parser, JhNode *node)
{
  if (parser->fault)
    return NULL;
  node->end = parser->scanner.taken;
  node->uses = node_uses (node);
  node->height = node_height (node);
  if (node->height <= JH_FORMULA_HEIGHT_MAX)
    return node;
  return jh_parser_fail (parser, node->start, node->end,
                         "连着写的算式太多，最多 %d 个",
                         JH_FORMULA_HEIGHT_MAX);
}

int
jh_parser_add_slot (JhParser *parser, JhSlot slot)
{
  GArray *slots = parser->formula->slots;

  if (slots->len >= JH_SLOTS_MAX)
    {
      jh_parser_fail (parser, parser->scanner.token.start,
                      parser->scanner.token.end,
                      "公式太复杂：起的名和条件超过 %d 个", JH_SLOTS_MAX);
      return -1;
    }
  g_array_append_val (slots, slot);
  return (int) slots->len - 1;
}

int
jh_parser_find_slot (const JhParser *parser, const char *name)
{
  for (guint i = parser->scope->len; i-- > 0;)
    {
      guint number = g_array_index (parser->scope, guint, i);
      const JhSlot *slot
        = &g_array_index (parser->formula->slots, JhSlot, number);

      if (slot->name && strcmp (slot->name, name) == 0)
        return (int) number;
    }
  return -1;
}

guint
jh_parser_read (JhParser *parser, const char *name, gboolean before)
{
  GArray *sources = parser->formula->sources;
  JhFormulaSource source = { name, before };

  for (guint i = 0; i < sources->len; i++)
    {
      const JhFormulaSource *known
        = &g_array_index (sources, JhFormulaSource, i);

      if (strcmp (known->name, name) == 0 && known->before == before)
        return i;
    }
  g_array_append_val (sources, source);
  return sources->len - 1;
}
