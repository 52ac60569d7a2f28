/* A look at a file before its SQL is run.
 *
 * The file is never opened here: closing it again would drop the locks that
 * SQLite holds on it elsewhere in this program, since to POSIX they are the
 * program's and not the descriptor's. */
#include <errno.h>
#include <fcntl.h>
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
