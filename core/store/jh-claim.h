/* Who has the books open: the first program on a file writes, and another
 * one is told who that is and only reads.
 *
 * A claim is advisory, for programs that people sit before: SQLite keeps the
 * file whole in any case. It is a lock on a hidden file beside the books,
 * .账.jiheng-使用中, which names user, computer and time. The system drops
 * the lock when the program ends, however it ends; the file that is left then
 * means nothing. */
#pragma once

#include <glib.h>

typedef struct _JhClaim JhClaim;

/* Claims the books @path, which need not be there yet; a link to them
 * claims the books that it leads to. Give it back by jh_claim_release().
 *
 * NULL with @error, upon which the caller opens by JH_STORE_READ:
 * JH_ERROR_BUSY      another program, or this one, has claimed them; the
 *                    message says who, where and since when
 * JH_ERROR_READ_ONLY nothing can be written there, so nothing to claim
 * JH_ERROR_EXISTS    something else stands under the name of the hidden file
 * or JH_ERROR_NOT_FOUND (no such folder), JH_ERROR_FULL, JH_ERROR_IO. */
JhClaim *jh_claim_take (const char *path,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives @claim back and takes the hidden file away; NULL is allowed. */
void jh_claim_release (JhClaim *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhClaim, jh_claim_release)
