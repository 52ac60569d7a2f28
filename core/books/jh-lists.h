/* The lists as they hold for one year and region: codes with their names,
 * and words that come from a fixed list. Read once, then looked up without
 * touching the books. */
#pragma once

#include "jh-table.h"

typedef struct _JhLists JhLists;

/* Reads the lists for @year and @region. NULL with @error. Give it back by
 * jh_lists_unref(). */
JhLists *jh_lists_load (JhStore *store, int year, const char *region,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @lists are those of @year and @region. */
gboolean jh_lists_hold (JhLists *lists, int year, const char *region);

/* Another hold on @lists. */
JhLists *jh_lists_ref (JhLists *lists);

/* Lets go; the last one frees. NULL is allowed. */
void jh_lists_unref (JhLists *lists);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhLists, jh_lists_unref)

/* Which code list is meant. */
typedef enum
{
  JH_CODES_FUNCTIONAL,
  JH_CODES_ECONOMIC,
} JhCodes;

/* A code. Both are borrowed from the lists. */
typedef struct
{
  const char *code;
  const char *name;
} JhCode;

/* The name that @code has in the year, or NULL when it is not in the list of
 * the year. Borrowed. */
const char *jh_lists_get_name (JhLists *lists, JhCodes codes,
                               const char *code);

/* The name that @code had or gets in another year, with those years, such
 * as “信访事务（2007—2023 年）”, or NULL when no year knows it. Borrowed. */
const char *jh_lists_get_other_years (JhLists *lists, JhCodes codes,
                                      const char *code);

/* All codes of the year in their order. Borrowed; JhCode. */
const GArray *jh_lists_get_codes (JhLists *lists, JhCodes codes);

/* The 类 that 公开01 prints, in their order: const char *. Borrowed. */
const GPtrArray *jh_lists_get_classes (JhLists *lists);

/* The words that a field may hold, in their order: const char *. NULL for
 * JH_WORDS_ANY. Borrowed. */
const GPtrArray *jh_lists_get_words (JhLists *lists, JhWords words);

/* The fund that money from the income source @source belongs to, or NULL.
 * Borrowed. */
const char *jh_lists_get_fund (JhLists *lists, const char *source);

/* Whether @fund is a fiscal appropriation (财政拨款). */
gboolean jh_lists_is_fiscal (JhLists *lists, const char *fund);

/* On which side of the balance a kind of carry-over stands: 1 with the
 * income, -1 with the expenditure, 0 for a kind that is none. */
int jh_lists_get_carryover_side (JhLists *lists, const char *kind);

/* How the fact @name of a unit is kept: "words", "count", "money" or "yes";
 * NULL for a name that the program does not know. Borrowed. */
const char *jh_lists_get_fact_kind (JhLists *lists, const char *name);

/* The names of the facts that the program knows, in their order: const
 * char *. Borrowed. */
const GPtrArray *jh_lists_get_fact_names (JhLists *lists);
