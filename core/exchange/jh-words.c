#include "jh-words.h"

#include "jh-text.h"

/* What people type for a sign of comparison; all of it folded. */
static const struct
{
  const char *typed;
  const char *sign;
} signs[] = {
  { ">=", "≥" },     { "=>", "≥" },       { "≧", "≥" },
  { "⩾", "≥" },      { "大于等于", "≥" }, { "大于或等于", "≥" },
  { "不小于", "≥" }, { "不低于", "≥" },   { "不少于", "≥" },
  { "<=", "≤" },     { "=<", "≤" },       { "≦", "≤" },
  { "⩽", "≤" },      { "小于等于", "≤" }, { "小于或等于", "≤" },
  { "不大于", "≤" }, { "不高于", "≤" },   { "不超过", "≤" },
  { "不多于", "≤" }, { "==", "=" },       { "等于", "=" },
  { "大于", ">" },   { "小于", "<" },
};

/* What stands for @c when words are compared; 0 when nothing does. */
static gunichar
fold_char (gunichar c)
{
  switch (c)
    {
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x300c: /* 「 */
    case 0x300d: /* 」 */
      return '"';
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
      return '\'';
    case 0x200b: /* zero width space */
    case 0xfeff:
      return 0;
    default:
      return g_unichar_isspace (c) ? 0 : c;
    }
}

/* @text as words are compared. */
static char *
fold (const char *text)
{
  g_autofree char *narrow = jh_text_narrow (text);
  GString *folded = g_string_new (NULL);

  for (const char *c = narrow; *c; c = g_utf8_next_char (c))
    {
      gunichar kept = fold_char (g_utf8_get_char (c));

      if (kept)
        g_string_append_unichar (folded, kept);
    }
  return g_string_free (folded, FALSE);
}

static const char *
find_same (const GPtrArray *list, const char *text)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (list->pdata[i], text))
      return list->pdata[i];
  return NULL;
}

const char *
jh_words_find (const GPtrArray *list, const char *text)
{
  const char *same = find_same (list, text);
  g_autofree char *folded = NULL;

  if (same)
    return same;
  folded = fold (text);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *word = fold (list->pdata[i]);

      if (g_str_equal (word, folded))
        return list->pdata[i];
    }
  return NULL;
}

/* The sign that @text means, or @text. */
static const char *
read_sign (const char *text)
{
  g_autofree char *folded = fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i].typed, folded))
      return signs[i].sign;
  return text;
}

const char *
jh_words_match (JhLists *lists, JhWords words, const char *text)
{
  return jh_words_find (jh_lists_get_words (lists, words),
                        words == JH_WORDS_OPERATOR ? read_sign (text) : text);
}

char *
jh_words_join (const GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "",
                            (const char *) list->pdata[i]);
  return g_string_free (text, FALSE);
}
