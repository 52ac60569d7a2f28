#include "jh-check-all.h"
#include "jh-check-findings.h"
#include "jh-commands.h"
#include "jh-error.h"
#include "jh-explain.h"
#include "jh-findings-grid.h"
#include "jh-moment.h"
#include "jh-render-xlsx.h"

/* The findings of @filing that were asked for; NULL with @error. */
static GPtrArray *
check (JhChecker *checker, JhStore *store, const JhFiling *filing,
       const JhArguments *arguments, GError **error)
{
  JhExaminer *examiner = jh_checker_get_examiner (checker, store, error);
  GPtrArray *findings;

  if (examiner == NULL
      || !jh_check_choice_is_right (arguments, examiner, error))
    return NULL;
  findings = jh_checker_check (checker, store, filing->id, error);
  if (findings)
    jh_check_choose (arguments, findings);
  return findings;
}

/* Writes @findings as the workbook that --out names. */
static gboolean
write_workbook (const JhFiling *filing, const GPtrArray *findings,
                const char *path, GError **error)
{
  g_autoptr (JhWorkbook) workbook = jh_workbook_new ("审核报告");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *now = jh_moment_dup_now ();
  g_autofree char *date = jh_moment_format (now);

  jh_workbook_take_grid (workbook,
                         jh_findings_grid_new (filing, findings, date));
  if (!jh_render_xlsx (workbook, folder, name, NULL, NULL, NULL, error))
    return FALSE;
  jh_cli_print ("%s\n", path);
  return TRUE;
}

/* Whether --format and --out fit each other. */
static gboolean
check_formats (const JhArguments *arguments, GError **error)
{
  static const char *const formats[] = { "text", "json", "xlsx", NULL };
  gboolean workbook = jh_cli_is_format (arguments, "xlsx", "text");

  if (!jh_cli_check_format (arguments, formats, error))
    return FALSE;
  if (workbook == (arguments->out != NULL && *arguments->out != '\0')
      && !(workbook && (arguments->all || arguments->explain)))
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                       "要写成工作簿，请用 --format xlsx --out 文件，"
                       "一次写一套决算的问题");
  return FALSE;
}

/* Tells how the rule of --explain was worked out for @filing. */
static gboolean
explain (JhChecker *checker, JhStore *store, const JhFiling *filing,
         const JhArguments *arguments, GError **error)
{
  JhExaminer *examiner = jh_checker_get_examiner (checker, store, error);
  const JhRule *rule
    = examiner ? jh_check_find_rule (examiner, arguments->explain, error)
               : NULL;
  g_autoptr (JhBooks) books
    = rule ? jh_books_load (store, filing->id, NULL, error) : NULL;
  g_autoptr (JhBooks) before = NULL;
  g_autoptr (JhBooksSubject) subject = NULL;
  g_autofree char *words = NULL;

  if (books == NULL || !jh_books_load_before (store, books, &before, error))
    return FALSE;
  subject = jh_books_subject_new (examiner, books, before, error);
  if (subject == NULL)
    return FALSE;
  words = jh_explain_dup (rule, jh_books_subject_get (subject));
  jh_cli_print ("%s", words);
  return TRUE;
}

/* `check --all`. */
static JhExit
run_all (JhStore *store, const JhArguments *arguments)
{
  g_autoptr (JhChecker) checker = jh_checker_new ();
  g_autoptr (GError) error = NULL;
  gboolean found;

  if (!jh_check_all (checker, store, arguments, &found, &error))
    return jh_cli_fail (error);
  return found ? JH_EXIT_FINDINGS : JH_EXIT_DONE;
}

static JhExit
run (const JhArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (JhChecker) checker = jh_checker_new ();
  g_autoptr (GPtrArray) findings = NULL;

  if (!check_formats (arguments, &error))
    return jh_cli_fail (error);
  store = jh_cli_open (arguments, JH_STORE_READ, &error);
  if (store && arguments->all)
    return run_all (store, arguments);
  if (store)
    filing = jh_cli_find_filing (store, arguments, &error);
  if (filing && arguments->explain)
    return explain (checker, store, filing, arguments, &error)
             ? JH_EXIT_DONE
             : jh_cli_fail (error);
  if (filing)
    findings = check (checker, store, filing, arguments, &error);
  if (findings == NULL)
    return jh_cli_fail (error);
  if (jh_cli_is_format (arguments, "xlsx", "text"))
    {
      if (!write_workbook (filing, findings, arguments->out, &error))
        return jh_cli_fail (error);
    }
  else if (jh_cli_is_format (arguments, "json", "text"))
    jh_check_print_json (findings);
  else
    jh_check_print_text (filing, findings);
  return jh_findings_count_open (findings, JH_SEVERITY_ERROR)
           ? JH_EXIT_FINDINGS
           : JH_EXIT_DONE;
}

const JhCommand *
jh_command_check (void)
{
  static const char *const options[]
    = { "unit",    "year", "format", "rule", "severity",
        "explain", "all",  "out",    NULL };
  static const JhCommand command = {
    "check",
    "账套 [--unit 单位代码] [--year 年度] [--rule 编号 ……]\n"
    "                        [--severity 错误|警告|提示 ……]\n"
    "                        [--explain 编号 | --all] [--format text|json |\n"
    "                        --format xlsx --out 文件]",
    "审核一套决算\n\n"
    "列出不成立的审核规则：两边各是什么数、相差多少、在哪里、怎么改。\n"
    "只是由另一处引起的，列在那一处下面；写了审核说明的，标明“已说明”。\n"
    "有没说明的“错误”时退出码是 1。\n\n"
    "  --rule      只要这条规则，可以写几次\n"
    "  --severity  只要错误、警告或提示，可以写几次\n"
    "  --explain   讲明这条规则：公式、依据，逐处怎样算出来的\n"
    "  --all       审核账套里所有决算，每套一行，最后合计\n"
    "  --out       把问题写成工作簿，可以发回单位",
    options,
    1,
    1,
    run,
  };

  return &command;
}
