/* Running jiheng-cli as a user does, for the tests of the commands. Whatever
 * goes wrong otherwise than expected fails the test. */
#pragma once

#include "jh-test.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* How a run ended.
 *
 * status: the exit status, or 128 + the number of the signal
 * out, err: what was written */
typedef struct
{
  int status;
  char *out;
  char *err;
} CliRun;

/* What a run is given; NULL is what tests usually have.
 *
 * environment: NAME=value over the test's own, NULL at the end
 * setup: called in the child before the program begins */
typedef struct
{
  const char *const *environment;
  GSpawnChildSetupFunc setup;
} CliSetting;

/* Runs jiheng-cli with @words, which end with NULL. */
CliRun *cli_run (const CliSetting *setting, const char *const *words);

/* Frees @run. */
void cli_run_free (CliRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

/* The words of a call, for cli_run() and those below. */
#define CLI_WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Runs jiheng-cli, which is to end with @status and to say @part: on the
 * standard output when all is well, else on the standard error. NULL is
 * anything. What was written to the standard output is returned; the caller
 * frees it. */
char *cli_expect (int status, const char *part, const char *const *words);

/* As above, for runs of which only the end matters. */
#define cli_must(status, part, ...)                                         \
  g_free (cli_expect (status, part, CLI_WORDS (__VA_ARGS__)))

/* The path of @name in @folder. The caller frees it. */
char *cli_path (const char *folder, const char *name);

/* The folder of the sample filing. The caller frees it. */
char *cli_dup_sample (void);

/* New books in @folder with the sample in them. The caller frees the
 * path. */
char *cli_make_books (const char *folder);

/* The sheet @name of the only filing of @books, as JSON. The caller frees
 * it. */
char *cli_dup_sheet (const char *books, const char *name);

/* Parses what a command printed: an array. The caller unrefs it. */
JsonArray *cli_parse (const char *text);

/* The names in @folder, sorted and joined by a blank; hidden ones too. The
 * caller frees it. */
char *cli_list_folder (const char *folder);
