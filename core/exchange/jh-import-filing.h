/* Reading filing.csv: which filing it is, and the facts of the unit. */
#pragma once

#include "jh-cell.h"
#include "jh-csv.h"

/* The keys that say which filing it is; the other keys are facts. */
#define JH_KEY_NAME "单位名称"
#define JH_KEY_CODE "单位代码"
#define JH_KEY_REGION "行政区划"
#define JH_KEY_YEAR "年度"
#define JH_KEY_MONEY_UNIT "金额单位"

/* Reads @value, which is not blank, of the key @key, one of the above, into
 * @filing. FALSE with a fault added. */
gboolean jh_import_identity (const JhReading *reading, const char *key,
                             const char *value, JhFiling *filing);

/* Reads @csv, the file @file, into books with the filing, its lists and its
 * facts, and no other rows. What is wrong goes to @faults, and something
 * plausible stands in its place, so that the other files can be looked at
 * too; @csv NULL is a file that could not be read. NULL with @error when the
 * lists cannot be read. */
JhBooks *jh_import_filing (JhStore *store, const JhCsv *csv, const char *file,
                           JhFaults *faults,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
