/* A definition laid out for one filing: every row and column that will be
 * printed, and where. */
#pragma once

#include "jh-sheet.h"

/* What is computed, of what.
 *
 * books: this year's
 * before: last year's, or NULL
 * object: of a form, else NULL */
typedef struct
{
  const JhBooks *books;
  const JhBooks *before;
  const char *object;
} JhOccasion;

/* The rows of the books that a part of a cell's selector selects, looked up
 * once a table and a year.
 *
 * looked: whether it was
 * places: guint, rising; NULL when the table lacks a column that is asked
 *         for */
typedef struct
{
  gboolean looked;
  GArray *places;
} JhMatch;

/* A row's or a column's part of the facts: matches by year (0 is this, 1
 * is last) and table. */
typedef struct
{
  JhSelector *selector;
  JhMatch matches[2][JH_N_TABLES];
} JhPick;

/* A column as printed.
 *
 * spec: what it was defined as
 * label, path: its head, and those above it: char *
 * key: what it is found by; NULL for a column of labels
 * pick: its part of the facts
 * at, span: its place in the grid */
typedef struct
{
  const JhColumnSpec *spec;
  char *label;
  GPtrArray *path;
  char *key;
  JhPick pick;
  guint at;
  guint span;
} JhColumn;

/* A row as printed.
 *
 * spec: what it was defined as; NULL for a line that fills up
 * label, code, key: as printed, "" for none
 * picks: JhPick, the terms of its facts
 * fact: the fact that it stands for, or NULL
 * at: its place in the grid */
typedef struct
{
  const JhRowSpec *spec;
  char *label;
  char *code;
  char *key;
  guint indent;
  gboolean strong;
  GPtrArray *picks;
  gconstpointer fact;
  guint at;
} JhLine;

/* A panel as printed: JhColumn, and JhLine by section. */
typedef struct
{
  const JhPanel *panel;
  GPtrArray *columns;
  GPtrArray *sections;
} JhPlacedPanel;

/* A block as printed.
 *
 * panels: JhPlacedPanel
 * at: the row of the grid where it begins
 * depth: how many rows its heads take, with the line of numbers
 * height: how many rows it takes in all */
typedef struct
{
  const JhBlock *block;
  GPtrArray *panels;
  guint at;
  guint depth;
  guint height;
} JhPlacedBlock;

/* Lays @sheet out: an array of JhPlacedBlock; @n_rows and @n_columns are the
 * size of the grid it takes. The caller unrefs it; it refers to @sheet and
 * to the books of @occasion. */
GPtrArray *jh_layout (const JhSheet *sheet, const JhOccasion *occasion,
                      guint *n_rows,
                      guint *n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* The columns of @panel as printed: JhColumn. */
GPtrArray *
jh_layout_columns (const JhPanel *panel,
                   const JhOccasion *occasion) G_GNUC_WARN_UNUSED_RESULT;

/* The rows that @spec stands for in a panel with @columns: JhLine. */
GPtrArray *
jh_layout_rows (const JhPanel *panel, const JhRowSpec *spec,
                const GPtrArray *columns,
                const JhOccasion *occasion) G_GNUC_WARN_UNUSED_RESULT;

/* The codes meant by an `each`: those of @each's list that begin with one
 * of @codes and are as long as one of @levels when @all, and those that
 * facts selected by @selectors (JhSelector) use, with the codes above them.
 * Sorted; char *. */
GPtrArray *
jh_layout_codes (JhEach each, const GPtrArray *codes, const GArray *levels,
                 gboolean all, const GPtrArray *selectors,
                 const JhOccasion *occasion) G_GNUC_WARN_UNUSED_RESULT;

/* The name of @code, or words for one that the year's list lacks. */
const char *jh_layout_name (JhEach each, const char *code,
                            const JhOccasion *occasion);

/* The places that @pick selects in @table of this year's books, or of last
 * year's when @last_year. Borrowed; NULL when the table lacks a column. */
const GArray *jh_pick_places (JhPick *pick, const JhOccasion *occasion,
                              gboolean last_year, JhTableId table);
