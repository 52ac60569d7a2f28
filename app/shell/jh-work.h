/* Long work that writes to the books of a window: a JhTask during which
 * nothing else writes to them, and after which they are read anew. */
#pragma once

#include "jh-document.h"
#include "jh-task.h"

/* As jh_task_run(), with work that can be stopped and writes to the books of
 * @document, which is held until it is over. @done is called when they have
 * been read anew; its error may be of that too. */
void jh_work_run (GtkWidget *owner, JhDocument *document, const char *words,
                  JhTaskWork work, JhTaskDone done, gpointer data,
                  GDestroyNotify free_data);
