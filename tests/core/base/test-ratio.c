#include "jh-ratio.h"
#include "jh-test.h"

#define BLANK { 0, FALSE }
#define FEN(amount) { amount, TRUE }

static void
assert_shown (JhRatio ratio, const char *expected)
{
  g_autofree char *text = jh_ratio_format (ratio);

  ck_assert_str_eq (text, expected);
  ck_assert_int_eq (jh_ratio_is_known (ratio), *expected != '\0');
}

static const struct
{
  JhMoney part;
  JhMoney whole;
  const char *text;
} shares[] = {
  { FEN (1), FEN (3), "33.33%" },
  { FEN (2), FEN (3), "66.67%" },
  { FEN (0), FEN (3), "0.00%" },
  { FEN (3), FEN (3), "100.00%" },
  { FEN (-1), FEN (3), "-33.33%" },
  { FEN (1), FEN (-3), "-33.33%" },
  { FEN (-2), FEN (-3), "66.67%" },
  { FEN (1), FEN (20000), "0.01%" },
  { FEN (1), FEN (20001), "0.00%" },
  { FEN (-1), FEN (20000), "-0.01%" },
  { FEN (-1), FEN (20001), "0.00%" },
  { FEN (99994), FEN (100000), "99.99%" },
  { FEN (99995), FEN (100000), "100.00%" },
  { FEN (5), FEN (0), "" },
  { FEN (0), FEN (0), "" },
  { BLANK, FEN (3), "" },
  { FEN (3), BLANK, "" },
  { BLANK, BLANK, "" },
};

START_TEST (a_share_is_part_over_whole_and_none_over_nothing)
{
  JhRatio share = jh_ratio_share (shares[_i].part, shares[_i].whole);

  assert_shown (share, shares[_i].text);
}
END_TEST

static const struct
{
  JhMoney before;
  JhMoney now;
  const char *text;
} growths[] = {
  { FEN (145070000), FEN (210030000), "44.78%" },
  { FEN (14507), FEN (21003), "44.78%" },
  { FEN (144), FEN (160), "11.11%" },
  { FEN (160), FEN (144), "-10.00%" },
  { FEN (100), FEN (100), "0.00%" },
  { FEN (100), FEN (0), "-100.00%" },
  { FEN (100), FEN (-100), "-200.00%" },
  { FEN (1), FEN (1000), "99900.00%" },
  { FEN (0), FEN (100), "" },
  { FEN (0), FEN (0), "" },
  { FEN (-100), FEN (100), "" },
  { FEN (-1), FEN (-2), "" },
  { BLANK, FEN (100), "" },
  { FEN (100), BLANK, "" },
  { BLANK, BLANK, "" },
};

START_TEST (growth_is_over_last_year_and_none_without_one)
{
  assert_shown (jh_ratio_growth (growths[_i].now, growths[_i].before),
                growths[_i].text);
}
END_TEST

START_TEST (no_ratio_is_no_text_and_scales_to_zero)
{
  ck_assert (!jh_ratio_is_known (jh_ratio_none ()));
  ck_assert_int_eq (jh_ratio_scale (jh_ratio_none (), 10000), 0);
  assert_shown (jh_ratio_none (), "");
}
END_TEST

static const struct
{
  JhRatio ratio;
  gint64 scale;
  gint64 scaled;
} scales[] = {
  { { 1, 2 }, 1, 1 },
  { { -1, 2 }, 1, -1 },
  { { 1, -2 }, 1, -1 },
  { { -1, -2 }, 1, 1 },
  { { 1, 3 }, 1, 0 },
  { { 2, 3 }, 1, 1 },
  { { 1, 3 }, 0, 0 },
  { { 1, 3 }, 10000, 3333 },
  { { 1, 3 }, -10000, -3333 },
  { { G_MAXINT64, 1 }, 1, G_MAXINT64 },
  { { G_MAXINT64, 1 }, 10000, G_MAXINT64 },
  { { -G_MAXINT64, 1 }, 10000, -G_MAXINT64 },
  { { G_MAXINT64, G_MAXINT64 }, 10000, 10000 },
  { { G_MAXINT64, G_MAXINT64 - 1 }, 10000, 10000 },
  { { G_MININT64, G_MININT64 }, 10000, 10000 },
  { { G_MAXINT64, G_MININT64 }, 1, -1 },
};

START_TEST (a_scaled_ratio_is_rounded_half_up_and_stays_in_range)
{
  ck_assert_int_eq (jh_ratio_scale (scales[_i].ratio, scales[_i].scale),
                    scales[_i].scaled);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("ratio");
  TCase *tests = tcase_create ("ratio");

  tcase_add_loop_test (tests,
                       a_share_is_part_over_whole_and_none_over_nothing, 0,
                       G_N_ELEMENTS (shares));
  tcase_add_loop_test (tests, growth_is_over_last_year_and_none_without_one,
                       0, G_N_ELEMENTS (growths));
  tcase_add_test (tests, no_ratio_is_no_text_and_scales_to_zero);
  tcase_add_loop_test (
    tests, a_scaled_ratio_is_rounded_half_up_and_stays_in_range, 0,
    G_N_ELEMENTS (scales));
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
