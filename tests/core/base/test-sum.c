#include "jh-error.h"
#include "jh-sum.h"
#include "jh-test.h"

#include <string.h>

#define LIMIT G_GINT64_CONSTANT (100000000000000)

/* What is worked out with 2 decimals. */
static const struct
{
  const char *text;
  gint64 value;
} good[] = {
  { "=1200+350", 155000 },
  { "=12*3500", 4200000 },
  { "=(1200+350)/2", 77500 },
  { "=1200", 120000 },
  { "=0", 0 },
  { "=-5", -500 },
  { "=+5", 500 },
  { "=5*-3", -1500 },
  { "=5--3", 800 },
  { "=-(2+3)", -500 },
  { "=-2*3", -600 },
  { "=2+3*4", 1400 },
  { "=(2+3)*4", 2000 },
  { "=10-3-2", 500 },
  { "=100/10/2", 500 },
  { "=100/(10/2)", 2000 },
  { "=((((1))))", 100 },
  { "=1,200.50+1,000", 220050 },
  { "=.5+5.", 550 },
  { "=0.05*100", 500 },
  { "=0.125*8", 100 },
  { "=0.005+0.005", 1 },
  { "=1/3*3", 100 },
  { "=100/3", 3333 },
  { "=200/3", 6667 },
  { "=-200/3", -6667 },
  { "=1/8", 13 },
  { "=-1/8", -13 },
  { "=1/200", 1 },
  { "=1/201", 0 },
  { "=1/3+1/3+1/3", 100 },
  { "=0.005+1/3", 34 },
  { "=0.001/2*2000", 100 },
  { "=208.23/210.03*100", 9914 },
  { "=12\u00d73500\u00f72", 2100000 },
  { "=5\u22123", 200 },
  { "=5\u20133", 200 },
  { "\uff1d\uff08\uff11\uff0c\uff12\uff10\uff10\uff0b\uff13\uff15\uff10"
    "\uff09\uff0f\uff12",
    77500 },
  { "\uff1d\uff15\uff0a\uff0d\uff13\uff0e\uff15", -1750 },
  { " = 1 + 2\u3000*\u00a03 ", 700 },
  { "\u3000\uff1d 8\r\n", 800 },
  { "=1000000000000", LIMIT },
  { "=-1000000000000", -LIMIT },
  { "=999999999999.99+0.01", LIMIT },
  { "=1000000000000000*1000000000000000/1000000000000000000", LIMIT },
};

START_TEST (a_sum_is_worked_out_exactly)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  ck_assert (jh_sum_is (good[_i].text));
  ck_assert_msg (jh_sum_parse (good[_i].text, 2, LIMIT, &value, &error),
                 "%s: %s", good[_i].text, error->message);
  ck_assert_msg (value == good[_i].value, "%s: %" G_GINT64_FORMAT,
                 good[_i].text, value);
}
END_TEST

