#include "cli-fixture.h"

#include <sys/wait.h>

/* Definitions and settings of whoever runs the tests stay out of them. */
static char **
make_environment (const CliSetting *setting)
{
  static char *home;
  char **environment = g_get_environ ();
  const char *const *more = setting ? setting->environment : NULL;

  if (home == NULL)
    home = jh_test_folder ();
  environment = g_environ_setenv (environment, "HOME", home, TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", home, TRUE);
  for (guint i = 0; more && more[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (more[i], "=", 2);

      environment = pair[1]
                      ? g_environ_setenv (environment, pair[0], pair[1], TRUE)
                      : g_environ_unsetenv (environment, pair[0]);
    }
  return environment;
}

CliRun *
cli_run (const CliSetting *setting, const char *const *words)
{
  g_autoptr (GPtrArray) call = g_ptr_array_new ();
  g_auto (GStrv) environment = make_environment (setting);
  g_autoptr (GError) error = NULL;
  CliRun *run = g_new0 (CliRun, 1);
  const char *program = g_getenv ("JIHENG_CLI");
  int status;

  ck_assert_msg (program != NULL, "JIHENG_CLI must name the program");
  g_ptr_array_add (call, (gpointer) program);
  for (guint i = 0; words[i]; i++)
    g_ptr_array_add (call, (gpointer) words[i]);
  g_ptr_array_add (call, NULL);
  ck_assert_msg (g_spawn_sync (NULL, (char **) call->pdata, environment,
                               G_SPAWN_DEFAULT,
                               setting ? setting->setup : NULL, NULL,
                               &run->out, &run->err, &status, &error),
                 "%s", error ? error->message : "");
  run->status
    = WIFSIGNALED (status) ? 128 + WTERMSIG (status) : WEXITSTATUS (status);
  return run;
}

void
cli_run_free (CliRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

char *
cli_expect (int status, const char *part, const char *const *words)
{
  g_autoptr (CliRun) run = cli_run (NULL, words);
  const char *said = status < 2 ? run->out : run->err;
  g_autofree char *call = g_strjoinv (" ", (char **) words);

  ck_assert_msg (run->status == status,
                 "%.400s: ended with %d, not %d: %.800s%.800s", call,
                 run->status, status, run->out, run->err);
  ck_assert_msg (part == NULL || strstr (said, part) != NULL,
                 "%.400s: “%.1500s” does not say “%.200s”", call, said, part);
  if (status >= 2)
    ck_assert_msg (g_str_has_prefix (run->err, "jiheng-cli："),
                   "%s: no sentence of its own: %s", call, run->err);
  return g_strdup (run->out);
}

char *
cli_path (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

char *
cli_dup_sample (void)
{
  const char *source = g_getenv ("JIHENG_SOURCE");

  ck_assert_msg (source != NULL,
                 "JIHENG_SOURCE must name the folder of the source tree");
  return g_build_filename (source, "resources", "sample", "filing-2023",
                           NULL);
}

char *
cli_make_books (const char *folder)
{
  g_autofree char *sample = cli_dup_sample ();
  char *books = cli_path (folder, "a.jiheng");

  cli_must (0, "已导入", "import", books, sample);
  return books;
}

char *
cli_dup_sheet (const char *books, const char *name)
{
  return cli_expect (0, NULL,
                     CLI_WORDS ("sheet", books, name, "--format", "json"));
}

JsonArray *
cli_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);

  ck_assert_msg (root != NULL, "%s", error ? error->message : "no JSON");
  ck_assert (JSON_NODE_HOLDS_ARRAY (root));
  return json_array_ref (json_node_get_array (root));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
cli_list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  ck_assert_msg (dir != NULL, "%s cannot be read", folder);
  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}
