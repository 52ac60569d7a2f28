#include "jh-rule-words.h"

#include "jh-checker.h"
#include "jh-error.h"
#include "jh-formula.h"

/* The most figures that are listed. */
#define READS_MOST 200

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

/* What the rule asks for, each case on lines of its own. */
static void
add_cases (GString *words, const JhRule *rule)
{
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const JhRuleCase *one = rule->cases->pdata[i];

      g_string_append_printf (words, "\n公式（%s）：\n%s\n",
                              jh_severity_name (one->severity),
                              jh_formula_get_text (one->formula));
      if (*one->mend)
        g_string_append_printf (words, "怎么改：%s\n", one->mend);
    }
}

/* What was read, each once. */
static void
add_reads (GString *words, const JhFinding *finding)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint left_out = 0;

  if (finding->cells->len > 0)
    g_string_append (words, "\n读到的数：\n");
  for (guint i = 0; i < finding->cells->len; i++)
    {
      const JhFindingCell *cell = finding->cells->pdata[i];

      if (!g_hash_table_add (told, cell->words))
        continue;
      if (g_hash_table_size (told) <= READS_MOST)
        g_string_append_printf (words, "%s：%s\n", cell->words,
                                *cell->value ? cell->value : "空白");
      else
        left_out++;
    }
  if (left_out > 0)
    g_string_append_printf (words, "还有 %u 个没有列出。\n", left_out);
}

static char *
describe (const JhRule *rule, const JhFinding *finding)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s  %s\n", rule->id, rule->title);
  if (*rule->basis)
    g_string_append_printf (words, "依据：%s\n", rule->basis);
  if (*rule->author)
    g_string_append_printf (words, "由 %s 写的规则\n", rule->author);
  add_years (words, rule);
  add_cases (words, rule);
  add_reads (words, finding);
  return g_string_free (words, FALSE);
}

char *
jh_rule_words_dup (JhStore *store, const JhFinding *finding, GError **error)
{
  g_autoptr (JhChecker) checker = jh_checker_new ();
  JhExaminer *examiner = jh_checker_get_examiner (checker, store, error);
  const JhRule *rule;

  if (examiner == NULL)
    return NULL;
  rule = jh_rulebook_find (jh_examiner_get_rules (examiner), finding->rule);
  if (rule)
    return describe (rule, finding);
  g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
               "“%s”不是一条审核规则，没有依据可看。", finding->rule);
  return NULL;
}
