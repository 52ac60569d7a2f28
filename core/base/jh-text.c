#include "jh-text.h"

#include <string.h>

gboolean
jh_text_is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == '\v' || c == 0x0085 || c == 0x00a0
         || c == 0x200b || c == 0x3000 || c == 0xfeff;
}

char *
jh_text_trim (const char *text)
{
  const char *end;

  if (text == NULL)
    return g_strdup ("");
  while (*text && jh_text_is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);

      if (!jh_text_is_space (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return g_strndup (text, end - text);
}

gboolean
jh_text_is_digits (const char *text)
{
  return *text && strspn (text, "0123456789") == strlen (text);
}

gboolean
jh_text_is_blank (const char *text)
{
  for (; text && *text; text = g_utf8_next_char (text))
    if (!jh_text_is_space (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

char *
jh_text_narrow (const char *text)
{
  GString *narrow = g_string_sized_new (strlen (text));

  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0xff01 && c <= 0xff5e)
        c = c - 0xff01 + '!';
      else if (c == 0x3000)
        c = ' ';
      g_string_append_unichar (narrow, c);
    }
  return g_string_free (narrow, FALSE);
}

/* The character that shows @c in a message. */
static gunichar
visible (gunichar c)
{
  if (c < 0x20)
    return 0x2400 + c;
  if (c == 0x7f)
    return 0x2421;
  if (c == 0x2028 || c == 0x2029)
    return 0xfffd;
  if (c == ' ' || c == 0x3000 || g_unichar_isgraph (c))
    return c;
  return 0xfffd;
}

char *
jh_text_quote (const char *text, guint most)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  GString *quoted = g_string_new (NULL);
  guint count = 0;

  for (const char *c = valid; *c; c = g_utf8_next_char (c))
    {
      if (count++ == most)
        {
          g_string_append (quoted, "…");
          break;
        }
      g_string_append_unichar (quoted, visible (g_utf8_get_char (c)));
    }
  return g_string_free (quoted, FALSE);
}

guint
jh_text_columns (const char *text)
{
  guint columns = 0;

  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        columns += g_unichar_iswide (c) ? 2 : 1;
    }
  return columns;
}

/* Whether @c may stand in a file name on any system. */
static gboolean
is_fit_for_file (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return FALSE;
    default:
      return c >= 0x80 || strchr ("/\\:*?\"<>|", (int) c) == NULL;
    }
}

char *
jh_text_file_name (const char *text, gsize most)
{
  GString *name = g_string_new (NULL);

  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      gsize before = name->len;

      if (name->len == 0 && c == '.')
        continue;
      g_string_append_unichar (name, is_fit_for_file (c) ? c : '_');
      if (name->len > most)
        {
          g_string_truncate (name, before);
          break;
        }
    }
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]))
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append_c (name, '_');
  return g_string_free (name, FALSE);
}
