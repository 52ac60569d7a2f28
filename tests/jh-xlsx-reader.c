#include "jh-xlsx-reader.h"

#include <check.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-stdio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

/* cells: JhXlsxCell by place; places: the same, in the file's order */
typedef struct
{
  char *tab;
  xmlDoc *xml;
  GHashTable *cells;
  GPtrArray *places;
} Sheet;

struct _JhXlsx
{
  GPtrArray *sheets;
  GPtrArray *strings;
  xmlDoc *book;
  xmlDoc *styles;
};

static void
cell_free (gpointer data)
{
  JhXlsxCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->tab);
  xmlFreeDoc (sheet->xml);
  g_hash_table_unref (sheet->cells);
  g_ptr_array_unref (sheet->places);
  g_free (sheet);
}

/* The part @name of the zip file, parsed. */
static xmlDoc *
read_part (GsfInfile *zip, const char *name)
{
  g_auto (GStrv) path = g_strsplit (name, "/", -1);
  GsfInput *input = gsf_infile_child_by_aname (zip, (const char **) path);
  gsf_off_t size;
  const guint8 *bytes;
  xmlDoc *xml;

  ck_assert_msg (input != NULL, "there is no part %s", name);
  size = gsf_input_size (input);
  bytes = gsf_input_read (input, size, NULL);
  ck_assert_ptr_nonnull (bytes);
  xml = xmlReadMemory ((const char *) bytes, size, name, NULL,
                       XML_PARSE_NONET | XML_PARSE_HUGE);
  ck_assert_msg (xml != NULL, "%s is not XML", name);
  g_object_unref (input);
  return xml;
}

static gboolean
is_called (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE
         && strcmp ((const char *) node->name, name) == 0;
}

/* The node after @node in the tree under @root. */
static xmlNode *
walk (xmlNode *node, const xmlNode *root)
{
  if (node->children)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

/* The first element called @name after @node, or in it, under @root. */
static xmlNode *
next_element (xmlNode *node, const xmlNode *root, const char *name)
{
  for (node = walk (node, root); node; node = walk (node, root))
    if (is_called (node, name))
      return node;
  return NULL;
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = node ? xmlGetProp (node, (const xmlChar *) name) : NULL;
  char *copy = g_strdup (value ? (const char *) value : "");

  xmlFree (value);
  return copy;
}

static char *
dup_content (xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* @text with _x0041_ read as a spreadsheet does. */
static char *
decode (const char *text)
{
  GString *plain = g_string_new (NULL);

  while (*text)
    {
      guint code;
      int length = 0;

      if (sscanf (text, "_x%4x_%n", &code, &length) == 1 && length == 7)
        {
          g_string_append_unichar (plain, code);
          text += length;
        }
      else
        g_string_append_c (plain, *text++);
    }
  return g_string_free (plain, FALSE);
}

static GPtrArray *
read_strings (GsfInfile *zip)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);
  xmlDoc *xml = read_part (zip, "xl/sharedStrings.xml");
  xmlNode *root = xmlDocGetRootElement (xml);

  for (xmlNode *node = next_element (root, root, "si"); node;
       node = next_element (node, root, "si"))
    {
      g_autofree char *raw = dup_content (node);

      g_ptr_array_add (strings, decode (raw));
    }
  xmlFreeDoc (xml);
  return strings;
}

static JhXlsxCell *
read_cell (const JhXlsx *xlsx, xmlNode *node)
{
  JhXlsxCell *cell = g_new0 (JhXlsxCell, 1);
  g_autofree char *type = dup_attribute (node, "t");
  g_autofree char *style = dup_attribute (node, "s");
  g_autofree char *value = dup_content (node);
  guint index = strtoul (value, NULL, 10);

  cell->style = strtoul (style, NULL, 10);
  if (next_element (node, node, "f"))
    cell->kind = JH_XLSX_FORMULA;
  else if (strcmp (type, "s") == 0)
    cell->kind = JH_XLSX_STRING;
  else if (*value)
    cell->kind = JH_XLSX_NUMBER;
  cell->number = g_ascii_strtod (value, NULL);
  if (cell->kind == JH_XLSX_STRING)
    {
      ck_assert_uint_lt (index, xlsx->strings->len);
      cell->text = g_strdup (xlsx->strings->pdata[index]);
    }
  else
    cell->text = g_strdup ("");
  return cell;
}

