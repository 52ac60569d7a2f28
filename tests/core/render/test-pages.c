#include "jh-pages.h"
#include "jh-test.h"
#include "render-grids.h"

#include <math.h>
#include <string.h>

static double
sum (const double *sizes, guint first, guint end)
{
  double total = 0;

  for (guint i = first; i < end; i++)
    total += sizes[i];
  return total;
}

/* Fails unless @spans hold each of @first … @end once, in order. */
static void
check_spans (const GArray *spans, guint first, guint end)
{
  guint next = first;

  ck_assert_uint_gt (spans->len, 0);
  for (guint i = 0; i < spans->len; i++)
    {
      JhSpan span = g_array_index (spans, JhSpan, i);

      ck_assert_uint_eq (span.first, next);
      ck_assert_uint_ge (span.end, span.first);
      next = span.end;
    }
  ck_assert_uint_eq (next, end);
}

/* Fails unless every page fits its paper. */
static void
check_paper (const JhPages *pages)
{
  double width = (pages->paper_width - 2 * JH_MARGIN_SIDE) / pages->scale;
  double height = (pages->paper_height - JH_MARGIN_TOP - JH_MARGIN_BOTTOM)
                  / pages->scale;

  for (guint i = 0; i < jh_pages_count (pages); i++)
    {
      JhSpan rows;
      JhSpan columns;

      jh_pages_get (pages, i, &rows, &columns);
      ck_assert_double_le (jh_pages_width (pages, &columns), width + 0.1);
      ck_assert_double_le (pages->head_height
                             + sum (pages->heights, 0, pages->repeat_rows)
                             + sum (pages->heights, rows.first, rows.end),
                           height + 0.1);
    }
}

START_TEST (a_small_grid_is_one_page_and_not_enlarged)
{
  g_autoptr (JhGrid) grid = render_kinds ();
  g_autoptr (JhPages) pages = jh_pages_new (grid, NULL, NULL);

  ck_assert_uint_eq (jh_pages_count (pages), 1);
  ck_assert (pages->one_page);
  ck_assert_double_eq (pages->scale, 1);
}
END_TEST

START_TEST (one_page_wide_shrinks_to_the_paper)
{
  g_autoptr (JhGrid) grid = render_amounts (5, 20, 0);
  g_autoptr (JhPages) pages = jh_pages_new (grid, NULL, NULL);

  ck_assert_uint_eq (pages->columns->len, 1);
  ck_assert_double_lt (pages->scale, 0.6);
  check_paper (pages);
}
END_TEST

START_TEST (every_row_and_column_stands_on_some_page)
{
  g_autoptr (JhGrid) grid = render_amounts (200, 60, 7);
  g_autoptr (JhPages) pages = NULL;

  grid->pages_wide = 0;
  grid->landscape = TRUE;
  pages = jh_pages_new (grid, NULL, NULL);
  check_spans (pages->columns, 1, 60);
  check_spans (pages->rows, 1, 200);
  check_paper (pages);
}
END_TEST

START_TEST (columns_are_broken_between_groups)
{
  g_autoptr (JhGrid) grid = render_amounts (5, 41, 4);
  g_autoptr (JhPages) pages = NULL;

  grid->pages_wide = 0;
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_uint_gt (pages->columns->len, 2);
  for (guint i = 1; i < pages->columns->len; i++)
    ck_assert_uint_eq (g_array_index (pages->columns, JhSpan, i).first % 4,
                       0);
}
END_TEST

START_TEST (a_group_wider_than_a_page_is_broken_inside)
{
  g_autoptr (JhGrid) grid = render_amounts (5, 40, 0);
  g_autoptr (JhPages) pages = NULL;

  grid->pages_wide = 0;
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_uint_gt (pages->columns->len, 1);
  check_spans (pages->columns, 1, 40);
  check_paper (pages);
}
END_TEST

START_TEST (rows_are_broken_where_no_merged_cell_is_cut)
{
  g_autoptr (JhGrid) grid = render_amounts (121, 3, 0);
  g_autoptr (JhPages) pages = NULL;

  for (guint r = 1; r < 121; r += 6)
    jh_grid_merge (grid, r, 0, 6, 1);
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_uint_gt (pages->rows->len, 1);
  for (guint i = 1; i < pages->rows->len; i++)
    ck_assert_uint_eq ((g_array_index (pages->rows, JhSpan, i).first - 1) % 6,
                       0);
}
END_TEST

