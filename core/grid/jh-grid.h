/* A computed sheet: what the screen, print, xlsx, csv and the checks read.
 *
 * A grid is a rectangle of cells under a title. It knows nothing of the
 * books it was computed from, and a grid read from a received workbook is
 * as good as a computed one. */
#pragma once

#include "jh-money.h"
#include "jh-ratio.h"
#include "jh-texts.h"

/* What a cell holds.
 *
 * JH_CELL_BLANK   nothing was entered: drawn empty
 * JH_CELL_NONE    the cell does not apply here: drawn —
 * JH_CELL_MONEY   an amount, drawn in the grid's unit with two decimals
 * JH_CELL_RATE    a ratio, drawn as a percentage with two decimals
 * JH_CELL_POINTS  a weight or a score: hundredths, drawn with two decimals
 * JH_CELL_COUNT   a whole number
 * JH_CELL_TEXT    words; never a formula, whatever they begin with */
typedef enum
{
  JH_CELL_BLANK,
  JH_CELL_NONE,
  JH_CELL_MONEY,
  JH_CELL_RATE,
  JH_CELL_POINTS,
  JH_CELL_COUNT,
  JH_CELL_TEXT,
} JhCellKind;

/* What a cell is for, which decides how it is drawn.
 *
 * JH_ROLE_HEADER  a column's head: centred
 * JH_ROLE_NUMBER  a line or column number (行次, 栏次): centred, small
 * JH_ROLE_CODE    a code: left, text
 * JH_ROLE_LABEL   a row's name: left, indented by `indent`
 * JH_ROLE_CENTER  words in the middle, such as 合计 or 数量指标
 * JH_ROLE_WORDS   long words: left, wrapped
 * JH_ROLE_VALUE   a figure: right */
typedef enum
{
  JH_ROLE_HEADER,
  JH_ROLE_NUMBER,
  JH_ROLE_CODE,
  JH_ROLE_LABEL,
  JH_ROLE_CENTER,
  JH_ROLE_WORDS,
  JH_ROLE_VALUE,
} JhCellRole;

/* rows, columns: how many rows and columns the cell covers, at least 1;
 *                0 and 0 for a cell that another cell covers
 * strong: a total, drawn bold
 * text: lives as long as the grid; the words of a JH_CELL_TEXT, else NULL */
typedef struct
{
  JhCellKind kind;
  JhCellRole role;
  guint rows;
  guint columns;
  guint indent;
  gboolean strong;
  union
  {
    JhMoney money;
    JhRatio rate;
    gint64 points;
    gint64 count;
  };
  const char *text;
} JhCell;

/* A column.
 *
 * width: in half-width characters of the body font
 * group: columns of one top-level header share a number; a page is broken
 *        between groups where it can be */
typedef struct
{
  double width;
  guint group;
} JhGridColumn;

/* Where a cell is, counted from 0. */
typedef struct
{
  guint row;
  guint column;
} JhGridPlace;

/* One grid. All strings belong to it, or to texts that it holds on to.
 *
 * name: how the sheet is called in commands and checks, such as 公开01
 * tab: a short name for a workbook's tab
 * number: printed at the top right, such as 公开01表; "" for none
 * title, subtitle: the heading; subtitle may be ""
 * unit_name: 编制单位, printed at the left; "" for none
 * unit: the unit in which money is shown, printed at the right when
 *       `shows_unit`
 * notes: sentences under the table
 * header_rows: how many rows at the top are the header, repeated on pages
 * frozen_columns: how many columns at the left stay in sight and are
 *                 repeated on pages
 * landscape: printed on A4 across
 * pages_wide: 1 to shrink to the paper's width; 0 to break columns over
 *             pages at the natural size */
typedef struct
{
  char *name;
  char *tab;
  char *number;
  char *title;
  char *subtitle;
  char *unit_name;
  JhMoneyUnit unit;
  gboolean shows_unit;
  GPtrArray *notes;
  guint n_rows;
  guint n_columns;
  guint header_rows;
  guint frozen_columns;
  gboolean landscape;
  guint pages_wide;

  /*< private >*/
  JhCell *cells;
  JhGridColumn *columns;
  const char **row_keys;
  const char **column_keys;
  GStringChunk *strings;
  GPtrArray *shared;
} JhGrid;