static void
read_sheet (JhXlsx *xlsx, GsfInfile *zip, xmlNode *entry)
{
  g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml",
                                           xlsx->sheets->len + 1);
  Sheet *sheet = g_new0 (Sheet, 1);
  xmlNode *root;

  sheet->tab = dup_attribute (entry, "name");
  sheet->xml = read_part (zip, part);
  sheet->cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        cell_free);
  sheet->places = g_ptr_array_new_with_free_func (g_free);
  root = xmlDocGetRootElement (sheet->xml);
  for (xmlNode *node = next_element (root, root, "c"); node;
       node = next_element (node, root, "c"))
    {
      char *place = dup_attribute (node, "r");

      g_ptr_array_add (sheet->places, place);
      ck_assert_msg (
        g_hash_table_insert (sheet->cells, place, read_cell (xlsx, node)),
        "%s is there twice", place);
    }
  g_ptr_array_add (xlsx->sheets, sheet);
}

static GsfInfile *
open_zip (const char *path)
{
  GsfInput *input = gsf_input_stdio_new (path, NULL);
  GsfInfile *zip;

  ck_assert_msg (input != NULL, "%s cannot be read", path);
  zip = gsf_infile_zip_new (input, NULL);
  ck_assert_msg (zip != NULL, "%s is not a zip file", path);
  g_object_unref (input);
  return zip;
}

JhXlsx *
jh_xlsx_open (const char *path)
{
  JhXlsx *xlsx = g_new0 (JhXlsx, 1);
  GsfInfile *zip = open_zip (path);
  xmlNode *root;

  xlsx->sheets = g_ptr_array_new_with_free_func (sheet_free);
  xlsx->strings = read_strings (zip);
  xlsx->styles = read_part (zip, "xl/styles.xml");
  xlsx->book = read_part (zip, "xl/workbook.xml");
  root = xmlDocGetRootElement (xlsx->book);
  for (xmlNode *node = next_element (root, root, "sheet"); node;
       node = next_element (node, root, "sheet"))
    read_sheet (xlsx, zip, node);
  g_object_unref (zip);
  return xlsx;
}

guint
jh_xlsx_count_sheets (const JhXlsx *xlsx)
{
  return xlsx->sheets->len;
}

static const Sheet *
get_sheet (const JhXlsx *xlsx, guint sheet)
{
  ck_assert_uint_lt (sheet, xlsx->sheets->len);
  return xlsx->sheets->pdata[sheet];
}

const char *
jh_xlsx_get_tab (const JhXlsx *xlsx, guint sheet)
{
  return get_sheet (xlsx, sheet)->tab;
}

guint
jh_xlsx_find_tab (const JhXlsx *xlsx, const char *tab)
{
  for (guint i = 0; i < xlsx->sheets->len; i++)
    if (strcmp (jh_xlsx_get_tab (xlsx, i), tab) == 0)
      return i;
  ck_abort_msg ("there is no tab called %s", tab);
  return 0;
}

const JhXlsxCell *
jh_xlsx_get_cell (const JhXlsx *xlsx, guint sheet, const char *place)
{
  return g_hash_table_lookup (get_sheet (xlsx, sheet)->cells, place);
}

const GPtrArray *
jh_xlsx_list_places (const JhXlsx *xlsx, guint sheet)
{
  return get_sheet (xlsx, sheet)->places;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
jh_xlsx_dup_merges (const JhXlsx *xlsx, guint sheet)
{
  xmlNode *root = xmlDocGetRootElement (get_sheet (xlsx, sheet)->xml);
  g_autoptr (GPtrArray) ranges = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *node = next_element (root, root, "mergeCell"); node;
       node = next_element (node, root, "mergeCell"))
    g_ptr_array_add (ranges, dup_attribute (node, "ref"));
  g_ptr_array_sort (ranges, compare_texts);
  g_ptr_array_add (ranges, NULL);
  return g_strjoinv ("\n", (char **) ranges->pdata);
}

const JhXlsxCell *
jh_xlsx_find_text (const JhXlsx *xlsx, guint sheet, const char *text,
                   char *place)
{
  const GPtrArray *places = get_sheet (xlsx, sheet)->places;

  for (guint i = 0; i < places->len; i++)
    {
      const JhXlsxCell *cell = jh_xlsx_get_cell (xlsx, sheet,
                                                 places->pdata[i]);

      if (strcmp (cell->text, text) != 0)
        continue;
      if (place)
        g_strlcpy (place, places->pdata[i], 16);
      return cell;
    }
  ck_abort_msg ("no cell says “%s”", text);
  return NULL;
}

