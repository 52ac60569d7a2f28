/* Words that have to come from a list, however they are typed. */
#pragma once

#include "jh-books.h"

/* The word of @list that @text means, or NULL: blanks anywhere, full-width
 * or half-width signs, and straight or curly quotes make no difference.
 * Borrowed from @list, which holds const char *. */
const char *jh_words_find (const GPtrArray *list, const char *text);

/* As above in the list @words; signs of comparison may be typed as >= or in
 * words (大于等于), too. Borrowed from @lists. */
const char *jh_words_match (JhLists *lists, JhWords words, const char *text);

/* The words of @list with commas between them, for a message. The caller
 * frees it. */
char *jh_words_join (const GPtrArray *list) G_GNUC_WARN_UNUSED_RESULT;
