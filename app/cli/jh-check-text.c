#include "jh-check-findings.h"
#include "jh-cli.h"

/* How deep what follows from another may be indented. */
#define DEPTH_MOST 8

/* What a waiver says of @finding, on a line of its own. */
static void
print_waiver (const JhFinding *finding, int indent)
{
  if (finding->waiver == JH_WAIVER_NONE)
    return;
  jh_cli_print ("%*s%s：%s（%s）\n", indent, "",
                finding->waived ? "已说明" : "原来的说明已失效",
                finding->waiver_words, finding->waiver_author);
}

static void
print_finding (const JhFinding *finding, guint depth)
{
  int indent = (int) MIN (depth, DEPTH_MOST) * 4;

  jh_cli_print (
    "%*s%s%s %s  %s\n", indent, "", finding->waived ? "已说明 " : "",
    jh_severity_name (finding->severity), finding->rule, finding->message);
  if (*finding->mend)
    jh_cli_print ("%*s怎么改：%s\n", indent + 4, "", finding->mend);
  print_waiver (finding, indent + 4);
}

/* Prints @finding and what follows from it. Nothing follows from itself, so
 * the depth is bounded by the findings. */
static void
print_branch (const GPtrArray *findings, const JhFinding *finding,
              guint depth)
{
  print_finding (finding, depth);
  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *other = findings->pdata[i];

      if (other->cause == finding)
        print_branch (findings, other, depth + 1);
    }
}

/* Whether @finding has a line of its own: it follows from nothing that is
 * listed. */
static gboolean
stands_alone (const GPtrArray *findings, const JhFinding *finding)
{
  return finding->cause == NULL
         || !g_ptr_array_find ((GPtrArray *) findings, finding->cause, NULL);
}

static void
print_severity (const GPtrArray *findings, JhSeverity severity)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      if (finding->severity == severity && stands_alone (findings, finding))
        print_branch (findings, finding, 0);
    }
}

/* Told of each severity: 错误 3 条（已说明 1 条）. The caller frees it. */
static char *
dup_count (const GPtrArray *findings, JhSeverity severity)
{
  guint count = jh_findings_count (findings, severity);
  guint waived = count - jh_findings_count_open (findings, severity);

  return waived > 0
           ? g_strdup_printf ("%s %u 条（已说明 %u 条）",
                              jh_severity_name (severity), count, waived)
           : g_strdup_printf ("%s %u 条", jh_severity_name (severity), count);
}

void
jh_check_print_text (const JhFiling *filing, const GPtrArray *findings)
{
  g_autofree char *errors = dup_count (findings, JH_SEVERITY_ERROR);
  g_autofree char *warnings = dup_count (findings, JH_SEVERITY_WARNING);
  g_autofree char *notices = dup_count (findings, JH_SEVERITY_NOTICE);

  print_severity (findings, JH_SEVERITY_ERROR);
  print_severity (findings, JH_SEVERITY_WARNING);
  print_severity (findings, JH_SEVERITY_NOTICE);
  jh_cli_print ("%d 年度“%s”：%s，%s，%s\n", filing->year, filing->name,
                errors, warnings, notices);
}
