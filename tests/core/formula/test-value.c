/* What a formula reckons with. */
#include "jh-value.h"

#include "jh-error.h"
#include "jh-test.h"

static JhValue
money (gint64 fen)
{
  return jh_value_money (jh_money (fen));
}

START_TEST (a_blank_is_not_zero)
{
  JhValue sum;

  ck_assert (!jh_value_equal (jh_value_blank (), money (0)));
  ck_assert (
    jh_value_add (jh_value_blank (), jh_value_blank (), FALSE, &sum, NULL));
  ck_assert (sum.kind == JH_VALUE_BLANK);
  ck_assert (jh_value_add (jh_value_blank (), money (5), TRUE, &sum, NULL));
  ck_assert (jh_value_equal (sum, money (-5)));
  ck_assert (jh_value_multiply (jh_value_blank (), money (5), &sum, NULL));
  ck_assert (sum.kind == JH_VALUE_BLANK);
  ck_assert (jh_value_divide (money (5), jh_value_blank (), &sum, NULL));
  ck_assert (sum.kind == JH_VALUE_BLANK);
  ck_assert (jh_value_money (jh_money_blank ()).kind == JH_VALUE_BLANK);
  ck_assert (jh_value_text ("").kind == JH_VALUE_BLANK);
  ck_assert (jh_value_text (NULL).kind == JH_VALUE_BLANK);
}
END_TEST

START_TEST (terms_count_what_was_added)
{
  JhValue sum;

  ck_assert (jh_value_add (money (1), money (2), FALSE, &sum, NULL));
  ck_assert (jh_value_add (sum, money (3), TRUE, &sum, NULL));
  ck_assert_uint_eq (sum.terms, 3);
  ck_assert (jh_value_add (sum, jh_value_blank (), FALSE, &sum, NULL));
  ck_assert_uint_eq (sum.terms, 3);
  ck_assert (jh_value_multiply (sum, jh_value_number (1, 2), &sum, NULL));
  ck_assert_uint_eq (sum.terms, 3);
}
END_TEST

/* Two values and what compares, adds up, multiplies and divides: whether each
 * of these can be done. */
static const struct
{
  JhValueKind a;
  JhValueKind b;
  gboolean compares;
  gboolean adds;
  gboolean multiplies;
  gboolean divides;
} pairs[] = {
  { JH_VALUE_NUMBER, JH_VALUE_NUMBER, TRUE, TRUE, TRUE, TRUE },
  { JH_VALUE_MONEY, JH_VALUE_MONEY, TRUE, TRUE, FALSE, TRUE },
  { JH_VALUE_MONEY, JH_VALUE_NUMBER, FALSE, FALSE, TRUE, TRUE },
  { JH_VALUE_NUMBER, JH_VALUE_MONEY, FALSE, FALSE, TRUE, FALSE },
  { JH_VALUE_TEXT, JH_VALUE_TEXT, TRUE, FALSE, FALSE, FALSE },
  { JH_VALUE_TEXT, JH_VALUE_NUMBER, FALSE, FALSE, FALSE, FALSE },
  { JH_VALUE_MONEY, JH_VALUE_TEXT, FALSE, FALSE, FALSE, FALSE },
  { JH_VALUE_TRUTH, JH_VALUE_TRUTH, TRUE, FALSE, FALSE, FALSE },
  { JH_VALUE_TRUTH, JH_VALUE_TEXT, FALSE, FALSE, FALSE, FALSE },
  { JH_VALUE_BLANK, JH_VALUE_TEXT, TRUE, FALSE, FALSE, FALSE },
  { JH_VALUE_BLANK, JH_VALUE_TRUTH, TRUE, FALSE, FALSE, FALSE },
  { JH_VALUE_BLANK, JH_VALUE_MONEY, TRUE, TRUE, TRUE, TRUE },
  { JH_VALUE_BLANK, JH_VALUE_BLANK, TRUE, TRUE, TRUE, TRUE },
};

static JhValue
of_kind (JhValueKind kind)
{
  switch (kind)
    {
    case JH_VALUE_NUMBER:
      return jh_value_number (7, 3);
    case JH_VALUE_MONEY:
      return money (700);
    case JH_VALUE_TEXT:
      return jh_value_text ("字");
    case JH_VALUE_TRUTH:
      return jh_value_truth (TRUE);
    case JH_VALUE_BLANK:
      break;
    }
  return jh_value_blank ();
}

