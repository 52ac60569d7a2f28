#include "jh-formula.h"

#include <string.h>

#include "jh-error.h"
#include "jh-parse-private.h"

static JhFormula *
formula_new (const char *text)
{
  JhFormula *formula = g_new0 (JhFormula, 1);

  formula->text = g_strdup (text);
  formula->nodes = g_ptr_array_new_with_free_func (jh_node_free);
  formula->strings = g_string_chunk_new (256);
  formula->slots = g_array_new (FALSE, TRUE, sizeof (JhSlot));
  formula->sources = g_array_new (FALSE, TRUE, sizeof (JhFormulaSource));
  g_array_set_size (formula->slots, JH_SLOT_FIRST);
  return formula;
}

void
jh_formula_free (JhFormula *formula)
{
  if (formula == NULL)
    return;
  g_free (formula->text);
  g_ptr_array_unref (formula->nodes);
  g_string_chunk_free (formula->strings);
  g_array_unref (formula->slots);
  g_array_unref (formula->sources);
  g_free (formula);
}

const char *
jh_formula_get_text (const JhFormula *formula)
{
  return formula->text;
}

const GArray *
jh_formula_get_sources (const JhFormula *formula)
{
  return formula->sources;
}

/* Whether @node gives a name and goes on with its body. */
static gboolean
is_outer (const JhNode *node)
{
  return node->kind == JH_NODE_EACH || node->kind == JH_NODE_LET;
}

/* How many of the slots stand before the condition. */
static guint
count_outer (const JhFormula *formula)
{
  guint last = JH_SLOT_DIFFERENCE;

  for (const JhNode *node = formula->root; is_outer (node); node = node->b)
    last = MAX (last, node->slot);
  return last + 1;
}

/* The place of two bytes in @text, in characters. */
static JhFormulaPlace
place_of (const char *text, guint start, guint end)
{
  JhFormulaPlace place
    = { (guint) g_utf8_strlen (text, start),
        (guint) g_utf8_strlen (text + start, end - start) };

  return place;
}

/* "第 3 行第 5 个字". The caller frees it. */
static char *
dup_where (const char *text, guint start)
{
  guint line = 1;
  const char *from = text;

  for (const char *at = text; at < text + start; at++)
    if (*at == '\n')
      {
        line++;
        from = at + 1;
      }
  return strchr (text, '\n')
           ? g_strdup_printf ("第 %u 行第 %ld 个字", line,
                              g_utf8_strlen (from, text + start - from) + 1)
           : g_strdup_printf ("第 %ld 个字",
                              g_utf8_strlen (from, text + start - from) + 1);
}

static gboolean
is_acceptable (const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA,
                         "公式里有不是文字的字节");
  else if (strlen (text) > JH_FORMULA_LENGTH_MAX)
    g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                 "公式太长：有 %zu 个字节，最多 %d 个", strlen (text),
                 JH_FORMULA_LENGTH_MAX);
  else
    return TRUE;
  return FALSE;
}

/* Lets the formula use what @outer gives before its condition, and what the
 * two sides came to. */
static void
let_see (JhParser *parser, const JhFormula *outer)
{
  static const char *const sides[] = { "左", "右", "差" };
  GArray *slots = parser->formula->slots;

  g_array_set_size (slots, 0);
  g_array_append_vals (slots, outer->slots->data, outer->outer);
  for (guint i = 0; i < JH_SLOT_FIRST; i++)
    {
      g_array_index (slots, JhSlot, i)
        = (JhSlot){ .name = sides[i], .kind = JH_EACH_VALUE };
      g_array_append_val (parser->scope, i);
    }
  for (const JhNode *node = outer->root; is_outer (node); node = node->b)
    g_array_append_val (parser->scope, node->slot);
}

static void
parse (JhParser *parser)
{
  jh_scanner_begin (&parser->scanner, parser->formula->text,
                    parser->formula->strings);
  parser->formula->root = jh_parse_formula (parser);
  if (parser->fault == NULL && parser->scanner.token.kind != JH_TOKEN_END)
    jh_parser_expected (parser, "公式的结尾");
}

JhFormula *
jh_formula_parse_inside (const char *text, const JhVocabulary *vocabulary,
                         const JhFormula *outer, JhFormulaPlace *place,
                         GError **error)
{
  g_autoptr (JhFormula) formula = NULL;
  g_autofree char *where = NULL;
  g_autoptr (GArray) scope = g_array_new (FALSE, FALSE, sizeof (guint));
  JhParser parser
    = { .vocabulary = vocabulary, .scope = scope, .filter = -1 };

  if (place)
    *place = (JhFormulaPlace){ 0, 0 };
  if (!is_acceptable (text, error))
    return NULL;
  formula = formula_new (text);
  parser.formula = formula;
  if (outer)
    let_see (&parser, outer);
  parse (&parser);
  if (parser.fault == NULL)
    {
      formula->outer = count_outer (formula);
      return g_steal_pointer (&formula);
    }
  if (place)
    *place = place_of (text, parser.fault_start, parser.fault_end);
  where = dup_where (text, parser.fault_start);
  g_propagate_prefixed_error (error, parser.fault, "公式%s：", where);
  return NULL;
}

JhFormula *
jh_formula_parse (const char *text, const JhVocabulary *vocabulary,
                  JhFormulaPlace *place, GError **error)
{
  return jh_formula_parse_inside (text, vocabulary, NULL, place, error);
}

gboolean
jh_formula_reads (const JhFormula *formula, const char *name, gboolean before)
{
  for (guint i = 0; i < formula->sources->len; i++)
    {
      const JhFormulaSource *source
        = &g_array_index (formula->sources, JhFormulaSource, i);

      if (source->before == before && strcmp (source->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}
