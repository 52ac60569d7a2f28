/* What people decide about the filing that is worked on: that a finding is
 * accepted, that the filing is done, that it is opened again. Each is a
 * change of its own, and everybody who shows something is told. */
#pragma once

#include "jh-finding.h"
#include "jh-session.h"

/* The most lines of what stands in the way of a lock. */
#define JH_OBSTACLES_MOST 200

/* Writes @words by @author for @finding, which stays as it is. As
 * jh_waive(). */
gboolean jh_decide_waive (JhSession *session, const JhFinding *finding,
                          const char *words, const char *author,
                          GError **error);

/* Takes back what was written for @finding, which stays as it is. As
 * jh_waive_withdraw(). */
gboolean jh_decide_withdraw (JhSession *session, const JhFinding *finding,
                             GError **error);

/* Looks what stands in the way of a lock: @obstacle is a sentence, or NULL
 * when nothing does, and @lines are the 错误 and 警告 of @findings that no
 * waiver accepts, each on a line, "" for none, cut at JH_OBSTACLES_MOST. The
 * caller frees both. FALSE with @error, and neither of them. */
gboolean jh_decide_find_obstacle (JhSession *session,
                                  const GPtrArray *findings, char **obstacle,
                                  char **lines, GError **error);

/* Locks the filing. @findings is all that the checks find in the books as
 * they are; they stay as they are. As jh_lock(), and JH_ERROR_BUSY. */
gboolean jh_decide_lock (JhSession *session, const GPtrArray *findings,
                         const char *manager, GError **error);

/* Opens the filing again. As jh_unlock(). */
gboolean jh_decide_unlock (JhSession *session, const char *manager,
                           const char *why, GError **error);

/* Whether the filing is locked. */
gboolean jh_decide_is_locked (JhSession *session);
