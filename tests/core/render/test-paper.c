#include "jh-paper.h"
#include "jh-test.h"
#include "render-grids.h"

#include <poppler.h>
#include <string.h>

typedef PopplerDocument Pdf;
typedef PopplerPage PdfPage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

/* The middle of each cell that page @page shows leads back to the cell.
 * Returns how many are shown. */
static guint
check_page (const JhPaper *paper, const JhGrid *grid, guint page)
{
  guint shown = 0;

  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_columns; c++)
      {
        JhGridPlace place = { r, c }, found;
        JhBox box;

        if (jh_grid_get_cell (grid, r, c)->rows == 0
            || !jh_paper_find_box (paper, page, place, &box))
          continue;
        ck_assert (jh_paper_find_cell (paper, page, box.x + box.width / 2,
                                       box.y + box.height / 2, &found));
        ck_assert_uint_eq (found.row, r);
        ck_assert_uint_eq (found.column, c);
        shown++;
      }
  return shown;
}

/* A grid that takes several pages across and down. */
static JhGrid *
make_many (void)
{
  JhGrid *grid = render_amounts (120, 24, 4);

  grid->pages_wide = 0;
  return grid;
}

START_TEST (a_cell_is_found_where_it_is_drawn)
{
  g_autoptr (JhGrid) grid = make_many ();
  g_autoptr (JhPaper) paper = jh_paper_new (grid);
  guint shown = 0;

  ck_assert_uint_gt (jh_paper_count (paper), 3);
  for (guint page = 0; page < jh_paper_count (paper); page++)
    shown += check_page (paper, grid, page);
  ck_assert_uint_gt (shown, 120 * 24);
}
END_TEST

START_TEST (the_first_page_of_a_cell_shows_it_and_none_before_does)
{
  g_autoptr (JhGrid) grid = make_many ();
  g_autoptr (JhPaper) paper = jh_paper_new (grid);
  static const JhGridPlace places[]
    = { { 0, 0 }, { 1, 1 }, { 119, 1 }, { 1, 23 }, { 119, 23 } };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint first = jh_paper_find_page (paper, places[i]);
      JhBox box;

      ck_assert (jh_paper_find_box (paper, first, places[i], &box));
      for (guint page = 0; page < first; page++)
        ck_assert (!jh_paper_find_box (paper, page, places[i], &box));
    }
  ck_assert_uint_eq (jh_paper_find_page (paper, places[4]),
                     jh_paper_count (paper) - 1);
}
END_TEST

START_TEST (merged_cells_are_one_place)
{
  g_autoptr (JhGrid) grid = render_amounts (6, 6, 0);
  g_autoptr (JhPaper) paper = NULL;
  JhGridPlace inside = { 3, 4 }, found;
  JhBox whole, part;

  jh_grid_merge (grid, 2, 3, 2, 3);
  paper = jh_paper_new (grid);
  ck_assert (jh_paper_find_box (paper, 0, (JhGridPlace){ 2, 3 }, &whole));
  ck_assert (jh_paper_find_box (paper, 0, inside, &part));
  ck_assert_double_eq_tol (whole.width, part.width, 0.001);
  ck_assert_double_eq_tol (whole.height, part.height, 0.001);
  ck_assert (jh_paper_find_cell (paper, 0, whole.x + whole.width - 1,
                                 whole.y + whole.height - 1, &found));
  ck_assert_uint_eq (found.row, 2);
  ck_assert_uint_eq (found.column, 3);
}
END_TEST

START_TEST (beside_the_table_there_is_no_cell)
{
  static const double places[][2] = {
    { 0, 0 },     { 1, 300 },   { 300, 1 },   { 300, 841 },
    { 594, 300 }, { -50, -50 }, { 1e9, 1e9 }, { 300, -1e9 },
  };
  g_autoptr (JhGrid) grid = render_amounts (5, 4, 0);
  g_autoptr (JhPaper) paper = jh_paper_new (grid);
  JhGridPlace found;
  JhBox box;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    ck_assert (
      !jh_paper_find_cell (paper, 0, places[i][0], places[i][1], &found));
  ck_assert (!jh_paper_find_cell (paper, 7, 300, 100, &found));
  ck_assert (!jh_paper_find_box (paper, 7, (JhGridPlace){ 1, 1 }, &box));
  ck_assert (!jh_paper_find_box (paper, 0, (JhGridPlace){ 99, 1 }, &box));
  ck_assert_uint_eq (jh_paper_find_page (paper, (JhGridPlace){ 99, 1 }), 0);
}
END_TEST

START_TEST (an_empty_grid_has_one_page)
{
  g_autoptr (JhGrid) grid = jh_grid_new (0, 0);
  g_autoptr (JhPaper) paper = jh_paper_new (grid);
  JhGridPlace found;

  ck_assert_uint_eq (jh_paper_count (paper), 1);
  ck_assert (!jh_paper_find_cell (paper, 0, 300, 300, &found));
}
END_TEST

/* Writes @grid, which it takes, as a PDF and opens it. */
static Pdf *
open_pdf (JhGrid *grid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhWorkbook) book = render_book (grid);
  g_autofree char *folder = jh_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  Pdf *pdf;

  jh_render_pdf (book, folder, "a.pdf", NULL, NULL, NULL, &error);
  jh_assert_no_error (error);
  pdf = poppler_document_new_from_file (uri, NULL, &error);
  jh_assert_no_error (error);
  return pdf;
}

