#include "jh-commands.h"

#include "jh-text.h"

static void
print_json (const GPtrArray *filings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < filings->len; i++)
    {
      const JhFiling *filing = filings->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "unit");
      json_builder_add_string_value (builder, filing->code);
      json_builder_set_member_name (builder, "year");
      json_builder_add_int_value (builder, filing->year);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, filing->name);
      json_builder_set_member_name (builder, "state");
      json_builder_add_string_value (builder, filing->state);
      json_builder_set_member_name (builder, "money_unit");
      json_builder_add_string_value (builder,
                                     jh_money_unit_name (filing->money_unit));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  jh_cli_print_json (root);
}

static void
print_text (const GPtrArray *filings)
{
  guint width = 0;

  for (guint i = 0; i < filings->len; i++)
    width = MAX (
      width, jh_text_columns (((const JhFiling *) filings->pdata[i])->code));
  for (guint i = 0; i < filings->len; i++)
    {
      const JhFiling *filing = filings->pdata[i];
      int gap = (int) (width - jh_text_columns (filing->code));

      jh_cli_print ("%s%*s  %d  %s  %s\n", filing->code, gap, "",
                    filing->year, filing->state, filing->name);
    }
  jh_cli_print ("共 %u 套决算\n", filings->len);
}

static JhExit
run (const JhArguments *arguments)
{
  static const char *const formats[] = { "text", "json", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GPtrArray) filings = NULL;

  if (!jh_cli_check_format (arguments, formats, &error))
    return jh_cli_fail (error);
  store = jh_cli_open (arguments, JH_STORE_READ, &error);
  if (store)
    filings
      = jh_filing_list (store, arguments->unit, arguments->year, &error);
  if (filings == NULL)
    return jh_cli_fail (error);
  if (jh_cli_is_format (arguments, "json", "text"))
    print_json (filings);
  else
    print_text (filings);
  return JH_EXIT_DONE;
}

const JhCommand *
jh_command_list (void)
{
  static const char *const options[] = { "unit", "year", "format", NULL };
  static const JhCommand command = {
    "list",
    "账套 [--unit 单位代码] [--year 年度] [--format text|json]",
    "列出账套里的决算",
    options,
    1,
    1,
    run,
  };

  return &command;
}
