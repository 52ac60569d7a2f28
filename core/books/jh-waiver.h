/* 审核说明: why somebody accepts a finding, kept with the figures that it was
 * written for. */
#pragma once

#include "jh-store.h"

/* The most characters of the words, of a person's name, and of the figures.
 */
#define JH_WAIVER_WORDS_MAX 4000
#define JH_WAIVER_AUTHOR_MAX 200
#define JH_WAIVER_FIGURES_MAX 1000000

/* One waiver. Strings are its own and never NULL.
 *
 * rule, instance: the finding it speaks of
 * words: why that is accepted
 * author: who says so
 * at: when, UTC, as jh_moment_dup_now()
 * figures: what the finding was found from then */
typedef struct
{
  char *rule;
  char *instance;
  char *words;
  char *author;
  char *at;
  char *figures;
} JhWaiver;

/* Frees @waiver; NULL is allowed. */
void jh_waiver_free (JhWaiver *waiver);

/* The waivers of @filing, by rule and instance in the order of the bytes:
 * JhWaiver, freed with the array. NULL with @error. The caller unrefs it. */
GPtrArray *jh_waiver_list (JhStore *store, gint64 filing,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @waiver, in the place of what was written for the same finding
 * before, inside of a change. JH_ERROR_LOCKED; JH_ERROR_DATA when a text is
 * missing or too long. */
gboolean jh_waiver_set (JhStore *store, gint64 filing, const JhWaiver *waiver,
                        GError **error);

/* Takes back what was written for a finding, inside of a change; nothing to
 * take back is no error. JH_ERROR_LOCKED. */
gboolean jh_waiver_drop (JhStore *store, gint64 filing, const char *rule,
                         const char *instance, GError **error);
