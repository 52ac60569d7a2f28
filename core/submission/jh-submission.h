/* The submission: what a filing's workbooks are, and writing them.
 *
 * resources/workbooks.json says which groups of sheets make a workbook, how
 * its file is called and what its cover says. */
#pragma once

#include "jh-bundle.h"

#include <gio/gio.h>

/* What is written: workbooks, their PDF, and the filing itself as a folder
 * of CSV that can be brought in again. */
typedef enum
{
  JH_FORMAT_XLSX = 1 << 0,
  JH_FORMAT_PDF = 1 << 1,
  JH_FORMAT_CSV = 1 << 2,
} JhFormats;

/* Reads "xlsx,pdf,csv" into @formats. JH_ERROR_USAGE names what is
 * none, also when there is no word at all. */
gboolean jh_formats_parse (const char *text, guint *formats, GError **error);

/* Told while a filing is exported: @done of @total files are written, the
 * next one being @name. */
typedef void (*JhSubmissionProgress) (guint done, guint total,
                                      const char *name, gpointer data);

/* What an export is made of.
 *
 * store: the books, asked for the figures of a folder of CSV
 * catalog: the definitions
 * bundles: which workbooks, JhBundle; NULL for all
 * formats: JhFormats
 * mark: a word for the covers, such as 草稿; "" for none
 * cancellable, progress, data: may be NULL */
typedef struct
{
  JhStore *store;
  const JhCatalog *catalog;
  GPtrArray *bundles;
  guint formats;
  const char *mark;
  GCancellable *cancellable;
  JhSubmissionProgress progress;
  gpointer data;
} JhSubmission;

/* The workbooks of @books, computed but not written: JhWorkbook, in their
 * order; a group without sheets makes none. @files gets their file names
 * without an ending (char *; the caller unrefs it). NULL with @error. The
 * caller unrefs the array. */
GPtrArray *jh_submission_workbooks (const JhSubmission *submission,
                                    const JhBooks *books,
                                    const JhBooks *before, GPtrArray **files,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the workbooks of @books into @folder, which is made when it is not
 * there. A file appears whole or not at all, and takes the place of one with
 * its name; a folder of CSV never does, and gets a number behind its name.
 * The paths of what was written are added to @written (char *), also when a
 * later file fails. FALSE with @error; JH_ERROR_CANCELLED. */
gboolean jh_submission_write (const JhSubmission *submission,
                              const JhBooks *books, const JhBooks *before,
                              const char *folder, GPtrArray *written,
                              GError **error);

/* The name that the folder of CSV of @books will have in @folder: one that
 * nothing has there yet. The caller frees it. */
char *jh_submission_dup_folder_name (const JhBooks *books, const char *folder)
  G_GNUC_WARN_UNUSED_RESULT;
