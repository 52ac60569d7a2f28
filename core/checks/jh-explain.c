#include "jh-explain.h"

/* The most steps and figures that are told of one case, and how deep steps
 * are indented. */
#define STEPS_MOST 60
#define READS_MOST 60
#define DEPTH_MOST 10

/* Cases being told.
 *
 * one: what the rule asks for in them
 * holds: whether those are told that hold, or those that do not
 * most: how many may be told in full
 * told: how many were
 * seen: how many there were */
typedef struct
{
  GString *words;
  const JhRuleCase *one;
  gboolean holds;
  guint most;
  guint told;
  guint seen;
} Telling;

static void
add_years (GString *words, const JhRule *rule)
{
  if (rule->from > 0 && rule->to > 0)
    g_string_append_printf (words, "适用年度：%d 到 %d\n", rule->from,
                            rule->to);
  else if (rule->from > 0)
    g_string_append_printf (words, "适用年度：%d 起\n", rule->from);
  else if (rule->to > 0)
    g_string_append_printf (words, "适用年度：到 %d 为止\n", rule->to);
}

static void
add_regions (GString *words, const JhRule *rule)
{
  if (rule->regions->len == 0)
    return;
  g_string_append (words, "适用地区：行政区划以");
  for (guint i = 0; i < rule->regions->len; i++)
    g_string_append_printf (words, "%s %s", i > 0 ? "、" : "",
                            (const char *) rule->regions->pdata[i]);
  g_string_append (words, " 开头的\n");
}

static void
add_head (GString *words, const JhRule *rule)
{
  g_string_append_printf (words, "%s  %s\n", rule->id, rule->title);
  if (*rule->basis)
    g_string_append_printf (words, "依据：%s\n", rule->basis);
  if (*rule->author)
    g_string_append_printf (words, "由 %s 写的规则\n", rule->author);
  add_years (words, rule);
  add_regions (words, rule);
  g_string_append (words, rule->waivable
                            ? "错误也可以写审核说明\n"
                            : "错误要改正；警告可以改正，也可以写审核说明\n");
}

/* @text on one line. The caller frees it. */
static char *
dup_line (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "",
                              parts[i]);
  return g_string_free (line, FALSE);
}

static void
add_steps (GString *words, JhRun *run)
{
  g_autoptr (GPtrArray) steps = jh_run_list_steps (run);
  guint n = MIN (steps->len, STEPS_MOST);

  if (n > 0)
    g_string_append (words, "  怎样算出来的：\n");
  for (guint i = 0; i < n; i++)
    {
      const JhStep *step = steps->pdata[i];
      g_autofree char *written = dup_line (step->written);

      g_string_append_printf (words, "%*s%s → %s\n",
                              (int) (4 + 2 * MIN (step->depth, DEPTH_MOST)),
                              "", written, step->result);
    }
  if (steps->len > n)
    g_string_append_printf (words, "    还有 %u 步没有列出\n",
                            steps->len - n);
}

static void
add_reads (GString *words, const GPtrArray *reads, JhMoneyUnit unit)
{
  guint n = MIN (reads->len, READS_MOST);

  if (n > 0)
    g_string_append (words, "  读到的数：\n");
  for (guint i = 0; i < n; i++)
    {
      const JhRead *read = reads->pdata[i];
      g_autofree char *value = jh_value_format (read->value, unit);

      g_string_append_printf (words, "    %s：%s\n", read->words, value);
    }
  if (reads->len > n)
    g_string_append_printf (words, "    还有 %u 个没有列出\n",
                            reads->len - n);
}

/* Tells one case in full. */
static void
add_case (Telling *telling, JhRun *run)
{
  g_autoptr (GPtrArray) reads = jh_run_list_reads (run);
  const JhRead *first = reads->len > 0 ? reads->pdata[0] : NULL;

  g_string_append_printf (telling->words, "\n%s%s%s\n",
                          telling->holds ? "成立" : "不成立",
                          first ? "：" : "", first ? first->words : "");
  if (!telling->holds)
    {
      g_autofree char *sentence = jh_message_dup (telling->one->message, run);

      g_string_append_printf (telling->words, "  %s\n", sentence);
    }
  add_steps (telling->words, run);
  add_reads (telling->words, reads, jh_run_get_unit (run));
}

static void
tell (JhRun *run, gpointer data)
{
  Telling *telling = data;

  if (jh_run_holds (run) != telling->holds)
    return;
  telling->seen++;
  if (telling->told == telling->most)
    return;
  telling->told++;
  add_case (telling, run);
}

/* Tells the cases of @one that hold, or do not. Returns how many there are.
 * What cannot be worked out is told once, with those that do not hold. */
static guint
add_cases (GString *words, JhRun *run, const JhRuleCase *one, gboolean holds)
{
  Telling telling
    = { words, one,
        holds, holds ? JH_EXPLAIN_HELD_MAX : JH_EXPLAIN_FAILED_MAX,
        0,     0 };
  g_autoptr (GError) error = NULL;

  if (!jh_run_formula (run, one->formula, holds, tell, &telling, &error)
      && !holds)
    g_string_append_printf (words, "\n没有审成：%s\n", error->message);
  if (telling.seen > telling.told)
    g_string_append_printf (words, "\n还有 %u 处%s，没有列出\n",
                            telling.seen - telling.told,
                            holds ? "成立" : "不成立");
  return telling.seen;
}

/* Tells what one case of a rule asks for, and what became of it. */
static void
add_one (GString *words, JhRun *run, const JhRuleCase *one)
{
  g_autoptr (GString) told = g_string_new (NULL);
  const char *missing = jh_run_find_missing (run, one->formula);
  guint failed, held;

  g_string_append_printf (words, "\n公式（不成立是%s）：\n%s\n",
                          jh_severity_name (one->severity),
                          jh_formula_get_text (one->formula));
  if (*one->mend)
    g_string_append_printf (words, "怎么改：%s\n", one->mend);
  if (missing)
    {
      g_string_append_printf (words, "这套决算没有%s，没有审\n", missing);
      return;
    }
  failed = add_cases (told, run, one, FALSE);
  held = add_cases (told, run, one, TRUE);
  g_string_append_printf (words, "审了 %u 处：%u 处不成立，%u 处成立\n",
                          failed + held, failed, held);
  g_string_append (words, told->str);
}

char *
jh_explain_dup (const JhRule *rule, JhSubject *subject)
{
  GString *words = g_string_new (NULL);
  g_autoptr (JhRun) run = jh_run_new (subject);

  add_head (words, rule);
  if (!jh_rule_applies (rule, jh_subject_get_year (subject),
                        jh_subject_get_region (subject)))
    g_string_append (words, "这条规则不用于这个年度或地区，没有审\n");
  else
    for (guint i = 0; i < rule->cases->len; i++)
      add_one (words, run, rule->cases->pdata[i]);
  return g_string_free (words, FALSE);
}
