/* Which facts a cell sums.
 *
 * A selector names a table, the column to sum and what other columns must
 * hold. A row and a column of a sheet each give a part of it; the cell sums
 * the facts that both select. */
#pragma once

#include "jh-books.h"
#include "jh-json.h"

/* One condition: @field must match one of @patterns.
 *
 * A pattern is a word, a beginning such as 201*, @fiscal for what is a
 * fiscal appropriation (财政拨款), or {object} for the object of a form. */
typedef struct
{
  char *field;
  GPtrArray *patterns;
} JhFilter;

/* table: a JhTableId, or -1 when the other part names it
 * sum: the column to sum, or NULL when the other part names it
 * filters: JhFilter, all of which must hold */
typedef struct
{
  int table;
  char *sum;
  GPtrArray *filters;
} JhSelector;

/* A selector that selects everything and names nothing. */
JhSelector *jh_selector_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @selector; NULL is allowed. */
void jh_selector_free (JhSelector *selector);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhSelector, jh_selector_free)

/* Reads {"from": "income", "sum": "actual", "fund": [...]}. Faults go to
 * @json. The caller frees it. */
JhSelector *jh_selector_read (JhJson *json,
                              JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;

/* What @a and @b select together; what @b names goes before what @a names.
 * The caller frees it. */
JhSelector *jh_selector_join (const JhSelector *a,
                              const JhSelector *b) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the condition that @field matches @pattern. */
void jh_selector_add (JhSelector *selector, const char *field,
                      const char *pattern);

/* The places, in @books, of the rows of @table that @selector selects:
 * guint, rising. @object stands for {object}; may be NULL. NULL when
 * @selector asks for a column that @table does not have. The caller unrefs
 * it. */
GArray *jh_selector_match (const JhSelector *selector, const JhBooks *books,
                           JhTableId table,
                           const char *object) G_GNUC_WARN_UNUSED_RESULT;
