#include "jh-fraction.h"
#include "jh-test.h"

#include <string.h>

#define LARGEST G_MAXINT64

/* @above/@below as a count of 10^-2, or -1 when that is beyond 1000000. */
static gint64
hundredths (JhFraction a)
{
  gint64 value = -1;

  return jh_fraction_round (a, 2, 1000000, &value) ? value : -1;
}

START_TEST (a_fraction_is_in_its_lowest_terms)
{
  JhFraction half = jh_fraction_new (-150, 300);
  JhFraction zero = jh_fraction_new (0, 300);

  ck_assert (half.above == -1 && half.below == 2);
  ck_assert (zero.above == 0 && zero.below == 1);
  ck_assert (jh_fraction_is_zero (zero));
  ck_assert (!jh_fraction_is_zero (half));
}
END_TEST

START_TEST (fractions_are_worked_out_exactly)
{
  JhFraction a = jh_fraction_new (1, 3);

  ck_assert (jh_fraction_add (&a, jh_fraction_new (1, 6)));
  ck_assert_int_eq (hundredths (a), 50);
  ck_assert (jh_fraction_multiply (&a, jh_fraction_new (-5, 2)));
  ck_assert_int_eq (hundredths (jh_fraction_negate (a)), 125);
  ck_assert (jh_fraction_divide (&a, jh_fraction_new (-1, 4)));
  ck_assert_int_eq (hundredths (a), 500);
}
END_TEST

START_TEST (what_gets_too_long_is_refused_and_changes_nothing)
{
  JhFraction large = jh_fraction_new (LARGEST, 1);
  JhFraction small = jh_fraction_new (1, LARGEST);
  gint64 value = 7;

  ck_assert (jh_fraction_multiply (&large, large));
  ck_assert (!jh_fraction_multiply (&large, large));
  ck_assert (!jh_fraction_divide (&large, small));
  ck_assert (jh_fraction_multiply (&small, small));
  ck_assert (!jh_fraction_add (&large, small));
  ck_assert (large.below == 1 && large.above > LARGEST);
  ck_assert (!jh_fraction_round (large, 2, LARGEST, &value));
  ck_assert_int_eq (value, 7);
  ck_assert (jh_fraction_round (small, 12, LARGEST, &value));
  ck_assert_int_eq (value, 0);
}
END_TEST

START_TEST (places_are_those_that_the_fraction_needs)
{
  static const struct
  {
    gint64 above;
    gint64 below;
    guint places;
  } cases[] = {
    { 0, 7, 0 },   { 5, 1, 0 },
    { 1, 2, 1 },   { 1, 8, 3 },
    { 1, 125, 3 }, { 3, 300, 2 },
    { 1, 80, 4 },  { 1, 3, JH_PLACES_ENDLESS },
    { -1, 4, 2 },  { 7, 30, JH_PLACES_ENDLESS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_uint_eq (jh_fraction_count_places (
                         jh_fraction_new (cases[i].above, cases[i].below)),
                       cases[i].places);
}
END_TEST

START_TEST (a_half_goes_away_from_zero)
{
  ck_assert_int_eq (hundredths (jh_fraction_new (1, 200)), 1);
  ck_assert_int_eq (hundredths (jh_fraction_new (1, 201)), 0);
  ck_assert_int_eq (
    hundredths (jh_fraction_negate (jh_fraction_new (-3, 200))), 2);
  ck_assert_int_eq (hundredths (jh_fraction_new (10000, 1)), 1000000);
  ck_assert_int_eq (hundredths (jh_fraction_new (1000001, 100)), -1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fraction");
  TCase *tests = tcase_create ("fraction");

  tcase_add_test (tests, a_fraction_is_in_its_lowest_terms);
  tcase_add_test (tests, fractions_are_worked_out_exactly);
  tcase_add_test (tests, what_gets_too_long_is_refused_and_changes_nothing);
  tcase_add_test (tests, places_are_those_that_the_fraction_needs);
  tcase_add_test (tests, a_half_goes_away_from_zero);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
