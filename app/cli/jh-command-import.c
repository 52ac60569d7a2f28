#include "jh-commands.h"

#include "jh-import.h"

/* The one folder in @folder that holds a filing, for those who name the
 * folder above; @folder itself when there is not exactly one. The caller
 * frees it. */
static char *
find_folder (const char *folder)
{
  g_autofree char *direct = g_build_filename (folder, "filing.csv", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *found = NULL;
  const char *name;

  if (dir == NULL || g_file_test (direct, G_FILE_TEST_EXISTS))
    return g_strdup (folder);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *inner
        = g_build_filename (folder, name, "filing.csv", NULL);

      if (!g_file_test (inner, G_FILE_TEST_EXISTS))
        continue;
      if (found)
        return g_strdup (folder);
      found = g_path_get_dirname (inner);
    }
  return found ? g_steal_pointer (&found) : g_strdup (folder);
}

static JhExit
run (const JhArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store
    = jh_cli_open (arguments, JH_STORE_CREATE, &error);
  g_autoptr (JhFiling) filing = NULL;
  g_autofree char *folder = NULL;

  if (store == NULL)
    return jh_cli_fail (error);
  folder = find_folder (arguments->words[1]);
  if (!jh_import_folder (store, folder, arguments->replace, &filing, &error))
    return jh_cli_fail (error);
  if (jh_store_get_warning (store))
    jh_cli_complain ("注意：%s\n", jh_store_get_warning (store));
  jh_cli_print ("已导入 %d 年度“%s”（%s）\n", filing->year, filing->name,
                filing->code);
  return JH_EXIT_DONE;
}

const JhCommand *
jh_command_import (void)
{
  static const char *const options[] = { "replace", "author", NULL };
  static const JhCommand command = {
    "import",
    "账套 文件夹 [--replace]",
    "把一个文件夹的 CSV 导入账套\n\n"
    "账套不存在时新建。文件夹里必须有 filing.csv，其他文件可以没有。\n"
    "有一处不对就什么也不导入，并把所有不对的地方一次列出。\n\n"
    "  --replace     账套里已有这套决算时替换它（可以撤销）\n"
    "  --author 名字 在修改痕迹里记下的名字",
    options,
    2,
    2,
    run,
  };

  return &command;
}
