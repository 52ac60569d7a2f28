#include "jh-error.h"
#include "jh-pages.h"
#include "jh-render-pdf.h"
#include "jh-test.h"
#include "render-grids.h"

#include <poppler.h>
#include <string.h>

/* Names of our own: only later versions of poppler clean up after these. */
typedef PopplerDocument Pdf;
typedef PopplerPage PdfPage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

/* Writes @book to a new folder and opens it. */
static Pdf *
write_and_open (const JhWorkbook *book)
{
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  Pdf *pdf;

  jh_render_pdf (book, folder, "a.pdf", NULL, NULL, NULL, &error);
  jh_assert_no_error (error);
  pdf = poppler_document_new_from_file (uri, NULL, &error);
  jh_assert_no_error (error);
  return pdf;
}

static Pdf *
open_grid (JhGrid *grid)
{
  g_autoptr (JhWorkbook) book = render_book (grid);

  return write_and_open (book);
}

/* The words of page @index without the spaces, which stand for gaps too. */
static char *
dup_text (Pdf *pdf, guint index)
{
  g_autoptr (PdfPage) page = poppler_document_get_page (pdf, index);
  g_autofree char *text = poppler_page_get_text (page);
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strjoinv ("", words);
}

static void
check_says (Pdf *pdf, guint page, const char *words)
{
  g_autofree char *text = dup_text (pdf, page);

  ck_assert_msg (strstr (text, words) != NULL, "“%s” does not say “%s”",
                 text, words);
}

START_TEST (a_page_shows_head_cells_and_notes)
{
  static const char *const shown[] = {
    "各种单元格", "公开99表", "编制单位：某某局", "金额单位：万元",
    "名称",       "=1+1",     "210.03",        "44.78%",
    "9.50",       "12",       "—",                "注：本表用于测试。",
    "第1页共1页",
  };
  g_autoptr (Pdf) pdf = open_grid (render_kinds ());

  ck_assert_int_eq (poppler_document_get_n_pages (pdf), 1);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    check_says (pdf, 0, shown[i]);
}
END_TEST

START_TEST (paper_is_a4_held_as_the_grid_says)
{
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());
  g_autoptr (Pdf) pdf = NULL;
  JhGrid *across = render_kinds ();
  double width;
  double height;

  across->landscape = TRUE;
  jh_workbook_take_grid (book, across);
  pdf = write_and_open (book);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (pdf, i);

      poppler_page_get_size (page, &width, &height);
      ck_assert_double_eq_tol (width, i ? JH_PAPER_LONG : JH_PAPER_SHORT,
                               0.1);
      ck_assert_double_eq_tol (height, i ? JH_PAPER_SHORT : JH_PAPER_LONG,
                               0.1);
    }
}
END_TEST

START_TEST (header_and_labels_are_repeated_on_every_page)
{
  JhGrid *grid = render_amounts (100, 30, 0);
  g_autoptr (Pdf) pdf = NULL;

  grid->pages_wide = 0;
  pdf = open_grid (grid);
  ck_assert_int_gt (poppler_document_get_n_pages (pdf), 4);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      check_says (pdf, i, "许多金额");
      check_says (pdf, i, "行0列0");
    }
  check_says (pdf, 0, "行1列0");
  check_says (pdf, 1, "行1列0");
}
END_TEST

START_TEST (a_merged_label_cut_by_a_page_is_shown_on_both)
{
  JhGrid *grid = render_amounts (120, 3, 0);
  g_autoptr (Pdf) pdf = NULL;

  jh_grid_set_text (grid, 1, 0, JH_ROLE_CENTER, "产出指标");
  jh_grid_merge (grid, 1, 0, 119, 1);
  pdf = open_grid (grid);
  ck_assert_int_gt (poppler_document_get_n_pages (pdf), 1);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    check_says (pdf, i, "产出指标");
}
END_TEST

START_TEST (cover_and_contents_come_first_with_page_numbers)
{
  g_autoptr (JhWorkbook) book = render_book (render_amounts (100, 3, 0));
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *contents = NULL;

  jh_workbook_take_grid (book, render_kinds ());
  jh_workbook_add_line (book, "单位名称", "某某局");
  render_set (&book->mark, "草稿");
  book->has_contents = TRUE;
  pdf = write_and_open (book);
  ck_assert_int_eq (poppler_document_get_n_pages (pdf), 6);
  check_says (pdf, 0, "测试");
  check_says (pdf, 0, "草稿");
  check_says (pdf, 0, "单位名称：某某局");
  check_says (pdf, 1, "许多金额3");
  check_says (pdf, 1, "各种单元格6");
  check_says (pdf, 5, "第6页共6页");
}
END_TEST

START_TEST (the_contents_link_to_the_sheets)
{
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());
  g_autoptr (Pdf) pdf = NULL;
  g_autoptr (PdfPage) page = NULL;
  GList *links;
  const PopplerLinkMapping *link;
  PopplerDest *place;

  book->has_contents = TRUE;
  pdf = write_and_open (book);
  page = poppler_document_get_page (pdf, 0);
  links = poppler_page_get_link_mapping (page);
  ck_assert_ptr_nonnull (links);
  link = links->data;
  ck_assert_int_eq (link->action->type, POPPLER_ACTION_GOTO_DEST);
  place = poppler_document_find_dest (
    pdf, link->action->goto_dest.dest->named_dest);
  ck_assert_ptr_nonnull (place);
  ck_assert_int_eq (place->page_num, 2);
  poppler_dest_free (place);
  poppler_page_free_link_mapping (links);
}
END_TEST

