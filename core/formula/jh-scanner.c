#include "jh-scanner.h"

#include <string.h>

/* Signs that are written in several ways. */
static gunichar
plain_sign (gunichar c)
{
  static const struct
  {
    const char *written;
    gunichar means;
  } others[] = {
    { "（", '(' },  { "）", ')' }, { "，", ',' },  { "：", ':' },
    { "［", '[' },  { "］", ']' }, { "【", '[' },  { "】", ']' },
    { "｛", '{' },  { "｝", '}' }, { "＝", '=' },  { "＋", '+' },
    { "－", '-' },  { "−", '-' },  { "＊", 0xd7 }, { "*", 0xd7 },
    { "／", 0xf7 }, { "/", 0xf7 }, { "＜", '<' },  { "＞", '>' },
    { "％", '%' },  { "．", '.' }, { "＆", '&' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_utf8_get_char (others[i].written) == c)
      return others[i].means;
  return c;
}

static gboolean
is_sign (gunichar c)
{
  static const char *const signs = "()[]{},:=+-&<>%.×÷≠≤≥≈";

  return g_utf8_strchr (signs, -1, c) != NULL;
}

static gboolean
is_word_part (gunichar c)
{
  return g_unichar_isalnum (c) || c == '_';
}

/* After spaces and remarks. */
static const char *
skip_spaces (const char *at)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '#')
        while (*at && *at != '\n')
          at++;
      else if (c && g_unichar_isspace (c))
        at = g_utf8_next_char (at);
      else
        return at;
    }
}

static const char *
keep (JhScanner *scanner, const char *from, const char *to)
{
  g_autofree char *text = g_strndup (from, (gsize) (to - from));

  return g_string_chunk_insert_const (scanner->strings, text);
}

/* Digits and one point with digits after it; full-width digits too. */
static const char *
scan_number (JhScanner *scanner, const char *at)
{
  GString *digits = g_string_new (NULL);
  gboolean point = FALSE;

  for (;;)
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = *at ? g_utf8_next_char (at) : at;

      if (g_unichar_isdigit (c))
        g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
      else if (!point && plain_sign (c) == '.'
               && g_unichar_isdigit (g_utf8_get_char (next)))
        {
          point = TRUE;
          g_string_append_c (digits, '.');
        }
      else
        break;
      at = next;
    }
  scanner->token.kind = JH_TOKEN_NUMBER;
  scanner->token.text
    = g_string_chunk_insert_const (scanner->strings, digits->str);
  g_string_free (digits, TRUE);
  return at;
}

static const char *
scan_word (JhScanner *scanner, const char *at)
{
  const char *from = at;

  while (*at && is_word_part (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  scanner->token.kind = JH_TOKEN_WORD;
  scanner->token.text = keep (scanner, from, at);
  return at;
}

static const char *
scan_text (JhScanner *scanner, const char *at, const char *closing)
{
  const char *from = g_utf8_next_char (at);
  const char *to = strstr (from, closing);

  if (to == NULL)
    {
      scanner->token.kind = JH_TOKEN_FAULT;
      scanner->token.text = "引号只有一半，缺少后一个引号";
      return from;
    }
  scanner->token.kind = JH_TOKEN_TEXT;
  scanner->token.text = keep (scanner, from, to);
  return to + strlen (closing);
}

/* Signs of two characters: <= >= <>. */
static const char *
scan_sign (JhScanner *scanner, const char *at)
{
  gunichar c = plain_sign (g_utf8_get_char (at));
  const char *next = g_utf8_next_char (at);
  gunichar second = plain_sign (g_utf8_get_char (next));

  scanner->token.kind = JH_TOKEN_SIGN;
  scanner->token.sign = c;
  if ((c == '<' || c == '>') && second == '=')
    scanner->token.sign = c == '<' ? 0x2264 : 0x2265;
  else if (c == '<' && second == '>')
    scanner->token.sign = 0x2260;
  else
    return next;
  return g_utf8_next_char (next);
}

static const char *
scan (JhScanner *scanner, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c == 0)
    {
      scanner->token.kind = JH_TOKEN_END;
      return at;
    }
  if (c == '"')
    return scan_text (scanner, at, "\"");
  if (c == 0x300c)
    return scan_text (scanner, at, "」");
  if (g_unichar_isdigit (c))
    return scan_number (scanner, at);
  if (is_word_part (c))
    return scan_word (scanner, at);
  if (is_sign (plain_sign (c)))
    return scan_sign (scanner, at);
  scanner->token.kind = JH_TOKEN_FAULT;
  scanner->token.text = "公式里没有这个符号";
  return g_utf8_next_char (at);
}

void
jh_scanner_next (JhScanner *scanner)
{
  const char *at = skip_spaces (scanner->text + scanner->token.end);
  const char *end;

  scanner->taken = scanner->token.end;
  scanner->token = (JhToken){ .start = (guint) (at - scanner->text) };
  end = scan (scanner, at);
  scanner->token.end = (guint) (end - scanner->text);
}

void
jh_scanner_begin (JhScanner *scanner, const char *text, GStringChunk *strings)
{
  *scanner = (JhScanner){ .text = text, .strings = strings };
  jh_scanner_next (scanner);
}

static gboolean
ends_key (gunichar c)
{
  gunichar plain = plain_sign (c);

  if (c == 0 || c == '"' || c == 0x300c || c == '(' || c == ')')
    return TRUE;
  return plain == ',' || plain == ']' || plain == '}' || plain == '['
         || plain == '{';
}

const char *
jh_scanner_take_key (JhScanner *scanner, guint *start, guint *end)
{
  const char *from = skip_spaces (scanner->text + scanner->token.end);
  const char *to = from;
  const char *key;

  while (!ends_key (g_utf8_get_char (to)))
    to = g_utf8_next_char (to);
  scanner->token.end = (guint) (to - scanner->text);
  while (to > from
         && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  key = keep (scanner, from, to);
  *start = (guint) (from - scanner->text);
  *end = (guint) (to - scanner->text);
  jh_scanner_next (scanner);
  return key;
}

gboolean
jh_scanner_is_sign (const JhScanner *scanner, gunichar sign)
{
  return scanner->token.kind == JH_TOKEN_SIGN && scanner->token.sign == sign;
}

gboolean
jh_scanner_is_word (const JhScanner *scanner, const char *word)
{
  return scanner->token.kind == JH_TOKEN_WORD
         && strcmp (scanner->token.text, word) == 0;
}
