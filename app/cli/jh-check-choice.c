#include "jh-check-choice.h"

#include "jh-error.h"
#include "jh-text.h"

/* The most characters of a name in a sentence. */
#define SHOWN 40

/* The fault that keeps the rule @id out, or NULL. Borrowed. */
static const JhRuleFault *
find_fault (JhExaminer *examiner, const char *id)
{
  const GPtrArray *faults
    = jh_rulebook_get_faults (jh_examiner_get_rules (examiner));

  for (guint i = 0; i < faults->len; i++)
    {
      const JhRuleFault *fault = faults->pdata[i];

      if (g_str_equal (fault->rule, id))
        return fault;
    }
  return NULL;
}

const JhRule *
jh_check_find_rule (JhExaminer *examiner, const char *id, GError **error)
{
  const JhRule *rule
    = jh_rulebook_find (jh_examiner_get_rules (examiner), id);
  const JhRuleFault *fault = rule ? NULL : find_fault (examiner, id);
  g_autofree char *shown = jh_text_quote (id, SHOWN);

  if (fault)
    g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                 "规则“%s”写得不对，不能用：%s", shown, fault->why);
  else if (rule == NULL)
    g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                 "没有编号是“%s”的审核规则；用 rules 看有哪些", shown);
  return rule;
}

gboolean
jh_check_choice_is_right (const JhArguments *arguments, JhExaminer *examiner,
                          GError **error)
{
  char **rules = arguments->rules;
  char **severities = arguments->severities;
  JhSeverity severity;

  for (guint i = 0; severities && severities[i]; i++)
    if (!jh_severity_parse (severities[i], &severity))
      {
        g_autofree char *shown = jh_text_quote (severities[i], SHOWN);

        g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                     "--severity 不能是“%s”，可用的有 错误、警告、提示",
                     shown);
        return FALSE;
      }
  for (guint i = 0; rules && rules[i]; i++)
    if (find_fault (examiner, rules[i]) == NULL
        && jh_check_find_rule (examiner, rules[i], error) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether @name is among @names; none lets everything through. */
static gboolean
is_asked_for (char **names, const char *name)
{
  return names == NULL || g_strv_contains ((const char *const *) names, name);
}

void
jh_check_choose (const JhArguments *arguments, GPtrArray *findings)
{
  for (guint i = findings->len; i-- > 0;)
    {
      const JhFinding *finding = findings->pdata[i];

      if (!is_asked_for (arguments->rules, finding->rule)
          || !is_asked_for (arguments->severities,
                            jh_severity_name (finding->severity)))
        g_ptr_array_remove_index (findings, i);
    }
}