gboolean
jh_xlsx_is_merged (const JhXlsx *xlsx, guint sheet, const char *range)
{
  xmlNode *root = xmlDocGetRootElement (get_sheet (xlsx, sheet)->xml);

  for (xmlNode *node = next_element (root, root, "mergeCell"); node;
       node = next_element (node, root, "mergeCell"))
    {
      g_autofree char *merged = dup_attribute (node, "ref");

      if (strcmp (merged, range) == 0)
        return TRUE;
    }
  return FALSE;
}

guint
jh_xlsx_count_elements (const JhXlsx *xlsx, guint sheet, const char *name)
{
  xmlNode *root = xmlDocGetRootElement (get_sheet (xlsx, sheet)->xml);
  guint count = 0;

  for (xmlNode *node = next_element (root, root, name); node;
       node = next_element (node, root, name))
    count++;
  return count;
}

char *
jh_xlsx_dup_attribute (const JhXlsx *xlsx, guint sheet, const char *name,
                       const char *attribute)
{
  xmlNode *root = xmlDocGetRootElement (get_sheet (xlsx, sheet)->xml);

  return dup_attribute (next_element (root, root, name), attribute);
}

char *
jh_xlsx_dup_breaks (const JhXlsx *xlsx, guint sheet, const char *name)
{
  xmlNode *root = xmlDocGetRootElement (get_sheet (xlsx, sheet)->xml);
  xmlNode *breaks = next_element (root, root, name);
  GString *list = g_string_new (NULL);

  for (xmlNode *node = breaks ? next_element (breaks, breaks, "brk") : NULL;
       node; node = next_element (node, breaks, "brk"))
    {
      g_autofree char *id = dup_attribute (node, "id");

      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", id);
    }
  return g_string_free (list, FALSE);
}

char *
jh_xlsx_dup_name (const JhXlsx *xlsx, guint sheet, const char *name)
{
  xmlNode *root = xmlDocGetRootElement (xlsx->book);

  for (xmlNode *node = next_element (root, root, "definedName"); node;
       node = next_element (node, root, "definedName"))
    {
      g_autofree char *called = dup_attribute (node, "name");
      g_autofree char *local = dup_attribute (node, "localSheetId");

      if (strcmp (called, name) == 0 && strtoul (local, NULL, 10) == sheet)
        return dup_content (node);
    }
  return g_strdup ("");
}

/* The entry of the style @style in the list of cell formats. */
static xmlNode *
find_style (const JhXlsx *xlsx, guint style)
{
  xmlNode *root = xmlDocGetRootElement (xlsx->styles);
  xmlNode *list = next_element (root, root, "cellXfs");
  xmlNode *entry = next_element (list, list, "xf");

  while (style-- > 0 && entry)
    entry = next_element (entry, list, "xf");
  ck_assert_ptr_nonnull (entry);
  return entry;
}

char *
jh_xlsx_dup_format (const JhXlsx *xlsx, guint style)
{
  static const char *const known[] = { [0] = "General", [1] = "0",
                                       [2] = "0.00",    [4] = "#,##0.00",
                                       [9] = "0%",      [10] = "0.00%" };
  g_autofree char *id = dup_attribute (find_style (xlsx, style), "numFmtId");
  xmlNode *root = xmlDocGetRootElement (xlsx->styles);
  guint number = strtoul (id, NULL, 10);

  if (number < G_N_ELEMENTS (known) && known[number])
    return g_strdup (known[number]);
  for (xmlNode *node = next_element (root, root, "numFmt"); node;
       node = next_element (node, root, "numFmt"))
    {
      g_autofree char *other = dup_attribute (node, "numFmtId");

      if (strcmp (other, id) == 0)
        return dup_attribute (node, "formatCode");
    }
  return g_strdup ("");
}

char *
jh_xlsx_dup_style (const JhXlsx *xlsx, guint style, const char *name,
                   const char *attribute)
{
  xmlNode *entry = find_style (xlsx, style);

  if (is_called (entry, name))
    return dup_attribute (entry, attribute);
  return dup_attribute (next_element (entry, entry, name), attribute);
}

void
jh_xlsx_free (JhXlsx *xlsx)
{
  if (xlsx == NULL)
    return;
  g_ptr_array_unref (xlsx->sheets);
  g_ptr_array_unref (xlsx->strings);
  xmlFreeDoc (xlsx->book);
  xmlFreeDoc (xlsx->styles);
  g_free (xlsx);
}
