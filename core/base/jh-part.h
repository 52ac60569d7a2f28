/* A file that is there whole or not at all.
 *
 * The file is written under a hidden name in the folder where it is to
 * stand, and takes its own name only when it is finished. What stood under
 * that name before stays until then. */
#pragma once

#include <glib.h>

typedef struct _JhPart JhPart;

/* Begins a file that is to be called @name in @folder. The hidden file is
 * made here, empty and readable by its owner alone.
 *
 * @folder: a folder that is there
 * @name: one part of a path, without separators; replaced when it is there
 * Returns NULL with JH_ERROR_USAGE (@name is no file name),
 * JH_ERROR_NOT_FOUND (there is no such folder), JH_ERROR_READ_ONLY (the
 * folder cannot be written), JH_ERROR_EXISTS (@name is a folder),
 * JH_ERROR_FULL or JH_ERROR_IO. Free it with jh_part_free(). */
JhPart *jh_part_new (const char *folder, const char *name,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The hidden file's path, for whoever writes it by name; borrowed. It may
 * be opened again and truncated, but not replaced by another file. */
const char *jh_part_get_path (const JhPart *part);

/* The path that the file has when it is finished; borrowed. */
const char *jh_part_get_target (const JhPart *part);

/* Writes the @length bytes at @data to the end of the hidden file. Returns
 * FALSE with JH_ERROR_FULL, JH_ERROR_READ_ONLY or JH_ERROR_IO. */
gboolean jh_part_write (JhPart *part, const void *data, gsize length,
                        GError **error);

/* An error that says in Chinese that @part could not be written, for the
 * errno value @saved_errno. Returns FALSE. */
gboolean jh_part_fail (const JhPart *part, int saved_errno, GError **error);

/* Brings the hidden file safely to the disk and gives it its name; others
 * may then read it as the umask allows. Returns FALSE, with what stood
 * under that name untouched, as jh_part_write() does. */
gboolean jh_part_finish (JhPart *part, GError **error);

/* Frees @part; removes the hidden file when it was not finished. */
void jh_part_free (JhPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhPart, jh_part_free)
