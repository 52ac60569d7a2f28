#include "jh-heading.h"
#include "jh-merges.h"
#include "jh-render-csv.h"
#include "jh-text.h"

#include <string.h>

/* The widest that words and heads may make a column; longer ones are
 * broken. */
#define WORDS_MAX 36
#define HEAD_MAX 16

/* More of a cell is not shown. */
#define CHARACTERS_MAX 4000

/* What stands between two columns. */
#define GAP "  "
#define GAP_COLUMNS 2

/* widths: columns of the terminal that each column takes */
typedef struct
{
  const JhGrid *grid;
  JhMerges *merges;
  guint *widths;
  GString *out;
} Text;

/* What the cell shows, fit for a terminal. The caller frees it. */
static char *
dup_shown (const Text *text, const JhCell *cell)
{
  g_autofree char *raw = jh_grid_dup_cell_text (text->grid, cell, TRUE);
  g_autofree char *quoted = NULL;
  GString *shown;

  if (cell->kind != JH_CELL_TEXT)
    return g_steal_pointer (&raw);
  quoted = jh_text_quote (raw, CHARACTERS_MAX);
  if (cell->role != JH_ROLE_LABEL || cell->indent == 0)
    return g_steal_pointer (&quoted);
  shown = g_string_new (NULL);
  for (guint i = 0; i < MIN (cell->indent, 15); i++)
    g_string_append (shown, "  ");
  g_string_append (shown, quoted);
  return g_string_free (shown, FALSE);
}

/* How much of @text fits into @columns, in bytes; one character at least,
 * when there is one. */
static gsize
fitting (const char *text, guint columns)
{
  const char *at = text;
  guint used = 0;

  while (*at)
    {
      gunichar c = g_utf8_get_char (at);
      guint takes
        = g_unichar_iszerowidth (c) ? 0 : 1 + !!g_unichar_iswide (c);

      if (used + takes > columns && at > text)
        break;
      used += takes;
      at = g_utf8_next_char (at);
    }
  return at - text;
}

/* How wide a column the cell asks for. */
static guint
asked_width (const Text *text, const JhCell *cell)
{
  g_autofree char *shown = dup_shown (text, cell);
  guint width = shown ? jh_text_columns (shown) : 0;

  if (cell->kind != JH_CELL_TEXT)
    return width;
  return MIN (width, cell->role == JH_ROLE_HEADER ? HEAD_MAX : WORDS_MAX);
}

static void
measure_cell (Text *text, guint row, guint column)
{
  const JhCell *cell = jh_grid_get_cell (text->grid, row, column);

  if (cell->rows > 0 && cell->columns < 2)
    text->widths[column]
      = MAX (text->widths[column], asked_width (text, cell));
}

/* The columns that @area, or a single cell, takes with the gaps inside. */
static guint
area_width (const Text *text, guint column, guint n_columns)
{
  guint width = 0;

  for (guint c = column; c < column + n_columns; c++)
    width += text->widths[c] + (c > column ? GAP_COLUMNS : 0);
  return width;
}

/* Widens the last column of an area that is too narrow for its words. */
static void
measure_area (Text *text, const JhArea *area)
{
  const JhCell *cell = jh_grid_get_cell (text->grid, area->row, area->column);
  guint has = area_width (text, area->column, area->columns);
  guint asked = asked_width (text, cell);

  if (asked > has)
    text->widths[area->column + area->columns - 1] += asked - has;
}

static void
add_spaces (GString *out, guint n)
{
  for (; n > 0; n--)
    g_string_append_c (out, ' ');
}

/* Adds the first part of *@rest that fits @width, and moves *@rest on. */
static void
add_part (Text *text, const JhCell *cell, const char **rest, guint width)
{
  gsize bytes = fitting (*rest, width);
  g_autofree char *part = g_strndup (*rest, bytes);
  guint used = jh_text_columns (part);
  guint free = width > used ? width - used : 0;
  guint before = 0;

  if (cell->kind != JH_CELL_TEXT && cell->kind != JH_CELL_NONE)
    before = free;
  else if (cell->role != JH_ROLE_LABEL && cell->role != JH_ROLE_WORDS
           && cell->role != JH_ROLE_CODE)
    before = free / 2;
  add_spaces (text->out, before);
  g_string_append (text->out, part);
  add_spaces (text->out, free - before);
  *rest += bytes;
}

