/* What bringing in a folder would do, for people to look at before. */
#pragma once

#include "jh-import.h"

/* folder: the folder
 * filing: what it holds; not in the books yet
 * counts: by JhTableId, how many rows it has
 * before: the filing of the same unit and year in the books, or NULL
 * counts_before: how many rows that one has */
typedef struct
{
  char *folder;
  JhFiling *filing;
  guint counts[JH_N_TABLES];
  JhFiling *before;
  guint counts_before[JH_N_TABLES];
} JhImportPlan;

/* Frees @plan; NULL is allowed. */
void jh_import_plan_free (JhImportPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhImportPlan, jh_import_plan_free)

/* Reads the folder @folder, or the one folder in it that holds a filing, and
 * compares it with the books @path; NULL for books that are not there yet.
 * NULL with what jh_import_read() says. */
JhImportPlan *jh_import_plan_make (const char *path, const char *folder,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which filing @plan brings in: 2023 年度 某单位（U1）. The caller frees it.
 */
char *
jh_import_plan_dup_title (const JhImportPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* What it holds, a line for each table that has rows, such as 支出：12 行.
 * The caller frees it. */
char *
jh_import_plan_dup_words (const JhImportPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* What would be replaced, a line for each table that has rows now or then,
 * such as 收入：现有 5 行，换成 4 行; NULL when nothing is. The caller frees
 * it. */
char *jh_import_plan_dup_replaced (const JhImportPlan *plan)
  G_GNUC_WARN_UNUSED_RESULT;
