#include "jh-new-books.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "jh-error.h"
#include "jh-text.h"

/* The most bytes of a unit's name in a file's name. */
#define NAME_MOST 150

/* The most files of one name. */
#define NUMBERS_MOST 10000

/* Makes the empty file @path, of which nobody else is the maker. */
static gboolean
take_path (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  int file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (file >= 0)
    return g_close (file, error);
  if (errno == EEXIST)
    g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
                 "“%s”已经存在，请换一个名字", name);
  else
    g_set_error (error, JH_ERROR, jh_error_from_errno (errno),
                 "建不了“%s”：%s", path, jh_error_reason (errno));
  return FALSE;
}

/* Takes away what was begun under @path. */
static void
give_up_path (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-shm", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      if (g_unlink (file) != 0 && errno != ENOENT)
        g_warning ("“%s”：%s", file, jh_error_reason (errno));
    }
}

static gboolean
fill_books (const char *path, JhFillBooks fill, gpointer data, GError **error)
{
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_CREATE, error);

  return store && fill (store, data, error);
}

gboolean
jh_new_books_make (const char *path, JhFillBooks fill, gpointer data,
                   GError **error)
{
  if (!take_path (path, error))
    return FALSE;
  if (fill_books (path, fill, data, error))
    return TRUE;
  give_up_path (path);
  return FALSE;
}

/* The path in @folder that begins with @stem, whose file nothing has yet. */
static char *
dup_free_path (const char *folder, const char *stem)
{
  char *path = NULL;

  for (guint i = 1; i < NUMBERS_MOST; i++)
    {
      g_autofree char *number
        = i == 1 ? g_strdup ("") : g_strdup_printf ("（%u）", i);
      g_autofree char *file
        = g_strconcat (stem, number, JH_BOOKS_ENDING, NULL);

      g_free (path);
      path = g_build_filename (folder, file, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        break;
    }
  return path;
}

char *
jh_new_books_dup_path (const char *folder, const char *name)
{
  g_autofree char *trimmed = jh_text_trim (name);
  g_autofree char *unit
    = *trimmed ? jh_text_file_name (trimmed, NAME_MOST) : g_strdup ("");
  g_autofree char *stem = g_strconcat (unit, "决算", NULL);

  return dup_free_path (folder, stem);
}

char *
jh_new_books_dup_copy_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = g_path_get_basename (path);
  g_autofree char *copy = NULL;
  g_autofree char *free_path = NULL;

  if (g_str_has_suffix (stem, JH_BOOKS_ENDING))
    stem[strlen (stem) - strlen (JH_BOOKS_ENDING)] = '\0';
  copy = g_strconcat (stem, " 副本", NULL);
  free_path = dup_free_path (folder, copy);
  return g_path_get_basename (free_path);
}

char *
jh_new_books_dup_whole (const char *path)
{
  return g_str_has_suffix (path, JH_BOOKS_ENDING)
           ? g_strdup (path)
           : g_strconcat (path, JH_BOOKS_ENDING, NULL);
}

const char *
jh_new_books_get_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return documents && g_file_test (documents, G_FILE_TEST_IS_DIR)
           ? documents
           : g_get_home_dir ();
}

char *
jh_scratch_new (GError **error)
{
  g_autoptr (GError) why = NULL;
  char *path = g_dir_make_tmp ("jiheng-XXXXXX", &why);

  if (path == NULL)
    g_set_error (error, JH_ERROR, JH_ERROR_IO, "在“%s”里建不了临时文件夹：%s",
                 g_get_tmp_dir (), why->message);
  return path;
}

void
jh_scratch_remove (const char *path)
{
  g_autoptr (GDir) dir = path ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL)
    return;
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_unlink (file) != 0)
        g_warning ("“%s”：%s", file, jh_error_reason (errno));
    }
  if (g_rmdir (path) != 0)
    g_warning ("“%s”：%s", path, jh_error_reason (errno));
}
