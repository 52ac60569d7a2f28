#include "jh-commands.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "jh-error.h"
#include "jh-folder.h"
#include "jh-import.h"

/* Takes away the empty books that an import which failed has made. */
static void
remove_made (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      if (g_unlink (file) != 0 && errno != ENOENT)
        jh_cli_complain ("注意：删不掉没有用上的“%s”：%s\n", file,
                         jh_error_reason (errno));
    }
}

static gboolean
import (const JhArguments *arguments, GError **error)
{
  g_autoptr (JhStore) store = jh_cli_open (arguments, JH_STORE_CREATE, error);
  g_autofree char *folder = jh_folder_dup_filing (arguments->words[1]);
  g_autoptr (JhFiling) filing = NULL;

  if (store == NULL
      || !jh_import_folder (store, folder, arguments->replace, &filing,
                            error))
    return FALSE;
  if (jh_store_get_warning (store))
    jh_cli_complain ("注意：%s\n", jh_store_get_warning (store));
  jh_cli_print ("已导入 %d 年度“%s”（%s）\n", filing->year, filing->name,
                filing->code);
  return TRUE;
}

static JhExit
run (const JhArguments *arguments)
{
  const char *path = arguments->words[0];
  gboolean was_there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;
  JhExit status;

  if (import (arguments, &error))
    return JH_EXIT_DONE;
  if (!was_there && *path)
    remove_made (path);
  status = jh_cli_fail (error);
  if (g_error_matches (error, JH_ERROR, JH_ERROR_EXISTS))
    jh_cli_complain ("要替换，请在命令后面加上 --replace\n");
  return status;
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
