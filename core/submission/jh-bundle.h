/* What goes into one workbook, before anything is computed: a group of
 * sheets as resources/workbooks.json describes it, or one sheet alone. */
#pragma once

#include "jh-catalog.h"
#include "jh-workbook.h"

/* group: the group of sheets; NULL for one sheet alone
 * sheet, object: the one sheet, and the object of a form; else NULL
 * label: what people choose it by, such as 公开表
 * file: its file's name without an ending
 * title: the document's title
 * has_contents: whether the sheets are listed
 * cover: JhCoverLine; no cover when there is none
 * n_sheets: how many sheets it has, one or more */
typedef struct
{
  char *group;
  char *sheet;
  char *object;
  char *label;
  char *file;
  char *title;
  gboolean has_contents;
  GPtrArray *cover;
  guint n_sheets;
} JhBundle;

/* All workbooks that the filing of @books makes: JhBundle, in their order; a
 * group without sheets makes none. NULL with @error when the description
 * does not hold. The caller unrefs it. */
GPtrArray *jh_bundle_list (const JhCatalog *catalog, const JhBooks *books,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The sheet @sheet alone, of @object when it is a form. NULL with
 * JH_ERROR_NOT_FOUND when the filing has no such sheet. Free it with
 * jh_bundle_free(). */
JhBundle *jh_bundle_new_sheet (const JhCatalog *catalog, const JhBooks *books,
                               const char *sheet, const char *object,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @bundle, a JhBundle; NULL is allowed. */
void jh_bundle_free (gpointer bundle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhBundle, jh_bundle_free)

/* A list for bundles, which frees them. The caller unrefs it. */
GPtrArray *jh_bundles_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Computes the workbook of @bundle, marked by @mark ("" for nothing); one
 * that is marked has a cover to bear the mark. NULL with @error. */
JhWorkbook *jh_bundle_compute (const JhBundle *bundle,
                               const JhCatalog *catalog, const JhBooks *books,
                               const JhBooks *before, const char *mark,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The objects that the form @sheet is made for: those of 整体, or of the
 * projects, or one NULL for a sheet that is no form. The caller unrefs
 * it. */
GPtrArray *jh_bundle_objects (const JhSheet *sheet,
                              const JhBooks *books) G_GNUC_WARN_UNUSED_RESULT;

/* @words, filled in, as the name of a file; {unit} becomes a unit's name
 * that is not too long. The caller frees it. */
char *jh_bundle_dup_file_name (const char *words, const JhBooks *books)
  G_GNUC_WARN_UNUSED_RESULT;
