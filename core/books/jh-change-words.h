/* The log in people's words: tables and columns by the names that the screen
 * gives them, amounts in the unit of their filing. */
#pragma once

#include "jh-change.h"

/* What people call the table @name of the schema: 支出 for expenditure. A
 * table that they do not know keeps its own name. Static, or @name. */
const char *jh_change_words_table (const char *name);

/* What @entry is called in the log, with what became of it: 撤销“导入决算”,
 * or 导入决算（已撤销）. The caller frees it. */
char *
jh_change_words_title (const JhChangeEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

/* A sentence for each row of @entry, in its order: char *, such as
 * 支出 2013150 / 30201：决算 59.08 → 60.00 万元. A record tells of an altered
 * row only what was altered, so the row is called as it is called now; one
 * that is gone by now has no name. Amounts of a filing that is gone are in
 * 元. Long texts are cut. NULL with @error. The caller unrefs it. */
GPtrArray *jh_change_words_rows (JhStore *store, const JhChangeEntry *entry,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
