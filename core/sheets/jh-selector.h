/* Which facts a cell sums.
 *
 * A selector names a table, the column to sum and what other columns must
 * hold. A row and a column of a sheet each give a part of it; the cell sums
 * the facts that both select. */
#pragma once

#include "jh-books.h"
#include "jh-json.h"

/* A column of the books, as each table has it: NULL where a table does not.
 */
typedef struct
{
  const JhField *in[JH_N_TABLES];
} JhFieldByTable;

/* How a pattern is compared: with the whole value, with its beginning, by
 * being a fiscal appropriation, or with the object of a form. */
typedef enum
{
  JH_PATTERN_WORD,
  JH_PATTERN_BEGINNING,
  JH_PATTERN_FISCAL,
  JH_PATTERN_OBJECT,
} JhPatternKind;

/* text, length: the word or the beginning, without the * */
typedef struct
{
  JhPatternKind kind;
  char *text;
  gsize length;
} JhPattern;

/* One condition: the field must match one of @patterns (JhPattern). Joined
 * selectors share their conditions, which never change.
 *
 * A pattern is written as a word, a beginning such as 201*, @fiscal for what
 * is a fiscal appropriation (财政拨款), or {object} for the object of a
 * form. */
typedef struct
{
  JhFieldByTable fields;
  GArray *patterns;
} JhFilter;

/* table: a JhTableId, or -1 when the other part names it
 * sums: whether it names the column to sum, else the other part does
 * sum: the column to sum
 * filters: JhFilter, all of which must hold */
typedef struct
{
  int table;
  gboolean sums;
  JhFieldByTable sum;
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

/* What @b selects of what @a selects already: as jh_selector_join(), without
 * the conditions of @a. The caller frees it. */
JhSelector *jh_selector_within (const JhSelector *a, const JhSelector *b)
  G_GNUC_WARN_UNUSED_RESULT;

/* Adds the condition that @field matches @pattern. */
void jh_selector_add (JhSelector *selector, const char *field,
                      const char *pattern);

/* The column of money that @a and @b together sum, and its table; what @b
 * names goes before what @a names. NULL when there is none. */
const JhField *jh_selector_find_sum (const JhSelector *a, const JhSelector *b,
                                     JhTableId *table);

/* Finds the rows of @table that @selector selects in @books: @places gets
 * their places, guint, rising. Only those in @among, places too, are looked
 * at; NULL is all rows. @object stands for {object}; may be NULL. FALSE, and
 * no places, when @selector asks for a column that @table does not have. */
gboolean jh_selector_match (const JhSelector *selector, const JhBooks *books,
                            JhTableId table, const char *object,
                            const GArray *among, GArray *places);
