#include "jh-part-folder.h"

#include "jh-error.h"
#include "jh-part.h"
#include "jh-text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How often another hidden name is tried when one is taken. */
#define TRIES 100

/* parent: where it is to stand
 * target: its path there
 * path: the hidden folder, NULL until it is made
 * names: char *, of the files written */
struct _JhPartFolder
{
  char *parent;
  char *target;
  char *path;
  GPtrArray *names;
  gboolean finished;
};

static gboolean
fail (const JhPartFolder *folder, int saved_errno, GError **error)
{
  g_autofree char *quoted = jh_text_quote (folder->target, 400);

  g_set_error (error, JH_ERROR, jh_error_from_errno (saved_errno),
               "无法写入文件夹“%s”：%s。", quoted,
               jh_error_reason (saved_errno));
  return FALSE;
}

static gboolean
refuse_existing (const JhPartFolder *folder, GError **error)
{
  g_autofree char *quoted = jh_text_quote (folder->target, 400);

  g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
               "“%s”已经有了，而且不是空文件夹，请另取一个名字。", quoted);
  return FALSE;
}

/* Nothing may stand there but an empty folder. */
static gboolean
check_target (const JhPartFolder *folder, GError **error)
{
  struct stat status;
  GDir *listing;
  gboolean empty;

  if (lstat (folder->target, &status) != 0)
    return errno == ENOENT || fail (folder, errno, error);
  if (!S_ISDIR (status.st_mode))
    return refuse_existing (folder, error);
  listing = g_dir_open (folder->target, 0, NULL);
  empty = listing && g_dir_read_name (listing) == NULL;
  if (listing)
    g_dir_close (listing);
  return empty || refuse_existing (folder, error);
}

/* Its owner means a folder marked read only, even where the system would let
 * root pass. */
static gboolean
check_parent (const JhPartFolder *folder, GError **error)
{
  g_autofree char *quoted = jh_text_quote (folder->parent, 400);
  struct stat status;

  if (stat (folder->parent, &status) != 0)
    return fail (folder, errno, error);
  if (!S_ISDIR (status.st_mode))
    {
      g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                   "“%s”不是文件夹，请另选一个文件夹。", quoted);
      return FALSE;
    }
  return (status.st_mode & 0222) != 0 || fail (folder, EACCES, error);
}

/* Makes the hidden folder under a name that nothing has. */
static gboolean
create (JhPartFolder *folder, GError **error)
{
  int saved_errno = EEXIST;

  for (guint i = 0; i < TRIES && saved_errno == EEXIST; i++)
    {
      g_autofree char *hidden = g_strdup_printf (
        ".jiheng-%08x%08x.part", g_random_int (), g_random_int ());
      g_autofree char *path = g_build_filename (folder->parent, hidden, NULL);

      if (mkdir (path, 0700) == 0)
        {
          folder->path = g_steal_pointer (&path);
          return TRUE;
        }
      saved_errno = errno;
    }
  return fail (folder, saved_errno, error);
}

JhPartFolder *
jh_part_folder_new (const char *path, GError **error)
{
  g_autoptr (JhPartFolder) folder = g_new0 (JhPartFolder, 1);

  folder->names = g_ptr_array_new_with_free_func (g_free);
  folder->target = g_canonicalize_filename (path, NULL);
  folder->parent = g_path_get_dirname (folder->target);
  if (!check_parent (folder, error) || !check_target (folder, error)
      || !create (folder, error))
    return NULL;
  return g_steal_pointer (&folder);
}

gboolean
jh_part_folder_write (JhPartFolder *folder, const char *name,
                      const GString *content, GError **error)
{
  g_autoptr (JhPart) part = jh_part_new (folder->path, name, error);

  if (part == NULL || !jh_part_write (part, content->str, content->len, error)
      || !jh_part_finish (part, error))
    return FALSE;
  g_ptr_array_add (folder->names, g_strdup (name));
  return TRUE;
}

/* The mode of a new folder under the umask, which mkdir() knows. */
static gboolean
open_to_others (JhPartFolder *folder)
{
  g_autofree char *probe = g_build_filename (folder->path, ".mode", NULL);
  struct stat status;
  gboolean made = mkdir (probe, 0777) == 0;
  gboolean known = made && stat (probe, &status) == 0;

  if (made && rmdir (probe) != 0)
    return FALSE;
  return known && chmod (folder->path, status.st_mode & 0777) == 0;
}

/* Brings the parent's list of names to the disk. Some file systems cannot;
 * the files themselves are safe then all the same. */
static void
sync_parent (const JhPartFolder *folder)
{
  int fd = open (folder->parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("fsync: %s", g_strerror (errno));
  close (fd);
}

gboolean
jh_part_folder_finish (JhPartFolder *folder, GError **error)
{
  if (!open_to_others (folder))
    return fail (folder, errno, error);
  if (rename (folder->path, folder->target) != 0)
    {
      if (errno == EEXIST || errno == ENOTEMPTY || errno == ENOTDIR)
        return refuse_existing (folder, error);
      return fail (folder, errno, error);
    }
  folder->finished = TRUE;
  sync_parent (folder);
  return TRUE;
}

/* Removes the hidden folder with the files that were written. */
static void
remove_hidden (const JhPartFolder *folder)
{
  for (guint i = 0; i < folder->names->len; i++)
    {
      g_autofree char *path
        = g_build_filename (folder->path, folder->names->pdata[i], NULL);

      if (unlink (path) != 0)
        g_warning ("%s: %s", path, g_strerror (errno));
    }
  if (rmdir (folder->path) != 0)
    g_warning ("%s: %s", folder->path, g_strerror (errno));
}

void
jh_part_folder_free (JhPartFolder *folder)
{
  if (folder == NULL)
    return;
  if (folder->path && !folder->finished)
    remove_hidden (folder);
  g_ptr_array_unref (folder->names);
  g_free (folder->parent);
  g_free (folder->target);
  g_free (folder->path);
  g_free (folder);
}
