/* Nodes of an HTML document that libxml2 has parsed. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* The node behind @node in the order of the document, inside of @root; not
 * its children unless @into. NULL at the end. */
const xmlNode *jh_html_next (const xmlNode *node, const xmlNode *root,
                             gboolean into);

/* Whether @node is an element called @name, in upper or lower case. */
gboolean jh_html_is (const xmlNode *node, const char *name);

/* Whether @node is a cell of a table. */
gboolean jh_html_is_cell (const xmlNode *node);

/* Whether @node is hidden by its own style. */
gboolean jh_html_is_hidden (const xmlNode *node);

/* The attribute @name, or NULL. The caller frees it. */
char *jh_html_dup_attribute (const xmlNode *node,
                             const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The text of @cell as it is shown, or the exact number behind it. The
 * caller frees it. */
char *jh_html_read_cell (const xmlNode *cell) G_GNUC_WARN_UNUSED_RESULT;
