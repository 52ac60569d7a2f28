#include "jh-sample.h"

#include "jh-error.h"
#include "jh-import.h"
#include "jh-new-books.h"

#define RESOURCES "/cn/jiheng/sample/filing-2023"

/* Writes the file @name of the sample into @folder. */
static gboolean
unpack_file (const char *folder, const char *name, GError **error)
{
  g_autofree char *resource = g_strconcat (RESOURCES "/", name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes
    = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize size;
  gconstpointer data = bytes ? g_bytes_get_data (bytes, &size) : NULL;
  g_autoptr (GError) why = NULL;

  if (bytes == NULL)
    return FALSE;
  if (g_file_set_contents (path, data, (gssize) size, &why))
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_IO, "样例放不到“%s”里：%s", folder,
               why->message);
  return FALSE;
}

static gboolean
unpack (const char *folder, GError **error)
{
  g_auto (GStrv) names = g_resources_enumerate_children (
    RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return FALSE;
  for (char **name = names; *name; name++)
    if (!unpack_file (folder, *name, error))
      return FALSE;
  return TRUE;
}

gboolean
jh_sample_import (JhStore *store, GError **error)
{
  g_autofree char *folder = jh_scratch_new (error);
  gboolean good;

  if (folder == NULL)
    return FALSE;
  good = unpack (folder, error)
         && jh_import_folder (store, folder, FALSE, NULL, error);
  jh_scratch_remove (folder);
  return good;
}
