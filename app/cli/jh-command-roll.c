#include "jh-commands.h"

#include <stdlib.h>

#include "jh-error.h"
#include "jh-rollover.h"

/* The year that --from names; FALSE with @error when it is none. */
static gboolean
read_year (const char *text, int *year, GError **error)
{
  guint64 value;

  if (text == NULL)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                           "请用 --from 说明从哪个年度结转");
      return FALSE;
    }
  if (!g_ascii_string_to_unsigned (text, 10, 1949, 2998, &value, NULL))
    {
      g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                   "--from 后面应是四位年度，如 2023，不是“%s”", text);
      return FALSE;
    }
  *year = (int) value;
  return TRUE;
}

static gboolean
roll (JhStore *store, const JhArguments *arguments, int year, GError **error)
{
  JhRolloverOptions options = { arguments->lines, !arguments->no_projects,
                                !arguments->no_indicators };
  JhArguments which = { .unit = arguments->unit, .year = year };
  g_autoptr (JhFiling) from = jh_cli_find_filing (store, &which, error);
  g_autoptr (JhFiling) made = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  if (from == NULL
      || !jh_rollover (store, from, &options, &made, &notes, error))
    return FALSE;
  jh_cli_print ("已建立 %d 年度“%s”（%s）\n", made->year, made->name,
                made->code);
  for (guint i = 0; i < notes->len; i++)
    jh_cli_print ("  %s\n", (char *) notes->pdata[i]);
  return TRUE;
}

static JhExit
run (const JhArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  int year;

  if (!read_year (arguments->from, &year, &error))
    return jh_cli_fail (error);
  store = jh_cli_open (arguments, JH_STORE_WRITE, &error);
  if (store == NULL || !roll (store, arguments, year, &error))
    return jh_cli_fail (error);
  return JH_EXIT_DONE;
}

const JhCommand *
jh_command_roll (void)
{
  static const char *const options[]
    = { "unit",          "from",   "lines", "no-projects",
        "no-indicators", "author", NULL };
  static const JhCommand command = {
    "roll",
    "账套 --unit 单位代码 --from 年度 [--lines]\n"
    "                       [--no-projects] [--no-indicators]",
    "从上年决算建立下一年度的决算\n\n"
    "结转单位情况、年末结转和结余、“三公”上年数、项目和指标（作为目标）；\n"
    "金额要重新填。变了的科目换成新科目，并逐个说明。\n\n"
    "  --lines          也带上收入和支出的科目行（金额留空）\n"
    "  --no-projects    不带项目\n"
    "  --no-indicators  不带指标\n"
    "  --author 名字    在修改痕迹里记下的名字",
    options,
    1,
    1,
    run,
  };

  return &command;
}
