/* Where something stands in the program: what a finding, a hit of the search
 * or a line behind a figure leads to. */
#pragma once

#include <glib.h>

/* page: the page's name, such as expenditure
 * table: the schema's name of the table, or ""
 * row: the id of the row in that table; 0 for none
 * field: the column's name, or ""
 * detail: what a page needs besides, such as the name of a sheet; or "" */
typedef struct
{
  char *page;
  char *table;
  gint64 row;
  char *field;
  char *detail;
} JhPlace;

/* A place on @page. NULL texts are "". Free it with jh_place_free(). */
JhPlace *jh_place_new (const char *page, const char *table, gint64 row,
                       const char *field,
                       const char *detail) G_GNUC_WARN_UNUSED_RESULT;

/* The page on which the schema's table @table is filled in; NULL for a table
 * that no page shows. Static. */
const char *jh_place_find_page (const char *table);

/* The place of a row of the schema's table @table: on the page where that
 * table is filled in. NULL for a table that no page shows. @row 0 is the
 * table as a whole. The caller frees it. */
JhPlace *jh_place_of_row (const char *table, gint64 row,
                          const char *field) G_GNUC_WARN_UNUSED_RESULT;

/* A copy. */
JhPlace *jh_place_copy (const JhPlace *place) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @place; NULL is allowed. */
void jh_place_free (JhPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhPlace, jh_place_free)
