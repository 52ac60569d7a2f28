#include "jh-bundle.h"

#include <string.h>

#include "jh-compute.h"
#include "jh-error.h"
#include "jh-json.h"
#include "jh-template.h"
#include "jh-text.h"

#define WORKBOOKS_RESOURCE "/cn/jiheng/workbooks.json"

/* How long a file's name may be, in bytes, before its ending: well below
 * the 255 that file systems take; and of these the unit's name, so that the
 * words that tell one file from another are never cut off. */
#define NAME_BYTES_MAX 200
#define UNIT_BYTES_MAX 120

GPtrArray *
jh_bundles_new (void)
{
  return g_ptr_array_new_with_free_func (jh_bundle_free);
}

static void
cover_line_free (gpointer data)
{
  JhCoverLine *line = data;

  g_free (line->label);
  g_free (line->value);
  g_free (line);
}

static JhBundle *
bundle_new (void)
{
  JhBundle *bundle = g_new0 (JhBundle, 1);

  bundle->cover = g_ptr_array_new_with_free_func (cover_line_free);
  return bundle;
}

void
jh_bundle_free (gpointer data)
{
  JhBundle *bundle = data;

  if (bundle == NULL)
    return;
  g_free (bundle->group);
  g_free (bundle->sheet);
  g_free (bundle->object);
  g_free (bundle->label);
  g_free (bundle->file);
  g_free (bundle->title);
  g_ptr_array_unref (bundle->cover);
  g_free (bundle);
}

GPtrArray *
jh_bundle_objects (const JhSheet *sheet, const JhBooks *books)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = NULL;

  if (*sheet->object == '\0')
    {
      g_ptr_array_add (objects, NULL);
      return objects;
    }
  all = jh_books_list_objects (books);
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (all->pdata[i], JH_OBJECT_WHOLE)
        == g_str_equal (sheet->object, JH_OBJECT_WHOLE))
      g_ptr_array_add (objects, g_strdup (all->pdata[i]));
  return objects;
}

char *
jh_bundle_dup_file_name (const char *words, const JhBooks *books)
{
  g_autofree char *unit
    = jh_text_file_name (books->filing->name, UNIT_BYTES_MAX);
  g_auto (GStrv) parts = g_strsplit (words, "{unit}", -1);
  g_autofree char *name = NULL;

  for (guint i = 0; parts[i]; i++)
    {
      char *part = jh_template_expand (parts[i], books, NULL, NULL);

      g_free (parts[i]);
      parts[i] = part;
    }
  name = g_strjoinv (unit, parts);
  return jh_text_file_name (name, NAME_BYTES_MAX);
}

/* How many sheets the group @group of the filing has. */
static guint
count_sheets (const JhCatalog *catalog, const JhBooks *books,
              const char *group)
{
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (catalog, books->filing, group);
  guint count = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autoptr (GPtrArray) objects
        = jh_bundle_objects (sheets->pdata[i], books);

      count += objects->len;
    }
  return count;
}

static void
read_cover (JhBundle *bundle, JhJson *json, JsonObject *object,
            const JhBooks *books)
{
  JsonArray *lines = jh_json_get_array (json, object, "cover");

  for (guint i = 0; lines && i < json_array_get_length (lines); i++)
    {
      JsonObject *line = jh_json_get_element (json, lines, i, "cover");
      g_autofree char *value = NULL;
      JhCoverLine *kept;

      if (line == NULL)
        continue;
      value = jh_template_expand (jh_json_get_text (json, line, "value", ""),
                                  books, NULL, NULL);
      if (*value == '\0')
        continue;
      kept = g_new (JhCoverLine, 1);
      kept->label = g_strdup (jh_json_get_text (json, line, "label", ""));
      kept->value = g_steal_pointer (&value);
      g_ptr_array_add (bundle->cover, kept);
    }
}

/* The workbook that @object describes. */
static JhBundle *
read_bundle (JhJson *json, JsonObject *object, const JhCatalog *catalog,
             const JhBooks *books)
{
  JhBundle *bundle = bundle_new ();

  bundle->group = g_strdup (jh_json_get_text (json, object, "group", ""));
  bundle->label = g_strdup (bundle->group);
  bundle->title = jh_template_expand (
    jh_json_get_text (json, object, "title", ""), books, NULL, NULL);
  bundle->file = jh_bundle_dup_file_name (
    jh_json_get_text (json, object, "file", ""), books);
  bundle->has_contents = jh_json_get_flag (json, object, "contents");
  read_cover (bundle, json, object, books);
  bundle->n_sheets = count_sheets (catalog, books, bundle->group);
  return bundle;
}

