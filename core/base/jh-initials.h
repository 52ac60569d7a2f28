/* Finding text by what people type: a part of it, or the initials of its
 * pinyin (ylbx finds 养老保险), or both mixed (养老bx).
 *
 * Only letters, digits and Chinese characters count, in upper or lower case,
 * full or half width; blanks, brackets and punctuation are passed over, in
 * the text and in what is typed. */
#pragma once

#include <glib.h>

/* How well something was found; more is better, 0 is not at all.
 *
 * The lowest ranks are matches that need a reading few words have (种 as c).
 * Above them the place decides: inside, from the beginning of a word on (what
 * stands behind punctuation, or where figures and writing meet), a whole
 * word, from the beginning of the text on, the whole text. At the same
 * place, the text itself goes before initials. */
typedef guint JhRank;

#define JH_RANK_NONE 0
#define JH_RANK_RARE_INSIDE 1
#define JH_RANK_RARE_WORD_START 2
#define JH_RANK_RARE_WORD 3
#define JH_RANK_RARE_START 4
#define JH_RANK_RARE_WHOLE 5
#define JH_RANK_INSIDE 6
#define JH_RANK_TEXT_INSIDE 7
#define JH_RANK_WORD_START 8
#define JH_RANK_TEXT_WORD_START 9
#define JH_RANK_WORD 10
#define JH_RANK_TEXT_WORD 11
#define JH_RANK_START 12
#define JH_RANK_TEXT_START 13
#define JH_RANK_WHOLE 14
#define JH_RANK_TEXT_WHOLE 15

/* A text made ready for finding, or for being found. */
typedef struct _JhInitials JhInitials;

/* Makes @text ready; NULL is "", bytes that are not UTF-8 are passed over. */
JhInitials *jh_initials_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @initials; NULL is allowed. */
void jh_initials_free (JhInitials *initials);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhInitials, jh_initials_free)

/* Whether there is nothing that could be found: no letter, digit or Chinese
 * character. */
gboolean jh_initials_is_empty (const JhInitials *initials);

/* How well @typed finds @text, at the best of all places. Nothing typed
 * finds nothing. */
JhRank jh_initials_rank (const JhInitials *text, const JhInitials *typed);

/* As above, with the texts made ready first: for one comparison. */
JhRank jh_initials_match (const char *text, const char *typed);
