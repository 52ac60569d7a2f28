#include "jh-sheet-print.h"

#include "jh-state.h"

/* Where the settings are kept, as the text of a file of keys. */
#define GROUP "print"
#define KEY "settings"

static JhReport *
get_report (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), "report");
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context,
          gpointer data)
{
  gtk_print_operation_set_n_pages (
    operation, (int) jh_report_count_pages (get_report (operation)));
}

/* Holds the paper of page @number as its sheet needs it. */
static void
page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context,
               int number, GtkPageSetup *setup, gpointer data)
{
  double width, height;
  guint page;

  jh_paper_get_size (
    jh_report_find_page (get_report (operation), (guint) number, &page),
    &width, &height);
  gtk_page_setup_set_orientation (setup, width > height
                                           ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                           : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* Shrinks or moves the page to the middle of another paper than A4. */
static void
fit (cairo_t *cr, GtkPrintContext *context, double width, double height)
{
  double wide = gtk_print_context_get_width (context);
  double high = gtk_print_context_get_height (context);
  double scale = MIN (1, MIN (wide / width, high / height));

  if (scale > 0.99)
    scale = 1;
  cairo_translate (cr, (wide - width * scale) / 2,
                   (high - height * scale) / 2);
  cairo_scale (cr, scale, scale);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number,
         gpointer data)
{
  JhReport *report = get_report (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;
  guint page;
  const JhPaper *paper = jh_report_find_page (report, (guint) number, &page);

  jh_paper_get_size (paper, &width, &height);
  cairo_save (cr);
  fit (cr, context, width, height);
  jh_paper_draw (paper, cr, page, (guint) number + 1,
                 jh_report_count_pages (report));
  cairo_restore (cr);
}

/* The settings of the last time, or new ones. */
static GtkPrintSettings *
recall (void)
{
  g_autofree char *text = jh_state_dup_text (GROUP, KEY);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GtkPrintSettings *settings = NULL;

  if (text
      && g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE,
                                    NULL))
    settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
  return settings ? settings : gtk_print_settings_new ();
}

void
jh_sheet_print_remember (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings
    = gtk_print_operation_get_print_settings (operation);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (settings == NULL)
    return;
  gtk_print_settings_to_key_file (settings, file, NULL);
  text = g_key_file_to_data (file, NULL, NULL);
  jh_state_set_text (GROUP, KEY, text);
}

GtkPrintOperation *
jh_sheet_print_new (JhReport *report, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = recall ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, name);
  g_object_set_data_full (G_OBJECT (operation), "report", report,
                          (GDestroyNotify) jh_report_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (operation, "request-page-setup",
                    G_CALLBACK (page_setup_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), NULL);
  return operation;
}
