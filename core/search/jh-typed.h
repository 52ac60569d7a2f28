/* What a person typed to find something: one or more terms with blanks
 * between them, all of which have to be found. */
#pragma once

#include "jh-initials.h"

/* The most terms that count; what is typed behind them is passed over. */
#define JH_TERMS_MAX 8

typedef struct _JhTyped JhTyped;

/* Makes @text ready; NULL is "". */
JhTyped *jh_typed_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @typed; NULL is allowed. */
void jh_typed_free (JhTyped *typed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhTyped, jh_typed_free)

/* Whether nothing was typed that could find anything. */
gboolean jh_typed_is_empty (const JhTyped *typed);

/* How well something is found by what was typed: by its worst term, or by
 * all terms together in @text.
 *
 * text: its name
 * number: found from its beginning on only; may be NULL
 * words: further words; what only they hold ranks as JH_RANK_INSIDE at best;
 *   may be NULL */
JhRank jh_typed_rank (const JhTyped *typed, const JhInitials *text,
                      const JhInitials *number, const JhInitials *words);

/* Whether, of several terms, one at least finds @text or @number, so that
 * further words may hold the others. */
gboolean jh_typed_finds_part (const JhTyped *typed, const JhInitials *text,
                              const JhInitials *number);
