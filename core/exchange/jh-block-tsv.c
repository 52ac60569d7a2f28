#include "jh-block-private.h"
#include "jh-block-text.h"
#include "jh-shield.h"

#include <string.h>

/* Behind the cell at @text, when it is not quoted. */
static const char *
find_plain_end (const char *text)
{
  return text + strcspn (text, "\t\r\n");
}

/* Behind the cell at @text, when it is quoted well; otherwise NULL. */
static const char *
find_quoted_end (const char *text)
{
  if (*text != '"')
    return NULL;
  for (text++; (text = strchr (text, '"')); text += 2)
    if (text[1] != '"')
      return strchr ("\t\r\n", text[1]) ? text + 1 : NULL;
  return NULL;
}

/* The text of the quoted cell from @start to @end. The caller frees it. */
static char *
unquote (const char *start, const char *end)
{
  GString *text = g_string_sized_new ((gsize) (end - start));

  for (const char *c = start + 1; c < end - 1; c++)
    {
      if (*c == '"')
        c++;
      if (*c == '\r')
        {
          g_string_append_c (text, '\n');
          c += c[1] == '\n';
        }
      else
        {
          g_string_append_c (text, *c);
        }
    }
  return g_string_free (text, FALSE);
}

/* Reads the cell at @text into @column of the last row. Returns what stands
 * behind it, or NULL with @error. */
static const char *
read_cell (JhRows *rows, const char *text, guint column, GError **error)
{
  const char *end = find_quoted_end (text);
  char *cell;

  if (end)
    {
      cell = unquote (text, end);
    }
  else
    {
      end = find_plain_end (text);
      cell = g_strndup (text, (gsize) (end - text));
    }
  return jh_rows_put (rows, column, 1, cell, error) ? end : NULL;
}

/* Behind the line end at @text. */
static const char *
pass_line_end (const char *text)
{
  return text + (text[0] == '\r' && text[1] == '\n' ? 2 : 1);
}

/* Reads the row at @text. Returns where the next one begins, or NULL with
 * @error. */
static const char *
read_row (JhRows *rows, const char *text, GError **error)
{
  if (!jh_rows_begin (rows, error))
    return NULL;
  for (guint column = 0;; column++)
    {
      text = read_cell (rows, text, column, error);
      if (text == NULL || *text == '\0')
        return text;
      if (*text != '\t')
        return pass_line_end (text);
      text++;
    }
}

JhBlock *
jh_block_read_tsv (const char *bytes, gsize length, GError **error)
{
  g_autofree char *text = jh_block_decode (bytes, length, FALSE, error);
  g_autoptr (JhRows) rows = jh_rows_new ();
  const char *row = text;

  while (row && (*row || jh_rows_count (rows) == 0))
    row = read_row (rows, row, error);
  return row ? jh_rows_to_block (rows) : NULL;
}

/* The cell as a spreadsheet takes it. The caller frees it. */
static char *
shield_cell (const JhBlock *block, guint row, guint column)
{
  const char *text = jh_block_get (block, row, column);
  g_autofree char *number = jh_block_is_figure (block, row, column)
                              ? jh_block_plain_number (text)
                              : NULL;

  return number ? g_strdup (text) : jh_shield_put (text);
}

static void
append_cell (GString *out, const char *text)
{
  if (strpbrk (text, "\t\r\n\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

char *
jh_block_write_tsv (const JhBlock *block)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < jh_block_get_n_rows (block); row++)
    {
      for (guint column = 0; column < jh_block_get_n_columns (block);
           column++)
        {
          g_autofree char *text = shield_cell (block, row, column);

          if (column > 0)
            g_string_append_c (out, '\t');
          append_cell (out, text);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
