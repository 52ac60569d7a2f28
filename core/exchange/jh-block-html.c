#include "jh-block-private.h"
#include "jh-block-text.h"
#include "jh-error.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

/* The most columns and rows that a merged cell may take, as browsers have
 * them. */
#define COLSPAN_MAX 1000
#define ROWSPAN_MAX 65534

/* What blanks between two pieces of text came to. */
typedef enum
{
  GAP_NONE,
  GAP_BLANK,
  GAP_LINE,
} Gap;

/* A cell's text while it is collected. last is its last character. */
typedef struct
{
  GString *text;
  gunichar last;
  Gap gap;
} Collector;

/* spans: for each column, how many rows a merged cell above still takes
 * column: where the next cell of the row may stand
 * in_row: whether a row has begun */
typedef struct
{
  JhRows *rows;
  GArray *spans;
  guint column;
  gboolean in_row;
} Reader;

/* The node behind @node in the order of the document, inside of @root; not
 * its children unless @into. NULL at the end. */
static const xmlNode *
get_next (const xmlNode *node, const xmlNode *root, gboolean into)
{
  if (into && node->children)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  for (; *names; names++)
    if (is_element (node, *names))
      return TRUE;
  return FALSE;
}

static gboolean
is_cell (const xmlNode *node)
{
  return is_element (node, "td") || is_element (node, "th");
}

/* The attribute, or NULL. The caller frees it. */
static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* Whether @node is not shown. */
static gboolean
is_hidden (const xmlNode *node)
{
  g_autofree char *style
    = node->type == XML_ELEMENT_NODE ? dup_attribute (node, "style") : NULL;
  g_autofree char *lower = style ? g_ascii_strdown (style, -1) : NULL;
  const char *display = lower ? strstr (lower, "display") : NULL;

  if (display == NULL)
    return FALSE;
  display += strlen ("display");
  display += strspn (display, " \t\r\n:");
  return g_str_has_prefix (display, "none");
}

/* Puts in what the gap before @next comes to: between two Chinese
 * characters, a line end is only a line end of the source. */
static void
close_gap (Collector *collector, gunichar next)
{
  gboolean silent = collector->gap == GAP_LINE
                    && g_unichar_iswide (collector->last)
                    && g_unichar_iswide (next);

  if (collector->gap != GAP_NONE && !silent && collector->last
      && collector->last != '\n')
    g_string_append_c (collector->text, ' ');
  collector->gap = GAP_NONE;
}

static void
append_char (Collector *collector, gunichar c)
{
  if (c == ' ' || c == '\t' || c == '\f')
    {
      collector->gap = MAX (collector->gap, GAP_BLANK);
      return;
    }
  if (c == '\n' || c == '\r')
    {
      collector->gap = GAP_LINE;
      return;
    }
  close_gap (collector, c);
  g_string_append_unichar (collector->text, c == 0xa0 ? ' ' : c);
  collector->last = c;
}

/* Begins a new line. */
static void
break_line (Collector *collector)
{
  collector->gap = GAP_NONE;
  g_string_append_c (collector->text, '\n');
  collector->last = '\n';
}

/* Collects what the element @node itself means. Returns whether its children
 * are to be read. */
static gboolean
collect_element (Collector *collector, const xmlNode *node)
{
  static const char *const blocks[] = { "p", "div", "li", "tr", NULL };
  static const char *const silent[]
    = { "script", "style", "title", "xml", "noscript", "comment", NULL };

  if (is_element (node, "br"))
    break_line (collector);
  else if (is_one_of (node, blocks) && collector->last
           && collector->last != '\n')
    break_line (collector);
  else if (is_cell (node))
    collector->gap = MAX (collector->gap, GAP_BLANK);
  return !is_one_of (node, silent) && !is_hidden (node);
}

/* The text inside of @cell, as it is shown. The caller frees it. */
static char *
collect_text (const xmlNode *cell)
{
  Collector collector = { .text = g_string_new (NULL) };
  const xmlNode *node = get_next (cell, cell, TRUE);

  while (node)
    {
      gboolean into = FALSE;

      if (node->type == XML_ELEMENT_NODE)
        into = collect_element (&collector, node);
      else if (node->type == XML_TEXT_NODE
               || node->type == XML_CDATA_SECTION_NODE)
        for (const char *c = (const char *) node->content; c && *c;
             c = g_utf8_next_char (c))
          append_char (&collector, g_utf8_get_char (c));
      node = get_next (node, cell, into);
    }
  return g_strstrip (g_string_free (collector.text, FALSE));
}

/* The number in Google's description of a cell, {"1":3,"3":1234.5}, or
 * NULL. The caller frees it. */
static char *
dup_sheets_number (const xmlNode *cell)
{
  g_autofree char *value = dup_attribute (cell, "data-sheets-value");
  const char *number = value ? strstr (value, "\"3\":") : NULL;

  if (number == NULL)
    return NULL;
  number += strlen ("\"3\":");
  return g_strndup (number, strspn (number, "-.0123456789Ee+"));
}

/* The text of @cell, or the number behind it. The caller frees it. */
static char *
read_text (const xmlNode *cell)
{
  g_autofree char *shown = collect_text (cell);
  g_autofree char *exact = dup_attribute (cell, "x:num");
  char *number = NULL;

  if (exact == NULL)
    exact = dup_attribute (cell, "sdval");
  if (exact == NULL)
    exact = dup_sheets_number (cell);
  if (exact && g_utf8_validate (shown, -1, NULL))
    number = jh_block_exact_number (exact, shown);
  return number ? number : g_steal_pointer (&shown);
}

