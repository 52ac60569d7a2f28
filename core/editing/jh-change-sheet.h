/* 变动原因: the rows of a comparison with last year, and why they changed.
 *
 * What is computed is computed by the definition of the comparison, as it is
 * printed. Last year's figure is filled in here only where last year's filing
 * is not in the file and no other fact gives it; the reasons always. */
#pragma once

#include "jh-session.h"
#include "jh-sheet.h"
#include "jh-table-model.h"

#define JH_TYPE_CHANGE_SHEET (jh_change_sheet_get_type ())
G_DECLARE_FINAL_TYPE (JhChangeSheet, jh_change_sheet, JH, CHANGE_SHEET,
                      GObject)

/* The rows of @comparison, which outlives it and has the columns 本年, 上年,
 * 增减额 and 增减率: such as the sheet 对比. Figures and reasons are filed
 * under the keys of the rows. The caller unrefs it. */
JhChangeSheet *
jh_change_sheet_new (JhSession *session,
                     const JhSheet *comparison) G_GNUC_WARN_UNUSED_RESULT;

/* Where the row @id of @table, prior_year or reason, stands, and the column
 * of its value. FALSE when it is not shown. */
gboolean jh_change_sheet_find_entry (JhChangeSheet *self, JhTableId table,
                                     gint64 id, guint *row, guint *column);
