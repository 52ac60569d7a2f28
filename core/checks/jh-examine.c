#include "jh-examine.h"

#include <string.h>

#include "jh-examine-private.h"
#include "jh-follow.h"

void
jh_rule_report_free (gpointer data)
{
  JhRuleReport *report = data;

  if (report == NULL)
    return;
  g_free (report->why);
  g_free (report);
}

/* What a case of a rule is told with. */
typedef struct
{
  const JhRule *rule;
  const JhRuleCase *one;
  guint place;
  GPtrArray *findings;
  GArray *found;
} Telling;

/* @value as one side of a finding: an amount without its unit, "" for
 * nothing. The caller frees it. */
static char *
dup_side (JhValue value, JhMoneyUnit unit)
{
  if (value.kind == JH_VALUE_BLANK)
    return g_strdup ("");
  return value.kind == JH_VALUE_MONEY
           ? jh_money_format_exact (jh_value_get_money (value), unit)
           : jh_value_format (value, unit);
}

static char *
dup_name (const JhMessage *message, JhRun *run, const char *written)
{
  return message ? jh_message_dup (message, run) : g_strdup (written);
}

/* Takes what the rule says a side is shown as. What cannot be worked out
 * stays what was compared. */
static void
show_otherwise (const JhFormula *formula, JhRun *run, JhValue *value)
{
  JhValue shown;

  if (formula && jh_run_work_out (run, formula, &shown, NULL))
    *value = shown;
}

static void
set_sides (const Telling *telling, JhRun *run, JhFinding *finding)
{
  JhMoneyUnit unit = jh_run_get_unit (run);
  g_autofree char *left_written = NULL;
  g_autofree char *right_written = NULL;
  g_autofree char *left_name = NULL;
  g_autofree char *right_name = NULL;
  g_autofree char *left_value = NULL;
  g_autofree char *right_value = NULL;
  g_autofree char *apart = NULL;
  JhValue left = jh_value_blank (), right = jh_value_blank (), difference;
  gboolean rounding;

  if (!jh_run_get_sides (run, &left, &right, &rounding)
      && telling->one->left == NULL)
    return;
  show_otherwise (telling->one->left_value, run, &left);
  show_otherwise (telling->one->right_value, run, &right);
  jh_run_dup_written (run, &left_written, &right_written);
  left_name = dup_name (telling->one->left, run, left_written);
  right_name = dup_name (telling->one->right, run, right_written);
  left_value = dup_side (left, unit);
  right_value = dup_side (right, unit);
  if ((jh_value_is_figure (left) || jh_value_is_figure (right))
      && jh_value_add (left, right, TRUE, &difference, NULL))
    apart = dup_side (difference, unit);
  jh_finding_set_sides (finding, left_name, left_value, right_name,
                        right_value, apart);
}

/* The words, values and places of what was read, for the finding. */
static void
set_cells (JhFinding *finding, const GPtrArray *reads, JhMoneyUnit unit)
{
  GString *values = g_string_new (finding->left_value);

  g_string_append_printf (values, "\n%s", finding->right_value);
  for (guint i = 0; i < reads->len; i++)
    {
      const JhRead *read = reads->pdata[i];
      JhFindingCell *cell = jh_finding_add_cell (finding);

      cell->words = g_strdup (read->words);
      cell->value = read->value.kind == JH_VALUE_BLANK
                      ? g_strdup ("")
                      : jh_value_format (read->value, unit);
      cell->sheet = g_strdup (read->sheet);
      cell->row_key = g_strdup (read->row_key);
      cell->column_key = g_strdup (read->column_key);
      cell->table = g_strdup (read->table);
      cell->row = read->id;
      cell->field = g_strdup (read->field);
      g_string_append_printf (values, "\n%s", cell->value);
    }
  jh_finding_set_values (finding, values->str);
  g_string_free (values, TRUE);
}

/* Says where the mend begins: at what the rule names, else at what was read
 * first. */
static void
set_place (const Telling *telling, JhRun *run, JhFinding *finding,
           const GPtrArray *reads)
{
  g_autoptr (GPtrArray) named
    = telling->one->place ? jh_run_list_reads_of (run, telling->one->place)
                          : NULL;
  const GPtrArray *from = named && named->len > 0 ? named : reads;

  for (guint i = 0; i < from->len; i++)
    {
      const JhRead *read = from->pdata[i];

      if (*read->table == '\0' && *read->sheet == '\0')
        continue;
      g_free (finding->where);
      finding->where = g_strdup (read->words);
      jh_finding_set_sheet (finding, read->sheet);
      if (*read->table)
        jh_finding_set_place (finding, read->table, read->id, read->field);
      return;
    }
}

static char *
dup_instance (const Telling *telling, JhRun *run)
{
  g_autofree char *names = jh_run_dup_case (run);

  return telling->rule->cases->len > 1
           ? g_strdup_printf ("%u|%s", telling->place + 1, names)
           : g_strdup (names);
}

