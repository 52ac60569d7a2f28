#include "jh-error.h"
#include "jh-fixed.h"
#include "jh-test.h"

#include <string.h>

#define LIMIT G_GINT64_CONSTANT (100000000000000)

/* What is read from @text with 2 decimals. */
static const struct
{
  const char *text;
  gint64 value;
} good[] = {
  { "0", 0 },
  { "0.00", 0 },
  { "-0", 0 },
  { "1", 100 },
  { "1.5", 150 },
  { "1.50", 150 },
  { "1.500000000000", 150 },
  { ".5", 50 },
  { "5.", 500 },
  { "-.05", -5 },
  { "+7.25", 725 },
  { "007", 700 },
  { "1,234.50", 123450 },
  { "12,345,678", 1234567800 },
  { "001,234", 123400 },
  { "-1,234", -123400 },
  { "\u22121.25", -125 },
  { "\u20131.25", -125 },
  { "\uff0d1.25", -125 },
  { "\uff0b\uff11", 100 },
  { "\uff11\uff0c\uff12\uff13\uff14\uff0e\uff15", 123450 },
  { " 8 ", 800 },
  { "\u3000\u00a08.1\u3000", 810 },
  { "\ufeff8", 800 },
  { "\t8\r\n", 800 },
  { "1000000000000", LIMIT },
  { "-1000000000000.00", -LIMIT },
};

START_TEST (a_number_is_read_as_people_type_it)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  ck_assert_msg (jh_fixed_parse (good[_i].text, 2, LIMIT, &value, &error),
                 "%s", good[_i].text);
  jh_assert_no_error (error);
  ck_assert_int_eq (value, good[_i].value);
}
END_TEST

static const struct
{
  const char *text;
  const char *why;
} bad[] = {
  { "", "“”不是数字" },
  { " ", "不是数字" },
  { "-", "不是数字" },
  { "+", "不是数字" },
  { ".", "不是数字" },
  { "-.", "不是数字" },
  { ",", "不是数字" },
  { "1e5", "“1e5”不是数字，应写成 1234.50 这样" },
  { "0x10", "不是数字" },
  { "inf", "不是数字" },
  { "nan", "不是数字" },
  { "1.2.3", "不是数字" },
  { "1 2", "不是数字" },
  { "--1", "不是数字" },
  { "+-1", "不是数字" },
  { "- 1", "不是数字" },
  { "1-", "不是数字" },
  { "(5)", "不是数字" },
  { "5%", "不是数字" },
  { "5万", "不是数字" },
  { "五", "不是数字" },
  { "1,23", "不是数字" },
  { "1,2345", "不是数字" },
  { "1234,567", "不是数字" },
  { ",123", "不是数字" },
  { "123,", "不是数字" },
  { "1,,234", "不是数字" },
  { "1,234,56", "不是数字" },
  { "1.234,5", "不是数字" },
  { "1.5,000", "不是数字" },
  { "0.001", "“0.001”的小数超过 2 位" },
  { "12.3456789", "“12.3456789”的小数超过 2 位" },
  { "1.000000000001", "的小数超过 2 位" },
  { "1000000000000.01", "太大" },
  { "-1000000000000.01", "太大" },
  { "99999999999999999", "太大" },
  { "9223372036854775808", "太大" },
  { "18446744073709551617", "太大" },
  { "99999999999999999999999999999999", "太大" },
  { "a\x01"
    "b",
    "“a␁b”不是数字" },
};

START_TEST (what_is_no_number_is_told_and_leaves_the_value)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  ck_assert_msg (!jh_fixed_parse (bad[_i].text, 2, LIMIT, &value, &error),
                 "“%s” was read as %" G_GINT64_FORMAT, bad[_i].text, value);
  jh_assert_error (error, JH_ERROR_DATA, bad[_i].why);
  ck_assert_int_eq (value, 77);
}
END_TEST

