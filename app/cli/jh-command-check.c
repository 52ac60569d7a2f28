#include "jh-commands.h"

#include "jh-examiner.h"

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_side (JsonBuilder *builder, const char *side, const char *name,
          const char *value)
{
  json_builder_set_member_name (builder, side);
  json_builder_begin_object (builder);
  add_member (builder, "name", name);
  add_member (builder, "value", value);
  json_builder_end_object (builder);
}

static void
add_finding (JsonBuilder *builder, const JhFinding *finding)
{
  json_builder_begin_object (builder);
  add_member (builder, "rule", finding->rule);
  add_member (builder, "severity", jh_severity_name (finding->severity));
  add_member (builder, "message", finding->message);
  add_side (builder, "left", finding->left_name, finding->left_value);
  add_side (builder, "right", finding->right_name, finding->right_value);
  add_member (builder, "difference", finding->difference);
  add_member (builder, "where", finding->where);
  json_builder_set_member_name (builder, "waived");
  json_builder_add_boolean_value (builder, finding->waived);
  json_builder_end_object (builder);
}

static void
print_json (const GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, findings->pdata[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  jh_cli_print_json (root);
}

static void
print_text (const JhFiling *filing, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      jh_cli_print ("%s %s  %s\n", jh_severity_name (finding->severity),
                    finding->rule, finding->message);
    }
  jh_cli_print ("%d 年度“%s”：错误 %u 条，警告 %u 条，提示 %u 条\n",
                filing->year, filing->name,
                jh_findings_count (findings, JH_SEVERITY_ERROR),
                jh_findings_count (findings, JH_SEVERITY_WARNING),
                jh_findings_count (findings, JH_SEVERITY_NOTICE));
}

/* The findings of @filing; NULL with @error. */
static GPtrArray *
check (JhStore *store, const JhFiling *filing, GError **error)
{
  g_autoptr (JhBooks) books = jh_books_load (store, filing->id, NULL, error);
  g_autoptr (JhBooks) before = NULL;
  g_autoptr (JhCatalog) catalog = NULL;
  g_autoptr (JhExaminer) examiner = NULL;

  if (books == NULL || !jh_books_load_before (store, books, &before, error))
    return NULL;
  catalog = jh_cli_load_catalog (error);
  examiner = catalog ? jh_examiner_new (catalog, error) : NULL;
  if (examiner == NULL)
    return NULL;
  return jh_examiner_check (examiner, books, before, NULL, error);
}

static JhExit
run (const JhArguments *arguments)
{
  static const char *const formats[] = { "text", "json", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!jh_cli_check_format (arguments, formats, &error))
    return jh_cli_fail (error);
  store = jh_cli_open (arguments, JH_STORE_READ, &error);
  if (store)
    filing = jh_cli_find_filing (store, arguments, &error);
  if (filing)
    findings = check (store, filing, &error);
  if (findings == NULL)
    return jh_cli_fail (error);
  if (jh_cli_is_format (arguments, "json", "text"))
    print_json (findings);
  else
    print_text (filing, findings);
  return jh_findings_count (findings, JH_SEVERITY_ERROR) ? JH_EXIT_FINDINGS
                                                         : JH_EXIT_DONE;
}

const JhCommand *
jh_command_check (void)
{
  static const char *const options[] = { "unit", "year", "format", NULL };
  static const JhCommand command = {
    "check",
    "账套 [--unit 单位代码] [--year 年度] [--format text|json]",
    "审核一套决算\n\n"
    "列出不成立的审核规则：两边各是什么数、相差多少、在哪里、怎么改。\n"
    "有“错误”时退出码是 1。",
    options,
    1,
    1,
    run,
  };

  return &command;
}