static const struct
{
  const char *text;
  const char *why;
} bad[] = {
  { "=", "在第 1 个字之后没有写完，后面应是数字或左括号" },
  { "= ", "在第 2 个字之后没有写完" },
  { "1+2", "第 1 个字“1”不对，这里应是等号" },
  { "=1+", "在第 3 个字之后没有写完" },
  { "=1+*2", "第 4 个字“*”不对，这里应是数字或左括号" },
  { "=1++2+", "没有写完" },
  { "=1---2", "第 5 个字“-”不对" },
  { "==1", "第 2 个字“=”不对" },
  { "=1 2", "第 4 个字“2”不对，这里应是加减乘除的符号" },
  { "=2(3)", "第 3 个字“(”不对，这里应是加减乘除的符号" },
  { "=(1+2", "在第 5 个字之后没有写完，后面应是加减乘除的符号或右括号" },
  { "=1+2)", "第 5 个字“)”不对" },
  { "=()", "第 3 个字“)”不对" },
  { "=A1+2", "第 2 个字“A”不对" },
  { "=SUM(1)", "第 2 个字“S”不对" },
  { "=5%", "第 3 个字“%”不对" },
  { "=5万", "第 3 个字“万”不对" },
  { "=2^3", "第 3 个字“^”不对" },
  { "=12x3", "第 4 个字“x”不对" },
  { "=1e5", "第 3 个字“e”不对" },
  { "=1+1,23", "从第 4 个字起，“1,23”不是数字" },
  { "=1.2.3", "从第 2 个字起，“1.2.3”不是数字" },
  { "=1+.", "从第 4 个字起，“.”不是数字" },
  { "=1+,", "不是数字" },
  { "=1/0", "从第 4 个字起，除数是 0，应是 0 以外的数" },
  { "=1/(2-2)", "从第 4 个字起，除数是 0" },
  { "=0/0", "除数是 0" },
  { "=0.005", "的结果有 2 位以上的小数，应不超过 2 位" },
  { "=0.005+1", "应不超过 2 位" },
  { "=0.05*0.1", "应不超过 2 位" },
  { "=0.005+10/2", "应不超过 2 位" },
  { "=0.001/1", "应不超过 2 位" },
  { "=1000000000000+0.01", "太大，不能超过 1000000000000" },
  { "=-1000000000000-0.01", "太大" },
  { "=99999999999999999999", "从第 2 个字起，“99999999999999999999”太大" },
  { "=1.0000000000001", "的小数超过 12 位" },
  { "=9000000000000000000*9000000000000000000*9000000000000000000",
    "算到第 42 个字“9”时，数太大" },
  { "=4611686018427387904*4611686018427387904*\u22128",
    "算到第 42 个字“\u2212”时，数太大" },
  { "=0.000000000001*0.000000000001*0.000000000001*0.000000000001",
    "小数太多" },
  { "=1/9000000000000000000/9000000000000000000/9000000000000000000+1",
    "数太大或小数太多" },
  { "=1\x01", "第 3 个字“␁”不对" },
  { "=\xff", "有读不懂的字符" },
};

START_TEST (what_is_no_sum_is_told_with_its_place_and_leaves_the_value)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  ck_assert_msg (!jh_sum_parse (bad[_i].text, 2, LIMIT, &value, &error),
                 "“%s” was read as %" G_GINT64_FORMAT, bad[_i].text, value);
  jh_assert_error (error, JH_ERROR_DATA, bad[_i].why);
  ck_assert_int_eq (value, 77);
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
    { "=7/2", 0, 10, TRUE, 4 },
    { "=-7/2", 0, 10, TRUE, -4 },
    { "=3.5", 0, 10, FALSE, 0 },
    { "=3.5*2", 0, 10, TRUE, 7 },
    { "=5+5", 0, 10, TRUE, 10 },
    { "=5+6", 0, 10, FALSE, 0 },
    { "=10.4/1", 0, 10, FALSE, 0 },
    { "=21/2", 0, 10, FALSE, 0 },
    { "=0.0005+0.0005", 6, G_MAXINT64, TRUE, 1000 },
    { "=1/3", 6, G_MAXINT64, TRUE, 333333 },
    { "=1/3", 12, G_MAXINT64, TRUE, G_GINT64_CONSTANT (333333333333) },
    { "=9223372036854775806+1", 0, G_MAXINT64, TRUE, G_MAXINT64 },
    { "=9223372036854775807+1", 0, G_MAXINT64, FALSE, 0 },
    { "=-9223372036854775807", 0, G_MAXINT64, TRUE, -G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 0;

      ck_assert_msg (jh_sum_parse (cases[i].text, cases[i].decimals,
                                   cases[i].limit, &value, NULL)
                       == cases[i].fits,
                     "%s", cases[i].text);
      ck_assert_int_eq (value, cases[i].value);
    }
}
END_TEST

START_TEST (a_whole_number_asked_for_is_told_so)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  ck_assert (!jh_sum_parse ("=1.5+1", 0, 10, &value, &error));
  jh_assert_error (error, JH_ERROR_DATA, "结果有小数，应是整数");
}
END_TEST

