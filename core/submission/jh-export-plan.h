/* What an export will write, told before anything is written, and writing
 * it.
 *
 * A choice is what a person ticks; a plan is what comes of it: the files,
 * which of them are replaced, whether the covers say 草稿, or why nothing
 * can be written. */
#pragma once

#include "jh-submission.h"

/* groups: the workbooks by their groups: char *
 * sheet, object: one sheet by itself, and the object of a form; or NULL
 * formats: JhFormats
 * folder: where to; "" for nowhere yet */
typedef struct
{
  GPtrArray *groups;
  char *sheet;
  char *object;
  guint formats;
  char *folder;
} JhExportChoice;

/* A choice of nothing. Free it with jh_export_choice_free(). */
JhExportChoice *jh_export_choice_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A copy. */
JhExportChoice *jh_export_choice_copy (const JhExportChoice *choice)
  G_GNUC_WARN_UNUSED_RESULT;

/* Frees @choice; NULL is allowed. */
void jh_export_choice_free (JhExportChoice *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhExportChoice, jh_export_choice_free)

/* The workbooks of @choice: JhBundle. Groups that the filing does not have
 * are left out. NULL with @error. The caller unrefs it. */
GPtrArray *
jh_export_choice_bundles (const JhExportChoice *choice,
                          const JhCatalog *catalog, const JhBooks *books,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A file, or a folder of CSV, that will be written.
 *
 * name: in the folder
 * replaces: a file of that name is there and will be replaced */
typedef struct
{
  char *name;
  gboolean replaces;
} JhPlannedFile;

/* files: JhPlannedFile, in the order they are written
 * n_replaced: how many of them replace one
 * mark: 草稿, or ""
 * warning: a sentence about open 错误; "" for none
 * replacing: a sentence about files that are replaced; "" for none
 * obstacle: why nothing can be written, a sentence; "" when it can */
typedef struct
{
  GPtrArray *files;
  guint n_replaced;
  char *mark;
  char *warning;
  char *replacing;
  char *obstacle;
} JhExportPlan;

/* Plans the export of @bundles, which come of @choice. @findings: the
 * findings of the filing; NULL while nobody knows them, which is told and
 * marked like an error. Free it with jh_export_plan_free(). */
JhExportPlan *
jh_export_plan_new (const JhExportChoice *choice, const GPtrArray *bundles,
                    const JhBooks *books,
                    const GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @plan; NULL is allowed. */
void jh_export_plan_free (JhExportPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhExportPlan, jh_export_plan_free)

/* Writes @choice of the filing @filing in the books @path, which are opened
 * to read, so that any thread may do it. mark, cancellable, progress and
 * data are as of a JhSubmission; @written, and errors, as of
 * jh_submission_write(). */
gboolean jh_export_write (const JhExportChoice *choice, const char *path,
                          gint64 filing, const char *mark,
                          GCancellable *cancellable,
                          JhSubmissionProgress progress, gpointer data,
                          GPtrArray *written, GError **error);
