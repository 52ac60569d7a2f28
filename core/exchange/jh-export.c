#include "jh-export.h"

#include "jh-export-table.h"
#include "jh-part-folder.h"

gboolean
jh_export_folder (JhStore *store, gint64 filing, const char *folder,
                  GError **error)
{
  g_autoptr (JhBooks) books = jh_books_load (store, filing, NULL, error);
  g_autoptr (JhPartFolder) part = NULL;

  if (books == NULL)
    return FALSE;
  part = jh_part_folder_new (folder, error);
  if (part == NULL)
    return FALSE;
  for (int id = 0; id < JH_N_TABLES; id++)
    {
      g_autoptr (GString) file = jh_export_table (books, id);

      if (!jh_part_folder_write (part, jh_table_get (id)->file, file, error))
        return FALSE;
    }
  return jh_part_folder_finish (part, error);
}
