/* A finding as a list shows it. */
#pragma once

#include <gio/gio.h>

#include "jh-finding.h"

#define JH_TYPE_FINDING_ITEM (jh_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (JhFindingItem, jh_finding_item, JH, FINDING_ITEM,
                      GObject)

/* An item of @finding, of which it takes a reference. Properties, all texts:
 * severity (错误), rule (B01), message, and spoken, all of it for those who
 * listen. */
JhFindingItem *
jh_finding_item_new (JhFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

/* The finding. Borrowed. */
const JhFinding *jh_finding_item_get (JhFindingItem *self);