static gboolean
is_inside (const PopplerRectangle *letter, const JhBox *box)
{
  double x = (letter->x1 + letter->x2) / 2;
  double y = (letter->y1 + letter->y2) / 2;

  return x > box->x && x < box->x + box->width && y > box->y
         && y < box->y + box->height;
}

/* The letters that @page shows in @box, without spaces. */
static char *
dup_text (PdfPage *page, const JhBox *box)
{
  g_autofree char *all = poppler_page_get_text (page);
  g_autofree PopplerRectangle *letters = NULL;
  GString *text = g_string_new (NULL);
  const char *c = all;
  guint count;

  ck_assert (poppler_page_get_text_layout (page, &letters, &count));
  for (guint i = 0; i < count && *c; i++, c = g_utf8_next_char (c))
    if (is_inside (&letters[i], box) && !g_ascii_isspace (*c))
      g_string_append_unichar (text, g_utf8_get_char (c));
  return g_string_free (text, FALSE);
}

START_TEST (the_pdf_shows_each_cell_at_the_same_place)
{
  g_autoptr (JhGrid) grid = make_many ();
  g_autoptr (JhPaper) paper = jh_paper_new (grid);
  g_autoptr (Pdf) pdf = open_pdf (make_many ());

  ck_assert_int_eq (poppler_document_get_n_pages (pdf),
                    (int) jh_paper_count (paper));
  for (guint r = 1; r < grid->n_rows; r += 39)
    for (guint c = 1; c < grid->n_columns; c += 7)
      {
        JhGridPlace place = { r, c };
        guint number = jh_paper_find_page (paper, place);
        g_autoptr (PdfPage) page = poppler_document_get_page (pdf, number);
        g_autofree char *expected
          = jh_grid_dup_cell_text (grid, jh_grid_get_cell (grid, r, c), TRUE);
        g_autofree char *text = NULL;
        JhBox box;

        ck_assert (jh_paper_find_box (paper, number, place, &box));
        text = dup_text (page, &box);
        ck_assert_str_eq (text, expected);
      }
}
END_TEST

/* Draws page 0 at @zoom on white. */
static cairo_surface_t *
draw (const JhPaper *paper, double zoom)
{
  double width, height;
  cairo_surface_t *surface;
  g_autoptr (cairo_t) cr = NULL;

  jh_paper_get_size (paper, &width, &height);
  surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) (width * zoom), (int) (height * zoom));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  jh_paper_draw (paper, cr, 0, 1, 1);
  cairo_surface_flush (surface);
  return surface;
}

/* How much of @box, in points, is not white at @zoom: 0 to 1. */
static double
ink (cairo_surface_t *surface, const JhBox *box, double zoom)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double dark = 0, all = 0;

  for (int y = (int) (box->y * zoom); y < (box->y + box->height) * zoom; y++)
    for (int x = (int) (box->x * zoom); x < (box->x + box->width) * zoom; x++)
      {
        dark += 255 - data[y * stride + x * 4 + 1];
        all += 255;
      }
  return dark / all;
}

START_TEST (a_page_is_the_same_at_any_zoom)
{
  static const double zooms[] = { 0.5, 1, 2, 4 };
  g_autoptr (JhGrid) grid = render_kinds ();
  g_autoptr (JhPaper) paper = jh_paper_new (grid);
  JhBox head, margin = { 0, 0, 590, 40 };
  g_autoptr (cairo_surface_t) plain = draw (paper, 3);

  ck_assert (jh_paper_find_box (paper, 0, (JhGridPlace){ 0, 0 }, &head));
  ck_assert_double_gt (ink (plain, &head, 3), 0.02);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (cairo_surface_t) page = draw (paper, zooms[i]);

      ck_assert_double_eq_tol (ink (page, &head, zooms[i]),
                               ink (plain, &head, 3), 0.04);
      ck_assert_double_eq_tol (ink (page, &margin, zooms[i]), 0, 0.0001);
    }
}
END_TEST

static gpointer
make_and_draw (gpointer data)
{
  const JhGrid *grid = data;
  g_autoptr (JhPaper) paper = jh_paper_new (grid);
  g_autoptr (cairo_surface_t) page = draw (paper, 1);
  JhBox box;

  jh_paper_find_box (paper, 0, (JhGridPlace){ 0, 0 }, &box);
  return ink (page, &box, 1) > 0.01 ? (gpointer) grid : NULL;
}

START_TEST (papers_are_made_on_any_thread)
{
  g_autoptr (JhGrid) grid = render_amounts (30, 6, 0);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paper", make_and_draw, grid);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    ck_assert_ptr_eq (g_thread_join (threads[i]), grid);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("paper");
  TCase *tcase = tcase_create ("paper");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_cell_is_found_where_it_is_drawn);
  tcase_add_test (tcase,
                  the_first_page_of_a_cell_shows_it_and_none_before_does);
  tcase_add_test (tcase, merged_cells_are_one_place);
  tcase_add_test (tcase, beside_the_table_there_is_no_cell);
  tcase_add_test (tcase, an_empty_grid_has_one_page);
  tcase_add_test (tcase, the_pdf_shows_each_cell_at_the_same_place);
  tcase_add_test (tcase, a_page_is_the_same_at_any_zoom);
  tcase_add_test (tcase, papers_are_made_on_any_thread);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
