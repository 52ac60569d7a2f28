#include "jh-commands.h"

#include "jh-change.h"

static JhExit
again (const JhArguments *arguments,
       gboolean (*act) (JhStore *, char **, GError **), const char *done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_cli_open (arguments, JH_STORE_WRITE, &error);
  g_autofree char *name = NULL;

  if (store == NULL || !act (store, &name, &error))
    return jh_cli_fail (error);
  jh_cli_print ("%s：%s\n", done, name);
  return JH_EXIT_DONE;
}

static JhExit
run_undo (const JhArguments *arguments)
{
  return again (arguments, jh_change_undo, "已撤销");
}

static JhExit
run_redo (const JhArguments *arguments)
{
  return again (arguments, jh_change_redo, "已重做");
}

static const char *const options[] = { "author", NULL };

const JhCommand *
jh_command_undo (void)
{
  static const JhCommand command = {
    "undo", "账套", "撤销最后一次修改", options, 1, 1, run_undo,
  };

  return &command;
}

const JhCommand *
jh_command_redo (void)
{
  static const JhCommand command = {
    "redo", "账套", "重做刚撤销的修改", options, 1, 1, run_redo,
  };

  return &command;
}
