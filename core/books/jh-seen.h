/* Since when findings are open. The program notes it for itself: it is no
 * change, is not undone, and a lock is not in its way. */
#pragma once

#include "jh-store.h"

/* One finding. Strings are its own and never NULL.
 *
 * rule, instance: what names the finding
 * at: when it was found first, UTC, as jh_moment_dup_now() */
typedef struct
{
  char *rule;
  char *instance;
  char *at;
} JhSeen;

/* As told. */
JhSeen *jh_seen_new (const char *rule, const char *instance,
                     const char *at) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @seen; NULL is allowed. */
void jh_seen_free (JhSeen *seen);

/* What is noted of @filing, in that order: JhSeen, freed with the array. NULL
 * with @error. The caller unrefs it. */
GPtrArray *jh_seen_list (JhStore *store, gint64 filing,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Strikes @gone off what is noted of @filing, and adds @come (both JhSeen) to
 * it where it is not noted yet; all or nothing, and not inside of a change.
 * Nothing is written when both are empty. FALSE with @error; see
 * jh_change_write_aside(). */
gboolean jh_seen_keep (JhStore *store, gint64 filing, const GPtrArray *gone,
                       const GPtrArray *come, GError **error);