/* The most cells a grid may have. */
#define JH_GRID_CELLS_MAX 8000000

/* A grid of blank cells, one column 10 characters wide each. Free it with
 * jh_grid_free(). @n_rows × @n_columns may be at most JH_GRID_CELLS_MAX. */
JhGrid *jh_grid_new (guint n_rows, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @grid and every string in it. */
void jh_grid_free (JhGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhGrid, jh_grid_free)

/* The cell at @row, @column, counted from 0; borrowed, for reading. */
const JhCell *jh_grid_get_cell (const JhGrid *grid, guint row, guint column);

/* The cell at @row, @column, for filling in. Texts go through
 * jh_grid_set_text() or jh_grid_intern(). */
JhCell *jh_grid_edit_cell (JhGrid *grid, guint row, guint column);

/* Makes the cell one of words. Keeps a copy of @text. */
void jh_grid_set_text (JhGrid *grid, guint row, guint column, JhCellRole role,
                       const char *text);

/* Holds on to @texts as long as @grid is there. */
void jh_grid_share (JhGrid *grid, JhTexts *texts);

/* As jh_grid_set_text(), without a copy: @text lives as long as @grid, being
 * static or from jh_grid_intern() or jh_grid_share(). */
void jh_grid_put_text (JhGrid *grid, guint row, guint column, JhCellRole role,
                       const char *text);

/* A copy of @text that lives as long as @grid; NULL stays NULL. */
const char *jh_grid_intern (JhGrid *grid, const char *text);

/* Lets the cell at @row, @column cover @rows × @columns; what it covers is
 * emptied. A part that lies outside of the grid is cut off. */
void jh_grid_merge (JhGrid *grid, guint row, guint column, guint rows,
                    guint columns);

/* The column @column; borrowed, may be filled in. */
JhGridColumn *jh_grid_column (JhGrid *grid, guint column);

/* As jh_grid_column(), for reading. */
const JhGridColumn *jh_grid_get_column (const JhGrid *grid, guint column);

/* The key of the row that the cell at @row, @column stands in: a code or a
 * label, unique in the grid; NULL for a row that has none. A grid of two
 * panels has two keys a row, which is why the column is asked for. */
const char *jh_grid_get_row_key (const JhGrid *grid, guint row, guint column);

/* Gives @n_columns cells of @row, from @column on, a key. Keeps a copy. */
void jh_grid_set_row_key (JhGrid *grid, guint row, guint column,
                          guint n_columns, const char *key);

/* The key of the column that the cell at @row, @column stands in: its head's
 * label, or all of its heads joined by / when the label stands more than
 * once in its panel; NULL for a cell of labels or numbers. A form has other
 * columns in every block, which is why the row is asked for. */
const char *jh_grid_get_column_key (const JhGrid *grid, guint row,
                                    guint column);

/* Gives the cell at @row, @column the column key @key. Keeps a copy. */
void jh_grid_set_column_key (JhGrid *grid, guint row, guint column,
                             const char *key);

/* As jh_grid_set_row_key(), without a copy; see jh_grid_put_text(). */
void jh_grid_put_row_key (JhGrid *grid, guint row, guint column,
                          guint n_columns, const char *key);

/* As jh_grid_set_column_key(), without a copy; see jh_grid_put_text(). */
void jh_grid_put_column_key (JhGrid *grid, guint row, guint column,
                             const char *key);

/* The first cell whose row has the key @row and whose column the key
 * @column, or NULL; its place goes to @at_row and @at_column, which may
 * be NULL. */
const JhCell *jh_grid_find (const JhGrid *grid, const char *row,
                            const char *column, guint *at_row,
                            guint *at_column);

/* What the cell shows: "210.03", "44.78%", "—", words, or "". Money comes
 * in the grid's unit; @grouped puts in thousands separators. The caller
 * frees it. */
char *jh_grid_dup_cell_text (const JhGrid *grid, const JhCell *cell,
                             gboolean grouped) G_GNUC_WARN_UNUSED_RESULT;
