#include "jh-error.h"
#include "jh-money.h"
#include "jh-test.h"

#include <string.h>

#define BLANK { 0, FALSE }
#define FEN(amount) { amount, TRUE }

static void
assert_money (JhMoney found, JhMoney expected)
{
  ck_assert_int_eq (found.known, expected.known);
  ck_assert_int_eq (found.fen, expected.fen);
}

START_TEST (blank_is_not_zero)
{
  ck_assert (!jh_money_blank ().known);
  ck_assert_int_eq (jh_money_blank ().fen, 0);
  ck_assert (jh_money (0).known);
  ck_assert (jh_money_equal (jh_money_blank (), jh_money_blank ()));
  ck_assert (jh_money_equal (jh_money (0), jh_money (0)));
  ck_assert (!jh_money_equal (jh_money_blank (), jh_money (0)));
  ck_assert (!jh_money_equal (jh_money (0), jh_money_blank ()));
  ck_assert (!jh_money_equal (jh_money (1), jh_money (-1)));
  ck_assert (jh_money_equal ((JhMoney){ 5, FALSE }, (JhMoney){ 6, FALSE }));
}
END_TEST

static const struct
{
  JhMoney a;
  JhMoney b;
  JhMoney sum;
  JhMoney difference;
} sums[] = {
  { BLANK, BLANK, BLANK, BLANK },
  { BLANK, FEN (5), FEN (5), FEN (-5) },
  { FEN (5), BLANK, FEN (5), FEN (5) },
  { BLANK, FEN (0), FEN (0), FEN (0) },
  { FEN (0), BLANK, FEN (0), FEN (0) },
  { FEN (7), FEN (5), FEN (12), FEN (2) },
  { FEN (5), FEN (7), FEN (12), FEN (-2) },
  { FEN (-5), FEN (-7), FEN (-12), FEN (2) },
  { FEN (JH_MONEY_MAX), FEN (-JH_MONEY_MAX), FEN (0),
    FEN (2 * JH_MONEY_MAX) },
  { FEN (G_MAXINT64), FEN (1), FEN (G_MAXINT64), FEN (G_MAXINT64 - 1) },
  { FEN (G_MININT64), FEN (-1), FEN (G_MININT64), FEN (G_MININT64 + 1) },
  { FEN (G_MAXINT64), FEN (-1), FEN (G_MAXINT64 - 1), FEN (G_MAXINT64) },
  { FEN (G_MININT64), FEN (1), FEN (G_MININT64 + 1), FEN (G_MININT64) },
  { BLANK, FEN (G_MININT64), FEN (G_MININT64), FEN (G_MAXINT64) },
};

START_TEST (a_blank_adds_nothing_and_a_sum_stays_at_the_end)
{
  assert_money (jh_money_add (sums[_i].a, sums[_i].b), sums[_i].sum);
  assert_money (jh_money_add (sums[_i].b, sums[_i].a), sums[_i].sum);
  assert_money (jh_money_subtract (sums[_i].a, sums[_i].b),
                sums[_i].difference);
}
END_TEST

START_TEST (no_sum_of_a_whole_table_overflows)
{
  JhMoney sum = jh_money_blank ();

  for (guint i = 0; i < JH_LINES_MAX; i++)
    sum = jh_money_add (sum, jh_money (JH_MONEY_MAX));
  ck_assert_int_eq (sum.fen, JH_LINES_MAX * JH_MONEY_MAX);
  ck_assert_int_lt (sum.fen, G_MAXINT64);
}
END_TEST

START_TEST (a_unit_has_its_name_and_its_size)
{
  JhMoneyUnit unit = JH_MONEY_YUAN;

  ck_assert_str_eq (jh_money_unit_name (JH_MONEY_YUAN), "元");
  ck_assert_str_eq (jh_money_unit_name (JH_MONEY_WAN), "万元");
  ck_assert_int_eq (jh_money_unit_size (JH_MONEY_YUAN), 100);
  ck_assert_int_eq (jh_money_unit_size (JH_MONEY_WAN), 1000000);
  ck_assert (jh_money_unit_parse ("万元", &unit));
  ck_assert_int_eq (unit, JH_MONEY_WAN);
  ck_assert (jh_money_unit_parse ("元", &unit));
  ck_assert_int_eq (unit, JH_MONEY_YUAN);
  ck_assert (!jh_money_unit_parse ("", &unit));
  ck_assert (!jh_money_unit_parse ("亿元", &unit));
  ck_assert (!jh_money_unit_parse ("元 ", &unit));
  ck_assert_int_eq (unit, JH_MONEY_YUAN);
}
END_TEST

