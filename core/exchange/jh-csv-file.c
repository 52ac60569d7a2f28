#include "jh-csv-file.h"

#include "jh-error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES (64 * 1024)

typedef char Resolved;

static void
resolved_free (Resolved *path)
{
  free (path);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Resolved, resolved_free)

/* Where the symbolic link @path leads, when that is inside of @folder;
 * NULL otherwise. The caller frees it. */
static char *
follow_inside (const char *folder, const char *path)
{
  g_autoptr (Resolved) home = realpath (folder, NULL);
  g_autoptr (Resolved) target = realpath (path, NULL);
  g_autofree char *prefix = NULL;

  if (home == NULL || target == NULL)
    return NULL;
  prefix = g_str_has_suffix (home, "/") ? g_strdup (home)
                                        : g_strconcat (home, "/", NULL);
  return g_str_has_prefix (target, prefix) ? g_strdup (target) : NULL;
}

/* Adds a fault when a file with @status is not to be read. */
static gboolean
check_status (const struct stat *status, const char *name, JhFaults *faults)
{
  if (!S_ISREG (status->st_mode))
    jh_faults_add (faults, name, 0, NULL, "不是普通文件，不能导入");
  else if (status->st_size > JH_CSV_BYTES_MAX)
    jh_faults_add (faults, name, 0, NULL,
                   "文件超过 %d MB，不像一张决算表，没有读取",
                   JH_CSV_BYTES_MAX / 1024 / 1024);
  else
    return TRUE;
  return FALSE;
}

/* The path to open for @path, which may be a symbolic link, with @status of
 * what is there; NULL with a fault. The caller frees it. */
static char *
settle_path (const char *folder, const char *path, const char *name,
             JhFaults *faults)
{
  g_autofree char *real = g_strdup (path);
  struct stat status;

  if (lstat (real, &status) == 0 && S_ISLNK (status.st_mode))
    {
      g_free (real);
      real = follow_inside (folder, path);
      if (real == NULL)
        {
          jh_faults_add (faults, name, 0, NULL,
                         "是指向文件夹以外的链接，不能导入；"
                         "请把文件本身放进文件夹");
          return NULL;
        }
    }
  if (lstat (real, &status) != 0)
    {
      jh_faults_add (faults, name, 0, NULL, "无法读取：%s",
                     jh_error_reason (errno));
      return NULL;
    }
  return check_status (&status, name, faults) ? g_steal_pointer (&real)
                                              : NULL;
}

/* Reads @fd to its end, or a little beyond what is allowed. Returns NULL
 * with errno set. */
static GByteArray *
read_all (int fd)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (bytes->len <= JH_CSV_BYTES_MAX)
    {
      guint before = bytes->len;
      gssize got;

      g_byte_array_set_size (bytes, before + READ_BYTES);
      got = read (fd, bytes->data + before, READ_BYTES);
      g_byte_array_set_size (bytes, before + (got > 0 ? got : 0));
      if (got == 0)
        break;
      if (got < 0 && errno != EINTR)
        return NULL;
    }
  return g_steal_pointer (&bytes);
}

/* Reads the open file @fd; NULL with a fault. What was looked at by name may
 * have been put aside since, so it is looked at again. */
static GByteArray *
read_open (int fd, const char *name, JhFaults *faults)
{
  g_autoptr (GByteArray) bytes = NULL;
  struct stat status;

  if (fstat (fd, &status) == 0 && !check_status (&status, name, faults))
    return NULL;
  bytes = read_all (fd);
  if (bytes == NULL)
    jh_faults_add (faults, name, 0, NULL, "无法读取：%s",
                   jh_error_reason (errno));
  else if (bytes->len > JH_CSV_BYTES_MAX)
    jh_faults_add (faults, name, 0, NULL, "文件超过 %d MB，没有读取",
                   JH_CSV_BYTES_MAX / 1024 / 1024);
  else
    return g_steal_pointer (&bytes);
  return NULL;
}

char *
jh_csv_file_read (const char *folder, const char *name, JhFaults *faults,
                  gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *real = settle_path (folder, path, name, faults);
  GByteArray *bytes;
  int fd;

  *length = 0;
  if (real == NULL)
    return NULL;
  fd = open (real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    {
      jh_faults_add (faults, name, 0, NULL, "无法读取：%s",
                     jh_error_reason (errno));
      return NULL;
    }
  bytes = read_open (fd, name, faults);
  close (fd);
  return bytes ? jh_csv_decode (bytes, name, faults, length) : NULL;
}

/* The line that the byte at @offset stands on. */
static guint
line_at (const char *text, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
      line++;
  return line;
}

/* Whether the first line of @text ends before @valid, where UTF-8 ends, and
 * has Chinese in it: then the file is UTF-8 that was damaged, since headers
 * in GB18030 are not UTF-8. */
static gboolean
was_utf8 (const char *text, gsize valid)
{
  for (gsize i = 0; i < valid && text[i] != '\n' && text[i] != '\r'; i++)
    if ((guchar) text[i] >= 0x80)
      return memchr (text, '\n', valid) || memchr (text, '\r', valid);
  return FALSE;
}

/* Takes the byte order mark off the front of @text. */
static char *
drop_mark (char *text, gsize *length)
{
  if (*length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      *length -= 3;
      memmove (text, text + 3, *length + 1);
    }
  return text;
}

/* Whether @text is UTF-8, NUL bytes apart; @valid is where it ceases. */
static gboolean
is_utf8 (const char *text, gsize length, gsize *valid)
{
  const char *end = text;

  while (!g_utf8_validate_len (end, length - (end - text), &end))
    {
      if (*end != '\0')
        {
          *valid = end - text;
          return FALSE;
        }
      end++;
    }
  return TRUE;
}

static char *
convert (const char *text, gsize length, const char *from, const char *name,
         JhFaults *faults, gsize *written)
{
  g_autofree char *converted
    = g_convert (text, (gssize) length, "UTF-8", from, NULL, written, NULL);
  gsize valid;

  if (converted && is_utf8 (converted, *written, &valid))
    return drop_mark (g_steal_pointer (&converted), written);
  jh_faults_add (faults, name, 0, NULL,
                 "文字编码无法识别，请用电子表格另存为“CSV UTF-8”后再导入");
  return NULL;
}

char *
jh_csv_decode (GByteArray *bytes, const char *name, JhFaults *faults,
               gsize *length)
{
  gsize size = bytes->len;
  g_autofree char *text = NULL;
  gsize valid;

  g_byte_array_append (bytes, (const guint8 *) "", 1);
  text = (char *) g_byte_array_free (bytes, FALSE);
  *length = size;
  if (size >= 2
      && (memcmp (text, "\xff\xfe", 2) == 0
          || memcmp (text, "\xfe\xff", 2) == 0))
    return convert (text, size, "UTF-16", name, faults, length);
  if (is_utf8 (text, size, &valid))
    return drop_mark (g_steal_pointer (&text), length);
  if (!was_utf8 (text, valid))
    return convert (text, size, "GB18030", name, faults, length);
  jh_faults_add (faults, name, line_at (text, valid), NULL,
                 "有残缺的汉字，文件可能没有复制完整或被别的程序改坏");
  return NULL;
}
