/* A folder that is there whole or not at all: jh-part.h for folders. */
#pragma once

#include <glib.h>

typedef struct _JhPartFolder JhPartFolder;

/* Begins a folder that is to have the path @path; a hidden one is made
 * beside it. What stands there already must be an empty folder.
 *
 * Returns NULL with JH_ERROR_EXISTS (something stands there),
 * JH_ERROR_NOT_FOUND (there is no folder to stand in), JH_ERROR_READ_ONLY,
 * JH_ERROR_FULL or JH_ERROR_IO. Free it with jh_part_folder_free(). */
JhPartFolder *jh_part_folder_new (const char *path,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes @content as the file @name in it. Returns FALSE with
 * JH_ERROR_READ_ONLY, JH_ERROR_FULL or JH_ERROR_IO. */
gboolean jh_part_folder_write (JhPartFolder *folder, const char *name,
                               const GString *content, GError **error);

/* Gives the folder its name; others may then open it as the umask allows.
 * Returns FALSE, with nothing left behind after jh_part_folder_free(), as
 * jh_part_folder_new() does. */
gboolean jh_part_folder_finish (JhPartFolder *folder, GError **error);

/* Frees @folder; removes the hidden folder when it was not finished. NULL
 * is allowed. */
void jh_part_folder_free (JhPartFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhPartFolder, jh_part_folder_free)
