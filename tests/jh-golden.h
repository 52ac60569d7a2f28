/* Workbooks compared by content with the texts in tests/golden, which were
 * read by people. JIHENG_UPDATE_GOLDEN=1 writes those texts anew: read what
 * changed before you keep it. */
#pragma once

#include <glib.h>

/* The test fails unless the workbook @path has @n_sheets sheets, and they
 * are as the texts GOLDEN-00.txt and so on tell. */
void jh_golden_check (const char *path, const char *golden, guint n_sheets);

/* The first line in which @found is not @expected, in words; NULL when there
 * is none. The caller frees it. */
char *jh_golden_dup_difference (const char *expected,
                                const char *found) G_GNUC_WARN_UNUSED_RESULT;
