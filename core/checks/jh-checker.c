#include "jh-checker.h"

#include <string.h>

#include "jh-limit.h"
#include "jh-standing.h"
#include "jh-user-check.h"

/* own: the users' rules and limits that the examiner was made with, in one
 *   text
 * lists: of the filings that were checked */
struct _JhChecker
{
  JhCatalog *catalog;
  JhExaminer *examiner;
  JhExamination *examination;
  char *own;
  JhListsShelf *lists;
};

JhChecker *
jh_checker_new (void)
{
  JhChecker *checker = g_new0 (JhChecker, 1);

  checker->lists = jh_lists_shelf_new ();
  return checker;
}

static void
forget_rules (JhChecker *checker)
{
  g_clear_pointer (&checker->examination, jh_examination_free);
  g_clear_pointer (&checker->examiner, jh_examiner_free);
  g_clear_pointer (&checker->own, g_free);
}

void
jh_checker_free (JhChecker *checker)
{
  if (checker == NULL)
    return;
  forget_rules (checker);
  jh_catalog_free (checker->catalog);
  jh_lists_shelf_free (checker->lists);
  g_free (checker);
}

/* All that users chose, in one text, to see whether it is the same. The
 * caller frees it. */
static char *
dup_own (const GPtrArray *rules, const GPtrArray *limits)
{
  GString *own = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const JhUserCheck *rule = rules->pdata[i];

      if (rule->enabled)
        g_string_append_printf (own, "%s\n%s\n%s\n", rule->rule, rule->author,
                                rule->text);
    }
  for (guint i = 0; i < limits->len; i++)
    {
      const JhLimit *limit = limits->pdata[i];

      g_string_append_printf (own, "%s=%s\n", limit->name, limit->text);
    }
  return g_string_free (own, FALSE);
}

/* A rule that is no rule at all becomes a fault of the rulebook. */
static void
add_rules (JhRulebook *book, const GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const JhUserCheck *rule = rules->pdata[i];

      if (rule->enabled)
        jh_rulebook_add_one (book, rule->rule, rule->text, rule->author);
    }
}

static void
add_limits (JhExaminer *examiner, const GPtrArray *limits)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const JhLimit *limit = limits->pdata[i];

      jh_examiner_set_limit (
        examiner, limit->name,
        limit->figure.amount.known
          ? jh_value_money (limit->figure.amount)
          : jh_value_number (limit->figure.number, JH_LIMIT_PARTS));
    }
}

static gboolean
ensure_catalog (JhChecker *checker, GError **error)
{
  g_autofree char *folder = jh_catalog_dup_folder ();

  if (checker->catalog == NULL)
    checker->catalog = jh_catalog_new (folder, error);
  return checker->catalog != NULL;
}

JhExaminer *
jh_checker_get_examiner (JhChecker *checker, JhStore *store, GError **error)
{
  g_autoptr (GPtrArray) rules = jh_user_check_list (store, error);
  g_autoptr (GPtrArray) limits = rules ? jh_limit_list (store, error) : NULL;
  g_autofree char *own = limits ? dup_own (rules, limits) : NULL;

  if (own == NULL || !ensure_catalog (checker, error))
    return NULL;
  if (g_strcmp0 (own, checker->own) == 0)
    return checker->examiner;
  forget_rules (checker);
  checker->examiner = jh_examiner_new (checker->catalog, error);
  if (checker->examiner == NULL)
    return NULL;
  add_rules (jh_examiner_get_rules (checker->examiner), rules);
  add_limits (checker->examiner, limits);
  checker->examination = jh_examination_new (checker->examiner);
  checker->own = g_steal_pointer (&own);
  return checker->examiner;
}

GPtrArray *
jh_checker_check (JhChecker *checker, JhStore *store, gint64 filing,
                  GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  JhBooks *books, *before;

  if (jh_checker_get_examiner (checker, store, error) == NULL
      || !jh_books_load_both (store, filing, checker->lists, &books, &before,
                              error))
    return NULL;
  findings
    = jh_examination_check (checker->examination, books, before, error);
  if (findings == NULL || !jh_standing_read (store, filing, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}

guint
jh_checker_count_cases (const JhChecker *checker)
{
  return checker->examination
           ? jh_examination_count_cases (checker->examination)
           : 0;
}
