/* The functions of the language. Private to this folder. */
#pragma once

#include "jh-node.h"

typedef struct _JhRun JhRun;

/* name: as it is written
 * least, most: how many arguments it takes
 * many: whether its argument may stand for several values
 * call: works it out; FALSE with the run's fault */
struct _JhFunction
{
  const char *name;
  guint least;
  guint most;
  gboolean many;
  gboolean (*call) (JhRun *run, const JhNode *node, JhValue *value);
};

/* The function @name, or NULL. Static. */
const JhFunction *jh_function_find (const char *name);
