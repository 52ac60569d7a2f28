/* Trying a rule before it is kept. */
#include "jh-error.h"
#include "jh-rule-draft.h"

/* The id that the rule has while it is tried, so that it meets no other. */
#define TRIED "试"

void
jh_trial_free (JhTrial *trial)
{
  if (trial == NULL)
    return;
  g_ptr_array_unref (trial->findings);
  g_free (trial->why);
  g_free (trial);
}

/* The rule in @text under the id for trying. The caller frees it. */
static char *
dup_tried (const char *text, GError **error)
{
  g_autoptr (JhRuleDraft) draft = jh_rule_draft_read (text, error);

  if (draft == NULL)
    return NULL;
  jh_rule_draft_set (&draft->rule, TRIED);
  return jh_rule_draft_write (draft);
}

/* Takes what the rule found, and what became of it. */
static JhTrial *
make_trial (const JhRulebook *rules, JhSubject *subject)
{
  g_autoptr (JhRun) run = jh_run_new (subject);
  const JhRule *rule = jh_rulebook_find (rules, TRIED);
  const GPtrArray *faults = jh_rulebook_get_faults (rules);
  JhTrial *trial = g_new0 (JhTrial, 1);
  JhRuleReport *report;

  trial->findings = jh_findings_new ();
  if (rule == NULL)
    {
      const JhRuleFault *fault = faults->pdata[0];

      trial->why = g_strdup (fault->why);
      return trial;
    }
  report = jh_examine_rule (run, subject, rule, trial->findings);
  trial->cases = report->cases;
  trial->why = g_strdup (report->why);
  jh_rule_report_free (report);
  return trial;
}

JhTrial *
jh_trial_run (JhStore *store, gint64 filing, const char *text, GError **error)
{
  g_autofree char *folder = jh_catalog_dup_folder ();
  g_autoptr (JhCatalog) catalog = jh_catalog_new (folder, error);
  g_autoptr (JhExaminer) examiner
    = catalog ? jh_examiner_new (catalog, error) : NULL;
  g_autofree char *tried = examiner ? dup_tried (text, error) : NULL;
  g_autoptr (JhListsShelf) lists = jh_lists_shelf_new ();
  g_autoptr (JhBooks) books = NULL;
  g_autoptr (JhBooks) before = NULL;
  g_autoptr (JhBooksSubject) subject = NULL;

  if (tried == NULL
      || !jh_books_load_both (store, filing, lists, &books, &before, error))
    return NULL;
  jh_rulebook_add_one (jh_examiner_get_rules (examiner), TRIED, tried, "");
  subject = jh_books_subject_new (examiner, books, before, error);
  if (subject == NULL)
    return NULL;
  return make_trial (jh_examiner_get_rules (examiner),
                     jh_books_subject_get (subject));
}

char *
jh_trial_dup_words (const JhTrial *trial)
{
  if (*trial->why)
    return g_strdup_printf ("没有审成：%s", trial->why);
  if (trial->cases == 0)
    return g_strdup ("这套决算里没有要审的：公式一次也没有用上。");
  if (trial->findings->len == 0)
    return g_strdup_printf ("审了 %u 处，全都成立。", trial->cases);
  return g_strdup_printf ("审了 %u 处，%u 处不成立：", trial->cases,
                          trial->findings->len);
}
