#include "jh-block-private.h"
#include "jh-html.h"

#include <string.h>

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

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  for (; *names; names++)
    if (jh_html_is (node, *names))
      return TRUE;
  return FALSE;
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

  if (jh_html_is (node, "br"))
    break_line (collector);
  else if (is_one_of (node, blocks) && collector->last
           && collector->last != '\n')
    break_line (collector);
  else if (jh_html_is_cell (node))
    collector->gap = MAX (collector->gap, GAP_BLANK);
  return !is_one_of (node, silent) && !jh_html_is_hidden (node);
}

/* The text inside of @cell, as it is shown. The caller frees it. */
static char *
collect_text (const xmlNode *cell)
{
  Collector collector = { .text = g_string_new (NULL) };
  const xmlNode *node = jh_html_next (cell, cell, TRUE);

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
      node = jh_html_next (node, cell, into);
    }
  return g_strstrip (g_string_free (collector.text, FALSE));
}

/* The number in Google's description of a cell, {"1":3,"3":1234.5}, or
 * NULL. The caller frees it. */
static char *
dup_sheets_number (const xmlNode *cell)
{
  g_autofree char *value = jh_html_dup_attribute (cell, "data-sheets-value");
  const char *number = value ? strstr (value, "\"3\":") : NULL;

  if (number == NULL)
    return NULL;
  number += strlen ("\"3\":");
  return g_strndup (number, strspn (number, "-.0123456789Ee+"));
}

char *
jh_html_read_cell (const xmlNode *cell)
{
  g_autofree char *shown = collect_text (cell);
  g_autofree char *exact = jh_html_dup_attribute (cell, "x:num");
  char *number = NULL;

  if (exact == NULL)
    exact = jh_html_dup_attribute (cell, "sdval");
  if (exact == NULL)
    exact = dup_sheets_number (cell);
  if (exact && g_utf8_validate (shown, -1, NULL))
    number = jh_block_exact_number (exact, shown);
  return number ? number : g_steal_pointer (&shown);
}
