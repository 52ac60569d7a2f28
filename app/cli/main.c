/* jiheng-cli: the core with no display. */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "jh-commands.h"
#include "jh-error.h"
#include "jh-text.h"

/* Where the options of a call go. */
static JhArguments arguments;

static const GOptionEntry entries[] = {
  { "unit", 0, 0, G_OPTION_ARG_STRING, &arguments.unit, NULL, NULL },
  { "year", 0, 0, G_OPTION_ARG_INT, &arguments.year, NULL, NULL },
  { "project", 0, 0, G_OPTION_ARG_STRING, &arguments.project, NULL, NULL },
  { "format", 0, 0, G_OPTION_ARG_STRING, &arguments.format, NULL, NULL },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &arguments.out, NULL, NULL },
  { "from", 0, 0, G_OPTION_ARG_STRING, &arguments.from, NULL, NULL },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &arguments.to, NULL, NULL },
  { "author", 0, 0, G_OPTION_ARG_STRING, &arguments.author, NULL, NULL },
  { "limit", 0, 0, G_OPTION_ARG_INT, &arguments.limit, NULL, NULL },
  { "replace", 0, 0, G_OPTION_ARG_NONE, &arguments.replace, NULL, NULL },
  { "lines", 0, 0, G_OPTION_ARG_NONE, &arguments.lines, NULL, NULL },
  { "no-projects", 0, 0, G_OPTION_ARG_NONE, &arguments.no_projects, NULL,
    NULL },
  { "no-indicators", 0, 0, G_OPTION_ARG_NONE, &arguments.no_indicators, NULL,
    NULL },
  { "list", 0, 0, G_OPTION_ARG_NONE, &arguments.list, NULL, NULL },
  { "rule", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.rules, NULL, NULL },
  { "severity", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.severities, NULL,
    NULL },
  { "explain", 0, 0, G_OPTION_ARG_STRING, &arguments.explain, NULL, NULL },
  { "add", 0, 0, G_OPTION_ARG_FILENAME, &arguments.add, NULL, NULL },
  { "remove", 0, 0, G_OPTION_ARG_STRING, &arguments.remove, NULL, NULL },
  { "export", 0, 0, G_OPTION_ARG_FILENAME, &arguments.export, NULL, NULL },
  { "set-limit", 0, 0, G_OPTION_ARG_STRING, &arguments.set_limit, NULL,
    NULL },
  { "all", 0, 0, G_OPTION_ARG_NONE, &arguments.all, NULL, NULL },
  { NULL },
};

/* The command at @index, or NULL behind the last. */
static const JhCommand *
get_command (guint index)
{
  static const JhCommand *(*const commands[]) (void) = {
    jh_command_import, jh_command_list,   jh_command_sheet,
    jh_command_check,  jh_command_rules,  jh_command_export,
    jh_command_roll,   jh_command_undo,   jh_command_redo,
    jh_command_log,    jh_command_backup, jh_command_restore,
  };

  return index < G_N_ELEMENTS (commands) ? commands[index]() : NULL;
}

static void
print_overview (void)
{
  const JhCommand *command;

  jh_cli_print ("绩衡 jiheng-cli " JH_VERSION
                "：部门决算的数据、报表和审核\n\n"
                "用法：jiheng-cli 命令 账套 [……]\n\n命令：\n");
  for (guint i = 0; (command = get_command (i)); i++)
    {
      g_autofree char *first
        = g_strndup (command->help, strcspn (command->help, "\n"));

      jh_cli_print ("  %-8s %s\n", command->name, first);
    }
  jh_cli_print ("\n每个命令的说明：jiheng-cli 命令 --help\n"
                "退出码：0 完成，1 审核有错误，2 用法不对，"
                "3 数据或机器有问题\n");
}

static void
print_help (const JhCommand *command)
{
  jh_cli_print ("用法：jiheng-cli %s %s\n\n%s\n", command->name,
                command->usage, command->help);
}