START_TEST (huge_text_is_no_number_and_is_quoted_short)
{
  g_autofree char *huge = g_strnfill (10 * 1000 * 1000, '1');
  g_autofree char *zeros = g_strnfill (199, '0');
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  ck_assert (!jh_fixed_parse (huge, 2, LIMIT, &value, &error));
  ck_assert_uint_lt (strlen (error->message), 200);
  jh_assert_error (error, JH_ERROR_DATA, "…”太长");
  ck_assert (jh_fixed_parse (zeros, 2, LIMIT, &value, &error));
  ck_assert_int_eq (value, 0);
}
END_TEST

START_TEST (decimals_and_limit_are_those_asked_for)
{
  static const struct
  {
    const char *text;
    guint decimals;
    gint64 limit;
    gboolean fits;
    gint64 value;
  } cases[] = {
    { "5", 0, 10, TRUE, 5 },
    { "5.0", 0, 10, TRUE, 5 },
    { "5.5", 0, 10, FALSE, 0 },
    { "10", 0, 10, TRUE, 10 },
    { "11", 0, 10, FALSE, 0 },
    { "-10", 0, 10, TRUE, -10 },
    { "-11", 0, 10, FALSE, 0 },
    { "0.000001", 6, 10, TRUE, 1 },
    { "0.0000001", 6, 10, FALSE, 0 },
    { "0.000011", 6, 10, FALSE, 0 },
    { "9.223372036854", 12, G_MAXINT64, TRUE, 9223372036854 },
    { "9223372036854775807", 0, G_MAXINT64, TRUE, G_MAXINT64 },
    { "-9223372036854775807", 0, G_MAXINT64, TRUE, -G_MAXINT64 },
    { "9223372036854775808", 0, G_MAXINT64, FALSE, 0 },
    { "9223372036854775807", 1, G_MAXINT64, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 0;

      ck_assert_msg (jh_fixed_parse (cases[i].text, cases[i].decimals,
                                     cases[i].limit, &value, NULL)
                       == cases[i].fits,
                     "%s", cases[i].text);
      ck_assert_int_eq (value, cases[i].value);
    }
}
END_TEST

static const struct
{
  gint64 value;
  gint64 divisor;
  gint64 quotient;
} divisions[] = {
  { 0, 100, 0 },
  { 49, 100, 0 },
  { 50, 100, 1 },
  { 51, 100, 1 },
  { 149, 100, 1 },
  { 150, 100, 2 },
  { -49, 100, 0 },
  { -50, 100, -1 },
  { -51, 100, -1 },
  { -149, 100, -1 },
  { -150, 100, -2 },
  { 1, 3, 0 },
  { 2, 3, 1 },
  { -1, 3, 0 },
  { -2, 3, -1 },
  { 7, 1, 7 },
  { -7, 1, -7 },
  { 5000, 10000, 1 },
  { 4999, 10000, 0 },
  { G_MAXINT64, 1, G_MAXINT64 },
  { G_MININT64, 1, G_MININT64 },
  { G_MAXINT64, 2, G_GINT64_CONSTANT (4611686018427387904) },
  { G_MAXINT64, G_MAXINT64, 1 },
  { G_MAXINT64 - 1, G_MAXINT64, 1 },
  { G_MAXINT64 / 2, G_MAXINT64, 0 },
  { G_MAXINT64 / 2 + 1, G_MAXINT64, 1 },
  { G_MININT64, G_MAXINT64, -1 },
};

START_TEST (a_half_goes_away_from_zero)
{
  ck_assert_int_eq (
    jh_fixed_divide (divisions[_i].value, divisions[_i].divisor),
    divisions[_i].quotient);
}
END_TEST

START_TEST (a_power_of_ten_has_its_zeros)
{
  ck_assert_int_eq (jh_fixed_power (0), 1);
  ck_assert_int_eq (jh_fixed_power (1), 10);
  ck_assert_int_eq (jh_fixed_power (6), 1000000);
  ck_assert_int_eq (jh_fixed_power (18),
                    G_GINT64_CONSTANT (1000000000000000000));
}
END_TEST

static const struct
{
  gint64 value;
  guint decimals;
  gboolean grouped;
  const char *text;
} formats[] = {
  { 0, 0, FALSE, "0" },
  { 0, 2, FALSE, "0.00" },
  { 5, 2, FALSE, "0.05" },
  { -5, 2, FALSE, "-0.05" },
  { 99, 2, TRUE, "0.99" },
  { 100, 2, TRUE, "1.00" },
  { 99999, 2, TRUE, "999.99" },
  { 100000, 2, TRUE, "1,000.00" },
  { -100000, 2, TRUE, "-1,000.00" },
  { -99999, 2, TRUE, "-999.99" },
  { 123456789, 0, TRUE, "123,456,789" },
  { 123456789, 0, FALSE, "123456789" },
  { 123456789, 6, FALSE, "123.456789" },
  { 1, 12, FALSE, "0.000000000001" },
  { G_MAXINT64, 2, TRUE, "92,233,720,368,547,758.07" },
  { G_MININT64, 2, TRUE, "-92,233,720,368,547,758.08" },
  { G_MININT64, 0, FALSE, "-9223372036854775808" },
};

START_TEST (a_number_is_written_with_all_its_decimals)
{
  g_autofree char *text
    = jh_fixed_format (formats[_i].value, formats[_i].decimals,
                       formats[_i].grouped);

  ck_assert_str_eq (text, formats[_i].text);
}
END_TEST

START_TEST (a_short_form_drops_only_zeros_that_end_it)
{
  static const struct
  {
    gint64 value;
    guint decimals;
    guint least;
    const char *text;
  } cases[] = {
    { 2100300, 4, 2, "210.03" }, { 2100301, 4, 2, "210.0301" },
    { 2100310, 4, 2, "210.031" }, { 2100000, 4, 2, "210.00" },
    { 2100000, 4, 0, "210" },     { 0, 6, 2, "0.00" },
    { 0, 6, 0, "0" },             { -1500000, 6, 0, "-1.5" },
    { 1000, 2, 0, "10" },         { 1000, 2, 2, "10.00" },
    { 1000, 2, 6, "10.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = jh_fixed_format_short (
        cases[i].value, cases[i].decimals, cases[i].least);

      ck_assert_str_eq (text, cases[i].text);
    }
}
END_TEST

START_TEST (what_was_written_reads_back_the_same)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2023);

  for (guint i = 0; i < 20000; i++)
    {
      guint decimals = i % 13;
      gint64 value = ((gint64) g_rand_int (random) << 15)
                     + (g_rand_int (random) & 0x7fff);
      g_autofree char *text = NULL;
      gint64 again = 0;

      value = (i & 1) ? -(value % LIMIT) : value % LIMIT;
      text = jh_fixed_format (value, decimals, i % 3 == 0);
      ck_assert_msg (jh_fixed_parse (text, decimals, LIMIT, &again, NULL),
                     "%s", text);
      ck_assert_int_eq (again, value);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fixed");
  TCase *tests = tcase_create ("fixed");

  tcase_add_loop_test (tests, a_number_is_read_as_people_type_it, 0,
                       G_N_ELEMENTS (good));
  tcase_add_loop_test (tests, what_is_no_number_is_told_and_leaves_the_value,
                       0, G_N_ELEMENTS (bad));
  tcase_add_test (tests, huge_text_is_no_number_and_is_quoted_short);
  tcase_add_test (tests, decimals_and_limit_are_those_asked_for);
  tcase_add_loop_test (tests, a_half_goes_away_from_zero, 0,
                       G_N_ELEMENTS (divisions));
  tcase_add_test (tests, a_power_of_ten_has_its_zeros);
  tcase_add_loop_test (tests, a_number_is_written_with_all_its_decimals, 0,
                       G_N_ELEMENTS (formats));
  tcase_add_test (tests, a_short_form_drops_only_zeros_that_end_it);
  tcase_add_test (tests, what_was_written_reads_back_the_same);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
