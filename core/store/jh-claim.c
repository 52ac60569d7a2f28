#include "jh-claim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jh-error.h"
#include "jh-store-private.h"
#include "jh-text.h"

/* How often the lock is tried when its file goes away under the hand. */
#define TRIES 20

/* Of the hidden file: the most bytes that are read, the lines that count and
 * the most characters of each that are shown. */
#define NOTE_SIZE 1024
#define NOTE_LINES 3
#define SHOWN 40

/* A name of more bytes than this gets no longer by the hidden file's. */
#define LONG_NAME 200

/* lock: the path of the hidden file
 * file: its descriptor, which holds the lock */
struct _JhClaim
{
  char *lock;
  int file;
};

/* The path of the books @path behind links; of books that are not there, the
 * path behind the links of their folder. NULL with @error. */
static char *
dup_real_path (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *above = g_path_get_dirname (path);
  g_autofree char *folder = NULL;
  char *real = realpath (path, NULL);

  if (real)
    return real;
  if (errno == ENOENT)
    folder = realpath (above, NULL);
  if (folder)
    return g_build_filename (folder, name, NULL);
  g_set_error (error, JH_ERROR, jh_error_from_errno (errno), "“%s”打不开：%s",
               name, jh_error_reason (errno));
  return NULL;
}

/* The path of the hidden file for the books @real. The caller frees it. */
static char *
dup_lock_path (const char *real)
{
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *name = g_path_get_basename (real);
  g_autofree char *hidden = NULL;

  if (strlen (name) > LONG_NAME)
    {
      char *digits
        = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

      g_free (name);
      name = digits;
    }
  hidden = g_strdup_printf (".%s-使用中", name);
  return g_build_filename (folder, hidden, NULL);
}

/* Says that what stands at @lock is none of ours. Returns FALSE. */
static gboolean
fail_strange (const char *lock, GError **error)
{
  g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
               "“%s”不是绩衡放的文件，不知道账套是否已在别处打开；"
               "请把它移走再打开",
               lock);
  return FALSE;
}

static gboolean
fail_errno (const char *lock, int saved_errno, GError **error)
{
  g_set_error (error, JH_ERROR, jh_error_from_errno (saved_errno),
               "登记不了谁在使用账套，“%s”：%s", lock,
               jh_error_reason (saved_errno));
  return FALSE;
}

/* Whether the open file @file is a plain file that is known under no other
 * name: writing to it can harm nothing else. */
static gboolean
check_plain (int file, const char *lock, GError **error)
{
  struct stat status;

  if (fstat (file, &status) != 0)
    return fail_errno (lock, errno, error);
  return (S_ISREG (status.st_mode) && status.st_nlink <= 1)
         || fail_strange (lock, error);
}

/* Opens the hidden file @lock, made if need be. -1 with @error. */
static int
open_lock (const char *lock, GError **error)
{
  int file = open (
    lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY,
    0600);

  if (file < 0)
    {
      if (errno == ELOOP || errno == EISDIR || errno == ENXIO)
        fail_strange (lock, error);
      else
        fail_errno (lock, errno, error);
      return -1;
    }
  if (check_plain (file, lock, error))
    return file;
  close (file);
  return -1;
}

/* Whether @lock still is the file that is open as @file. */
static gboolean
is_same (const char *lock, int file)
{
  struct stat named, opened;

  return lstat (lock, &named) == 0 && fstat (file, &opened) == 0
         && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
}

/* What the lines of a hidden file say: user, computer, time. Made fit to be
 * shown, since anybody may have written it. The caller frees it. */
static char **
read_note (int file)
{
  char bytes[NOTE_SIZE + 1] = "";
  g_autofree char *text = NULL;
  char **lines;
  ssize_t size = pread (file, bytes, NOTE_SIZE, 0);

  text = g_utf8_make_valid (bytes,
                            size > 0 ? (gssize) strnlen (bytes, size) : 0);
  lines = g_strsplit (text, "\n", NOTE_LINES + 1);
  for (guint i = 0; lines[i]; i++)
    {
      char *shown = jh_text_quote (lines[i], SHOWN);

      g_free (lines[i]);
      lines[i] = shown;
    }
  return lines;
}

/* @at, as a hidden file writes it, as people read it; "" when it is no time.
 * The caller frees it. */
