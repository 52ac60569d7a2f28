/* A sheet of the filing, or the heading of a group of them, as the list
 * beside the preview shows it. */
#pragma once

#include <gio/gio.h>

#include "jh-report.h"

#define JH_TYPE_ENTRY_ITEM (jh_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (JhEntryItem, jh_entry_item, JH, ENTRY_ITEM, GObject)

/* The entries of @report as a model; the caller unrefs it. */
GListModel *
jh_entry_item_list (const JhReport *report) G_GNUC_WARN_UNUSED_RESULT;

/* Which sheet it is; NULL for a heading. Borrowed. */
const char *jh_entry_item_get_sheet (JhEntryItem *self);

/* Of which object it is; NULL for a sheet that is no form. Borrowed. */
const char *jh_entry_item_get_object (JhEntryItem *self);

/* What the list calls it. Borrowed. */
const char *jh_entry_item_get_label (JhEntryItem *self);

/* Where @entry stands in @model; G_MAXUINT for nowhere. */
guint jh_entry_item_find (GListModel *model, const JhReportEntry *entry);

/* Whether two models list the same sheets. */
gboolean jh_entry_item_lists_equal (GListModel *a, GListModel *b);
