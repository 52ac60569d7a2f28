/* What is known of a copy of the books by its name, without opening it; see
 * jh-backup.h. */
#pragma once

#include <glib.h>

/* path: where it stands
 * when: when it was made, such as 2023-12-31 17:05:09; "" when its name does
 *       not say so
 * why: why it was made, in words; static
 * size: in bytes */
typedef struct
{
  char *path;
  char *when;
  const char *why;
  guint64 size;
} JhCopy;

/* Frees @copy; NULL is allowed. */
void jh_copy_free (JhCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhCopy, jh_copy_free)

/* The copies of the books @books, the newest first: JhCopy. One that goes
 * away meanwhile is left out. NULL with @error; no copies are an empty
 * array. The caller unrefs it. */
GPtrArray *jh_copy_list (const char *books,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The path of the books that the copy @path was made of, or NULL when it
 * does not stand among copies. The caller frees it. */
char *jh_copy_dup_books (const char *path) G_GNUC_WARN_UNUSED_RESULT;
