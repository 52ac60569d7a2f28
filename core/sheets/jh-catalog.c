#include "jh-catalog.h"

#include <string.h>

#include "jh-error.h"

/* More definitions than anybody has. */
#define SHEETS_MAX 1000

struct _JhCatalog
{
  GPtrArray *sheets;
};

static gboolean
add_sheet (JhCatalog *catalog, const char *text, gsize length,
           const char *origin, GError **error)
{
  JhSheet *sheet = jh_sheet_read (text, length, origin, error);

  if (sheet == NULL)
    return FALSE;
  g_ptr_array_add (catalog->sheets, sheet);
  return TRUE;
}

static gboolean
add_own (JhCatalog *catalog, GError **error)
{
  g_auto (GStrv) names = g_resources_enumerate_children (
    JH_SHEETS_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; names && names[i]; i++)
    {
      g_autofree char *path
        = g_strconcat (JH_SHEETS_RESOURCE "/", names[i], NULL);
      g_autoptr (GBytes) bytes
        = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL
          || !add_sheet (catalog, g_bytes_get_data (bytes, NULL),
                         g_bytes_get_size (bytes), names[i], error))
        return FALSE;
    }
  return names != NULL;
}

/* Reads one file of the user's folder. */
static gboolean
add_file (JhCatalog *catalog, const char *path, const char *name,
          GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  file = g_mapped_file_new (path, FALSE, &local_error);
  if (file == NULL)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_IO, "打不开定义文件“%s”：%s",
                   path, local_error->message);
      return FALSE;
    }
  return add_sheet (catalog, g_mapped_file_get_contents (file),
                    g_mapped_file_get_length (file), name, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the definitions in @folder, sorted, so that the same one
 * always goes first. The caller unrefs it. */
static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = folder ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
add_folder (JhCatalog *catalog, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_files (folder);

  if (names->len > SHEETS_MAX)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "“%s”里有 %u 个定义文件，最多 %d 个", folder, names->len,
                   SHEETS_MAX);
      return FALSE;
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path
        = g_build_filename (folder, names->pdata[i], NULL);

      if (!add_file (catalog, path, names->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

char *
jh_catalog_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "jiheng", "sheets", NULL);
}

JhCatalog *
jh_catalog_new (const char *folder, GError **error)
{
  g_autoptr (JhCatalog) catalog = g_new0 (JhCatalog, 1);

  catalog->sheets
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_sheet_free);
  if (add_folder (catalog, folder, error) && add_own (catalog, error))
    return g_steal_pointer (&catalog);
  return NULL;
}

void
jh_catalog_free (JhCatalog *catalog)
{
  if (catalog == NULL)
    return;
  g_ptr_array_unref (catalog->sheets);
  g_free (catalog);
}

/* How well @sheet fits @filing: the length of the region it names, 0 for
 * every region, -1 for not at all. */
static int
fit (const JhSheet *sheet, const JhFiling *filing)
{
  int best = sheet->regions->len == 0 ? 0 : -1;

  if (filing->year < sheet->from || filing->year > sheet->to)
    return -1;
  for (guint i = 0; i < sheet->regions->len; i++)
    {
      const char *region = sheet->regions->pdata[i];

      if (g_str_has_prefix (filing->region, region))
        best = MAX (best, (int) strlen (region));
    }
  return best;
}

const JhSheet *
jh_catalog_find (const JhCatalog *catalog, const JhFiling *filing,
                 const char *name)
{
  const JhSheet *found = NULL;
  int best = -1;

  for (guint i = 0; i < catalog->sheets->len; i++)
    {
      const JhSheet *sheet = catalog->sheets->pdata[i];
      int fits = fit (sheet, filing);

      if (fits > best && g_str_equal (sheet->name, name))
        {
          best = fits;
          found = sheet;
        }
    }
  return found;
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const JhSheet *x = *(const JhSheet *const *) a;
  const JhSheet *y = *(const JhSheet *const *) b;

  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  return strcmp (x->name, y->name);
}

GPtrArray *
jh_catalog_list (const JhCatalog *catalog, const JhFiling *filing,
                 const char *group)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < catalog->sheets->len; i++)
    {
      JhSheet *sheet = catalog->sheets->pdata[i];

      if ((group == NULL || g_str_equal (sheet->group, group))
          && jh_catalog_find (catalog, filing, sheet->name) == sheet)
        g_ptr_array_add (found, sheet);
    }
  g_ptr_array_sort (found, compare_order);
  return found;
}

GPtrArray *
jh_catalog_list_names (const JhCatalog *catalog)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < catalog->sheets->len; i++)
    {
      const JhSheet *sheet = catalog->sheets->pdata[i];

      if (*sheet->object == '\0')
        g_ptr_array_add (names, sheet->name);
    }
  return names;
}