START_TEST (a_grid_a_little_too_high_is_shrunk_to_one_page)
{
  g_autoptr (JhGrid) grid = render_amounts (50, 3, 0);
  g_autoptr (JhPages) pages = jh_pages_new (grid, NULL, NULL);

  ck_assert (pages->one_page);
  ck_assert_double_lt (pages->scale, 1);
  ck_assert_uint_eq (jh_pages_count (pages), 1);
  check_paper (pages);
}
END_TEST

START_TEST (long_words_make_a_row_higher)
{
  g_autoptr (JhGrid) grid = render_kinds ();
  g_autoptr (JhPages) pages = NULL;

  jh_grid_set_text (grid, 1, 0, JH_ROLE_WORDS,
                    "因部分承办单位报送不及时，导致个别事项超期");
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_double_gt (pages->heights[1], 4 * 14);
}
END_TEST

START_TEST (a_merged_cell_stretches_its_rows)
{
  g_autoptr (JhGrid) grid = jh_grid_new (2, 1);
  g_autoptr (JhPages) pages = NULL;

  jh_grid_set_text (grid, 0, 0, JH_ROLE_WORDS,
                    "因部分承办单位报送不及时，导致个别事项超期");
  jh_grid_merge (grid, 0, 0, 2, 1);
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_double_gt (pages->heights[0] + pages->heights[1], 4 * 14);
  ck_assert_double_eq_tol (pages->heights[0], pages->heights[1], 0.01);
}
END_TEST

START_TEST (a_column_too_narrow_for_its_number_is_widened)
{
  g_autoptr (JhGrid) grid = jh_grid_new (1, 1);
  g_autoptr (JhPages) pages = NULL;

  jh_grid_column (grid, 0)->width = 2;
  render_set_money (grid, 0, 0, G_GINT64_CONSTANT (-12345678901234));
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_double_ge (pages->widths[0], 19 * 5);
}
END_TEST

START_TEST (notes_find_room_under_the_last_rows)
{
  g_autoptr (JhGrid) grid = render_amounts (300, 3, 0);
  g_autoptr (JhPages) pages = NULL;
  double room;
  JhSpan last;

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (grid->notes, g_strdup ("注：说明。"));
  pages = jh_pages_new (grid, NULL, NULL);
  check_spans (pages->rows, 1, 300);
  last = g_array_index (pages->rows, JhSpan, pages->rows->len - 1);
  room = (pages->paper_height - JH_MARGIN_TOP - JH_MARGIN_BOTTOM)
         / pages->scale;
  ck_assert_double_le (pages->head_height + pages->heights[0]
                         + sum (pages->heights, last.first, last.end)
                         + pages->notes_height,
                       room);
}
END_TEST

START_TEST (a_head_as_high_as_the_page_is_not_repeated)
{
  g_autoptr (JhGrid) grid = render_amounts (200, 3, 0);
  g_autoptr (JhPages) pages = NULL;

  grid->header_rows = 190;
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_uint_eq (pages->repeat_rows, 0);
  check_spans (pages->rows, 0, 200);
  check_paper (pages);
}
END_TEST

START_TEST (frozen_columns_as_wide_as_the_page_are_not_repeated)
{
  g_autoptr (JhGrid) grid = render_amounts (5, 60, 0);
  g_autoptr (JhPages) pages = NULL;

  grid->frozen_columns = 50;
  grid->pages_wide = 0;
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_uint_eq (pages->repeat_columns, 0);
  check_spans (pages->columns, 0, 60);
}
END_TEST

static const double bad_widths[] = { 0, -5, 1e300, NAN, INFINITY, -INFINITY };

START_TEST (a_senseless_width_is_no_harm)
{
  g_autoptr (JhGrid) grid = render_amounts (5, 5, 0);
  g_autoptr (JhPages) pages = NULL;

  jh_grid_column (grid, 2)->width = bad_widths[_i];
  grid->pages_wide = 0;
  pages = jh_pages_new (grid, NULL, NULL);
  check_spans (pages->columns, 1, 5);
  for (guint c = 0; c < 5; c++)
    ck_assert (pages->widths[c] > 0 && pages->widths[c] < 2000);
}
END_TEST

START_TEST (a_very_long_word_does_not_outgrow_the_page)
{
  g_autoptr (JhGrid) grid = render_amounts (5, 5, 0);
  g_autofree char *word = g_strnfill (200000, 'x');
  g_autoptr (JhPages) pages = NULL;

  jh_grid_set_text (grid, 2, 2, JH_ROLE_WORDS, word);
  pages = jh_pages_new (grid, NULL, NULL);
  check_spans (pages->rows, 1, 5);
  check_paper (pages);
}
END_TEST

