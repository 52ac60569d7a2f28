/* Formulas that were written to do harm, or by nobody at all. */
#include <string.h>

#include "formula-fixture.h"

#include "jh-error.h"

#define SEED 20251125

static const char *const pieces[] = {
  "公开02[合计, 决算]",
  "公开02[",
  "支出[",
  "支出.决算",
  "上年.",
  "下级(",
  "每行 r 于 公开02: ",
  "每条 e 于 支出: ",
  "每个 x 于 {1, 2}: ",
  "设 y 为 ",
  "若 ",
  " 则 ",
  " 否则 ",
  " 且 ",
  " 或 ",
  "非 ",
  " = ",
  " ≈ ",
  " 容差 ",
  " 属于 {",
  " 像 ",
  "和(",
  "个数(",
  "最大(",
  "舍入(",
  "前(",
  "名称(",
  "数(",
  "r",
  "e",
  "e.决算",
  "x",
  "y",
  "1",
  "0",
  "30%",
  "5万元",
  "99999999999",
  "\"201*\"",
  "「",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ",",
  "，",
  ":",
  ".",
  "+",
  "-",
  "×",
  "÷",
  "&",
  "#",
  "\n",
  "*",
  "@",
  "\\",
};

static const char *const whole[] = {
  "每条 e 于 支出[类别 = \"基本\"]: 和(支出[功能 = e.功能].决算) ≈ "
  "公开02[(e.功能), 决算]",
  "每行 r 于 公开02[有下级(r)]: 公开02[r, 决算] = 和(公开02[下级(r), 决算])",
  "若 空(公开02[结余, 预算]) 则 1 否则 公开02[结余, 预算] ÷ 0",
  "设 x 为 前(\"2010101\", 3): 公开02[x, 决算] > 上年.公开02[x, 决算] 容差 1",
};

/* Parses @text, and runs it when it is one; both as they please, but with a
 * sentence when they refuse. */
static void
try (const Fixture *fixture, const char *text)
{
  g_autofree char *condition = fixture_run (fixture, text);
  g_autofree char *expression = fixture_work_out (fixture, text);

  ck_assert (g_utf8_validate (condition, -1, NULL));
  ck_assert (g_utf8_validate (expression, -1, NULL));
}

START_TEST (formulas_of_random_pieces_do_no_harm)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, TRUE);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 6000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint n = g_rand_int_range (random, 1, 14); n > 0; n--)
        g_string_append (
          text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      try (fixture, text->str);
    }
}
END_TEST

/* A whole formula with characters taken out, doubled and swapped. */
START_TEST (altered_formulas_do_no_harm)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, TRUE);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text
        = g_string_new (whole[i % G_N_ELEMENTS (whole)]);

      for (gint n = g_rand_int_range (random, 1, 4); n > 0; n--)
        {
          glong length = g_utf8_strlen (text->str, -1);
          gsize at = (gsize) (g_utf8_offset_to_pointer (
                                text->str,
                                g_rand_int_range (random, 0, (gint) length))
                              - text->str);

          if (g_rand_boolean (random))
            g_string_erase (text, (gssize) at,
                            g_utf8_skip[(guchar) text->str[at]]);
          else
            g_string_insert (
              text, (gssize) at,
              pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
        }
      try (fixture, text->str);
    }
}
END_TEST

START_TEST (bytes_that_are_no_words_are_refused)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autofree char *got = fixture_run (fixture, "1 = \"\xff\"");

  ck_assert_str_eq (got, "?公式里有不是文字的字节");
}
END_TEST

/* @before @count times, @middle, @after @count times. The caller frees it. */
static char *
repeat (const char *before, const char *middle, const char *after,
        guint count)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (text, before);
  g_string_append (text, middle);
  for (guint i = 0; i < count; i++)
    g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *before;
  const char *middle;
  const char *after;
  guint count;
  const char *said;
} deep[] = {
  { "(", "1", ")", 61, "套得太深" },
  { "若 1=1 则 ", "1", " 否则 2", 61, "套得太深" },
  { "若 若 ", "1=1", "", 900, "套得太深" },
  { "若 1=1 则 1 否则 ", "2", "", 330, "套得太深" },
  { "非 ", "1=1", "", 1000, "套得太深" },
  { "1=1 则 ", "1=1", "", 100, "套得太深" },
  { "和(", "1", ")", 100, "套得太深" },
  { "公开02[下级(", "合计", ")", 100, "应是" },
  { "公开02[(", "1", "),1]", 100, "套得太深" },
  { "支出[", "1=1", "]", 100, "" },
  { "每个 x 于 {1}: ", "1=1", "", 31, "超过 30 个" },
  { "", "1=1", "+1", 1001, "太多" },
  { "", "1=1", "+1", 4000, "公式太长" },
};

START_TEST (what_is_too_deep_or_long_is_refused)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autofree char *text = repeat (deep[_i].before, deep[_i].middle,
                                  deep[_i].after, deep[_i].count);
  g_autofree char *got = fixture_run (fixture, text);

  ck_assert_msg (*got == '?' && strstr (got, deep[_i].said), "%s", got);
}
END_TEST

START_TEST (what_is_just_deep_enough_is_worked_out)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autofree char *brackets = repeat ("(", "1", ")", 59);
  g_autofree char *sum = repeat ("", "1", "+1", 998);
  g_autofree char *one = fixture_work_out (fixture, brackets);
  g_autofree char *many = fixture_work_out (fixture, sum);

  ck_assert_str_eq (one, "1");
  ck_assert_str_eq (many, "999");
}
END_TEST

/* Formulas that would never end, or fill the memory. */
static const char *const endless[] = {
  "每条 a 于 支出: 每条 b 于 支出: 每条 c 于 支出: a.份数 + b.份数 + c.份数 "
  "> 0",
  "和(每条 a 于 支出: 和(每条 b 于 支出: 和(每条 c 于 支出: 1))) = 0",
  "每条 a 于 支出: 每条 b 于 支出: "
  "和(支出[功能 & 类别 = a.份数 & \"-\" & b.份数].决算) = 0",
  "每条 a 于 支出: 每条 b 于 支出: "
  "个数(公开02[(a.份数 & \"*\" & b.份数), 决算]) = 0",
  "设 a 为 \"0123456789012345678901234567890123456789\": 设 b 为 "
  "a&a&a&a&a&a: "
  "设 c 为 b&b&b&b&b&b: 设 d 为 c&c&c&c&c&c: 设 e 为 d&d&d&d&d&d: "
  "设 f 为 e&e&e&e&e&e: 设 g 为 f&f&f&f&f&f: 长度(g) = 0",
};

START_TEST (what_would_not_end_is_stopped)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autofree char *got = NULL;

  for (guint i = 0; i < 3000; i++)
    fixture_spend (fixture, "205", "基本", 100);
  got = fixture_run (fixture, endless[_i]);
  ck_assert_msg (strstr (got, "已停下") || strstr (got, "太长"), "%.300s",
                 got);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hostile");
  TCase *cases = tcase_create ("formulas");

  tcase_set_timeout (cases, 240);
  tcase_add_test (cases, formulas_of_random_pieces_do_no_harm);
  tcase_add_test (cases, altered_formulas_do_no_harm);
  tcase_add_test (cases, bytes_that_are_no_words_are_refused);
  tcase_add_loop_test (cases, what_is_too_deep_or_long_is_refused, 0,
                       G_N_ELEMENTS (deep));
  tcase_add_test (cases, what_is_just_deep_enough_is_worked_out);
  tcase_add_loop_test (cases, what_would_not_end_is_stopped, 0,
                       G_N_ELEMENTS (endless));
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
