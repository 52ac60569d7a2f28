#include "jh-block-private.h"

#include "jh-error.h"

#include <string.h>

/* How far into HTML a charset is looked for. */
#define HEAD_BYTES 2048

#define UTF_8_MARK "\xef\xbb\xbf"

static gboolean
has_mark (const char *bytes, gsize length, const char *mark)
{
  return length >= 2 && memcmp (bytes, mark, 2) == 0;
}

/* UTF-16LE or UTF-16BE when @bytes look like it, or NULL: they begin with
 * its mark, or have a NUL on one side of the pairs before their end. */
static const char *
guess_utf_16 (const char *bytes, gsize length)
{
  gsize ends[2] = { 0, 0 };

  if (has_mark (bytes, length, "\xff\xfe"))
    return "UTF-16LE";
  if (has_mark (bytes, length, "\xfe\xff"))
    return "UTF-16BE";
  if (length % 2 != 0)
    return NULL;
  for (gsize i = 0; i < length; i++)
    ends[i % 2] += bytes[i] == '\0';
  if (ends[0] == ends[1])
    return NULL;
  return ends[1] > ends[0] ? "UTF-16LE" : "UTF-16BE";
}

/* Whether the head of the HTML names one of the Chinese charsets. */
static gboolean
names_chinese (const char *bytes, gsize length)
{
  g_autofree char *head = g_strndup (bytes, MIN (length, HEAD_BYTES));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *charset = strstr (lower, "charset=");

  if (charset == NULL)
    return FALSE;
  charset += strlen ("charset=");
  charset += strspn (charset, "\"' ");
  return g_str_has_prefix (charset, "gb");
}

static char *
refuse (GError **error)
{
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "要粘贴的文字读不出来，它的编码不是 UTF-8，"
               "请在原来的程序里重新复制");
  return NULL;
}

/* @bytes in @charset as UTF-8, up to the first NUL. The caller frees it. */
static char *
convert (const char *bytes, gsize length, const char *charset, GError **error)
{
  gsize written;
  g_autofree char *text = g_convert (bytes, (gssize) length, "UTF-8", charset,
                                     NULL, &written, NULL);

  if (text == NULL)
    return refuse (error);
  while (written > 0 && text[written - 1] == '\0')
    written--;
  return strlen (text) == written ? g_steal_pointer (&text) : refuse (error);
}

/* @bytes, whose NULs at the end are gone from @trimmed, as UTF-8. */
static char *
read_text (const char *bytes, gsize length, gsize trimmed, gboolean html,
           GError **error)
{
  const char *wide;

  if (g_utf8_validate (bytes, (gssize) trimmed, NULL))
    return g_strndup (bytes, trimmed);
  wide = guess_utf_16 (bytes, length);
  if (wide)
    return convert (bytes, length, wide, error);
  if (html && names_chinese (bytes, trimmed))
    return convert (bytes, trimmed, "GB18030", error);
  return refuse (error);
}

char *
jh_block_decode (const char *bytes, gsize length, gboolean html,
                 GError **error)
{
  g_autofree char *text = NULL;
  gsize trimmed = length;

  if (length > JH_BLOCK_BYTES_MAX)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "要粘贴的内容太长，一次最多 %d MB，请分几次复制",
                   JH_BLOCK_BYTES_MAX / 1024 / 1024);
      return NULL;
    }
  while (trimmed > 0 && bytes[trimmed - 1] == '\0')
    trimmed--;
  if (trimmed > 0)
    {
      text = read_text (bytes, length, trimmed, html, error);
      if (text == NULL)
        return NULL;
    }
  if (text && g_str_has_prefix (text, UTF_8_MARK))
    memmove (text, text + 3, strlen (text) - 3 + 1);
  if (text && *text)
    return g_steal_pointer (&text);
  g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
               "剪贴板里没有可以粘贴的文字");
  return NULL;
}
