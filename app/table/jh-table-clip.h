/* Blocks between the table and the clipboard. */
#pragma once

#include "jh-table-model.h"

/* Reads @bytes from the clipboard, an HTML document with a table or
 * tab-separated text, without the shields of jh-shield.h. NULL with
 * JH_ERROR_NOT_FOUND when there is none in them, JH_ERROR_DATA when it cannot
 * be taken. The caller frees it. */
JhTableBlock *jh_table_clip_read (const char *bytes, gsize length,
                                  gboolean html,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @block, whose columns are those of @model, as text for the clipboard. The
 * caller frees it. */
char *jh_table_clip_write (const JhTableBlock *block, JhTableModel *model,
                           gboolean html) G_GNUC_WARN_UNUSED_RESULT;
