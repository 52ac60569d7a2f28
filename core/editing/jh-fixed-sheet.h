/* A table whose rows are known beforehand, such as the items of “三公”.
 *
 * All of them are shown always; one is in the books only while something
 * stands in it. Rows that the books have besides are shown behind them, and
 * go when they are emptied. */
#pragma once

#include "jh-worksheet.h"

#define JH_TYPE_FIXED_SHEET (jh_fixed_sheet_get_type ())
G_DECLARE_FINAL_TYPE (JhFixedSheet, jh_fixed_sheet, JH, FIXED_SHEET,
                      JhWorksheet)

/* The rows of @table that @presets say: JhRow, in their order, with what
 * stands in them from the beginning, which tells them apart; taken over.
 * @fields as of jh_worksheet_new(). @has_totals: whether there is a totals
 * row. The caller unrefs it. */
JhFixedSheet *
jh_fixed_sheet_new (JhSession *session, JhTableId table,
                    const char *const *fields, GPtrArray *presets,
                    gboolean has_totals) G_GNUC_WARN_UNUSED_RESULT;

/* As above, of a table in which further rows may be begun behind the last
 * one. */
JhFixedSheet *
jh_fixed_sheet_new_open (JhSession *session, JhTableId table,
                         const char *const *fields,
                         GPtrArray *presets) G_GNUC_WARN_UNUSED_RESULT;

/* Presets of @table: a row for everything that the lists can put into the
 * fields that it requires, such as every fund with every kind of carry-over,
 * in their order. The caller unrefs it. */
GPtrArray *jh_fixed_sheet_list_presets (JhSession *session, JhTableId table)
  G_GNUC_WARN_UNUSED_RESULT;
