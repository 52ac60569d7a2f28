/* The rows and columns of a grid by their keys. Private to this folder. */
#pragma once

#include "jh-grid.h"

/* Cells of one grid row that share a row key. */
typedef struct
{
  guint row;
  guint from;
  guint width;
} JhSpan;

/* A row or a column, by its key.
 *
 * key: as the grid keeps it
 * is_code: whether the key is a code
 * spans: of a row, where its cells are: JhSpan
 * places: of a column, the grid's columns: guint
 * above: of a row, the row of the code over it, or NULL
 * below: of a row, the rows of codes next under it, in their order */
typedef struct _JhGridLine JhGridLine;
struct _JhGridLine
{
  const char *key;
  gboolean is_code;
  GArray *spans;
  GArray *places;
  JhGridLine *above;
  GPtrArray *below;
};

/* rows, columns: JhGridLine in their order
 * uppermost: the rows of codes that no other code stands over
 * resolved: what keys of formulas came to, by the key
 * alike_rows, alike_columns: the lines of patterns, by the pattern */
typedef struct
{
  const JhGrid *grid;
  GPtrArray *rows;
  GPtrArray *columns;
  GPtrArray *uppermost;
  GHashTable *rows_by_key;
  GHashTable *columns_by_key;
  GHashTable *resolved;
  GHashTable *alike_rows;
  GHashTable *alike_columns;
} JhGridIndex;

/* Reads the keys of @grid, which is borrowed. */
JhGridIndex *jh_grid_index_new (const JhGrid *grid);

/* Frees @data, a JhGridIndex; NULL is allowed. */
void jh_grid_index_free (gpointer data);

/* Forgets what keys of formulas came to. */
void jh_grid_index_forget (JhGridIndex *index);

/* The row or column of @key, or NULL. Borrowed. */
JhGridLine *jh_grid_index_find_row (const JhGridIndex *index,
                                    const char *key);
JhGridLine *jh_grid_index_find_column (const JhGridIndex *index,
                                       const char *key);

/* The next cell of @row and @column, from the place in @state on, which
 * begins as 0, and its place. NULL when there is no more. */
const JhCell *jh_grid_index_next (const JhGridIndex *index,
                                  const JhGridLine *row,
                                  const JhGridLine *column, guint *state,
                                  JhGridPlace *place);

/* The name that stands in @row before its figures: the first words that are
 * no code. "" for none. Borrowed. */
const char *jh_grid_index_get_label (const JhGridIndex *index,
                                     const JhGridLine *row);
