/* Which of some names somebody may have meant. Private to this folder. */
#pragma once

#include <glib.h>

/* A part of a sentence that names those of @names (const char *, or NULL)
 * which are most like @word: “相近的有：a、b”, or when none is like it the
 * first of all: “可以用的有：a、b”. The caller frees it. */
char *jh_nearest_dup (const GPtrArray *names,
                      const char *word) G_GNUC_WARN_UNUSED_RESULT;
