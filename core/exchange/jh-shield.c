#include "jh-shield.h"

#include <string.h>

/* Whether @text is what a shield is for: any apostrophes, then something
 * that begins a formula. */
static gboolean
needs_shield (const char *text)
{
  text += strspn (text, "'");
  return *text && strchr ("=+-@\t\r\n", *text);
}

char *
jh_shield_put (const char *text)
{
  return g_strconcat (needs_shield (text) ? "'" : "", text, NULL);
}

const char *
jh_shield_take (const char *text)
{
  return *text == '\'' && needs_shield (text) ? text + 1 : text;
}
