/* A sentence with figures in it: words, and expressions in braces. */
#pragma once

#include "jh-difference.h"
#include "jh-run.h"

typedef struct _JhMessage JhMessage;

/* Understands @text, in whose braces stand expressions that may use the
 * names of @outer, which must outlive it; {左}, {右} and {差} are the two
 * sides that did not hold and how far they are apart. NULL with
 * JH_ERROR_DATA. */
JhMessage *jh_message_parse (const char *text, const JhVocabulary *vocabulary,
                             const JhFormula *outer,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @message; NULL is allowed. */
void jh_message_free (JhMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhMessage, jh_message_free)

/* Adds its expressions (JhFormula), which stay its own, to @list. */
void jh_message_list_expressions (const JhMessage *message, GPtrArray *list);

/* The sentence for the case that @run is at; what cannot be worked out stands
 * in it as （算不出来）. The caller frees it. */
char *jh_message_dup (const JhMessage *message,
                      JhRun *run) G_GNUC_WARN_UNUSED_RESULT;