/* The description as it comes with the program. */
static JsonObject *
parse_workbooks (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
    WORKBOOKS_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;
  return jh_json_parse (g_bytes_get_data (bytes, NULL),
                        g_bytes_get_size (bytes), "workbooks.json", error);
}

GPtrArray *
jh_bundle_list (const JhCatalog *catalog, const JhBooks *books,
                GError **error)
{
  g_autoptr (JsonObject) top = parse_workbooks (error);
  g_autoptr (GPtrArray) bundles = jh_bundles_new ();
  JhJson json = { "workbooks.json", NULL };
  JsonArray *array = top ? jh_json_get_array (&json, top, "workbooks") : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *object = jh_json_get_element (&json, array, i, "workbooks");
      g_autoptr (JhBundle) bundle
        = object ? read_bundle (&json, object, catalog, books) : NULL;

      if (bundle && bundle->n_sheets > 0)
        g_ptr_array_add (bundles, g_steal_pointer (&bundle));
    }
  if (json.fault)
    g_propagate_error (error, json.fault);
  return json.fault || array == NULL ? NULL : g_steal_pointer (&bundles);
}

JhBundle *
jh_bundle_new_sheet (const JhCatalog *catalog, const JhBooks *books,
                     const char *sheet, const char *object, GError **error)
{
  const JhSheet *found = jh_catalog_find (catalog, books->filing, sheet);
  g_autofree char *tab = NULL;
  g_autofree char *file = NULL;
  JhBundle *bundle;

  if (found == NULL)
    {
      g_autofree char *quoted = jh_text_quote (sheet, 40);

      g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                   "这套决算没有“%s”这张表。", quoted);
      return NULL;
    }
  tab = jh_template_expand (found->tab, books, object, NULL);
  file = g_strconcat ("{year}年度{unit}", tab, NULL);
  bundle = bundle_new ();
  bundle->sheet = g_strdup (sheet);
  bundle->object = g_strdup (object);
  bundle->label = g_strdup (tab);
  bundle->title = jh_template_expand (found->title, books, object, NULL);
  bundle->file = jh_bundle_dup_file_name (file, books);
  bundle->n_sheets = 1;
  return bundle;
}

/* Computes @sheet of @object into @workbook. */
static gboolean
add_grid (JhWorkbook *workbook, const JhSheet *sheet, const JhBooks *books,
          const JhBooks *before, const char *object, GError **error)
{
  JhGrid *grid = jh_compute (sheet, books, before, object, error);

  if (grid)
    jh_workbook_take_grid (workbook, grid);
  return grid != NULL;
}

/* Computes the sheets of @group into @workbook. */
static gboolean
add_group (JhWorkbook *workbook, const char *group, const JhCatalog *catalog,
           const JhBooks *books, const JhBooks *before, GError **error)
{
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (catalog, books->filing, group);

  for (guint i = 0; i < sheets->len; i++)
    {
      const JhSheet *sheet = sheets->pdata[i];
      g_autoptr (GPtrArray) objects = jh_bundle_objects (sheet, books);

      for (guint o = 0; o < objects->len; o++)
        if (!add_grid (workbook, sheet, books, before, objects->pdata[o],
                       error))
          return FALSE;
    }
  return TRUE;
}

JhWorkbook *
jh_bundle_compute (const JhBundle *bundle, const JhCatalog *catalog,
                   const JhBooks *books, const JhBooks *before,
                   const char *mark, GError **error)
{
  g_autoptr (JhWorkbook) workbook = jh_workbook_new (bundle->title);
  gboolean added;

  workbook->has_contents = bundle->has_contents;
  g_free (workbook->mark);
  workbook->mark = g_strdup (mark ? mark : "");
  workbook->has_cover = *workbook->mark != '\0';
  for (guint i = 0; i < bundle->cover->len; i++)
    {
      const JhCoverLine *line = bundle->cover->pdata[i];

      jh_workbook_add_line (workbook, line->label, line->value);
    }
  added
    = bundle->group
        ? add_group (workbook, bundle->group, catalog, books, before, error)
        : add_grid (workbook,
                    jh_catalog_find (catalog, books->filing, bundle->sheet),
                    books, before, bundle->object, error);
  return added ? g_steal_pointer (&workbook) : NULL;
}
