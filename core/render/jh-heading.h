/* The lines that stand above a grid wherever it is shown. */
#pragma once

#include "jh-grid.h"

/* 编制单位：… for the left of the line above the table, or "". The caller
 * frees it. */
char *jh_heading_dup_unit_name (const JhGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

/* 金额单位：… for the right of the line above the table, or "". The caller
 * frees it. */
char *
jh_heading_dup_money_unit (const JhGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is a line above the table with one of the two. */
gboolean jh_heading_has_unit_line (const JhGrid *grid);

/* What a list calls @grid: its number, else its tab's name. Borrowed. */
const char *jh_heading_get_number (const JhGrid *grid);