START_TEST (the_outline_names_the_sheets)
{
  g_autoptr (Pdf) pdf = open_grid (render_kinds ());
  PopplerIndexIter *iter = poppler_index_iter_new (pdf);
  PopplerAction *action;

  ck_assert_ptr_nonnull (iter);
  action = poppler_index_iter_get_action (iter);
  ck_assert_str_eq (action->any.title, "各种单元格");
  poppler_action_free (action);
  poppler_index_iter_free (iter);
}
END_TEST

START_TEST (the_same_books_give_the_same_pdf)
{
  g_autofree char *folder = jh_test_folder ();
  g_autoptr (JhWorkbook) book = render_book (render_kinds ());
  g_autofree char *one = g_build_filename (folder, "1", NULL);
  g_autofree char *two = g_build_filename (folder, "2", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first;
  gsize n_second;

  ck_assert (jh_render_pdf (book, folder, "1", NULL, NULL, NULL, NULL));
  g_usleep (1100000);
  ck_assert (jh_render_pdf (book, folder, "2", NULL, NULL, NULL, NULL));
  first = jh_test_read (one, &n_first);
  second = jh_test_read (two, &n_second);
  ck_assert_uint_eq (n_first, n_second);
  ck_assert_mem_eq (first, second, n_first);
}
END_TEST

START_TEST (failures_are_told_and_leave_nothing)
{
  render_check_failures (jh_render_pdf);
}
END_TEST

static const char *const hostile[] = {
  "\x01\x02\x1b", "\xff\xfe\xfd", "a\r\n\tb", "", "<b>&amp;</b>", "\u202e右",
};

START_TEST (hostile_words_are_drawn)
{
  JhGrid *grid = render_kinds ();
  g_autoptr (Pdf) pdf = NULL;

  jh_grid_set_text (grid, 1, 0, JH_ROLE_WORDS, hostile[_i]);
  render_set (&grid->title, hostile[_i]);
  render_set (&grid->unit_name, hostile[_i]);
  g_ptr_array_add (grid->notes, g_strdup (hostile[_i]));
  pdf = open_grid (grid);
  ck_assert_int_eq (poppler_document_get_n_pages (pdf), 1);
}
END_TEST

START_TEST (very_long_words_are_cut_at_the_page)
{
  JhGrid *grid = render_kinds ();
  g_autofree char *word = g_strnfill (300000, 'x');
  g_autoptr (Pdf) pdf = NULL;

  jh_grid_set_text (grid, 1, 0, JH_ROLE_WORDS, word);
  render_set (&grid->title, word);
  pdf = open_grid (grid);
  ck_assert_int_ge (poppler_document_get_n_pages (pdf), 1);
}
END_TEST

static const guint sizes[][2] = { { 0, 0 }, { 0, 3 }, { 3, 0 }, { 1, 1 } };

START_TEST (a_grid_without_cells_is_one_page)
{
  JhGrid *grid = jh_grid_new (sizes[_i][0], sizes[_i][1]);
  g_autoptr (Pdf) pdf = NULL;

  render_set (&grid->title, "空表");
  grid->header_rows = 3;
  grid->frozen_columns = 3;
  g_ptr_array_add (grid->notes, g_strdup ("说明：没有数据。"));
  pdf = open_grid (grid);
  ck_assert_int_eq (poppler_document_get_n_pages (pdf), 1);
  check_says (pdf, 0, "说明：没有数据。");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("render-pdf");
  TCase *tests = tcase_create ("pdf");
  TCase *harm = tcase_create ("harm");

  tcase_set_timeout (tests, 60);
  tcase_set_timeout (harm, 60);
  tcase_add_test (tests, a_page_shows_head_cells_and_notes);
  tcase_add_test (tests, paper_is_a4_held_as_the_grid_says);
  tcase_add_test (tests, header_and_labels_are_repeated_on_every_page);
  tcase_add_test (tests, a_merged_label_cut_by_a_page_is_shown_on_both);
  tcase_add_test (tests, cover_and_contents_come_first_with_page_numbers);
  tcase_add_test (tests, the_contents_link_to_the_sheets);
  tcase_add_test (tests, the_outline_names_the_sheets);
  tcase_add_test (tests, the_same_books_give_the_same_pdf);
  tcase_add_test (harm, failures_are_told_and_leave_nothing);
  tcase_add_loop_test (harm, hostile_words_are_drawn, 0,
                       G_N_ELEMENTS (hostile));
  tcase_add_test (harm, very_long_words_are_cut_at_the_page);
  tcase_add_loop_test (harm, a_grid_without_cells_is_one_page, 0,
                       G_N_ELEMENTS (sizes));
  suite_add_tcase (suite, tests);
  suite_add_tcase (suite, harm);
  return jh_test_run (suite);
}
