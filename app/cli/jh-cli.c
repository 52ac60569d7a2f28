#include "jh-cli.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "jh-error.h"

static void
write_text (FILE *stream, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  if (fputs (text, stream) >= 0)
    return;
  if (stream == stdout)
    jh_cli_complain (JH_CLI_CUT_SHORT);
  _exit (JH_EXIT_TROUBLE);
}

void
jh_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  write_text (stdout, format, arguments);
  va_end (arguments);
}

void
jh_cli_complain (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  write_text (stderr, format, arguments);
  va_end (arguments);
}

JhExit
jh_cli_fail (const GError *error)
{
  jh_cli_progress (0, 0, NULL, NULL);
  jh_cli_complain ("jiheng-cli：%s\n", error->message);
  return g_error_matches (error, JH_ERROR, JH_ERROR_USAGE) ? JH_EXIT_USAGE
                                                           : JH_EXIT_TROUBLE;
}

JhStore *
jh_cli_open (const JhArguments *arguments, JhStoreMode mode, GError **error)
{
  JhStore *store;

  if (*arguments->words[0] == '\0')
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                           "账套的文件名不能为空");
      return NULL;
    }
  store = jh_store_open (arguments->words[0], mode, error);
  if (store && arguments->author)
    jh_store_set_author (store, arguments->author);
  return store;
}

/* A sentence that lists @filings, so that one can be chosen. */
static void
fail_ambiguous (const GPtrArray *filings, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < filings->len && i < 20; i++)
    {
      const JhFiling *filing = filings->pdata[i];

      g_string_append_printf (list, "\n  --unit %s --year %d  %s",
                              filing->code, filing->year, filing->name);
    }
  if (filings->len > 20)
    g_string_append_printf (list, "\n  ……共 %u 套", filings->len);
  g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
               "有不止一套决算，请用 --unit 和 --year 说明是哪一套：%s",
               list->str);
}

JhFiling *
jh_cli_find_filing (JhStore *store, const JhArguments *arguments,
                    GError **error)
{
  g_autoptr (GPtrArray) filings
    = jh_filing_list (store, arguments->unit, arguments->year, error);

  if (filings == NULL)
    return NULL;
  if (filings->len == 1)
    return g_ptr_array_steal_index (filings, 0);
  if (filings->len > 1)
    fail_ambiguous (filings, error);
  else
    g_set_error_literal (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                         arguments->unit || arguments->year
                           ? "账套里没有这个单位、这个年度的决算；"
                             "用 list 看有哪些"
                           : "账套里还没有决算，先用 import 导入一套");
  return NULL;
}

JhCatalog *
jh_cli_load_catalog (GError **error)
{
  g_autofree char *folder = jh_catalog_dup_folder ();

  return jh_catalog_new (folder, error);
}

gboolean
jh_cli_is_format (const JhArguments *arguments, const char *name,
                  const char *otherwise)
{
  return g_str_equal (arguments->format ? arguments->format : otherwise,
                      name);
}

gboolean
jh_cli_check_format (const JhArguments *arguments, const char *const *names,
                     GError **error)
{
  g_autofree char *listed = NULL;

  if (arguments->format == NULL || g_strv_contains (names, arguments->format))
    return TRUE;
  listed = g_strjoinv ("、", (char **) names);
  g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
               "--format 不能是“%s”，可用的有 %s", arguments->format, listed);
  return FALSE;
}

void
jh_cli_print_json (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  jh_cli_print ("%s\n", text);
}

static gpointer
wait_for_interrupt (gpointer data)
{
  sigset_t signals;
  int number;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  if (sigwait (&signals, &number) == 0)
    g_cancellable_cancel (data);
  return NULL;
}

GCancellable *
jh_cli_watch_interrupts (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  if (pthread_sigmask (SIG_BLOCK, &signals, NULL) == 0)
    g_thread_unref (g_thread_new ("interrupts", wait_for_interrupt,
                                  g_object_ref (cancellable)));
  return cancellable;
}

void
jh_cli_progress (guint done, guint total, const char *doing, const char *name)
{
  static gboolean shown;

  if (!isatty (STDERR_FILENO))
    return;
  if (shown || name)
    jh_cli_complain ("\r\033[K");
  if (name)
    jh_cli_complain ("正在%s %u/%u：%s", doing, done + 1, total, name);
  shown = name != NULL;
  fflush (stderr);
}
