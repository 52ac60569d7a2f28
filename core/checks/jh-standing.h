/* What findings come to besides their figures: whether a 审核说明 accepts
 * them, and since when they are open.
 *
 * Checks find the same things again and again; rule and instance tell which
 * is which. */
#pragma once

#include "jh-finding.h"
#include "jh-store.h"

/* Gives each of @findings what became of the waiver written for it in
 * @waivers (JhWaiver): it holds while the figures are those that it was
 * written for, has lapsed while they are others, and holds again when they
 * come back. One for an 错误 that cannot be waived never counts. */
void jh_standing_set_waivers (GPtrArray *findings, const GPtrArray *waivers);

/* Reads from @store what is written and noted of the findings of @filing,
 * and gives it to @findings. One that is not noted yet has "" as the moment
 * when it was first seen. Reads only; FALSE with @error. */
gboolean jh_standing_read (JhStore *store, gint64 filing, GPtrArray *findings,
                           GError **error);

/* Notes which findings @filing has now, which are all of @findings: those
 * that are new have come now, those that are gone are forgotten, so that
 * they are new when they come back. Gives each finding the moment when it
 * was first seen. Nothing is written while they stay the same, nor to a
 * store that is read only. FALSE with @error, the moments given all the
 * same where they could be read; see jh_change_write_aside(). Call it on
 * the store that the window works with, or that store will take the note
 * for another program's doing. */
gboolean jh_standing_note (JhStore *store, gint64 filing, GPtrArray *findings,
                           GError **error);
