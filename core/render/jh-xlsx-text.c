#include "jh-xlsx-text.h"

#include "jh-text.h"

#include <string.h>

/* What a spreadsheet allows, in UTF-16 units. */
#define CELL_UNITS_MAX 32767
#define TAB_UNITS_MAX 31

/* Whether @text begins like _x0041_. */
static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

static gboolean
is_clean (const char *text)
{
  const guchar *byte = (const guchar *) text;

  for (; *byte; byte++)
    {
      if (*byte < 0x20 && *byte != '\n' && *byte != '\t')
        return FALSE;
      if (*byte == 0xef && byte[1] == 0xbf && byte[2] >= 0xbe)
        return FALSE;
      if (*byte == '_' && is_escape ((const char *) byte))
        return FALSE;
    }
  return (gsize) (byte - (const guchar *) text) <= CELL_UNITS_MAX
         && g_utf8_validate (text, -1, NULL);
}

static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0xfffe || c == 0xffff;
}

const char *
jh_xlsx_text (const char *text, char **kept)
{
  g_autofree char *valid = NULL;
  GString *clean;
  guint units = 0;

  if (text == NULL || is_clean (text))
    return text ? text : "";
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_new (NULL);
  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (c == '\r')
        c = '\n';
      units += c > 0xffff ? 2 : 1;
      if (units > CELL_UNITS_MAX)
        break;
      if (c == '_' && is_escape (at))
        g_string_append (clean, "_x005F");
      g_string_append_unichar (clean, is_forbidden (c) ? 0xfffd : c);
    }
  /* The library counts the bytes of an escape as characters. */
  while (g_utf8_strlen (clean->str, -1) > CELL_UNITS_MAX)
    g_string_truncate (
      clean,
      g_utf8_offset_to_pointer (clean->str, CELL_UNITS_MAX - 7) - clean->str);
  *kept = g_string_free (clean, FALSE);
  return *kept;
}

/* Cuts @name to at most @most UTF-16 units. */
static void
cut (GString *name, guint most)
{
  guint units = 0;

  for (const char *at = name->str; *at; at = g_utf8_next_char (at))
    {
      units += g_utf8_get_char (at) > 0xffff ? 2 : 1;
      if (units > most)
        {
          g_string_truncate (name, at - name->str);
          return;
        }
    }
}

/* @name without what no tab's name may have. */
static GString *
plain_tab (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name ? name : "", -1);
  g_autofree char *trimmed = jh_text_trim (valid);
  GString *plain = g_string_new (NULL);

  for (const char *at = trimmed; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean bad = c < 0x20 || c == 0x7f || is_forbidden (c)
                     || (c < 0x80 && strchr ("[]:*?/\\'\"!", (int) c));

      g_string_append_unichar (plain, bad ? '_' : c);
    }
  if (plain->len == 0)
    g_string_assign (plain, "表");
  if (g_ascii_strcasecmp (plain->str, "history") == 0)
    g_string_append_c (plain, '_');
  cut (plain, TAB_UNITS_MAX);
  return plain;
}

char *
jh_xlsx_tab (const char *name, GHashTable *used)
{
  g_autofree char *plain = g_string_free (plain_tab (name), FALSE);
  char *tab = g_strdup (plain);
  char *folded = g_utf8_casefold (tab, -1);

  for (guint i = 2; g_hash_table_contains (used, folded); i++)
    {
      g_autofree char *suffix = g_strdup_printf ("(%u)", i);
      GString *next = g_string_new (plain);

      cut (next, TAB_UNITS_MAX - strlen (suffix));
      g_string_append (next, suffix);
      g_free (tab);
      g_free (folded);
      tab = g_string_free (next, FALSE);
      folded = g_utf8_casefold (tab, -1);
    }
  g_hash_table_add (used, folded);
  return tab;
}
