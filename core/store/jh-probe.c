/* A look at a file before SQLite sees it. */
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

/* Opens @path as a regular file, without waiting on anything else. */
static int
open_regular (const char *path, GError **error)
{
  struct stat status;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (file < 0)
    {
      fail_errno (path, errno, error);
      return -1;
    }
  if (fstat (file, &status) == 0 && S_ISREG (status.st_mode))
    return file;
  close (file);
  fail (path, JH_ERROR_NOT_BOOKS, "不是文件，打不开", error);
  return -1;
}

gboolean
jh_store_probe (const char *path, GError **error)
{
  guint8 head[HEAD_SIZE];
  guint32 application;
  int file = open_regular (path, error);
  ssize_t size;

  if (file < 0)
    return FALSE;
  size = read (file, head, sizeof head);
  if (size < 0)
    {
      int saved_errno = errno;

      close (file);
      return fail_errno (path, saved_errno, error);
    }
  close (file);
  if (size < HEAD_SIZE || memcmp (head, HEAD_WORDS, sizeof HEAD_WORDS) != 0)
    return fail (path, JH_ERROR_NOT_BOOKS, "不是绩衡的账套文件", error);
  memcpy (&application, head + APPLICATION_ID_AT, sizeof application);
  if (GUINT32_FROM_BE (application) != APPLICATION_ID)
    return fail (path, JH_ERROR_NOT_BOOKS,
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
