#include "jh-html.h"

#include <string.h>

const xmlNode *
jh_html_next (const xmlNode *node, const xmlNode *root, gboolean into)
{
  if (into && node->children)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

gboolean
jh_html_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

gboolean
jh_html_is_cell (const xmlNode *node)
{
  return jh_html_is (node, "td") || jh_html_is (node, "th");
}

char *
jh_html_dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

gboolean
jh_html_is_hidden (const xmlNode *node)
{
  g_autofree char *style = node->type == XML_ELEMENT_NODE
                             ? jh_html_dup_attribute (node, "style")
                             : NULL;
  g_autofree char *lower = style ? g_ascii_strdown (style, -1) : NULL;
  const char *display = lower ? strstr (lower, "display") : NULL;

  if (display == NULL)
    return FALSE;
  display += strlen ("display");
  display += strspn (display, " \t\r\n:");
  return g_str_has_prefix (display, "none");
}
