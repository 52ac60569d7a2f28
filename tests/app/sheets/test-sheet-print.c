/* Printing, into a PDF instead of a printer. */
#include "../window-fixture.h"

#include "jh-sheet-print.h"
#include "jh-state.h"

#include <poppler.h>

/* Names of our own: only later versions of poppler clean up after these. */
typedef PopplerDocument Pdf;
typedef PopplerPage PdfPage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

/* Prints @report, which it takes, to a PDF and opens that. */
static Pdf *
print (JhReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GtkPrintOperation) operation
    = jh_sheet_print_new (report, "测试");
  Pdf *pdf;

  gtk_print_operation_set_export_filename (operation, path);
  ck_assert_int_eq (
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                             NULL, &error),
    GTK_PRINT_OPERATION_RESULT_APPLY);
  jh_assert_no_error (error);
  jh_sheet_print_remember (operation);
  pdf = poppler_document_new_from_file (uri, NULL, &error);
  jh_assert_no_error (error);
  return pdf;
}

static void
check_size (Pdf *pdf, int index, double width, double height)
{
  g_autoptr (PdfPage) page = poppler_document_get_page (pdf, index);
  double wide, high;

  poppler_page_get_size (page, &wide, &high);
  ck_assert_double_eq_tol (wide, width, 1);
  ck_assert_double_eq_tol (high, height, 1);
}

static char *
dup_text (Pdf *pdf, int index)
{
  g_autoptr (PdfPage) page = poppler_document_get_page (pdf, index);
  g_autofree char *text = poppler_page_get_text (page);
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strjoinv ("", words);
}

START_TEST (a_sheet_prints_as_it_is_shown)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_books ();
  JhReport *report = jh_report_load (path, 1, "公开01", NULL, &error);
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  jh_assert_no_error (error);
  gtk_init ();
  pdf = print (report);
  ck_assert_int_eq (poppler_document_get_n_pages (pdf), 1);
  check_size (pdf, 0, JH_PAPER_LONG, JH_PAPER_SHORT);
  text = dup_text (pdf, 0);
  ck_assert_ptr_nonnull (strstr (text, "收入支出决算总表"));
  ck_assert_ptr_nonnull (strstr (text, "210.03"));
  ck_assert_ptr_nonnull (strstr (text, "第1页共1页"));
}
END_TEST

START_TEST (each_sheet_is_on_paper_held_as_it_needs)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_books ();
  JhReport *report = jh_report_load_all (path, 1, NULL, NULL, &error);
  guint n, upright = 0, across = 0;
  g_autofree double *widths = NULL;
  g_autofree double *heights = NULL;
  g_autoptr (Pdf) pdf = NULL;

  jh_assert_no_error (error);
  n = jh_report_count_pages (report);
  widths = g_new (double, n);
  heights = g_new (double, n);
  for (guint i = 0, page; i < n; i++)
    jh_paper_get_size (jh_report_find_page (report, i, &page), &widths[i],
                       &heights[i]);
  gtk_init ();
  pdf = print (report);
  ck_assert_int_eq (poppler_document_get_n_pages (pdf), (int) n);
  for (guint i = 0; i < n; i++)
    {
      check_size (pdf, (int) i, widths[i], heights[i]);
      upright += widths[i] < heights[i];
      across += widths[i] > heights[i];
    }
  ck_assert_uint_gt (upright, 0);
  ck_assert_uint_gt (across, 0);
}
END_TEST

START_TEST (what_was_chosen_for_the_printer_is_remembered)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_books ();
  g_autoptr (GtkPrintOperation) first = NULL;
  g_autoptr (GtkPrintOperation) second = NULL;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  gtk_init ();
  first = jh_sheet_print_new (
    jh_report_load (path, 1, "公开01", NULL, &error), "一");
  jh_assert_no_error (error);
  gtk_print_settings_set_n_copies (
    gtk_print_operation_get_print_settings (first), 3);
  jh_sheet_print_remember (first);
  second = jh_sheet_print_new (
    jh_report_load (path, 1, "公开02", NULL, &error), "二");
  ck_assert_int_eq (gtk_print_settings_get_n_copies (
                      gtk_print_operation_get_print_settings (second)),
                    3);
}
END_TEST

START_TEST (settings_that_make_no_sense_are_forgotten)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_books ();
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  gtk_init ();
  jh_state_set_text ("print", "settings", "no = file\nof [keys");
  operation = jh_sheet_print_new (
    jh_report_load (path, 1, "公开01", NULL, &error), "一");
  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (gtk_print_operation_get_print_settings (operation));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sheet-print");
  TCase *tcase = tcase_create ("sheet-print");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_sheet_prints_as_it_is_shown);
  tcase_add_test (tcase, each_sheet_is_on_paper_held_as_it_needs);
  tcase_add_test (tcase, what_was_chosen_for_the_printer_is_remembered);
  tcase_add_test (tcase, settings_that_make_no_sense_are_forgotten);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
