/* A copy of the books as a list shows it. */
#pragma once

#include <gio/gio.h>

#include "jh-copy.h"

#define JH_TYPE_COPY_ITEM (jh_copy_item_get_type ())
G_DECLARE_FINAL_TYPE (JhCopyItem, jh_copy_item, JH, COPY_ITEM, GObject)

/* An item for @copy, of which it keeps what it shows. Its properties are
 * texts: when, why and size (1.2 MB). */
JhCopyItem *jh_copy_item_new (const JhCopy *copy) G_GNUC_WARN_UNUSED_RESULT;

/* Where the copy stands. Borrowed. */
const char *jh_copy_item_get_path (JhCopyItem *self);
