/* 审核 of all filings in a file: how many findings each has, for those who
 * answer for many. */
#pragma once

#include "jh-filing-item.h"
#include "jh-finding-item.h"
#include "jh-pace.h"

/* What the checks came to for one filing.
 *
 * counts: by JhFindingKind
 * trouble: why it could not be checked, a sentence; NULL when it was */
typedef struct
{
  gint64 filing;
  guint counts[JH_N_FINDING_KINDS];
  char *trouble;
} JhTally;

/* Checks all filings of the books @path as they are saved, one after
 * another; @pace, which may be NULL, counts them, and stops between two. A
 * filing that cannot be checked does not keep the others from it. Returns
 * the id of each with its JhTally; the caller unrefs it. NULL with @error;
 * JH_ERROR_CANCELLED. On any thread. */
GHashTable *jh_tally_all (const char *path, JhPace *pace,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

#define JH_TYPE_TALLY_ITEM (jh_tally_item_get_type ())
G_DECLARE_FINAL_TYPE (JhTallyItem, jh_tally_item, JH, TALLY_ITEM, GObject)

/* A filing with its counts as a list shows it. Properties, all texts: name,
 * year and state as those of a JhFilingItem; error, warning, notice and
 * waived, the counts, — until it was checked; trouble, "" for none; and
 * spoken, all of it for those who listen. @tally may be NULL. */
JhTallyItem *jh_tally_item_new (JhFilingItem *filing, const JhTally *tally)
  G_GNUC_WARN_UNUSED_RESULT;

/* The id of its filing. */
gint64 jh_tally_item_get_filing (JhTallyItem *self);

/* Items for @filings (JhFilingItem) with what @tallies, NULL for nothing,
 * say of them, in the same order, or those with the most 错误, then 警告,
 * first when @worst_first. The caller unrefs it. */
GListModel *
jh_tally_item_list (GListModel *filings, GHashTable *tallies,
                    gboolean worst_first) G_GNUC_WARN_UNUSED_RESULT;

/* What @tallies come to: how many filings were checked, how many have 错误,
 * 警告, and neither. The caller frees it. */
char *jh_tally_dup_summary (GHashTable *tallies) G_GNUC_WARN_UNUSED_RESULT;
