#include "jh-part.h"

#include "jh-error.h"
#include "jh-text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How often another hidden name is tried when one is taken. */
#define TRIES 100

/* fd: the hidden file, open for writing
 * path: the hidden file
 * target: where it is to stand */
struct _JhPart
{
  int fd;
  char *folder;
  char *path;
  char *target;
  gboolean finished;
};

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *quoted = NULL;

  if (name && *name && strcmp (name, ".") != 0 && strcmp (name, "..") != 0
      && strpbrk (name, "/\\") == NULL)
    return TRUE;
  quoted = jh_text_quote (name, 80);
  g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
               "“%s”不能用作文件名：文件名不能为空，也不能含有“/”或“\\”。",
               quoted);
  return FALSE;
}

static gboolean
refuse_folder (const char *folder, JhErrorCode code, const char *why,
               GError **error)
{
  g_autofree char *quoted = jh_text_quote (folder, 400);

  g_set_error (error, JH_ERROR, code, "文件夹“%s”%s，请另选一个文件夹。",
               quoted, why);
  return FALSE;
}

static gboolean
check_folder (const char *folder, GError **error)
{
  struct stat status;

  if (stat (folder, &status) != 0)
    return refuse_folder (folder, jh_error_from_errno (errno),
                          jh_error_reason (errno), error);
  if (!S_ISDIR (status.st_mode))
    return refuse_folder (folder, JH_ERROR_NOT_FOUND, "不是文件夹", error);
  if ((status.st_mode & 0222) == 0)
    return refuse_folder (folder, JH_ERROR_READ_ONLY, "是只读的", error);
  return TRUE;
}

static gboolean
check_target (const JhPart *part, GError **error)
{
  g_autofree char *quoted = NULL;
  struct stat status;

  if (lstat (part->target, &status) != 0)
    return errno == ENOENT || jh_part_fail (part, errno, error);
  if (!S_ISDIR (status.st_mode))
    return TRUE;
  quoted = jh_text_quote (part->target, 400);
  g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
               "“%s”已经是一个文件夹，请另取文件名。", quoted);
  return FALSE;
}

/* Makes the hidden file under a name that nothing has. */
static gboolean
create (JhPart *part, GError **error)
{
  for (guint i = 0; i < TRIES; i++)
    {
      g_autofree char *hidden = g_strdup_printf (
        ".jiheng-%08x%08x.part", g_random_int (), g_random_int ());

      g_free (part->path);
      part->path = g_build_filename (part->folder, hidden, NULL);
      part->fd
        = open (part->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (part->fd >= 0)
        return TRUE;
      if (errno != EEXIST)
        break;
    }
  return jh_part_fail (part, errno, error);
}

JhPart *
jh_part_new (const char *folder, const char *name, GError **error)
{
  g_autoptr (JhPart) part = g_new0 (JhPart, 1);

  part->fd = -1;
  if (!check_name (name, error) || !check_folder (folder, error))
    return NULL;
  part->folder = g_strdup (folder);
  part->target = g_build_filename (folder, name, NULL);
  if (!check_target (part, error) || !create (part, error))
    return NULL;
  return g_steal_pointer (&part);
}

const char *
jh_part_get_path (const JhPart *part)
{
  return part->path;
}

const char *
jh_part_get_target (const JhPart *part)
{
  return part->target;
}

gboolean
jh_part_write (JhPart *part, const void *data, gsize length, GError **error)
{
  const char *rest = data;

  while (length > 0)
    {
      gssize written = write (part->fd, rest, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return jh_part_fail (part, errno, error);
      rest += written;
      length -= written;
    }
  return TRUE;
}

gboolean
jh_part_fail (const JhPart *part, int saved_errno, GError **error)
{
  g_autofree char *quoted = jh_text_quote (part->target, 400);

  g_set_error (error, JH_ERROR, jh_error_from_errno (saved_errno),
               "无法写入“%s”：%s。", quoted, jh_error_reason (saved_errno));
  return FALSE;
}

/* What the umask leaves of rw-rw-rw-. umask() itself cannot be asked
 * without changing it for all threads. */
static mode_t
usual_mode (void)
{
  g_autofree char *status = NULL;
  const char *line;
  unsigned int mask = 0077;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    {
      line = strstr (status, "\nUmask:");
      if (line)
        sscanf (line, "\nUmask: %o", &mask);
    }
  return 0666 & ~(mode_t) mask;
}

/* Brings the folder's list of names to the disk. Some file systems cannot;
 * the file itself is safe then all the same. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
jh_part_finish (JhPart *part, GError **error)
{
  int fd = part->fd;

  g_assert (fd >= 0);
  if (fchmod (fd, usual_mode ()) != 0 || fsync (fd) != 0)
    return jh_part_fail (part, errno, error);
  part->fd = -1;
  if (close (fd) != 0 || rename (part->path, part->target) != 0)
    return jh_part_fail (part, errno, error);
  part->finished = TRUE;
  sync_folder (part->folder);
  return TRUE;
}

void
jh_part_free (JhPart *part)
{
  if (part == NULL)
    return;
  if (part->fd >= 0)
    close (part->fd);
  if (part->path && !part->finished)
    unlink (part->path);
  g_free (part->folder);
  g_free (part->path);
  g_free (part->target);
  g_free (part);
}
