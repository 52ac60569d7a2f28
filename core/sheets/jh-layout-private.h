/* A definition laid out for one filing: every row and column that will be
 * printed, and where. */
#pragma once

#include "jh-sheet.h"
#include "jh-texts.h"

/* What layouts have in common; see jh-kept.h. */
typedef struct _JhKept JhKept;

/* What is computed, of what.
 *
 * books: this year's
 * before: last year's, or NULL
 * object: of a form, else NULL
 * kept: what earlier layouts with the same lists left
 * texts: gets the texts of what is not kept
 * serial: above 0, another one for every occasion that has the same @kept */
typedef struct
{
  const JhBooks *books;
  const JhBooks *before;
  const char *object;
  JhKept *kept;
  JhTexts *texts;
  guint64 serial;
} JhOccasion;

/* The rows of the books that a part of a cell's selector selects, looked up
 * once a table, a year and an occasion.
 *
 * serial: the occasion that it was looked up for
 * lacking: whether the table lacks a column that is asked for
 * places: guint, rising; NULL before anything was looked up */
typedef struct
{
  guint64 serial;
  gboolean lacking;
  GArray *places;
} JhMatch;

/* A row's or a column's part of the facts.
 *
 * within: the part that it is a part of, or NULL
 * selector: which ones of these
 * matches: by year (0 is this, 1 is last) and table */
typedef struct _JhPick JhPick;
struct _JhPick
{
  JhPick *within;
  JhSelector *selector;
  JhMatch matches[2][JH_N_TABLES];
};

/* A part of @within, or of all facts when that is NULL. Takes over
 * @selector. */
JhPick *jh_pick_new (JhPick *within,
                     JhSelector *selector) G_GNUC_WARN_UNUSED_RESULT;

/* Another hold on @pick. */
JhPick *jh_pick_ref (JhPick *pick);

/* Lets go of @pick, a JhPick; the last one frees. */
void jh_pick_unref (gpointer pick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhPick, jh_pick_unref)

/* The places that @pick selects in @table of this year's books, or of last
 * year's when @last_year. Borrowed until the next occasion; NULL when the
 * table lacks a column. */
const GArray *jh_pick_places (JhPick *pick, const JhOccasion *occasion,
                              gboolean last_year, JhTableId table);

/* A column as printed. Its texts are in those of the occasion, or of what is
 * kept.
 *
 * spec: what it was defined as
 * label, path: its head, and those above it: const char *
 * key: what it is found by; NULL for a column of labels
 * pick: its part of the facts
 * operands: the columns of its panel that it is computed from: the first and
 *           the second, which is the first again when there is but one; NULL
 *           where the panel has no such column
 * at, span: its place in the grid */
typedef struct _JhColumn JhColumn;
struct _JhColumn
{
  const JhColumnSpec *spec;
  const char *label;
  GPtrArray *path;
  const char *key;
  JhPick *pick;
  const JhColumn *operands[2];
  guint at;
  guint span;
};

/* A row as printed; texts as those of a column.
 *
 * spec: what it was defined as; NULL for a line that fills up
 * label, code, key: as printed, "" for none
 * picks: JhPick, the terms of its facts
 * fact: the fact that it stands for, or NULL
 * at: its place in the grid */
typedef struct
{
  const JhRowSpec *spec;
  const char *label;
  const char *code;
  const char *key;
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

/* Another hold on @line. */
JhLine *jh_line_ref (JhLine *line);

/* Lets go of @line, a JhLine; the last one frees. */
void jh_line_unref (gpointer line);

/* The columns of @panel as printed: JhColumn. */
GPtrArray *
jh_layout_columns (const JhPanel *panel,
                   const JhOccasion *occasion) G_GNUC_WARN_UNUSED_RESULT;

/* The first of @columns that the definition calls @label, or NULL. */
JhColumn *jh_layout_find_column (const GPtrArray *columns, const char *label);

/* The rows that @spec stands for in a panel with @columns: JhLine. */
GPtrArray *
jh_layout_rows (const JhPanel *panel, const JhRowSpec *spec,
                const GPtrArray *columns,
                const JhOccasion *occasion) G_GNUC_WARN_UNUSED_RESULT;

/* The codes meant by an `each`: those of @each's list that begin with one
 * of @codes and are as long as one of @levels when @all, and those that
 * @facts (a set of JhRow) use, with the codes above them. Sorted; char *. */
GPtrArray *
jh_layout_codes (JhEach each, const GPtrArray *codes, const GArray *levels,
                 gboolean all, GHashTable *facts,
                 const JhOccasion *occasion) G_GNUC_WARN_UNUSED_RESULT;

/* Whether jh_layout_codes() gives nothing with these @facts that it would
 * not give without them, all codes being asked for. */
gboolean jh_layout_is_listed (JhEach each, const GPtrArray *codes,
                              const GArray *levels, GHashTable *facts,
                              const JhOccasion *occasion);

/* Adds the rows at @places of @table in this year's books to the set
 * @facts; only those that @among names too, which may be NULL. */
void jh_layout_add_facts (GHashTable *facts, const JhOccasion *occasion,
                          JhTableId table, const GArray *places,
                          const GArray *among);

/* The column that holds the codes of @each. */
const char *jh_layout_field (JhEach each);

/* Whether the year's list has @code. */
gboolean jh_layout_knows (JhEach each, const char *code,
                          const JhOccasion *occasion);

/* The name of @code, or words for one that the year's list lacks. */
const char *jh_layout_name (JhEach each, const char *code,
                            const JhOccasion *occasion);
