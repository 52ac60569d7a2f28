/* The functions of the language. Private to this folder. */
#pragma once

#include "jh-node.h"

typedef struct _JhRun JhRun;

/* name: as it is written
 * least, most: how many arguments it takes
 * call: works it out; FALSE with the run's fault */
struct _JhFunction
{
  const char *name;
  guint least;
  guint most;
  gboolean (*call) (JhRun *run, const JhNode *node, JhValue *value);
};

/* The function @name, or NULL. Static. */
const JhFunction *jh_function_find (const char *name);

/* The names of all functions: const char *, static. The caller unrefs the
 * array. */
GPtrArray *jh_function_list_names (void) G_GNUC_WARN_UNUSED_RESULT;
