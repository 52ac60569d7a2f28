/* Facts of the unit as rows of 事项, 内容 and 单位: words, counts, amounts,
 * and those that are answered by 是 or 否, whichever kind a fact is of.
 *
 * The facts that a form asks for stand first and are in the books only while
 * something stands in them; behind them may come others, which users name
 * themselves and which are words. In front of all may stand what says which
 * filing it is. Facts of other forms are not shown. */
#pragma once

#include "jh-session.h"
#include "jh-table-model.h"

/* A fact that is asked for.
 *
 * name: its name in the books
 * measure: in what it is counted; "" for nothing, and for an amount */
typedef struct
{
  const char *name;
  const char *measure;
} JhFactLine;

#define JH_TYPE_FACT_SHEET (jh_fact_sheet_get_type ())
G_DECLARE_FINAL_TYPE (JhFactSheet, jh_fact_sheet, JH, FACT_SHEET, GObject)

/* The @n facts @lines. @has_head: what says which filing it is stands before
 * them. @takes_others: further facts are shown and may be added. The caller
 * unrefs it. */
JhFactSheet *
jh_fact_sheet_new (JhSession *session, const JhFactLine *lines, guint n,
                   gboolean has_head,
                   gboolean takes_others) G_GNUC_WARN_UNUSED_RESULT;

/* Where the row with the id @id of the table filing_fact stands; FALSE when
 * it does not. */
gboolean jh_fact_sheet_find_entry (JhFactSheet *self, gint64 id, guint *row);