/* How many columns or rows a cell takes: 1 to @most; @zero for 0. */
static guint
read_span (const xmlNode *cell, const char *name, guint zero, guint most)
{
  g_autofree char *value = dup_attribute (cell, name);
  guint64 span;

  if (value == NULL || !g_ascii_isdigit (value[0]))
    return 1;
  span = g_ascii_strtoull (value, NULL, 10);
  return span == 0 ? zero : (guint) MIN (span, most);
}

/* How many rows the cell above @column still takes. */
static guint *
get_span (Reader *reader, guint column)
{
  if (reader->spans->len <= column)
    g_array_set_size (reader->spans, column + 1);
  return &g_array_index (reader->spans, guint, column);
}

static gboolean
begin_row (Reader *reader, GError **error)
{
  for (guint i = 0; i < reader->spans->len; i++)
    *get_span (reader, i) -= *get_span (reader, i) > 0;
  reader->column = 0;
  reader->in_row = TRUE;
  return jh_rows_begin (reader->rows, error);
}

static gboolean
read_cell (Reader *reader, const xmlNode *cell, GError **error)
{
  guint n_columns = read_span (cell, "colspan", 1, COLSPAN_MAX);
  guint n_rows = read_span (cell, "rowspan", ROWSPAN_MAX, ROWSPAN_MAX);

  if (!reader->in_row && !begin_row (reader, error))
    return FALSE;
  while (*get_span (reader, reader->column) > 0)
    reader->column++;
  if (!jh_rows_put (reader->rows, reader->column, n_columns, read_text (cell),
                    error))
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    *get_span (reader, reader->column + i) = n_rows;
  reader->column += n_columns;
  return TRUE;
}

/* What to do after a node of a table. */
typedef enum
{
  STEP_INTO,
  STEP_OVER,
  STEP_END,
  STEP_FAILED,
} Step;

/* The marks between which the copied part stands. */
static Step
read_comment (Reader *reader, const xmlNode *comment)
{
  g_autofree char *text
    = g_strdup (comment->content ? (const char *) comment->content : "");

  g_strstrip (text);
  if (g_str_equal (text, "EndFragment"))
    return STEP_END;
  if (g_str_equal (text, "StartFragment"))
    {
      jh_rows_clear (reader->rows);
      g_array_set_size (reader->spans, 0);
      reader->in_row = FALSE;
    }
  return STEP_OVER;
}

static Step
read_node (Reader *reader, const xmlNode *node, GError **error)
{
  if (node->type == XML_COMMENT_NODE)
    return read_comment (reader, node);
  if (node->type != XML_ELEMENT_NODE || is_hidden (node)
      || is_element (node, "table"))
    return STEP_OVER;
  if (is_element (node, "tr"))
    return begin_row (reader, error) ? STEP_INTO : STEP_FAILED;
  if (is_cell (node))
    return read_cell (reader, node, error) ? STEP_OVER : STEP_FAILED;
  return STEP_INTO;
}

static gboolean
read_table (Reader *reader, const xmlNode *table, GError **error)
{
  const xmlNode *node = get_next (table, table, TRUE);

  while (node)
    {
      Step step = read_node (reader, node, error);

      if (step == STEP_END || step == STEP_FAILED)
        return step == STEP_END;
      node = get_next (node, table, step == STEP_INTO);
    }
  return TRUE;
}

/* The first cell of @table itself, or NULL. */
static const xmlNode *
find_cell (const xmlNode *table)
{
  const xmlNode *node = get_next (table, table, TRUE);

  while (node && !is_cell (node))
    node = get_next (node, table, !is_element (node, "table"));
  return node;
}

/* The first table under @root that is shown and has cells, or NULL. */
static const xmlNode *
find_table (const xmlNode *root)
{
  const xmlNode *node = root;

  while (node)
    {
      gboolean hidden = is_hidden (node);

      if (!hidden && is_element (node, "table") && find_cell (node))
        return node;
      node = get_next (node, root, !hidden);
    }
  return NULL;
}

static JhBlock *
read_document (const xmlDoc *document, GError **error)
{
  const xmlNode *root = xmlDocGetRootElement (document);
  const xmlNode *table = root ? find_table (root) : NULL;
  g_autoptr (JhRows) rows = jh_rows_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (guint));
  Reader reader = { .rows = rows, .spans = spans };
  JhBlock *block;

  if (table && !read_table (&reader, table, error))
    return NULL;
  block = jh_rows_to_block (rows);
  if (block == NULL)
    g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND, "剪贴板里没有表格");
  return block;
}

JhBlock *
jh_block_read_html (const char *bytes, gsize length, GError **error)
{
  g_autofree char *text = jh_block_decode (bytes, length, TRUE, error);
  htmlParserCtxt *parser;
  xmlDoc *document;
  JhBlock *block = NULL;

  if (text == NULL)
    return NULL;
  parser = htmlNewParserCtxt ();
  document = htmlCtxtReadMemory (
    parser, text, (int) strlen (text), NULL, "UTF-8",
    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
      | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
  /* The parser gives up at its limits of depth and size. */
  if (document == NULL || parser->disableSAX)
    g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                 "要粘贴的表格读不出来，它的层次太深或一格太长，"
                 "请改为粘贴纯文本");
  else
    block = read_document (document, error);
  xmlFreeDoc (document);
  htmlFreeParserCtxt (parser);
  return block;
}
