/* Where pages stand on the screen. */
#include "jh-paper-space.h"
#include "jh-test.h"

/* Three pages of 300 × 400 points, which a zoom of 1 shows as 400 × 533. */
static JhPaperSpace
make_space (double zoom, double width)
{
  return (JhPaperSpace){ 300, 400, 3, zoom, width };
}

START_TEST (pages_stand_under_each_other_in_the_middle)
{
  JhPaperSpace space = make_space (1, 1000);

  ck_assert_double_eq_tol (jh_paper_space_width (&space), 1000, 0.01);
  ck_assert_double_eq_tol (jh_paper_space_left (&space), 300, 0.01);
  ck_assert_double_eq_tol (jh_paper_space_top (&space, 0), JH_PAPER_GAP,
                           0.01);
  ck_assert_double_eq_tol (jh_paper_space_top (&space, 2),
                           3 * JH_PAPER_GAP + 2 * 1600 / 3.0, 0.01);
  ck_assert_double_eq_tol (jh_paper_space_height (&space),
                           4 * JH_PAPER_GAP + 1600, 0.01);
}
END_TEST

START_TEST (a_page_wider_than_the_view_can_be_scrolled)
{
  JhPaperSpace space = make_space (3, 500);

  ck_assert_double_eq_tol (jh_paper_space_width (&space),
                           1200 + 2 * JH_PAPER_GAP, 0.01);
  ck_assert_double_eq_tol (jh_paper_space_left (&space), JH_PAPER_GAP, 0.01);
}
END_TEST

START_TEST (the_page_at_a_place_is_found)
{
  JhPaperSpace space = make_space (1, 1000);
  JhPaperSpace none = { 300, 400, 0, 1, 1000 };

  for (guint page = 0; page < 3; page++)
    {
      double top = jh_paper_space_top (&space, page);

      ck_assert_uint_eq (jh_paper_space_find (&space, top), page);
      ck_assert_uint_eq (jh_paper_space_find (&space, top + 533), page);
    }
  ck_assert_uint_eq (jh_paper_space_find (&space, -1e9), 0);
  ck_assert_uint_eq (jh_paper_space_find (&space, 1e12), 2);
  ck_assert_uint_eq (jh_paper_space_find (&none, 700), 0);
}
END_TEST

START_TEST (a_page_is_made_to_fit)
{
  JhPaperSpace space = make_space (1, 1000);

  ck_assert_double_eq_tol (
    jh_paper_space_fit_width (&space, 800 + 2 * JH_PAPER_GAP), 2, 0.001);
  ck_assert_double_eq_tol (
    jh_paper_space_fit_page (&space, 800 + 2 * JH_PAPER_GAP,
                             1600 / 6.0 + 2 * JH_PAPER_GAP),
    0.5, 0.001);
  ck_assert_double_eq_tol (jh_paper_space_fit_width (&space, 1), JH_ZOOM_MIN,
                           0.001);
  ck_assert_double_eq_tol (jh_paper_space_fit_width (&space, 1e6),
                           JH_ZOOM_MAX, 0.001);
}
END_TEST

START_TEST (steps_of_zoom_go_up_and_down_and_end)
{
  double zoom = JH_ZOOM_MIN;
  guint up = 0, down = 0;

  for (double next; (next = jh_paper_space_step (zoom, 1)) > zoom; up++)
    zoom = next;
  ck_assert_double_eq_tol (zoom, JH_ZOOM_MAX, 0.001);
  for (double next; (next = jh_paper_space_step (zoom, -1)) < zoom; down++)
    zoom = next;
  ck_assert_double_eq_tol (zoom, JH_ZOOM_MIN, 0.001);
  ck_assert_uint_eq (up, down);
  ck_assert_uint_gt (up, 10);
  ck_assert_double_eq_tol (jh_paper_space_step (0.93, 1), 1, 0.001);
  ck_assert_double_eq_tol (jh_paper_space_step (0.93, -1), 0.9, 0.001);
}
END_TEST

START_TEST (what_is_seen_is_not_moved_and_what_is_not_comes_into_sight)
{
  static const struct
  {
    double now, at, length, expected;
  } cases[] = {
    { 100, 200, 50, 100 }, { 100, 110, 50, 86 },  { 100, 20, 50, -4 },
    { 100, 480, 50, 154 }, { 100, 470, 10, 104 }, { 100, 700, 900, 700 },
    { 0, 100, 390, 95 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_double_eq_tol (
      jh_paper_space_reveal (cases[i].now, 400, cases[i].at, cases[i].length),
      cases[i].expected, 0.01);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("paper-space");
  TCase *tcase = tcase_create ("paper-space");

  tcase_add_test (tcase, pages_stand_under_each_other_in_the_middle);
  tcase_add_test (tcase, a_page_wider_than_the_view_can_be_scrolled);
  tcase_add_test (tcase, the_page_at_a_place_is_found);
  tcase_add_test (tcase, a_page_is_made_to_fit);
  tcase_add_test (tcase, steps_of_zoom_go_up_and_down_and_end);
  tcase_add_test (tcase,
                  what_is_seen_is_not_moved_and_what_is_not_comes_into_sight);
  suite_add_tcase (suite, tcase);
  return jh_test_run (suite);
}
