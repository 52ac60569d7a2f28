#include "jh-commands.h"

#include "jh-backup.h"

static JhExit
list_copies (const JhArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = jh_backup_list (arguments->words[0], &error);

  if (paths == NULL)
    return jh_cli_fail (error);
  for (guint i = 0; i < paths->len; i++)
    jh_cli_print ("%s\n", (char *) paths->pdata[i]);
  if (paths->len == 0)
    jh_cli_print ("还没有备份\n");
  return JH_EXIT_DONE;
}

static JhExit
run_backup (const JhArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  g_autofree char *made = NULL;

  if (arguments->list)
    return list_copies (arguments);
  store = jh_cli_open (arguments, JH_STORE_READ, &error);
  if (store == NULL)
    return jh_cli_fail (error);
  cancellable = jh_cli_watch_interrupts ();
  if (arguments->to == NULL)
    made = jh_backup_make (store, JH_BACKUP_MANUAL, cancellable, &error);
  else if (jh_backup_make_at (store, arguments->to, cancellable, &error))
    made = g_strdup (arguments->to);
  if (made == NULL)
    return jh_cli_fail (error);
  jh_cli_print ("已备份到 %s\n", made);
  return JH_EXIT_DONE;
}

static JhExit
run_restore (const JhArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = jh_cli_watch_interrupts ();
  g_autofree char *kept = NULL;

  if (!jh_backup_restore (arguments->words[0], arguments->words[1], &kept,
                          cancellable, &error))
    return jh_cli_fail (error);
  jh_cli_print ("已用 %s 还原", arguments->words[1]);
  jh_cli_print (kept ? "；还原前的账套留在 %s\n" : "\n", kept);
  return JH_EXIT_DONE;
}

const JhCommand *
jh_command_backup (void)
{
  static const char *const options[] = { "to", "list", NULL };
  static const JhCommand command = {
    "backup",
    "账套 [--to 文件] [--list]",
    "备份账套\n\n"
    "备份放在账套旁边的“账套名-备份”文件夹里，每种保留一定份数；\n"
    "每天第一次修改之前会自动备份一次。\n\n"
    "  --to 文件  备份到这个文件（不能已经存在）\n"
    "  --list     列出已有的备份，最近的在前",
    options,
    1,
    1,
    run_backup,
  };

  return &command;
}

const JhCommand *
jh_command_restore (void)
{
  static const char *const options[] = { NULL };
  static const JhCommand command = {
    "restore",
    "账套 备份文件",
    "用一份备份还原账套\n\n"
    "先检查备份是否完好，再把现在的账套备份一份，然后还原。\n"
    "现在的账套打不开时也能还原，坏文件会留在备份文件夹里。",
    options,
    2,
    2,
    run_restore,
  };

  return &command;
}
