#include "jh-block-private.h"
#include "jh-block-text.h"
#include "jh-error.h"
#include "jh-html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* The most columns and rows that a merged cell may take, as browsers have
 * them. */
#define COLSPAN_MAX 1000
#define ROWSPAN_MAX 65534

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

/* How many columns or rows a cell takes: 1 to @most; @zero for 0. */
static guint
read_span (const xmlNode *cell, const char *name, guint zero, guint most)
{
  g_autofree char *value = jh_html_dup_attribute (cell, name);
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
  if (!jh_rows_put (reader->rows, reader->column, n_columns,
                    jh_html_read_cell (cell), error))
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
  if (node->type != XML_ELEMENT_NODE || jh_html_is_hidden (node)
      || jh_html_is (node, "table"))
    return STEP_OVER;
  if (jh_html_is (node, "tr"))
    return begin_row (reader, error) ? STEP_INTO : STEP_FAILED;
  if (jh_html_is_cell (node))
    return read_cell (reader, node, error) ? STEP_OVER : STEP_FAILED;
  return STEP_INTO;
}

static gboolean
read_table (Reader *reader, const xmlNode *table, GError **error)
{
  const xmlNode *node = jh_html_next (table, table, TRUE);

  while (node)
    {
      Step step = read_node (reader, node, error);

      if (step == STEP_END || step == STEP_FAILED)
        return step == STEP_END;
      node = jh_html_next (node, table, step == STEP_INTO);
    }
  return TRUE;
}

/* The first cell of @table itself, or NULL. */
static const xmlNode *
find_cell (const xmlNode *table)
{
  const xmlNode *node = jh_html_next (table, table, TRUE);

  while (node && !jh_html_is_cell (node))
    node = jh_html_next (node, table, !jh_html_is (node, "table"));
  return node;
}

/* The first table under @root that is shown and has cells, or NULL. */
static const xmlNode *
find_table (const xmlNode *root)
{
  const xmlNode *node = root;

  while (node)
    {
      gboolean hidden = jh_html_is_hidden (node);

      if (!hidden && jh_html_is (node, "table") && find_cell (node))
        return node;
      node = jh_html_next (node, root, !hidden);
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
