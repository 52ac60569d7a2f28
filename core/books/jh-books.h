/* The books of one filing, read into memory: what sheets and checks are
 * computed from. */
#pragma once

#include "jh-assessment-fund.h"
#include "jh-carryover.h"
#include "jh-expenditure.h"
#include "jh-filing-fact.h"
#include "jh-filing.h"
#include "jh-income.h"
#include "jh-indicator.h"
#include "jh-lists-shelf.h"
#include "jh-prior-year.h"
#include "jh-project.h"
#include "jh-quantity.h"
#include "jh-reason.h"
#include "jh-sangong.h"
#include "jh-stated.h"

/* The tables of a filing. */
typedef enum
{
  JH_TABLE_FILING_FACT,
  JH_TABLE_INCOME,
  JH_TABLE_EXPENDITURE,
  JH_TABLE_CARRYOVER,
  JH_TABLE_PROJECT,
  JH_TABLE_ASSESSMENT_FUND,
  JH_TABLE_INDICATOR,
  JH_TABLE_SANGONG,
  JH_TABLE_QUANTITY,
  JH_TABLE_PRIOR_YEAR,
  JH_TABLE_REASON,
  JH_TABLE_STATED,
  JH_N_TABLES,
} JhTableId;

/* The description of a table. Static. */
const JhTable *jh_table_get (JhTableId id);

/* filing: whose books they are
 * lists: as they hold for its year and region
 * rows: by JhTableId, the rows of each table */
typedef struct
{
  JhFiling *filing;
  JhLists *lists;
  GPtrArray *rows[JH_N_TABLES];
} JhBooks;

/* The object that stands for the unit as a whole. */
#define JH_OBJECT_WHOLE "整体"

/* The rows of a table, as that table's struct: an array of Type pointers. */
#define JH_BOOKS_ROWS(books, TABLE) ((books)->rows[JH_TABLE_##TABLE])

/* Books with no rows. Keeps @filing and @lists, which it takes over. */
JhBooks *jh_books_new (JhFiling *filing,
                       JhLists *lists) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @books; NULL is allowed. */
void jh_books_free (JhBooks *books);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhBooks, jh_books_free)

/* Reads the books of the filing @id as they are at one moment. @lists may
 * be those of a filing read before: they are taken when year and region
 * are the same, and read anew otherwise; may be NULL. NULL with @error. */
JhBooks *jh_books_load (JhStore *store, gint64 id, JhLists *lists,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the books of the same unit's filing of the year before. TRUE with
 * @before NULL when there is none; FALSE with @error. The caller frees
 * it. */
gboolean jh_books_load_before (JhStore *store, const JhBooks *books,
                               JhBooks **before, GError **error);

/* Reads the books of the filing @id and, when there is one, of the same
 * unit's filing of the year before, as they are at one moment, with lists
 * from
 * @shelf. @before is NULL when there is none. FALSE with @error and both
 * NULL. The caller frees both. */
gboolean jh_books_load_both (JhStore *store, gint64 id, JhListsShelf *shelf,
                             JhBooks **books, JhBooks **before,
                             GError **error);

/* Adds all rows of @books to its filing, which is in the books already and
 * empty, inside of a change. */
gboolean jh_books_insert (JhStore *store, JhBooks *books, GError **error);

/* Takes all rows and drafts of the filing @filing out, inside of a change;
 * the filing stays. JH_ERROR_LOCKED. */
gboolean jh_books_clear (JhStore *store, gint64 filing, GError **error);

/* Whether two books hold the same filing facts and rows, in the same order;
 * ids and states do not matter. */
gboolean jh_books_equal (const JhBooks *a, const JhBooks *b);

/* The fact @name, or NULL. Borrowed. */
const JhFilingFact *jh_books_find_fact (const JhBooks *books,
                                        const char *name);

/* The words of the fact @name, or "". Borrowed. */
const char *jh_books_get_words (const JhBooks *books, const char *name);

/* The project with the number @code, or NULL. Borrowed. */
const JhProject *jh_books_find_project (const JhBooks *books,
                                        const char *code);

/* The objects that have a self-assessment: 整体 first, then the projects in
 * their order, then objects that only funds or indicators name. char *; the
 * caller unrefs it. */
GPtrArray *
jh_books_list_objects (const JhBooks *books) G_GNUC_WARN_UNUSED_RESULT;
