/* New files of books: what they are called, and that they are there whole or
 * not at all. */
#pragma once

#include "jh-store.h"

/* How a file of books ends. */
#define JH_BOOKS_ENDING ".jiheng"

/* Puts into new books what they are made for. */
typedef gboolean (*JhFillBooks) (JhStore *store, gpointer data,
                                 GError **error);

/* Makes the books @path and fills them by @fill with @data. FALSE with
 * JH_ERROR_EXISTS when something stands there, what the store says, or what
 * @fill says; nothing is left behind then. */
gboolean jh_new_books_make (const char *path, JhFillBooks fill, gpointer data,
                            GError **error);

/* The path in @folder for the books of the unit @name, whose file nothing
 * has yet: 某单位决算.jiheng, and with a number behind the name where that is
 * taken. A blank name gives 决算. The caller frees it. */
char *jh_new_books_dup_path (const char *folder,
                             const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* @path with the ending of books, which people leave out. The caller frees
 * it. */
char *jh_new_books_dup_whole (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* A name for another file of the books @path, in the same folder, that
 * nothing has yet: 某单位决算 副本.jiheng. The caller frees it. */
char *jh_new_books_dup_copy_name (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The folder where people keep their documents, or their home. Static. */
const char *jh_new_books_get_folder (void);

/* A folder of its own for what is needed only for a while, in the system's
 * folder for such things. NULL with @error. The caller frees it, and takes
 * it away by jh_scratch_remove(). */
char *jh_scratch_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the folder @path, which holds only files, away. NULL is allowed. */
void jh_scratch_remove (const char *path);
