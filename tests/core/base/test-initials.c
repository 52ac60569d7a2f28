#include "jh-initials.h"
#include "jh-test.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *typed;
  JhRank rank;
} cases[] = {
  /* Initials. */
  { "机关事业单位基本养老保险缴费支出", "ylbx", JH_RANK_INSIDE },
  { "养老保险缴费", "ylbx", JH_RANK_START },
  { "养老保险缴费", "ylbxjf", JH_RANK_WHOLE },
  { "住房公积金", "zfgjj", JH_RANK_WHOLE },
  { "住房公积金", "gjj", JH_RANK_INSIDE },
  { "信访", "xf", JH_RANK_WHOLE },
  { "信访业务", "xf", JH_RANK_START },
  { "信访业务", "XFYW", JH_RANK_WHOLE },
  { "信访业务", "\uff58\uff46", JH_RANK_START },
  { "信访业务", "x f", JH_RANK_START },
  { "信访业务", "xw", JH_RANK_NONE },
  { "信访业务", "xfywx", JH_RANK_NONE },
  { "信访业务", "fx", JH_RANK_NONE },
  { "政府办公厅（室）及相关机构事务", "bgtsjxg", JH_RANK_INSIDE },
  { "“三公”经费", "sgjf", JH_RANK_WHOLE },
  { "绩效（目标）", "mb", JH_RANK_WORD },
  { "绩效（目标管理）", "mb", JH_RANK_WORD_START },
  { "養老保險", "ylbx", JH_RANK_WHOLE },
  { "𬘭", "c", JH_RANK_WHOLE },
  /* Polyphones. */
  { "重点项目", "zdxm", JH_RANK_WHOLE },
  { "重庆", "cq", JH_RANK_WHOLE },
  { "行政运行", "xzyx", JH_RANK_WHOLE },
  { "银行", "yh", JH_RANK_WHOLE },
  { "会议费", "hyf", JH_RANK_WHOLE },
  { "会计", "kj", JH_RANK_WHOLE },
  { "长期", "cq", JH_RANK_WHOLE },
  { "增长", "zz", JH_RANK_WHOLE },
  { "单位", "dw", JH_RANK_WHOLE },
  { "单县", "sx", JH_RANK_RARE_WHOLE },
  { "单于", "cy", JH_RANK_RARE_WHOLE },
  { "种类", "cl", JH_RANK_RARE_WHOLE },
  { "种类与数量", "cl", JH_RANK_RARE_START },
  { "各种类", "cl", JH_RANK_RARE_INSIDE },
  { "（甲）种类", "cl", JH_RANK_RARE_WORD },
  { "（甲）种类数", "cl", JH_RANK_RARE_WORD_START },
  { "种类种类", "zl", JH_RANK_START },
  { "种类车辆", "cl", JH_RANK_INSIDE },
  { "重庆", "tq", JH_RANK_NONE },
  /* The text itself. */
  { "信访业务", "信访业务", JH_RANK_TEXT_WHOLE },
  { "信访业务", "信访", JH_RANK_TEXT_START },
  { "信访业务", "业务", JH_RANK_TEXT_INSIDE },
  { "2013150 信访业务", "信访", JH_RANK_TEXT_WORD_START },
  { "2013150 信访业务", "信访业务", JH_RANK_TEXT_WORD },
  { "2013150信访业务", "信访业务", JH_RANK_TEXT_WORD },
  { "2013150 信访业务", "2013", JH_RANK_TEXT_START },
  { "2013150 信访业务", "3150", JH_RANK_TEXT_INSIDE },
  { "2013150", "\uff12\uff10\uff11\uff13\uff11\uff15\uff10",
    JH_RANK_TEXT_WHOLE },
  { "厅（室）", "厅(室)", JH_RANK_TEXT_WHOLE },
  { "厅（室）", "厅室", JH_RANK_TEXT_WHOLE },
  { "GDP增长", "gdp", JH_RANK_TEXT_START },
  { "ＧＤＰ增长", "gdp", JH_RANK_TEXT_START },
  { "GDP增长", "gdpzz", JH_RANK_WHOLE },
  { "2023年", "2023n", JH_RANK_WHOLE },
  /* Both mixed. */
  { "基本养老保险", "养老bx", JH_RANK_INSIDE },
  { "基本养老保险", "jb养老", JH_RANK_START },
  { "基本养老保险", "养老fx", JH_RANK_NONE },
  /* A typed character does not find another of the same sound. */
  { "信访", "新", JH_RANK_NONE },
  /* Nothing, and nothing Chinese. */
  { "信访", "", JH_RANK_NONE },
  { "信访", NULL, JH_RANK_NONE },
  { "信访", "  （）", JH_RANK_NONE },
  { "", "xf", JH_RANK_NONE },
  { NULL, "xf", JH_RANK_NONE },
  { "", "", JH_RANK_NONE },
  { "Hello, world", "world", JH_RANK_TEXT_WORD },
  { "Hello, world", "wor", JH_RANK_TEXT_WORD_START },
  { "Été", "éTÉ", JH_RANK_TEXT_WHOLE },
  { "Été", "e", JH_RANK_NONE },
  { "しんぶん", "s", JH_RANK_NONE },
  { "😀信访", "xf", JH_RANK_WHOLE },
  { "\U0010ffff信", "x", JH_RANK_WHOLE },
  /* Bytes that are no text. */
  { "\xff信\xe4\xbf访", "xf", JH_RANK_WHOLE },
  { "信访", "\xff", JH_RANK_NONE },
  { "\xe4\xbf", "x", JH_RANK_NONE },
};

