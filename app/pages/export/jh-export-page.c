#include "jh-export-page-private.h"

#include "jh-report.h"
#include "jh-state.h"

/* Where the last choice is kept. */
#define STATE "export"

G_DEFINE_FINAL_TYPE (JhExportPage, jh_export_page, JH_TYPE_PAGE)

static void
remember (JhExportPage *self)
{
  g_autoptr (JhExportChoice) choice = jh_export_page_dup_choice (self);
  g_autofree char *groups = NULL;

  g_ptr_array_add (choice->groups, NULL);
  groups = g_strjoinv ("|", (char **) choice->groups->pdata);
  jh_state_set_text (STATE, "groups", groups);
  jh_state_set_number (STATE, "formats", (int) choice->formats);
  jh_state_set_text (STATE, "folder", self->folder);
}

static void
chosen_cb (JhExportPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheets),
                            gtk_check_button_get_active (self->one));
  if (self->loading)
    return;
  remember (self);
  jh_export_page_show_plan (self);
}

static void
set_folder (JhExportPage *self, const char *folder)
{
  char *kept = g_strdup (folder ? folder : "");

  g_free (self->folder);
  self->folder = kept;
  gtk_label_set_text (self->folder_label, *kept ? kept : "还没有选文件夹");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->folder_label), kept);
}

static void
folder_cb (GtkNativeDialog *dialog, int response, JhExportPage *self)
{
  g_autoptr (GFile) file
    = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    {
      set_folder (self, path);
      chosen_cb (self);
    }
  g_clear_object (&self->chooser);
}

static void
choose_folder_cb (JhExportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GFile) folder
    = *self->folder ? g_file_new_for_path (self->folder) : NULL;

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
    "导出到哪个文件夹", GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, "选择(_S)", "取消(_C)");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (folder)
    (void) gtk_file_chooser_set_current_folder (
      GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (folder_cb),
                           self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_folder_cb (JhExportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *uri = g_filename_to_uri (self->done_folder, NULL, NULL);

  if (uri)
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri,
                  GDK_CURRENT_TIME);
}

static void
stop_cb (JhExportPage *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  gtk_progress_bar_set_text (self->progress, "正在停止…");
}

/* Whether the group @group was chosen the last time; 公开表 and 自评表 when
 * there was none. */
static gboolean
was_chosen (const char *groups, const char *group)
{
  g_auto (GStrv) names
    = g_strsplit (groups ? groups : "公开表|自评表", "|", 64);

  return g_strv_contains ((const char *const *) names, group);
}

/* Puts a check for each workbook that the filing can make. */
static void
show_bundles (JhExportPage *self)
{
  g_autofree char *groups = jh_state_dup_text (STATE, "groups");

  for (guint i = 0; i < self->checks->len; i++)
    gtk_box_remove (self->groups, self->checks->pdata[i]);
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < self->bundles->len; i++)
    {
      const JhBundle *bundle = self->bundles->pdata[i];
      g_autofree char *label
        = g_strdup_printf ("%s（%u 张）", bundle->label, bundle->n_sheets);
      GtkWidget *check = gtk_check_button_new_with_label (label);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   was_chosen (groups, bundle->group));
      g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->groups, check);
      g_ptr_array_add (self->checks, check);
    }
}

static void
show_entries (JhExportPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->sheets);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const JhReportEntry *entry = self->entries->pdata[i];

      gtk_string_list_take (
        labels, g_strdup_printf ("%s · %s", entry->group, entry->label));
    }
  gtk_drop_down_set_model (self->sheets, G_LIST_MODEL (labels));
  if (selected < self->entries->len)
    gtk_drop_down_set_selected (self->sheets, selected);
}

/* Shows what the filing can make now. */
static void
show_choices (JhExportPage *self)
{
  const JhBooks *books = jh_session_get_books (self->session);
  g_autoptr (GError) error = NULL;
  GPtrArray *bundles = jh_bundle_list (self->catalog, books, &error);

  if (bundles == NULL)
    {
      jh_page_say (JH_PAGE (self), error->message, TRUE);
      return;
    }
  self->loading = TRUE;
  g_ptr_array_unref (self->bundles);
  g_ptr_array_unref (self->entries);
  self->bundles = bundles;
  self->entries = jh_report_list (self->catalog, books);
  show_bundles (self);
  show_entries (self);
  self->loading = FALSE;
  jh_export_page_show_plan (self);
}