START_TEST (length_and_depth_are_bounded)
{
  g_autofree char *ones = g_strnfill (JH_SUM_LENGTH_MAX, '+');
  g_autofree char *opens = g_strnfill (JH_SUM_DEPTH_MAX + 1, '(');
  g_autofree char *closes = g_strnfill (JH_SUM_DEPTH_MAX + 1, ')');
  g_autofree char *deepest
    = g_strdup_printf ("=%s1%s", opens + 1, closes + 1);
  g_autofree char *deeper = g_strdup_printf ("=%s1%s", opens, closes);
  g_autofree char *huge = g_strnfill (10 * 1000 * 1000, '=');
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  ones[0] = '=';
  for (gsize i = 1; i < JH_SUM_LENGTH_MAX; i += 2)
    ones[i] = '1';
  ck_assert (jh_sum_parse (ones, 2, LIMIT, &value, &error));
  ck_assert_int_eq (value, 100 * 100);
  ck_assert (jh_sum_parse (deepest, 2, LIMIT, &value, &error));
  ck_assert_int_eq (value, 100);
  ck_assert (!jh_sum_parse (deeper, 2, LIMIT, &value, &error));
  jh_assert_error (error, JH_ERROR_DATA, "第 22 个字“(”不对");
  ck_assert (!jh_sum_parse (huge, 2, LIMIT, &value, &error));
  jh_assert_error (error, JH_ERROR_DATA, "算式太长，不能超过 200 个字");
  ck_assert_int_eq (value, 100);
}
END_TEST

START_TEST (only_an_equals_sign_in_front_makes_a_sum)
{
  ck_assert (jh_sum_is ("=1"));
  ck_assert (jh_sum_is ("="));
  ck_assert (jh_sum_is (" \u3000="));
  ck_assert (jh_sum_is ("\uff1d1"));
  ck_assert (!jh_sum_is (NULL));
  ck_assert (!jh_sum_is (""));
  ck_assert (!jh_sum_is ("1=1"));
  ck_assert (!jh_sum_is ("+1"));
  ck_assert (!jh_sum_is ("'=1"));
  ck_assert (!jh_sum_is ("\xe3"));
}
END_TEST

/* Any text at all gives a number or a reason, and nothing else happens. */
START_TEST (random_text_gives_a_value_or_a_reason)
{
  static const char signs[] = "0123456789.,+-*/() 99999999";
  g_autoptr (GRand) random = g_rand_new_with_seed (2023);

  for (guint i = 0; i < 30000; i++)
    {
      char text[80] = "=";
      guint length = (guint) g_rand_int_range (random, 0, 70);
      g_autoptr (GError) error = NULL;
      gint64 value = 0;

      for (guint c = 1; c <= length; c++)
        text[c] = signs[g_rand_int_range (random, 0, sizeof signs - 1)];
      if (jh_sum_parse (text, 2, LIMIT, &value, &error))
        ck_assert (value >= -LIMIT && value <= LIMIT);
      else
        ck_assert (g_error_matches (error, JH_ERROR, JH_ERROR_DATA));
    }
}
END_TEST

/* The sum of the terms, worked out another way. */
START_TEST (additions_agree_with_integers)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new ("=0");
      gint64 expected = 0, value = 0;

      for (guint term = 0; term < 8; term++)
        {
          gint32 fen = g_rand_int_range (random, 0, 100000000);
          gboolean minus = g_rand_boolean (random);

          g_string_append_printf (text, "%c%d.%02d", minus ? '-' : '+',
                                  fen / 100, fen % 100);
          expected += minus ? -fen : fen;
        }
      ck_assert (jh_sum_parse (text->str, 2, LIMIT, &value, NULL));
      ck_assert_int_eq (value, expected);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sum");
  TCase *tests = tcase_create ("sum");

  tcase_add_loop_test (tests, a_sum_is_worked_out_exactly, 0,
                       G_N_ELEMENTS (good));
  tcase_add_loop_test (
    tests, what_is_no_sum_is_told_with_its_place_and_leaves_the_value, 0,
    G_N_ELEMENTS (bad));
  tcase_add_test (tests, decimals_and_limit_are_those_asked_for);
  tcase_add_test (tests, a_whole_number_asked_for_is_told_so);
  tcase_add_test (tests, length_and_depth_are_bounded);
  tcase_add_test (tests, only_an_equals_sign_in_front_makes_a_sum);
  tcase_add_test (tests, random_text_gives_a_value_or_a_reason);
  tcase_add_test (tests, additions_agree_with_integers);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