static const struct
{
  const char *text;
  JhMoneyUnit unit;
  JhMoney money;
  const char *why;
} readings[] = {
  { "", JH_MONEY_YUAN, BLANK, NULL },
  { NULL, JH_MONEY_YUAN, BLANK, NULL },
  { " \u3000\u00a0\t", JH_MONEY_WAN, BLANK, NULL },
  { "0", JH_MONEY_WAN, FEN (0), NULL },
  { "-0.00", JH_MONEY_YUAN, FEN (0), NULL },
  { "210.03", JH_MONEY_WAN, FEN (210030000), NULL },
  { "210.03", JH_MONEY_YUAN, FEN (21003), NULL },
  { "0.000001", JH_MONEY_WAN, FEN (1), NULL },
  { "-0.01", JH_MONEY_YUAN, FEN (-1), NULL },
  { "1,000", JH_MONEY_WAN, FEN (1000000000), NULL },
  { "100000000", JH_MONEY_WAN, FEN (JH_MONEY_MAX), NULL },
  { "-1000000000000", JH_MONEY_YUAN, FEN (-JH_MONEY_MAX), NULL },
  { "100000000.000001", JH_MONEY_WAN, BLANK, "金额（万元）“" },
  { "1000000000000.01", JH_MONEY_YUAN, BLANK, "太大" },
  { "0.001", JH_MONEY_YUAN, BLANK, "金额（元）“0.001”的小数超过 2 位" },
  { "1.0000001", JH_MONEY_WAN, BLANK, "的小数超过 6 位" },
  { "12三", JH_MONEY_WAN, BLANK, "金额（万元）“12三”不是数字" },
  { "-", JH_MONEY_YUAN, BLANK, "不是数字" },
};

START_TEST (an_amount_is_read_exactly_or_not_at_all)
{
  g_autoptr (GError) error = NULL;
  JhMoney money = jh_money (77);
  gboolean good = jh_money_parse (readings[_i].text, readings[_i].unit,
                                  &money, &error);

  ck_assert_int_eq (good, readings[_i].why == NULL);
  if (readings[_i].why)
    jh_assert_error (error, JH_ERROR_DATA, readings[_i].why);
  jh_assert_no_error (error);
  assert_money (money, readings[_i].money);
}
END_TEST

static const struct
{
  JhMoney money;
  JhMoneyUnit unit;
  gint64 rounded;
  const char *plain;
  const char *grouped;
  const char *exact;
} forms[] = {
  { BLANK, JH_MONEY_YUAN, 0, "", "", "" },
  { BLANK, JH_MONEY_WAN, 0, "", "", "" },
  { FEN (0), JH_MONEY_WAN, 0, "0.00", "0.00", "0.00" },
  { FEN (210030000), JH_MONEY_WAN, 21003, "210.03", "210.03", "210.03" },
  { FEN (210030000), JH_MONEY_YUAN, 210030000, "2100300.00",
    "2,100,300.00", "2100300.00" },
  { FEN (4999), JH_MONEY_WAN, 0, "0.00", "0.00", "0.004999" },
  { FEN (5000), JH_MONEY_WAN, 1, "0.01", "0.01", "0.005" },
  { FEN (-4999), JH_MONEY_WAN, 0, "0.00", "0.00", "-0.004999" },
  { FEN (-5000), JH_MONEY_WAN, -1, "-0.01", "-0.01", "-0.005" },
  { FEN (1), JH_MONEY_WAN, 0, "0.00", "0.00", "0.000001" },
  { FEN (-1), JH_MONEY_YUAN, -1, "-0.01", "-0.01", "-0.01" },
  { FEN (JH_MONEY_MAX), JH_MONEY_WAN, 10000000000, "100000000.00",
    "100,000,000.00", "100000000.00" },
  { FEN (-JH_MONEY_MAX), JH_MONEY_YUAN, -JH_MONEY_MAX,
    "-1000000000000.00", "-1,000,000,000,000.00", "-1000000000000.00" },
};

START_TEST (an_amount_is_shown_rounded_and_exactly)
{
  g_autofree char *plain
    = jh_money_format (forms[_i].money, forms[_i].unit, FALSE);
  g_autofree char *grouped
    = jh_money_format (forms[_i].money, forms[_i].unit, TRUE);
  g_autofree char *exact
    = jh_money_format_exact (forms[_i].money, forms[_i].unit);

  ck_assert_int_eq (jh_money_round (forms[_i].money, forms[_i].unit),
                    forms[_i].rounded);
  ck_assert_str_eq (plain, forms[_i].plain);
  ck_assert_str_eq (grouped, forms[_i].grouped);
  ck_assert_str_eq (exact, forms[_i].exact);
}
END_TEST

START_TEST (the_exact_form_reads_back_the_same)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2024);
  static const JhMoneyUnit units[] = { JH_MONEY_YUAN, JH_MONEY_WAN };

  for (guint i = 0; i < 20000; i++)
    {
      gint64 fen = (((gint64) g_rand_int (random) << 20) + g_rand_int (random))
                   % (JH_MONEY_MAX + 1);
      JhMoney money = jh_money (i & 2 ? -fen : fen);
      g_autofree char *text = jh_money_format_exact (money, units[i & 1]);
      JhMoney again;

      ck_assert_msg (jh_money_parse (text, units[i & 1], &again, NULL), "%s",
                     text);
      assert_money (again, money);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("money");
  TCase *tests = tcase_create ("money");

  tcase_add_test (tests, blank_is_not_zero);
  tcase_add_loop_test (tests,
                       a_blank_adds_nothing_and_a_sum_stays_at_the_end, 0,
                       G_N_ELEMENTS (sums));
  tcase_add_test (tests, no_sum_of_a_whole_table_overflows);
  tcase_add_test (tests, a_unit_has_its_name_and_its_size);
  tcase_add_loop_test (tests, an_amount_is_read_exactly_or_not_at_all, 0,
                       G_N_ELEMENTS (readings));
  tcase_add_loop_test (tests, an_amount_is_shown_rounded_and_exactly, 0,
                       G_N_ELEMENTS (forms));
  tcase_add_test (tests, the_exact_form_reads_back_the_same);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
