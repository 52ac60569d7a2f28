/* What is chosen, and what comes of it. */
#include "jh-export-page-private.h"

#include "jh-report.h"

static guint
get_formats (JhExportPage *self)
{
  return (gtk_check_button_get_active (self->xlsx) ? JH_FORMAT_XLSX : 0)
         | (gtk_check_button_get_active (self->pdf) ? JH_FORMAT_PDF : 0)
         | (gtk_check_button_get_active (self->csv) ? JH_FORMAT_CSV : 0);
}

JhExportChoice *
jh_export_page_dup_choice (JhExportPage *self)
{
  JhExportChoice *choice = jh_export_choice_new ();
  guint sheet = gtk_drop_down_get_selected (self->sheets);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (
        choice->groups,
        g_strdup (((const JhBundle *) self->bundles->pdata[i])->group));
  if (gtk_check_button_get_active (self->one) && sheet < self->entries->len)
    {
      const JhReportEntry *entry = self->entries->pdata[sheet];

      choice->sheet = g_strdup (entry->sheet);
      choice->object = g_strdup (entry->object);
    }
  choice->formats = get_formats (self);
  g_free (choice->folder);
  choice->folder = g_strdup (self->folder);
  return choice;
}

/* The findings as they are known; NULL while they are not. */
static GPtrArray *
dup_findings (JhExportPage *self)
{
  JhFindingList *findings = jh_review_get_findings (self->review);

  return jh_review_is_busy (self->review)
           ? NULL
           : g_ptr_array_ref (jh_finding_list_get (findings));
}

JhExportPlan *
jh_export_page_dup_plan (JhExportPage *self, GError **error)
{
  g_autoptr (JhExportChoice) choice = jh_export_page_dup_choice (self);
  const JhBooks *books = jh_session_get_books (self->session);
  g_autoptr (GPtrArray) bundles
    = jh_export_choice_bundles (choice, self->catalog, books, error);
  g_autoptr (GPtrArray) findings = dup_findings (self);

  if (bundles == NULL)
    return NULL;
  return jh_export_plan_new (choice, bundles, books, findings);
}

/* The names of the files, one a line. */
static char *
dup_files (const JhExportPlan *plan)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < plan->files->len; i++)
    {
      const JhPlannedFile *file = plan->files->pdata[i];

      g_string_append_printf (words, "%s%s%s", i > 0 ? "\n" : "", file->name,
                              file->replaces ? "（替换已有的）" : "");
    }
  return g_string_free (words, FALSE);
}

void
jh_export_page_show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

void
jh_export_page_show_plan (JhExportPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhExportPlan) plan = NULL;
  g_autofree char *files = NULL;

  if (self->session == NULL || self->catalog == NULL || self->loading)
    return;
  plan = jh_export_page_dup_plan (self, &error);
  gtk_widget_set_sensitive (self->run, plan && *plan->obstacle == '\0');
  if (plan == NULL)
    {
      jh_export_page_show_words (self->obstacle, error->message);
      return;
    }
  files = dup_files (plan);
  gtk_label_set_text (self->files, *files ? files : "还没有选。");
  gtk_label_set_text (self->warning, plan->warning);
  gtk_widget_set_visible (self->warning_box, *plan->warning != '\0');
  jh_export_page_show_words (self->replacing, plan->replacing);
  jh_export_page_show_words (self->obstacle, plan->obstacle);
}
