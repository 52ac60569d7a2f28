/* Books made by hand, and the sheets computed from them, for the tests of
 * sheets, checks and submission. Whatever goes wrong fails the test. */
#pragma once

#include "jh-books.h"
#include "jh-catalog.h"
#include "jh-compute.h"
#include "jh-error.h"
#include "jh-test.h"

#include <string.h>

/* The three fiscal funds, and all that is none. */
#define GENERAL "一般公共预算财政拨款"
#define GOVERNMENT "政府性基金预算财政拨款"
#define CAPITAL "国有资本经营预算财政拨款"
#define OTHER "其他资金"

/* The amount of a cell, counted from 0, that has no money. */
#define FIXTURE_NOTHING G_MININT64

/* The folder of the sample filing. The caller frees it. */
char *fixture_dup_sample (void);

/* New empty books in a file. */
JhStore *fixture_store (void);

/* The sample filing as it is read from its folder. */
JhBooks *fixture_sample (void);

/* Books of 甲单位 without rows, in 万元. */
JhBooks *fixture_books (int year, const char *region);

/* Adds a row to @table: its fields in their order, separated by |; what is
 * left out at the end is blank. Money is in 万元. */
void fixture_add (JhBooks *books, JhTableId table, const char *fields);

/* Puts @text into @field of @row; money is in 万元. */
void fixture_set (gpointer row, const JhField *field, const char *text);

/* Adds an expenditure of @wan 万元 as text. */
void fixture_spend (JhBooks *books, const char *functional,
                    const char *economic, const char *category,
                    const char *fund, const char *wan);

/* A filing with every fund, source and category, projects, 三公 and a form
 * with scores: what the sample lacks. */
JhBooks *fixture_rich (void);

/* All definitions that come with the program. */
JhCatalog *fixture_catalog (void);

/* Computes the sheet @name of @books; @before and @object may be NULL. */
JhGrid *fixture_grid (const JhBooks *books, const JhBooks *before,
                      const char *name, const char *object);

/* Reads the definition @json, and computes it of @books. */
JhGrid *fixture_compute (const char *json, const JhBooks *books,
                         const char *object);

/* What the cell at the keys shows; "(none there)" when no cell has them.
 * The caller frees it. */
char *fixture_dup_text (const JhGrid *grid, const char *row,
                        const char *column);

/* The money of the cell at the keys, or FIXTURE_NOTHING. */
gint64 fixture_money (const JhGrid *grid, const char *row,
                      const char *column);

/* How many rows of @grid have the key @row. */
guint fixture_count_rows (const JhGrid *grid, const char *row);

/* One expectation of a grid: the cell at row and column shows text. "—" is a
 * cell that does not apply, "" a blank one. */
typedef struct
{
  const char *row;
  const char *column;
  const char *text;
} FixtureCell;

/* Fails at the first of @cells that @grid does not show. */
void fixture_assert_cells (const JhGrid *grid, const FixtureCell *cells,
                           gsize n_cells);

/* As above, for an array. */
#define fixture_assert(grid, cells)                                          \
  fixture_assert_cells (grid, cells, G_N_ELEMENTS (cells))
