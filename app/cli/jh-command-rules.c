#include <string.h>

#include "jh-change.h"
#include "jh-checker.h"
#include "jh-commands.h"
#include "jh-error.h"
#include "jh-limit.h"
#include "jh-rule-file.h"
#include "jh-text.h"

/* The rules of the program and of the file, and those that cannot be used. */
static gboolean
list_rules (JhChecker *checker, JhStore *store, GError **error)
{
  JhExaminer *examiner = jh_checker_get_examiner (checker, store, error);
  JhRulebook *book = examiner ? jh_examiner_get_rules (examiner) : NULL;
  const GPtrArray *faults;

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < jh_rulebook_count (book); i++)
    {
      const JhRule *rule = jh_rulebook_get (book, i);

      jh_cli_print ("%s  %s", rule->id, rule->title);
      if (*rule->author)
        jh_cli_print ("（自定，%s）", rule->author);
      jh_cli_print ("\n");
    }
  faults = jh_rulebook_get_faults (book);
  for (guint i = 0; i < faults->len; i++)
    {
      const JhRuleFault *fault = faults->pdata[i];

      jh_cli_print ("%s  不能用：%s\n", fault->rule, fault->why);
    }
  jh_cli_print ("共 %u 条规则，%u 条不能用\n", jh_rulebook_count (book),
                faults->len);
  return TRUE;
}

static gboolean
add_rules (JhChecker *checker, JhStore *store, const JhArguments *arguments,
           GError **error)
{
  JhExaminer *examiner = jh_checker_get_examiner (checker, store, error);
  g_autoptr (GPtrArray) checks
    = examiner
        ? jh_rule_file_read (arguments->add, jh_store_get_author (store),
                             jh_examiner_get_vocabulary (examiner), error)
        : NULL;

  if (checks == NULL
      || !jh_rule_file_keep (store, checks, arguments->replace, error))
    return FALSE;
  jh_cli_print ("已加入 %u 条规则\n", checks->len);
  return TRUE;
}

/* Whether @id is a rule of the file. */
static gboolean
is_kept (const GPtrArray *checks, const char *id)
{
  for (guint i = 0; i < checks->len; i++)
    if (g_str_equal (((JhUserCheck *) checks->pdata[i])->rule, id))
      return TRUE;
  return FALSE;
}

static gboolean
remove_rule (JhStore *store, const char *id, GError **error)
{
  g_autoptr (GPtrArray) checks = jh_user_check_list (store, error);
  g_autoptr (JhChange) change = NULL;
  g_autofree char *shown = jh_text_quote (id, 40);

  if (checks == NULL)
    return FALSE;
  if (!is_kept (checks, id))
    {
      g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                   "账套里没有编号是“%s”的自定规则；程序自带的不能删除",
                   shown);
      return FALSE;
    }
  change = jh_change_begin (store, "删除审核规则", error);
  if (change == NULL || !jh_user_check_drop (store, id, error)
      || !jh_change_commit (change, error))
    return FALSE;
  jh_cli_print ("已删除规则 %s\n", shown);
  return TRUE;
}

static gboolean
export_rules (JhStore *store, const char *path, GError **error)
{
  g_autoptr (GPtrArray) checks = jh_user_check_list (store, error);
  guint left_out;

  if (checks == NULL || !jh_rule_file_write (checks, path, &left_out, error))
    return FALSE;
  jh_cli_print ("已导出 %u 条规则\n", checks->len - left_out);
  if (left_out > 0)
    jh_cli_complain ("注意：%u 条规则写坏了，没有导出\n", left_out);
  return TRUE;
}

/* Keeps the limit in @text, which is NAME=TEXT; nothing behind the = forgets
 * it. */
static gboolean
set_limit (JhStore *store, const char *text, GError **error)
{
  const char *sign = strchr (text, '=');
  g_autofree char *name = sign ? g_strndup (text, sign - text) : NULL;
  g_autoptr (JhChange) change = NULL;

  if (name == NULL)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                           "--set-limit 后面应是 名称=数，如 "
                           "人均接待费上限=120元");
      return FALSE;
    }
  change = jh_change_begin (store, "设置限额", error);
  if (change == NULL
      || !(sign[1] ? jh_limit_set (store, name, sign + 1, error)
                   : jh_limit_drop (store, name, error))
      || !jh_change_commit (change, error))
    return FALSE;
  jh_cli_print (sign[1] ? "已设置限额 %s\n" : "已取消限额 %s\n", text);
  return TRUE;
}

/* Does the one thing that was asked for. */
static gboolean
work (JhStore *store, const JhArguments *arguments, GError **error)
{
  g_autoptr (JhChecker) checker = jh_checker_new ();

  if (arguments->add)
    return add_rules (checker, store, arguments, error);
  if (arguments->remove)
    return remove_rule (store, arguments->remove, error);
  if (arguments->export)
    return export_rules (store, arguments->export, error);
  if (arguments->set_limit)
    return set_limit (store, arguments->set_limit, error);
  return list_rules (checker, store, error);
}

static JhExit
run (const JhArguments *arguments)
{
  gboolean writes
    = arguments->add || arguments->remove || arguments->set_limit;
  int asked = (arguments->add != NULL) + (arguments->remove != NULL)
              + (arguments->export != NULL) + (arguments->set_limit != NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;

  if (asked > 1)
    {
      jh_cli_complain ("jiheng-cli：--add、--remove、--export 和 "
                       "--set-limit 一次只能用一个\n");
      return JH_EXIT_USAGE;
    }
  store = jh_cli_open (arguments, writes ? JH_STORE_WRITE : JH_STORE_READ,
                       &error);
  if (store == NULL || !work (store, arguments, &error))
    return jh_cli_fail (error);
  return JH_EXIT_DONE;
}

const JhCommand *
jh_command_rules (void)
{
  static const char *const options[]
    = { "add", "remove", "export", "set-limit", "replace", "author", NULL };
  static const JhCommand command = {
    "rules",
    "账套 [--add 文件 [--replace] | --remove 编号 |\n"
    "                        --export 文件 | --set-limit 名称=数]",
    "列出审核规则，加入、删除或导出自定规则\n\n"
    "不写选项时列出程序自带的和账套里自定的规则。\n\n"
    "  --add        加入文件里的规则；有一条写得不对就一条也不加\n"
    "  --replace    编号相同的自定规则用新的换掉\n"
    "  --remove     删除一条自定规则\n"
    "  --export     把自定规则写成文件，可以给别的单位用\n"
    "  --set-limit  设置规则用的限额，如 人均接待费上限=120元；\n"
    "               等号后面空着就是取消",
    options,
    1,
    1,
    run,
  };

  return &command;
}
