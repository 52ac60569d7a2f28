#include "jh-csv.h"

#include "jh-money.h"
#include "jh-text.h"

#include <string.h>

/* What a cell ended with. */
typedef enum
{
  END_CELL,
  END_ROW,
  END_FILE,
  END_BROKEN,
} End;

/* in: the next byte
 * end: behind the last one
 * line: where in stands
 * row_line: where the row began
 * column: of the cell that is read, from 0
 * cells: of the row that is read; they stand in the text itself, which a
 *   cell never outgrows */
typedef struct
{
  char *in;
  char *end;
  char separator;
  guint line;
  guint row_line;
  guint column;
  GPtrArray *cells;
  const char *name;
  JhFaults *faults;
} Parser;

void
jh_csv_free (JhCsv *csv)
{
  if (csv == NULL)
    return;
  g_ptr_array_unref (csv->rows);
  g_free (csv->text);
  g_free (csv);
}

const char *
jh_csv_row_get (const JhCsvRow *row, guint index)
{
  return index < row->n_cells ? row->cells[index] : "";
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* What separates the cells of @text, judged by its first line that holds
 * anything. */
static char
find_separator (const char *text, const char *end)
{
  guint commas = 0, tabs = 0, semicolons = 0;
  gboolean quoted = FALSE;

  while (text < end && is_line_end (*text))
    text++;
  for (; text < end && (quoted || !is_line_end (*text)); text++)
    {
      if (*text == '"')
        quoted = !quoted;
      commas += !quoted && *text == ',';
      tabs += !quoted && *text == '\t';
      semicolons += !quoted && *text == ';';
    }
  if (commas > 0 || tabs + semicolons == 0)
    return ',';
  return tabs > 0 ? '\t' : ';';
}

/* Adds a fault at the cell that is read. */
static void
add_fault (const Parser *parser, guint line, const char *what)
{
  jh_faults_add (parser->faults, parser->name, line, NULL, "第 %u 列%s",
                 parser->column + 1, what);
}

/* Goes past the line end that the parser stands on. */
static void
pass_line_end (Parser *parser)
{
  if (*parser->in == '\r' && parser->in + 1 < parser->end
      && parser->in[1] == '\n')
    parser->in++;
  parser->in++;
  parser->line++;
}

/* Looks at what stands behind a cell and goes past it. The cell's end may be
 * overwritten from here on. */
static End
pass_end (Parser *parser)
{
  if (parser->in == parser->end)
    return END_FILE;
  if (*parser->in == parser->separator)
    {
      parser->in++;
      return END_CELL;
    }
  pass_line_end (parser);
  return END_ROW;
}

static End
refuse_nul (Parser *parser)
{
  add_fault (parser, parser->line,
             "含有空字符（NUL），文件已损坏或不是 CSV 文件");
  return END_BROKEN;
}

static gboolean
is_cell_end (const Parser *parser)
{
  return parser->in == parser->end || *parser->in == parser->separator
         || is_line_end (*parser->in);
}

/* Reads up to the end of the cell into @out, from where the cell is not
 * quoted, or not any more: nothing may follow then. */
static End
read_plain (Parser *parser, char **out, gboolean was_quoted)
{
  gboolean stray = was_quoted && !is_cell_end (parser);

  while (!is_cell_end (parser))
    {
      if (*parser->in == '\0')
        return refuse_nul (parser);
      stray |= *parser->in == '"';
      *(*out)++ = *parser->in++;
    }
  if (stray)
    add_fault (parser, parser->line,
               "的双引号位置不对：含双引号的格子，整格要用双引号括起，"
               "格内的双引号写成两个");
  return pass_end (parser);
}

/* Reads one character inside of quotes. */
static End
read_quoted_char (Parser *parser, char **out)
{
  if (*parser->in == '\0')
    return refuse_nul (parser);
  if (is_line_end (*parser->in))
    {
      pass_line_end (parser);
      *(*out)++ = '\n';
    }
  else
    {
      *(*out)++ = *parser->in++;
    }
  return END_CELL;
}

/* Reads a cell that begins with a quote. */
static End
read_quoted (Parser *parser, char **out)
{
  guint opened = parser->line;

  parser->in++;
  while (parser->in < parser->end)
    {
      if (*parser->in == '"')
        {
          parser->in++;
          if (parser->in == parser->end || *parser->in != '"')
            return read_plain (parser, out, TRUE);
        }
      if (read_quoted_char (parser, out) == END_BROKEN)
        return END_BROKEN;
    }
  add_fault (parser, opened, "的双引号只有开头，没有结尾，从这里起读不下去");
  return END_BROKEN;
}

static End
read_cell (Parser *parser)
{
  char *cell = parser->in;
  char *out = cell;
  gboolean quoted = parser->in < parser->end && *parser->in == '"';
  guint line = parser->line;
  End end
    = quoted ? read_quoted (parser, &out) : read_plain (parser, &out, FALSE);

  if (end == END_BROKEN)
    return end;
  *out = '\0';
  if (out - cell > JH_CSV_CELL_MAX)
    {
      add_fault (parser, line, "的内容太长，一格最多 64 KB");
      *cell = '\0';
    }
  if (parser->column < JH_CSV_COLUMNS_MAX)
    g_ptr_array_add (parser->cells, cell);
  parser->column++;
  return end;
}

/* Reads the cells of one row. */
static End
read_row (Parser *parser)
{
  End end;

  g_ptr_array_set_size (parser->cells, 0);
  parser->column = 0;
  parser->row_line = parser->line;
  do
    end = read_cell (parser);
  while (end == END_CELL);
  if (end != END_BROKEN && parser->column > JH_CSV_COLUMNS_MAX)
    jh_faults_add (parser->faults, parser->name, parser->row_line, NULL,
                   "有 %u 格，一行最多 %d 格", parser->column,
                   JH_CSV_COLUMNS_MAX);
  return end;
}

static gboolean
is_blank_row (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (!jh_text_is_blank (cells->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Keeps the row that was read, unless it is blank. Returns FALSE when there
 * are too many. */
static gboolean
keep_row (Parser *parser, GPtrArray *rows)
{
  gsize size = parser->cells->len * sizeof (char *);
  JhCsvRow *row;

  if (is_blank_row (parser->cells))
    return TRUE;
  if (rows->len > JH_LINES_MAX)
    {
      jh_faults_add (parser->faults, parser->name, parser->row_line, NULL,
                     "超过 %d 行数据，后面的没有读", JH_LINES_MAX);
      return FALSE;
    }
  row = g_malloc (sizeof *row + size);
  row->line = parser->row_line;
  row->n_cells = parser->cells->len;
  memcpy (row->cells, parser->cells->pdata, size);
  g_ptr_array_add (rows, row);
  return TRUE;
}

/* Reads all rows; FALSE when the end was not reached. */
static gboolean
read_rows (Parser *parser, JhCsv *csv)
{
  End end = END_ROW;

  while (end == END_ROW && parser->in < parser->end)
    {
      guint before = csv->rows->len;

      end = read_row (parser);
      if (end == END_BROKEN || !keep_row (parser, csv->rows))
        return FALSE;
      csv->cut = end == END_FILE && csv->rows->len > before;
    }
  return TRUE;
}

JhCsv *
jh_csv_parse (char *text, gsize length, const char *name, JhFaults *faults)
{
  g_autoptr (JhCsv) csv = g_new0 (JhCsv, 1);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  Parser parser = {
    .in = text,
    .end = text + length,
    .separator = find_separator (text, text + length),
    .line = 1,
    .cells = cells,
    .name = name,
    .faults = faults,
  };

  csv->text = text;
  csv->rows = g_ptr_array_new_with_free_func (g_free);
  return read_rows (&parser, csv) ? g_steal_pointer (&csv) : NULL;
}
