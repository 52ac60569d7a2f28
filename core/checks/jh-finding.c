#include "jh-finding.h"

JhFinding *
jh_finding_new (const char *rule, JhSeverity severity, const char *where,
                const char *format, ...)
{
  JhFinding *finding = g_new0 (JhFinding, 1);
  va_list arguments;

  va_start (arguments, format);
  finding->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  finding->rule = g_strdup (rule);
  finding->severity = severity;
  finding->where = g_strdup (where);
  jh_finding_set_sides (finding, NULL, NULL, NULL, NULL, NULL);
  jh_finding_set_place (finding, NULL, 0, NULL);
  jh_finding_set_sheet (finding, NULL);
  return finding;
}

/* Puts a copy of @text in the place of the text at @place. */
static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text ? text : "");
}

void
jh_finding_set_sides (JhFinding *finding, const char *left_name,
                      const char *left_value, const char *right_name,
                      const char *right_value, const char *difference)
{
  replace (&finding->left_name, left_name);
  replace (&finding->left_value, left_value);
  replace (&finding->right_name, right_name);
  replace (&finding->right_value, right_value);
  replace (&finding->difference, difference);
}

void
jh_finding_set_place (JhFinding *finding, const char *table, gint64 row,
                      const char *field)
{
  replace (&finding->table, table);
  finding->row = row;
  replace (&finding->field, field);
}

void
jh_finding_set_sheet (JhFinding *finding, const char *sheet)
{
  replace (&finding->sheet, sheet);
}

char *
jh_finding_dup_amount (JhMoney money, JhMoneyUnit unit)
{
  g_autofree char *amount = jh_money_format_exact (money, unit);

  return money.known
           ? g_strdup_printf ("%s %s", amount, jh_money_unit_name (unit))
           : g_strdup ("空白");
}

void
jh_finding_free (JhFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->rule);
  g_free (finding->message);
  g_free (finding->left_name);
  g_free (finding->left_value);
  g_free (finding->right_name);
  g_free (finding->right_value);
  g_free (finding->difference);
  g_free (finding->where);
  g_free (finding->table);
  g_free (finding->field);
  g_free (finding->sheet);
  g_free (finding);
}

const char *
jh_severity_name (JhSeverity severity)
{
  static const char *const names[] = { "错误", "警告", "提示" };

  return names[severity];
}

GPtrArray *
jh_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jh_finding_free);
}

guint
jh_findings_count (const GPtrArray *findings, JhSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += ((const JhFinding *) findings->pdata[i])->severity == severity;
  return count;
}