static void
tell (JhRun *run, gpointer data)
{
  Telling *telling = data;
  const JhRuleCase *one = telling->one;
  g_autofree char *sentence = jh_message_dup (one->message, run);
  g_autofree char *instance = dup_instance (telling, run);
  g_autoptr (GPtrArray) reads = jh_run_list_reads (run);
  gboolean rounding = FALSE;
  JhFinding *finding;
  JhValue left, right;

  if (!jh_run_get_sides (run, &left, &right, &rounding))
    rounding = FALSE;
  finding = jh_finding_new (telling->rule->id,
                            rounding ? JH_SEVERITY_NOTICE : one->severity, "",
                            "%s%s", sentence, rounding ? "，在尾差以内" : "");
  jh_finding_set_instance (finding, instance);
  jh_finding_set_mend (finding, one->mend);
  finding->waivable
    = telling->rule->waivable || finding->severity != JH_SEVERITY_ERROR;
  set_sides (telling, run, finding);
  set_cells (finding, reads, jh_run_get_unit (run));
  set_place (telling, run, finding, reads);
  g_ptr_array_add (telling->findings, finding);
  if (telling->found)
    {
      guint row = jh_run_get_row (run);

      g_array_append_val (telling->found, row);
    }
}

gboolean
jh_examine_case (JhRun *run, const JhRule *rule, guint place,
                 const GArray *rows, GPtrArray *findings, GArray *found,
                 guint *cases, GError **error)
{
  Telling telling
    = { rule, rule->cases->pdata[place], place, findings, found };
  const JhFormula *formula = telling.one->formula;
  gboolean done
    = rows ? jh_run_formula_rows (run, formula, rows, tell, &telling, error)
           : jh_run_formula (run, formula, FALSE, tell, &telling, error);

  *cases = jh_run_count_cases (run);
  return done;
}

JhFinding *
jh_examine_trouble (const char *id, const char *why)
{
  JhFinding *finding = jh_finding_new (id, JH_SEVERITY_NOTICE, "",
                                       "这条规则没有审成：%s", why);

  jh_finding_set_instance (finding, "规则");
  jh_finding_set_mend (finding,
                       "其他规则照常审核。请改正这条规则，或停用它。");
  return finding;
}

void
jh_rule_report_add (JhRuleReport *report, guint cases, gboolean found,
                    const char *missing, const GError *fault)
{
  report->cases += cases;
  if (fault)
    {
      report->outcome = JH_OUTCOME_FAILED;
      g_free (report->why);
      report->why = g_strdup (fault->message);
    }
  else if (missing)
    {
      if (*report->why == '\0')
        {
          g_free (report->why);
          report->why = g_strdup_printf ("没有%s，没有审", missing);
        }
    }
  else if (report->outcome != JH_OUTCOME_FAILED)
    {
      if (found)
        report->outcome = JH_OUTCOME_FOUND;
      else if (report->outcome == JH_OUTCOME_SKIPPED)
        report->outcome = JH_OUTCOME_HELD;
    }
}

JhRuleReport *
jh_rule_report_new (const JhRule *rule)
{
  JhRuleReport *report = g_new0 (JhRuleReport, 1);

  report->rule = rule;
  report->outcome = JH_OUTCOME_SKIPPED;
  report->why = g_strdup ("");
  return report;
}

/* Cases whose sheets are not there are not asked; the rule is skipped when
 * none is. */
JhRuleReport *
jh_examine_rule (JhRun *run, JhSubject *subject, const JhRule *rule,
                 GPtrArray *findings)
{
  JhRuleReport *report = jh_rule_report_new (rule);

  if (!jh_rule_applies (rule, jh_subject_get_year (subject),
                        jh_subject_get_region (subject)))
    {
      g_free (report->why);
      report->why = g_strdup ("这条规则不用于这个年度或地区");
      return report;
    }
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const JhRuleCase *one = rule->cases->pdata[i];
      const char *missing = jh_run_find_missing (run, one->formula);
      g_autoptr (GError) error = NULL;
      guint before = findings->len, cases = 0;

      if (missing == NULL)
        jh_examine_case (run, rule, i, NULL, findings, NULL, &cases, &error);
      if (error)
        g_ptr_array_add (findings,
                         jh_examine_trouble (rule->id, error->message));
      jh_rule_report_add (report, cases, findings->len > before, missing,
                          error);
    }
  return report;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const JhFinding *x = *(const JhFinding *const *) a;
  const JhFinding *y = *(const JhFinding *const *) b;

  if (x->severity != y->severity)
    return x->severity < y->severity ? -1 : 1;
  return strcmp (x->rule, y->rule);
}

void
jh_examine_settle (const JhRulebook *book, GPtrArray *findings)
{
  g_ptr_array_sort (findings, compare_findings);
  jh_follow (book, findings);
}

GPtrArray *
jh_examine (const JhRulebook *book, JhSubject *subject, GPtrArray *findings)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func (jh_rule_report_free);
  g_autoptr (JhRun) run = jh_run_new (subject);

  for (guint i = 0; i < jh_rulebook_count (book); i++)
    g_ptr_array_add (
      reports,
      jh_examine_rule (run, subject, jh_rulebook_get (book, i), findings));
  jh_examine_settle (book, findings);
  return reports;
}
