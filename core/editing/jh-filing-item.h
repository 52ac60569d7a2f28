/* A filing as a list shows it. */
#pragma once

#include <gio/gio.h>

#include "jh-filing.h"
#include "jh-initials.h"

#define JH_TYPE_FILING_ITEM (jh_filing_item_get_type ())
G_DECLARE_FINAL_TYPE (JhFilingItem, jh_filing_item, JH, FILING_ITEM, GObject)

/* An item for @filing, of which it keeps what it shows. Its properties are
 * texts: name, code, year (2023 年度), state, and spoken, all of it for those
 * who listen. */
JhFilingItem *
jh_filing_item_new (const JhFiling *filing) G_GNUC_WARN_UNUSED_RESULT;

/* The id of the filing. */
gint64 jh_filing_item_get_id (JhFilingItem *self);

/* Its year. */
int jh_filing_item_get_year (JhFilingItem *self);

/* Its unit's name and code. Borrowed. */
const char *jh_filing_item_get_name (JhFilingItem *self);
const char *jh_filing_item_get_code (JhFilingItem *self);

/* Its state: 填报, 审核 or 锁定. Borrowed. */
const char *jh_filing_item_get_state (JhFilingItem *self);

/* Whether year, name or code fit what was @typed, initials of pinyin too;
 * nothing typed fits all. */
gboolean jh_filing_item_fits (JhFilingItem *self, const JhInitials *typed);

/* The filings of @store as items, by unit and year. NULL with @error. The
 * caller unrefs it. */
GListModel *jh_filing_item_list (JhStore *store,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