/* Whether the definitions are read. */
static gboolean
ensure_catalog (JhExportPage *self)
{
  g_autofree char *folder = jh_catalog_dup_folder ();
  g_autoptr (GError) error = NULL;

  if (self->catalog == NULL)
    self->catalog = jh_catalog_new (folder, &error);
  if (self->catalog)
    return TRUE;
  jh_export_page_show_words (self->obstacle, error->message);
  gtk_widget_set_sensitive (self->run, FALSE);
  return FALSE;
}

/* Follows the filing while the page is in sight. */
static void
follow (JhExportPage *self)
{
  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      jh_review_watch (self->review, NULL);
      return;
    }
  jh_review_watch (self->review, self->session);
  if (ensure_catalog (self))
    show_choices (self);
}

static void
jh_export_page_load (JhPage *page)
{
  JhExportPage *self = JH_EXPORT_PAGE (page);

  if (g_set_object (&self->session, jh_page_get_session (page)))
    follow (self);
}

static void
jh_export_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jh_export_page_parent_class)->map (widget);
  follow (JH_EXPORT_PAGE (widget));
}

static void
jh_export_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jh_export_page_parent_class)->unmap (widget);
  follow (JH_EXPORT_PAGE (widget));
}

static void
jh_export_page_dispose (GObject *object)
{
  JhExportPage *self = JH_EXPORT_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  if (self->review)
    {
      g_signal_handlers_disconnect_by_data (self->review, self);
      jh_review_watch (self->review, NULL);
    }
  g_clear_object (&self->review);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_EXPORT_PAGE);
  G_OBJECT_CLASS (jh_export_page_parent_class)->dispose (object);
}

static void
jh_export_page_finalize (GObject *object)
{
  JhExportPage *self = JH_EXPORT_PAGE (object);

  jh_catalog_free (self->catalog);
  g_ptr_array_unref (self->bundles);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->checks);
  g_free (self->folder);
  g_free (self->done_folder);
  G_OBJECT_CLASS (jh_export_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child)                                                          \
  gtk_widget_class_bind_template_child (widget_class, JhExportPage, child)
  BIND (form);
  BIND (groups);
  BIND (one);
  BIND (sheets);
  BIND (xlsx);
  BIND (pdf);
  BIND (csv);
  BIND (folder_label);
  BIND (warning_box);
  BIND (warning);
  BIND (replacing);
  BIND (files);
  BIND (obstacle);
  BIND (run);
  BIND (progress_box);
  BIND (progress);
  BIND (result);
  BIND (open);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, jh_export_page_run);
}

static void
jh_export_page_class_init (JhExportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_export_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jh_export_page_finalize;
  widget_class->map = jh_export_page_map;
  widget_class->unmap = jh_export_page_unmap;
  JH_PAGE_CLASS (klass)->load = jh_export_page_load;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/export-page.ui");
  bind_children (widget_class);
}

/* Chooses what was chosen the last time. */
static void
recall (JhExportPage *self)
{
  int formats
    = jh_state_get_number (STATE, "formats", JH_FORMAT_XLSX | JH_FORMAT_PDF);
  g_autofree char *folder = jh_state_dup_text (STATE, "folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_check_button_set_active (self->xlsx, (formats & JH_FORMAT_XLSX) != 0);
  gtk_check_button_set_active (self->pdf, (formats & JH_FORMAT_PDF) != 0);
  gtk_check_button_set_active (self->csv, (formats & JH_FORMAT_CSV) != 0);
  if (folder == NULL)
    folder = g_strdup (documents ? documents : g_get_home_dir ());
  set_folder (self, folder);
  chosen_cb (self);
  self->loading = FALSE;
}

/* Names the button inside of the drop-down, which GTK leaves without a
 * name. */
static void
name_sheets (JhExportPage *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->sheets));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "单独导出的表", -1);
}

static void
jh_export_page_init (JhExportPage *self)
{
  self->bundles = jh_bundles_new ();
  self->entries = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->review = jh_review_new ();
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->review, "notify::busy",
                            G_CALLBACK (jh_export_page_show_plan), self);
  g_signal_connect_swapped (self->review, "notify::summary",
                            G_CALLBACK (jh_export_page_show_plan), self);
  name_sheets (self);
  recall (self);
}