static const JhCommand *
find_command (const char *name)
{
  const JhCommand *command;

  for (guint i = 0; (command = get_command (i)); i++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

/* The entries of the options that @command takes. */
static GArray *
select_entries (const JhCommand *command)
{
  GArray *selected = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (const GOptionEntry *entry = entries; entry->long_name; entry++)
    if (g_strv_contains (command->options, entry->long_name))
      g_array_append_val (selected, *entry);
  return selected;
}

/* The first option in @words that @command does not take, or NULL.
 * Borrowed. */
static const char *
find_unknown (const JhCommand *command, char **words)
{
  for (guint i = 1; words[i] && !g_str_equal (words[i], "--"); i++)
    {
      g_autofree char *name = NULL;

      if (!g_str_has_prefix (words[i], "-") || words[i][1] == '\0')
        continue;
      if (!g_str_has_prefix (words[i], "--"))
        return words[i];
      name = g_strndup (words[i] + 2, strcspn (words[i] + 2, "="));
      if (!g_strv_contains (command->options, name))
        return words[i];
    }
  return NULL;
}

/* Says in Chinese what GLib could not read. */
static void
explain (const JhCommand *command, char **words, GError **error)
{
  const char *unknown = find_unknown (command, words);
  g_autofree char *quoted = jh_text_quote (unknown, 40);

  if (unknown)
    g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                 "%s 没有“%s”这个选项。\n用法：jiheng-cli %s %s",
                 command->name, quoted, command->name, command->usage);
  else
    g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                 "选项后面的内容不对：--year 和 --limit 后面要写数字，"
                 "其他选项后面不能空着。\n用法：jiheng-cli %s %s",
                 command->name, command->usage);
}

/* Reads the options of @command out of @words, and checks how many words
 * are left. */
static gboolean
parse (const JhCommand *command, char ***words, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GArray) selected = select_entries (command);
  g_auto (GStrv) given = g_strdupv (*words);

  g_option_context_set_help_enabled (context, FALSE);
  if (selected->len > 0)
    g_option_context_add_main_entries (
      context, (const GOptionEntry *) selected->data, NULL);
  if (!g_option_context_parse_strv (context, words, NULL))
    {
      explain (command, given, error);
      return FALSE;
    }
  arguments.words = *words + 1;
  arguments.n_words = g_strv_length (arguments.words);
  if (arguments.n_words > 0 && g_str_equal (arguments.words[0], "--"))
    {
      arguments.words++;
      arguments.n_words--;
    }
  if (arguments.n_words >= command->least
      && arguments.n_words <= command->most)
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_USAGE, "用法：jiheng-cli %s %s",
               command->name, command->usage);
  return FALSE;
}

/* Whether @words ask for help. */
static gboolean
asks_for_help (char **words)
{
  for (guint i = 0; words[i] && !g_str_equal (words[i], "--"); i++)
    if (g_str_equal (words[i], "--help") || g_str_equal (words[i], "-h"))
      return TRUE;
  return FALSE;
}

static JhExit
run (char ***words)
{
  const JhCommand *command;
  g_autoptr (GError) error = NULL;

  if (**words == NULL || g_str_equal (**words, "--help")
      || g_str_equal (**words, "-h") || g_str_equal (**words, "help"))
    {
      print_overview ();
      return **words ? JH_EXIT_DONE : JH_EXIT_USAGE;
    }
  if (g_str_equal (**words, "--version"))
    {
      jh_cli_print ("jiheng-cli " JH_VERSION "\n");
      return JH_EXIT_DONE;
    }
  command = find_command (**words);
  if (command == NULL)
    {
      jh_cli_complain ("jiheng-cli：没有“%s”这个命令；"
                       "用 jiheng-cli --help 看有哪些\n",
                       **words);
      return JH_EXIT_USAGE;
    }
  if (asks_for_help (*words))
    {
      print_help (command);
      return JH_EXIT_DONE;
    }
  if (!parse (command, words, &error))
    return jh_cli_fail (error);
  return command->run (&arguments);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = g_strdupv (argv + (argc > 0));
  JhExit status;

  /* Words are UTF-8 whatever the locale is. */
  if (setlocale (LC_ALL, "C.UTF-8") == NULL)
    setlocale (LC_ALL, "");
  status = run (&words);
  if (fflush (stdout) != 0 && status == JH_EXIT_DONE)
    {
      jh_cli_complain (JH_CLI_CUT_SHORT);
      status = JH_EXIT_TROUBLE;
    }
  return (int) status;
}
