#include "jh-render-csv.h"

#include "jh-part.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Whether a spreadsheet would take @text for a formula. */
static gboolean
is_formula (const char *text)
{
  return *text && strchr ("=+-@\t\r", *text);
}

/* Adds one field; @text is quoted when it needs to be. */
static void
add_field (GString *csv, const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (; *text; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

static void
add_cell (GString *csv, const JhGrid *grid, const JhCell *cell)
{
  g_autofree char *text = jh_grid_dup_cell_text (grid, cell, FALSE);
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  g_autofree char *tame = NULL;

  if (cell->kind == JH_CELL_TEXT && is_formula (valid))
    tame = g_strconcat ("'", valid, NULL);
  add_field (csv, tame ? tame : valid);
}

char *
jh_render_csv_text (const JhGrid *grid)
{
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (guint r = 0; r < grid->n_rows; r++)
    {
      for (guint c = 0; c < grid->n_columns; c++)
        {
          if (c > 0)
            g_string_append_c (csv, ',');
          add_cell (csv, grid, jh_grid_get_cell (grid, r, c));
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}

gboolean
jh_render_csv (const JhGrid *grid, const char *folder, const char *name,
               GError **error)
{
  g_autoptr (JhPart) part = jh_part_new (folder, name, error);
  g_autofree char *csv = NULL;

  if (part == NULL)
    return FALSE;
  csv = jh_render_csv_text (grid);
  return jh_part_write (part, csv, strlen (csv), error)
         && jh_part_finish (part, error);
}
