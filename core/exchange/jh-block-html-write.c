#include "jh-block-private.h"
#include "jh-block-text.h"
#include "jh-shield.h"

#include <string.h>

/* Appends @c as it stands in HTML. A blank behind another, or where a line
 * begins, would be lost, so it is a no-break one. */
static void
append_char (GString *out, gunichar c, gunichar before)
{
  if (c == '\n')
    g_string_append (out, "<br style=\"mso-data-placement:same-cell\">");
  else if (c == '&')
    g_string_append (out, "&amp;");
  else if (c == '<')
    g_string_append (out, "&lt;");
  else if (c == '>')
    g_string_append (out, "&gt;");
  else if (c == '"')
    g_string_append (out, "&quot;");
  else if (c == ' ' && (before == 0 || before == ' ' || before == '\n'))
    g_string_append (out, "&nbsp;");
  else if (c == '\t' || !g_unichar_iscntrl (c))
    g_string_append_unichar (out, c == '\t' ? ' ' : c);
}

static void
append_text (GString *out, const char *text)
{
  gunichar before = 0;

  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      append_char (out, c, before);
      before = c;
    }
}

/* Appends a cell: a figure with the number for programs that look for it,
 * words marked as text for Excel and WPS (the style) and for LibreOffice
 * (sdnum). */
static void
append_cell (GString *out, const JhBlock *block, guint row, guint column)
{
  const char *text = jh_block_get (block, row, column);
  g_autofree char *number = jh_block_is_figure (block, row, column)
                              ? jh_block_plain_number (text)
                              : NULL;
  g_autofree char *shielded = jh_shield_put (text);

  if (number)
    g_string_append_printf (
      out, "<td align=\"right\" x:num=\"%s\" sdval=\"%s\">", number, number);
  else if (*text)
    g_string_append (
      out, "<td style='mso-number-format:\"\\@\"' sdnum=\"2052;0;@\">");
  else
    g_string_append (out, "<td>");
  append_text (out, number ? text : shielded);
  g_string_append (out, "</td>");
}

char *
jh_block_write_html (const JhBlock *block)
{
  GString *out = g_string_new (
    "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<head>"
    "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">"
    "</head>\n<body>\n<!--StartFragment-->\n<table>\n");

  for (guint row = 0; row < jh_block_get_n_rows (block); row++)
    {
      g_string_append (out, "<tr>");
      for (guint column = 0; column < jh_block_get_n_columns (block);
           column++)
        append_cell (out, block, row, column);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</table>\n<!--EndFragment-->\n</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
