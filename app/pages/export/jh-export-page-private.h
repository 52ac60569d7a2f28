#pragma once

#include "jh-export-page.h"
#include "jh-export-plan.h"
#include "jh-review.h"

/* session: the one that is followed; NULL for none
 * catalog: read when first needed
 * bundles: JhBundle, what the filing can make
 * entries: JhReportEntry, its sheets, as the drop-down lists them
 * checks: GtkCheckButton of each bundle, owned by `groups`
 * folder: where to; "" for nowhere yet
 * done_folder: where the last export went, or NULL
 * cancellable: of the export under way; NULL when there is none
 * review: knows the errors while the page is in sight
 * loading: the choices are being set, not made */
struct _JhExportPage
{
  JhPage parent_instance;

  GtkWidget *form;
  GtkBox *groups;
  GtkCheckButton *one;
  GtkDropDown *sheets;
  GtkCheckButton *xlsx;
  GtkCheckButton *pdf;
  GtkCheckButton *csv;
  GtkLabel *folder_label;
  GtkWidget *warning_box;
  GtkLabel *warning;
  GtkLabel *replacing;
  GtkLabel *files;
  GtkLabel *obstacle;
  GtkWidget *run;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkLabel *result;
  GtkWidget *open;

  JhSession *session;
  JhCatalog *catalog;
  GPtrArray *bundles;
  GPtrArray *entries;
  GPtrArray *checks;
  char *folder;
  char *done_folder;
  GCancellable *cancellable;
  GtkFileChooserNative *chooser;
  JhReview *review;
  gboolean loading;
};

/* What is chosen. The caller frees it. */
JhExportChoice *
jh_export_page_dup_choice (JhExportPage *self) G_GNUC_WARN_UNUSED_RESULT;

/* What comes of the choice. The caller frees it; NULL with @error. */
JhExportPlan *jh_export_page_dup_plan (JhExportPage *self, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Shows @words in @label, which hides when there are none. */
void jh_export_page_show_words (GtkLabel *label, const char *words);

/* Tells what will be written. */
void jh_export_page_show_plan (JhExportPage *self);

/* Writes what is chosen on a thread. */
void jh_export_page_run (JhExportPage *self);
