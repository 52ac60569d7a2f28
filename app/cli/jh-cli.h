/* What the commands of jiheng-cli share. */
#pragma once

#include "jh-books.h"
#include "jh-catalog.h"

#include <gio/gio.h>

/* How a command ends. */
typedef enum
{
  JH_EXIT_DONE = 0,
  JH_EXIT_FINDINGS = 1,
  JH_EXIT_USAGE = 2,
  JH_EXIT_TROUBLE = 3,
} JhExit;

/* What a command is called with: the options that some commands have, and
 * the rest of the words.
 *
 * words: at most what the command takes
 * year: 0 for none; the other texts are NULL for none */
typedef struct
{
  char **words;
  guint n_words;
  char *unit;
  int year;
  char *project;
  char *format;
  char *out;
  char *from;
  char *to;
  char *author;
  int limit;
  gboolean replace;
  gboolean lines;
  gboolean no_projects;
  gboolean no_indicators;
  gboolean list;
  char **rules;
  char **severities;
  char *explain;
  gboolean all;
  char *add;
  char *remove;
  char *export;
  char *set_limit;
} JhArguments;

/* One command.
 *
 * usage: its words and options
 * help: what it does, for people
 * options: the names of the options that it takes, NULL at the end
 * least, most: how many words it takes */
typedef struct
{
  const char *name;
  const char *usage;
  const char *help;
  const char *const *options;
  guint least;
  guint most;
  JhExit (*run) (const JhArguments *arguments);
} JhCommand;

/* What is said when the standard output takes no more. */
#define JH_CLI_CUT_SHORT "jiheng-cli：结果没有写完，请看磁盘是否已满\n"

/* Writes UTF-8 to the standard output or the standard error, whatever the
 * locale. */
void jh_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* As above, to the standard error. */
void jh_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Tells @error to the user and returns the exit status that fits it. */
JhExit jh_cli_fail (const GError *error);

/* Opens the books that the first word names; NULL with @error. */
JhStore *jh_cli_open (const JhArguments *arguments, JhStoreMode mode,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The one filing that --unit and --year mean. NULL with @error, which lists
 * what there is when several do. The caller frees it. */
JhFiling *jh_cli_find_filing (JhStore *store, const JhArguments *arguments,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The definitions of sheets, with those of the user. NULL with @error. */
JhCatalog *jh_cli_load_catalog (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether --format is @name; @otherwise is the format when it is not
 * given. */
gboolean jh_cli_is_format (const JhArguments *arguments, const char *name,
                           const char *otherwise);

/* FALSE with JH_ERROR_USAGE when --format is none of @names. */
gboolean jh_cli_check_format (const JhArguments *arguments,
                              const char *const *names, GError **error);

/* Prints the JSON @root. */
void jh_cli_print_json (JsonNode *root);

/* From now on an interrupt (Ctrl+C) or a request to end cancels what is
 * returned instead of ending the program. The caller unrefs it. */
GCancellable *jh_cli_watch_interrupts (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows how far long work is, on a terminal alone: @done of @total, @name
 * being next; @doing is the work, such as 生成. @name NULL takes the line
 * away. */
void jh_cli_progress (guint done, guint total, const char *doing,
                      const char *name);
