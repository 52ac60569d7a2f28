/* A finding as a list shows it, or the head over some of them. */
#pragma once

#include <gio/gio.h>

#include "jh-finding.h"

/* What people tell findings apart by: how grave they are, unless somebody
 * wrote why they are accepted. */
typedef enum
{
  JH_FINDING_ERROR,
  JH_FINDING_WARNING,
  JH_FINDING_NOTICE,
  JH_FINDING_WAIVED,
  JH_N_FINDING_KINDS,
} JhFindingKind;

/* What @finding is. */
JhFindingKind jh_finding_get_kind (const JhFinding *finding);

/* 错误, 警告, 提示 or 已说明. Static. */
const char *jh_finding_kind_name (JhFindingKind kind);

/* The name of its icon. Static. */
const char *jh_finding_kind_icon (JhFindingKind kind);

#define JH_TYPE_FINDING_ITEM (jh_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (JhFindingItem, jh_finding_item, JH, FINDING_ITEM,
                      GObject)

/* An item of @finding, of which it takes a reference. @follows: it stands
 * under the finding that it only follows from. Properties: message, the
 * sentence; follows; and spoken, all of it for those who listen. */
JhFindingItem *jh_finding_item_new (JhFinding *finding, gboolean follows)
  G_GNUC_WARN_UNUSED_RESULT;

/* The head over @count findings of @kind at @where; its message is @where
 * with the count. */
JhFindingItem *
jh_finding_item_new_head (JhFindingKind kind, const char *where,
                          guint count) G_GNUC_WARN_UNUSED_RESULT;

/* The finding; NULL for a head. Borrowed. */
const JhFinding *jh_finding_item_get (JhFindingItem *self);

/* What it is, or what the findings under it are. */
JhFindingKind jh_finding_item_get_kind (JhFindingItem *self);
