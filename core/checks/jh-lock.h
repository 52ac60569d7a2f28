/* 锁定: a filing that is done takes no more changes, and who locks or unlocks
 * it answers for that by name. The schema keeps the lock; here is decided
 * when it may be set. */
#pragma once

#include "jh-finding.h"
#include "jh-store.h"

/* The most characters of a manager's name, and of why something is
 * unlocked. */
#define JH_LOCK_NAME_MAX 200
#define JH_LOCK_WHY_MAX 300

/* Why a filing cannot be locked, a sentence: what was typed and is not in
 * the books (@drafts: JhDraft), else the 错误 and 警告 of @findings that no
 * waiver accepts; how many they are, and the first. NULL when it can be
 * locked. The caller frees it. */
char *
jh_lock_dup_obstacle (const GPtrArray *findings,
                      const GPtrArray *drafts) G_GNUC_WARN_UNUSED_RESULT;

/* Locks @filing, in a change called 锁定 that @manager answers for and that
 * undo passes over. @findings is all that the checks find in the books as
 * they are; what waivers say of it is read anew. JH_ERROR_DATA with what
 * jh_lock_dup_obstacle() says, or when no manager is named;
 * JH_ERROR_LOCKED when it is locked already; JH_ERROR_NOT_FOUND,
 * JH_ERROR_READ_ONLY. */
gboolean jh_lock (JhStore *store, gint64 filing, GPtrArray *findings,
                  const char *manager, GError **error);

/* Moves @filing back to 填报, in a change called after @why that @manager
 * answers for and that undo passes over. JH_ERROR_DATA when one of the texts
 * is missing or too long, or when it is not locked; JH_ERROR_NOT_FOUND,
 * JH_ERROR_READ_ONLY. */
gboolean jh_unlock (JhStore *store, gint64 filing, const char *manager,
                    const char *why, GError **error);
