/* Sentences with figures in them. */
#include <string.h>

#include "formula-fixture.h"
#include "jh-error.h"

/* What is told of every case. */
typedef struct
{
  const JhMessage *message;
  GString *told;
} Telling;

static void
tell_cb (JhRun *run, gpointer data)
{
  Telling *telling = data;
  g_autofree char *sentence = jh_message_dup (telling->message, run);

  g_string_append_printf (telling->told, "%s;", sentence);
}

/* The sentences of @words for the cases of @text; "?" and the sentence when
 * @words are not understood. The caller frees it. */
static char *
tell (const char *text, const char *words)
{
  g_autoptr (Fixture) fixture = fixture_new (JH_MONEY_WAN, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFormula) formula
    = jh_formula_parse (text, fixture->vocabulary, NULL, &error);
  g_autoptr (JhMessage) message
    = jh_message_parse (words, fixture->vocabulary, formula, &error);
  g_autoptr (JhRun) run = jh_run_new (fixture->subject);
  Telling telling = { message, NULL };

  if (message == NULL)
    return g_strconcat ("?", error->message, NULL);
  telling.told = g_string_new (NULL);
  ck_assert (jh_run_formula (run, formula, FALSE, tell_cb, &telling, &error));
  return g_string_free (telling.told, FALSE);
}

static const struct
{
  const char *text;
  const char *words;
  const char *told;
} sentences[] = {
  { "1 = 3", "左{左}右{右}差{差}", "左1右3差-2;" },
  { "1 = 3", "没有花括号", "没有花括号;" },
  { "1 = 3", "", ";" },
  { "1 = 3", "{若 左 属于 {1, 2} 则 \"少\" 否则 \"多\"}", "少;" },
  { "空(1)", "{左}{差}", "空白空白;" },
  { "\"a\" = \"b\"", "{差}", "空白;" },
  { "1 = 3", "{1 ÷ 0}", "（算不出来）;" },
  /* A name that is not there is missing in every case, not in the first. */
  { "每个 x 于 {1, 2}: x = 3", "{公开02[无, 决算]}",
    "（算不出来）;（算不出来）;" },
  { "每条 e 于 支出[类别 = \"基本\"]: e.份数 = 0", "{e.功能}有{左}",
    "2010101有1;205有3;" },
  { "设 x 为 3: x = 4", "{x}", "3;" },
  { "每行 r 于 公开02[r = \"201\"]: 1 = 2", "{行名(r)} {公开02[r, 决算]}",
    "201 名201 7.00 万元;" },
  /* What a name of the message stood in for before does not show. */
  { "1 = 1 且 (每条 f 于 支出: f.份数 = 0)", "{设 y 为 5: y + 1}", "6;" },
  { "1 = 3", "{左", "?说明里的“{左”缺少“}”" },
  { "1 = 3", "{坐}", "?说明里的“{坐}”：公式第 1 个字：不认识“坐”*" },
  /* Names that only a part of the formula gives are none of the message. */
  { "每条 e 于 支出[个数(每条 p 于 项目: 1) = 2]: 1 = 2", "{p.名称}",
    "?说明里的“{p.名称}”：公式第 1 个字：不认识“p”*" },
  { "1 = 3", "\xff", "?说明里有不是文字的字节" },
};

START_TEST (a_sentence_is_told_of_every_case)
{
  g_autofree char *told = tell (sentences[_i].text, sentences[_i].words);

  ck_assert_msg (g_pattern_match_simple (sentences[_i].told, told),
                 "“%s” tells “%s”, not “%s”", sentences[_i].words, told,
                 sentences[_i].told);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("message");
  TCase *cases = tcase_create ("sentences");

  tcase_add_loop_test (cases, a_sentence_is_told_of_every_case, 0,
                       G_N_ELEMENTS (sentences));
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