START_TEST (thousands_of_rows_are_laid_out)
{
  g_autoptr (JhGrid) grid = render_amounts (5000, 8, 0);
  g_autoptr (JhPages) pages = jh_pages_new (grid, NULL, NULL);

  check_spans (pages->rows, 1, 5000);
  check_paper (pages);
}
END_TEST

static const guint sizes[][2] = { { 0, 0 }, { 0, 3 }, { 3, 0 }, { 1, 1 } };

START_TEST (a_grid_without_cells_is_one_page)
{
  g_autoptr (JhGrid) grid = jh_grid_new (sizes[_i][0], sizes[_i][1]);
  g_autoptr (JhPages) pages = NULL;

  grid->header_rows = 2;
  grid->frozen_columns = 2;
  pages = jh_pages_new (grid, NULL, NULL);
  ck_assert_uint_eq (jh_pages_count (pages), 1);
}
END_TEST

START_TEST (merges_that_overlap_do_not_share_a_cell)
{
  g_autoptr (JhGrid) grid = jh_grid_new (4, 4);
  g_autoptr (JhMerges) merges = NULL;
  JhCell *cell;

  jh_grid_merge (grid, 0, 0, 2, 2);
  cell = jh_grid_edit_cell (grid, 1, 1);
  cell->rows = 3;
  cell->columns = 100;
  jh_grid_merge (grid, 3, 0, 1, 1);
  merges = jh_merges_new (grid);
  ck_assert_uint_eq (merges->areas->len, 0);
  ck_assert (!jh_merges_has (merges, 0, 0));
}
END_TEST

START_TEST (a_merge_that_sticks_out_is_cut_off)
{
  g_autoptr (JhGrid) grid = jh_grid_new (2, 3);
  g_autoptr (JhMerges) merges = NULL;

  jh_grid_merge (grid, 0, 1, 2, 2);
  jh_grid_edit_cell (grid, 0, 1)->rows = G_MAXUINT;
  jh_grid_edit_cell (grid, 0, 1)->columns = G_MAXUINT;
  merges = jh_merges_new (grid);
  ck_assert_uint_eq (merges->areas->len, 1);
  ck_assert_uint_eq (jh_merges_get (merges, 0)->rows, 2);
  ck_assert_uint_eq (jh_merges_get (merges, 0)->columns, 2);
  ck_assert (jh_merges_has (merges, 1, 2));
}
END_TEST

static TCase *
harm_tests (void)
{
  TCase *tests = tcase_create ("harm");

  tcase_add_test (tests, a_head_as_high_as_the_page_is_not_repeated);
  tcase_add_test (tests,
                  frozen_columns_as_wide_as_the_page_are_not_repeated);
  tcase_add_loop_test (tests, a_senseless_width_is_no_harm, 0,
                       G_N_ELEMENTS (bad_widths));
  tcase_add_test (tests, a_very_long_word_does_not_outgrow_the_page);
  tcase_add_test (tests, thousands_of_rows_are_laid_out);
  tcase_add_loop_test (tests, a_grid_without_cells_is_one_page, 0,
                       G_N_ELEMENTS (sizes));
  tcase_add_test (tests, merges_that_overlap_do_not_share_a_cell);
  tcase_add_test (tests, a_merge_that_sticks_out_is_cut_off);
  return tests;
}

int
main (void)
{
  Suite *suite = suite_create ("pages");
  TCase *tests = tcase_create ("pages");

  tcase_add_test (tests, a_small_grid_is_one_page_and_not_enlarged);
  tcase_add_test (tests, one_page_wide_shrinks_to_the_paper);
  tcase_add_test (tests, every_row_and_column_stands_on_some_page);
  tcase_add_test (tests, columns_are_broken_between_groups);
  tcase_add_test (tests, a_group_wider_than_a_page_is_broken_inside);
  tcase_add_test (tests, rows_are_broken_where_no_merged_cell_is_cut);
  tcase_add_test (tests, a_grid_a_little_too_high_is_shrunk_to_one_page);
  tcase_add_test (tests, long_words_make_a_row_higher);
  tcase_add_test (tests, a_merged_cell_stretches_its_rows);
  tcase_add_test (tests, a_column_too_narrow_for_its_number_is_widened);
  tcase_add_test (tests, notes_find_room_under_the_last_rows);
  suite_add_tcase (suite, tests);
  suite_add_tcase (suite, harm_tests ());
  return jh_test_run (suite);
}
