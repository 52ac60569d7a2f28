/* What layouts with the same lists have in common.
 *
 * The columns of a sheet, and the rows of codes that the lists know, are the
 * same for every filing: they are made once and placed anew each time. What
 * is kept is bounded by the definitions and the lists, and used by one
 * layout at a time. */
#pragma once

#include "jh-layout-private.h"

/* The rows that one definition stands for.
 *
 * terms: JhPick, its facts; all that its columns select when it names none
 * lines: JhLine by code, by place in the list of classes, or by "" for a row
 *        that stands once
 * listed: JhLine, all there are for a filing whose codes the lists know, of
 *         a row that lists codes without facts; NULL before the first one */
typedef struct
{
  GPtrArray *terms;
  GHashTable *lines;
  GPtrArray *listed;
} JhKeptRows;

/* Nothing kept yet, for @lists. */
JhKept *jh_kept_new (JhLists *lists) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @kept, a JhKept. */
void jh_kept_free (gpointer kept);

/* The texts of all that is kept. Borrowed. */
JhTexts *jh_kept_get_texts (JhKept *kept);

/* @number in digits, among the texts. Borrowed. */
const char *jh_kept_get_number (JhKept *kept, guint number);

/* Whether @kept is for @lists. */
gboolean jh_kept_is_for (const JhKept *kept, const JhLists *lists);

/* The columns kept for @panel, or NULL. Borrowed. */
GPtrArray *jh_kept_get_columns (JhKept *kept, const JhPanel *panel);

/* Keeps a hold on @columns for @panel. */
void jh_kept_set_columns (JhKept *kept, const JhPanel *panel,
                          GPtrArray *columns);

/* The rows of @spec, which is of @panel; to be added to. Borrowed. */
JhKeptRows *jh_kept_get_rows (JhKept *kept, const JhPanel *panel,
                              const JhRowSpec *spec);