/* Cuts the spaces that end a line. */
static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/* How many columns the cell takes, 1 when it is covered or alone. */
static guint
count_columns (const Text *text, guint row, guint column)
{
  const JhCell *cell = jh_grid_get_cell (text->grid, row, column);

  if (cell->columns < 2 || !jh_merges_has (text->merges, row, column))
    return 1;
  return MIN (cell->columns, text->grid->n_columns - column);
}

/* Adds one line of a row; @rests holds what is left of each cell. Returns
 * whether something is left after it. */
static gboolean
add_line (Text *text, guint row, const char **rests)
{
  gboolean more = FALSE;
  guint step;

  for (guint c = 0; c < text->grid->n_columns; c += step)
    {
      const JhCell *cell = jh_grid_get_cell (text->grid, row, c);

      step = count_columns (text, row, c);
      if (c > 0)
        g_string_append (text->out, GAP);
      add_part (text, cell, &rests[c], area_width (text, c, step));
      more |= *rests[c] != '\0';
    }
  end_line (text->out);
  return more;
}

static void
add_row (Text *text, guint row)
{
  guint n = text->grid->n_columns;
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  g_autofree const char **rests = g_new0 (const char *, n + 1);

  for (guint c = 0; c < n; c++)
    {
      g_ptr_array_add (
        shown, dup_shown (text, jh_grid_get_cell (text->grid, row, c)));
      rests[c] = shown->pdata[c] ? shown->pdata[c] : "";
    }
  while (add_line (text, row, rests))
    continue;
}

static void
add_rule (Text *text)
{
  for (guint c = 0; c < text->grid->n_columns; c++)
    {
      if (c > 0)
        g_string_append (text->out, GAP);
      for (guint i = 0; i < text->widths[c]; i++)
        g_string_append_c (text->out, '-');
    }
  end_line (text->out);
}

static void
add_words (Text *text, const char *words)
{
  g_autofree char *quoted = jh_text_quote (words, CHARACTERS_MAX);

  if (*quoted)
    g_string_append_printf (text->out, "%s\n", quoted);
}

static void
add_head (Text *text)
{
  g_autofree char *unit_name = jh_heading_dup_unit_name (text->grid);
  g_autofree char *money_unit = jh_heading_dup_money_unit (text->grid);
  g_autofree char *title
    = g_strjoin (*text->grid->number ? "  " : "", text->grid->number,
                 text->grid->title, NULL);
  g_autofree char *units = g_strjoin (*unit_name && *money_unit ? "  " : "",
                                      unit_name, money_unit, NULL);

  add_words (text, title);
  add_words (text, text->grid->subtitle);
  add_words (text, units);
}

static void
add_table (Text *text)
{
  const JhGrid *grid = text->grid;

  if (grid->n_columns == 0)
    return;
  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns; c++)
      measure_cell (text, r, c);
  for (guint i = 0; i < text->merges->areas->len; i++)
    measure_area (text, jh_merges_get (text->merges, i));
  for (guint r = 0; r < grid->n_rows; r++)
    {
      if (r > 0 && r == grid->header_rows)
        add_rule (text);
      add_row (text, r);
    }
}

char *
jh_render_text (const JhGrid *grid)
{
  g_autoptr (JhMerges) merges = jh_merges_new (grid);
  g_autofree guint *widths = g_new0 (guint, grid->n_columns + 1);
  Text text = { grid, merges, widths, g_string_new (NULL) };

  add_head (&text);
  add_table (&text);
  for (guint i = 0; i < grid->notes->len; i++)
    add_words (&text, grid->notes->pdata[i]);
  return g_string_free (text.out, FALSE);
}