START_TEST (typing_finds_the_text)
{
  JhRank rank = jh_initials_match (cases[_i].text, cases[_i].typed);

  ck_assert_msg (rank == cases[_i].rank, "“%s” in “%s”: rank %u, not %u",
                 cases[_i].typed, cases[_i].text, rank, cases[_i].rank);
}
END_TEST

START_TEST (the_same_text_can_be_searched_again_and_again)
{
  g_autoptr (JhInitials) text = jh_initials_new ("社会保障和就业支出");
  g_autoptr (JhInitials) none = jh_initials_new (" ");
  static const char *const typed[] = { "s", "sh", "shb", "shbz", "shbzh" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (JhInitials) part = jh_initials_new (typed[i]);

      ck_assert (!jh_initials_is_empty (part));
      ck_assert_uint_eq (jh_initials_rank (text, part), JH_RANK_START);
    }
  ck_assert (jh_initials_is_empty (none));
  ck_assert_uint_eq (jh_initials_rank (text, none), JH_RANK_NONE);
}
END_TEST

START_TEST (long_text_and_long_typing_are_searched_too)
{
  g_autoptr (GString) long_text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append (long_text, "访");
  g_string_append (long_text, "信");
  ck_assert_uint_eq (jh_initials_match (long_text->str, "x"), JH_RANK_INSIDE);
  ck_assert_uint_eq (jh_initials_match ("信访", long_text->str),
                     JH_RANK_NONE);
}
END_TEST

/* Random bytes are found in themselves or not at all, and do no harm. */
START_TEST (random_bytes_do_no_harm)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2023);

  for (guint i = 0; i < 20000; i++)
    {
      char bytes[24] = "";
      int length = g_rand_int_range (random, 0, sizeof bytes - 1);
      g_autoptr (JhInitials) text = NULL;

      for (int b = 0; b < length; b++)
        bytes[b] = (char) g_rand_int_range (random, 1, 256);
      text = jh_initials_new (bytes);
      ck_assert_uint_eq (jh_initials_match (bytes, bytes),
                         jh_initials_is_empty (text) ? JH_RANK_NONE
                                                     : JH_RANK_TEXT_WHOLE);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("initials");
  TCase *tests = tcase_create ("initials");

  tcase_add_loop_test (tests, typing_finds_the_text, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests, the_same_text_can_be_searched_again_and_again);
  tcase_add_test (tests, long_text_and_long_typing_are_searched_too);
  tcase_add_test (tests, random_bytes_do_no_harm);
  suite_add_tcase (suite, tests);
  return jh_test_run (suite);
}