/* That @done is as @expected, with an error when it is not. */
static void
check (gboolean done, gboolean expected, GError *error)
{
  ck_assert_int_eq (done, expected);
  if (done)
    jh_assert_no_error (error);
  else
    jh_assert_error (error, JH_ERROR_DATA, "不能");
}

START_TEST (kinds_go_together_or_not)
{
  JhValue a = of_kind (pairs[_i].a), b = of_kind (pairs[_i].b), result;
  GError *error = NULL;
  gboolean done;
  int order;

  done = jh_value_compare (a, b, &order, &error);
  check (done, pairs[_i].compares, g_steal_pointer (&error));
  done = jh_value_add (a, b, FALSE, &result, &error);
  check (done, pairs[_i].adds, g_steal_pointer (&error));
  done = jh_value_multiply (a, b, &result, &error);
  check (done, pairs[_i].multiplies, g_steal_pointer (&error));
  done = jh_value_divide (a, b, &result, &error);
  check (done, pairs[_i].divides, g_steal_pointer (&error));
}
END_TEST

START_TEST (nothing_is_divided_by_zero)
{
  g_autoptr (GError) error = NULL;
  JhValue result;

  ck_assert (
    !jh_value_divide (money (1), jh_value_number (0, 1), &result, &error));
  jh_assert_error (error, JH_ERROR_DATA, "除数是零");
}
END_TEST

START_TEST (zero_goes_with_money)
{
  JhValue result;
  int order = 7;

  ck_assert (
    jh_value_compare (money (0), jh_value_number (0, 1), &order, NULL));
  ck_assert_int_eq (order, 0);
  ck_assert (
    jh_value_compare (money (5), jh_value_number (0, 1), &order, NULL));
  ck_assert_int_gt (order, 0);
  ck_assert (
    jh_value_add (jh_value_number (0, 1), money (5), FALSE, &result, NULL));
  ck_assert (jh_value_equal (result, money (5)));
}
END_TEST

START_TEST (a_sum_that_gets_too_long_is_an_error)
{
  JhValue value = jh_value_number (G_MAXINT64, 1);
  g_autoptr (GError) error = NULL;
  guint times = 0;

  while (jh_value_multiply (value, jh_value_number (G_MAXINT64, 1), &value,
                            &error))
    ck_assert_uint_lt (times++, 10);
  jh_assert_error (error, JH_ERROR_DATA, "数太大");
}
END_TEST

START_TEST (values_are_told_for_people)
{
  static const struct
  {
    JhValueKind kind;
    const char *text;
  } told[] = { { JH_VALUE_NUMBER, "2.3333" },
               { JH_VALUE_MONEY, "7.00 元" },
               { JH_VALUE_TEXT, "字" },
               { JH_VALUE_TRUTH, "是" },
               { JH_VALUE_BLANK, "空白" } };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *text
        = jh_value_format (of_kind (told[i].kind), JH_MONEY_YUAN);

      ck_assert_str_eq (text, told[i].text);
    }
}
END_TEST

START_TEST (money_has_units)
{
  ck_assert_int_eq (jh_value_unit_size ("元"), 100);
  ck_assert_int_eq (jh_value_unit_size ("万元"), 1000000);
  ck_assert_int_eq (jh_value_unit_size ("亿元"), 10000000000);
  ck_assert_int_eq (jh_value_unit_size ("个"), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("value");
  TCase *cases = tcase_create ("values");

  tcase_add_test (cases, a_blank_is_not_zero);
  tcase_add_test (cases, terms_count_what_was_added);
  tcase_add_loop_test (cases, kinds_go_together_or_not, 0,
                       G_N_ELEMENTS (pairs));
  tcase_add_test (cases, nothing_is_divided_by_zero);
  tcase_add_test (cases, zero_goes_with_money);
  tcase_add_test (cases, a_sum_that_gets_too_long_is_an_error);
  tcase_add_test (cases, values_are_told_for_people);
  tcase_add_test (cases, money_has_units);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
