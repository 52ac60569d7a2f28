/* An entry of the log as a list shows it, and reading the log a page at a
 * time. */
#pragma once

#include <gio/gio.h>

#include "jh-change.h"
#include "jh-place.h"

/* How many entries make a page, and how many rows of one are told. */
#define JH_LOG_AT_ONCE 60
#define JH_LOG_ROWS 8

#define JH_TYPE_LOG_ITEM (jh_log_item_get_type ())
G_DECLARE_FINAL_TYPE (JhLogItem, jh_log_item, JH, LOG_ITEM, GObject)

/* Its properties are texts: when (2023-12-31 17:05:09), who, title (with what
 * became of it), filing (2023 年度 某单位, "" for none) and words (what was
 * changed, a line for each row). */

/* The number of the entry in the log. */
gint64 jh_log_item_get_id (JhLogItem *self);

/* The filing that it was about; 0 for none, and for one that is gone. */
gint64 jh_log_item_get_filing (JhLogItem *self);

/* Whether it is a change that holds, so that it can be undone. */
gboolean jh_log_item_is_done (JhLogItem *self);

/* Where the first row stands that it changed; NULL when no page shows it.
 * Borrowed. */
const JhPlace *jh_log_item_get_place (JhLogItem *self);

/* A page of the log, the newest entries first, that @filter lets through:
 * JhLogItem, at most JH_LOG_AT_ONCE. Fewer means that there are no more. NULL
 * with @error. The caller unrefs it. */
GPtrArray *jh_log_read (JhStore *store, const JhChangeFilter *filter,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What undoing the change @id and all after it comes to, for people to agree
 * to: how many changes that are, and of which filings. @count (may be NULL)
 * is how many. NULL with what jh_change_count_from() says. The caller frees
 * it. */
char *jh_log_dup_undo_words (JhStore *store, gint64 id, guint *count,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
