#include "jh-typed.h"

#include "jh-text.h"

#include <string.h>

/* whole: all terms in one */
struct _JhTyped
{
  JhInitials *whole;
  JhInitials *terms[JH_TERMS_MAX];
  guint n_terms;
};

static void
add_term (JhTyped *typed, const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, (gsize) (end - start));
  g_autoptr (JhInitials) term = jh_initials_new (text);

  if (!jh_initials_is_empty (term) && typed->n_terms < JH_TERMS_MAX)
    typed->terms[typed->n_terms++] = g_steal_pointer (&term);
}

JhTyped *
jh_typed_new (const char *text)
{
  JhTyped *typed = g_new0 (JhTyped, 1);
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  const char *start = valid;

  typed->whole = jh_initials_new (valid);
  for (const char *c = valid; *c; c = g_utf8_next_char (c))
    if (jh_text_is_space (g_utf8_get_char (c)))
      {
        add_term (typed, start, c);
        start = g_utf8_next_char (c);
      }
  add_term (typed, start, start + strlen (start));
  return typed;
}

void
jh_typed_free (JhTyped *typed)
{
  if (typed == NULL)
    return;
  jh_initials_free (typed->whole);
  for (guint i = 0; i < typed->n_terms; i++)
    jh_initials_free (typed->terms[i]);
  g_free (typed);
}

gboolean
jh_typed_is_empty (const JhTyped *typed)
{
  return typed->n_terms == 0;
}

/* Whether a match of @rank begins where the text does. */
static gboolean
is_start (JhRank rank)
{
  return rank >= JH_RANK_START;
}

static JhRank
rank_term (const JhInitials *term, const JhInitials *text,
           const JhInitials *number, const JhInitials *words)
{
  JhRank best = jh_initials_rank (text, term);

  if (number && best < JH_RANK_TEXT_WHOLE)
    {
      JhRank rank = jh_initials_rank (number, term);

      best = is_start (rank) ? MAX (best, rank) : best;
    }
  if (words && best < JH_RANK_INSIDE)
    best = MAX (best, MIN (jh_initials_rank (words, term), JH_RANK_INSIDE));
  return best;
}

JhRank
jh_typed_rank (const JhTyped *typed, const JhInitials *text,
               const JhInitials *number, const JhInitials *words)
{
  JhRank worst = JH_RANK_TEXT_WHOLE;

  if (typed->n_terms == 0)
    return JH_RANK_NONE;
  for (guint i = 0; i < typed->n_terms && worst > JH_RANK_NONE; i++)
    worst = MIN (worst, rank_term (typed->terms[i], text, number, words));
  if (typed->n_terms == 1)
    return worst;
  return MAX (worst, jh_initials_rank (text, typed->whole));
}

gboolean
jh_typed_finds_part (const JhTyped *typed, const JhInitials *text,
                     const JhInitials *number)
{
  for (guint i = 0; i < typed->n_terms && typed->n_terms > 1; i++)
    if (rank_term (typed->terms[i], text, number, NULL) > JH_RANK_NONE)
      return TRUE;
  return FALSE;
}
