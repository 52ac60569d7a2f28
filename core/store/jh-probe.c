/* A look at a file before its SQL is run.
 *
 * The file is never opened here: closing it again would drop the locks that
 * SQLite holds on it elsewhere in this program, since to POSIX they are the
 * program's and not the descriptor's. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jh-error.h"
#include "jh-store-private.h"

/* The head of an SQLite file: where its words and numbers stand. */
#define HEAD_SIZE 100
#define HEAD_WORDS "SQLite format 3"
#define APPLICATION_ID_AT 68

/* "JHBI", as schema/0001-books.sql writes it. */
#define APPLICATION_ID 1246250057

static gboolean
fail (const char *path, JhErrorCode code, const char *why, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, JH_ERROR, code, "“%s”%s", name, why);
  return FALSE;
}

static gboolean
fail_errno (const char *path, int saved_errno, GError **error)
{
  g_autofree char *why
    = g_strdup_printf ("打不开：%s", jh_error_reason (saved_errno));

  return fail (path, jh_error_from_errno (saved_errno), why, error);
}

gboolean
jh_store_probe (const char *path, GError **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return fail_errno (path, errno, error);
  if (!S_ISREG (status.st_mode))
    return fail (path, JH_ERROR_NOT_BOOKS, "不是文件，打不开", error);
  return access (path, R_OK) == 0 || fail_errno (path, errno, error);
}

gboolean
jh_store_check_head (JhConnection *connection, GError **error)
{
  guint8 head[HEAD_SIZE];
  guint32 application;

  if (!jh_connection_read_head (connection, head, sizeof head, error))
    return FALSE;
  if (memcmp (head, HEAD_WORDS, sizeof HEAD_WORDS) != 0)
    return fail (connection->path, JH_ERROR_NOT_BOOKS, "不是绩衡的账套文件",
                 error);
  memcpy (&application, head + APPLICATION_ID_AT, sizeof application);
  if (GUINT32_FROM_BE (application) != APPLICATION_ID)
    return fail (connection->path, JH_ERROR_NOT_BOOKS,
                 "是别的程序的数据库，不是绩衡的账套文件", error);
  return TRUE;
}

/* Whether the file or its folder is marked read only for everybody; its
 * owner means it, even where the system would let root pass. */
static gboolean
is_write_protected (const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return FALSE;
  return (status.st_mode & 0222) == 0 || access (path, W_OK) != 0;
}

gboolean
jh_store_check_writable (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  if (is_write_protected (path))
    g_set_error (error, JH_ERROR, JH_ERROR_READ_ONLY,
                 "“%s”是只读文件，不能写入", name);
  else if (is_write_protected (folder))
    g_set_error (error, JH_ERROR, JH_ERROR_READ_ONLY,
                 "“%s”所在的文件夹是只读的，不能写入", name);
  else
    return TRUE;
  return FALSE;
}

JhConnectionMode
jh_store_mode_for_reading (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  if (is_write_protected (folder) && !g_file_test (log, G_FILE_TEST_EXISTS))
    return JH_CONNECTION_IMMUTABLE;
  return JH_CONNECTION_READ;
}

/* Says that the log @log of somebody else stands in the way of writing to
 * @path. Returns FALSE. */
static gboolean
fail_log (const char *path, const char *log, gboolean holds_data,
          GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *log_name = g_path_get_basename (log);

  g_set_error (error, JH_ERROR, JH_ERROR_READ_ONLY,
               "“%s”不能写入：旁边的“%s”是别人留下的只读文件，%s", name,
               log_name,
               holds_data ? "里面还有数据，不要删去，请它的主人去掉只读"
                          : "请在没有人打开账套时删去它");
  return FALSE;
}

/* As jh_store_mend_logs(), for one log; @mode is that of the books. */
static gboolean
mend_log (const char *path, const char *suffix, mode_t mode, GError **error)
{
  g_autofree char *log = g_strconcat (path, suffix, NULL);
  struct stat status;

  if (lstat (log, &status) != 0 || !S_ISREG (status.st_mode))
    return TRUE;
  if (status.st_uid != geteuid ())
    return access (log, W_OK) == 0
           || fail_log (path, log,
                        status.st_size > 0 && g_str_equal (suffix, "-wal"),
                        error);
  /* By its name and not through a descriptor, whose closing would drop the
   * locks that SQLite has on it. */
  return (status.st_mode & 0200)
         || fchmodat (AT_FDCWD, log, mode & 0666, AT_SYMLINK_NOFOLLOW) == 0
         || fail_errno (log, errno, error);
}

gboolean
jh_store_mend_logs (const char *path, GError **error)
{
  g_autofree char *real = realpath (path, NULL);
  struct stat status;

  return real == NULL || stat (real, &status) != 0
         || (mend_log (real, "-wal", status.st_mode, error)
             && mend_log (real, "-shm", status.st_mode, error));
}

gboolean
jh_store_make_file (const char *path, gboolean *made, GError **error)
{
  int file = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  struct stat status;

  *made = file >= 0;
  if (*made)
    {
      close (file);
      return TRUE;
    }
  if (errno != EEXIST)
    return fail_errno (path, errno, error);
  *made = stat (path, &status) == 0 && S_ISREG (status.st_mode)
          && status.st_size == 0;
  return TRUE;
}