static char *
dup_since (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = time ? g_date_time_to_local (time) : NULL;

  return local ? g_date_time_format (local, "从 %Y 年 %-m 月 %-d 日 %H:%M 起")
               : g_strdup ("");
}

/* Says who has claimed the books @path. Returns FALSE. */
static gboolean
fail_busy (const char *path, int file, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_auto (GStrv) lines = read_note (file);
  g_autofree char *since = NULL;

  if (g_strv_length (lines) < NOTE_LINES || *lines[0] == '\0'
      || *lines[1] == '\0')
    {
      g_set_error (error, JH_ERROR, JH_ERROR_BUSY,
                   "“%s”已在另一个窗口里打开，这里只能查看，不能修改", name);
      return FALSE;
    }
  since = dup_since (lines[2]);
  g_set_error (error, JH_ERROR, JH_ERROR_BUSY,
               "“%s”%s由“%s”在电脑“%s”上打开着，这里只能查看，不能修改", name,
               since, lines[0], lines[1]);
  return FALSE;
}

/* Takes the lock on the hidden file @lock of the books @path. -1 with
 * @error. */
static int
lock_file (const char *lock, const char *path, GError **error)
{
  for (guint i = 0; i < TRIES; i++)
    {
      int file = open_lock (lock, error);

      if (file < 0)
        return -1;
      if (flock (file, LOCK_EX | LOCK_NB) != 0)
        {
          int saved_errno = errno;

          if (saved_errno == EWOULDBLOCK)
            fail_busy (path, file, error);
          else
            fail_errno (lock, saved_errno, error);
          close (file);
          return -1;
        }
      /* Its owner may have taken the file away between the two steps: a
       * lock on it would keep nobody out. */
      if (is_same (lock, file))
        return file;
      close (file);
    }
  fail_errno (lock, EAGAIN, error);
  return -1;
}

/* The first line of @text, so that it stays one line of a hidden file. */
static char *
dup_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "?", -1);

  return g_strdelimit (g_steal_pointer (&valid), "\r\n", ' ');
}

/* Writes into the hidden file who claims the books. */
static gboolean
write_note (const JhClaim *claim)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%z");
  g_autofree char *user = dup_line (g_get_user_name ());
  g_autofree char *host = dup_line (g_get_host_name ());
  g_autofree char *note = g_strdup_printf (
    "%s\n%s\n%s\n绩衡正在使用这份账套。这个文件会自己消失，"
    "请不要改动它。\n",
    user, host, at);
  gsize length = strlen (note);

  return ftruncate (claim->file, 0) == 0
         && pwrite (claim->file, note, length, 0) == (ssize_t) length;
}

/* Lets those who can read and write the books @real do so to the hidden
 * file, or they could not see that somebody has them. */
static gboolean
share (const JhClaim *claim, const char *real)
{
  struct stat books, lock;

  return stat (real, &books) != 0
         || (fstat (claim->file, &lock) == 0 && lock.st_uid != geteuid ())
         || fchmod (claim->file, (books.st_mode & 0066) | 0600) == 0;
}

JhClaim *
jh_claim_take (const char *path, GError **error)
{
  g_autofree char *real = dup_real_path (path, error);
  g_autoptr (JhClaim) claim = NULL;
  g_autofree char *lock = NULL;
  int file;

  if (real == NULL || !jh_store_check_writable (real, error))
    return NULL;
  lock = dup_lock_path (real);
  file = lock_file (lock, path, error);
  if (file < 0)
    return NULL;
  claim = g_new0 (JhClaim, 1);
  claim->lock = g_steal_pointer (&lock);
  claim->file = file;
  /* The lock is what counts: on a full disk it holds without its note. */
  if (!share (claim, real) || !write_note (claim))
    g_info ("“%s” does not say who holds it", claim->lock);
  return g_steal_pointer (&claim);
}

void
jh_claim_release (JhClaim *claim)
{
  if (claim == NULL)
    return;
  /* Before the lock goes, or the file could be that of the next one. */
  if (is_same (claim->lock, claim->file) && unlink (claim->lock) != 0)
    g_warning ("“%s”: %s", claim->lock, jh_error_reason (errno));
  close (claim->file);
  g_free (claim->lock);
  g_free (claim);
}
