/* A table that people fill in, as the view and the clipboard see it.
 *
 * Rows are the positions of the GListModel; columns are described here. A
 * model that grows shows one row more than it has: what is written behind
 * the last row begins a new one. Nothing here knows a display, and nothing
 * is written but by jh_table_model_write() and the two that add and remove
 * rows, each of which is one named change that can be undone. */
#pragma once

#include <gio/gio.h>

/* JH_COLUMN_WORDS   words: left
 * JH_COLUMN_CODE    a code, with its name behind it: left, completed
 * JH_COLUMN_CHOICE  one of a few words: left, completed
 * JH_COLUMN_FIGURE  a figure: right, in tabular digits, sums allowed */
typedef enum
{
  JH_COLUMN_WORDS,
  JH_COLUMN_CODE,
  JH_COLUMN_CHOICE,
  JH_COLUMN_FIGURE,
} JhTableColumnKind;

/* A column. The texts are borrowed from the model until its columns change.
 *
 * name: stable, to keep widths by
 * label: its head
 * unit: what its figures are counted in, such as 万元; "" for none
 * help: a sentence about what belongs there; "" for none
 * width: in half-width characters, until somebody drags it
 * required: a row is not in the books without it */
typedef struct
{
  const char *name;
  const char *label;
  const char *unit;
  const char *help;
  JhTableColumnKind kind;
  guint width;
  gboolean required;
} JhTableColumn;

/* JH_LOOK_PLAIN   a cell like any other
 * JH_LOOK_STRONG  a total
 * JH_LOOK_DIM     not to be filled in here */
typedef enum
{
  JH_LOOK_PLAIN,
  JH_LOOK_STRONG,
  JH_LOOK_DIM,
} JhTableLook;

/* Whether the checks find something in a cell. */
typedef enum
{
  JH_MARK_NONE,
  JH_MARK_WARNING,
  JH_MARK_ERROR,
} JhTableMark;

/* What a cell shows. Its texts are its own: jh_table_cell_clear().
 *
 * text: as shown, figures with separators; what was typed when it is wrong;
 *       never NULL
 * note: shown behind the text, such as a code's name; or NULL
 * fault: why what was typed is not in the books, a sentence; or NULL
 * reason: why it cannot be edited here, a sentence; or NULL when it can
 * mark: what the checks find in it
 * remark: the same in words; NULL for JH_MARK_NONE */
typedef struct
{
  char *text;
  char *note;
  char *fault;
  char *reason;
  JhTableLook look;
  JhTableMark mark;
  char *remark;
} JhTableCell;

/* Frees what @cell holds. */
void jh_table_cell_clear (JhTableCell *cell);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JhTableCell, jh_table_cell_clear)

/* What is done to cells, for the name of the change.
 *
 * JH_VERB_REMOVE  their rows are taken out; not for jh_table_model_write() */
typedef enum
{
  JH_VERB_TYPE,
  JH_VERB_PASTE,
  JH_VERB_FILL,
  JH_VERB_CLEAR,
  JH_VERB_CUT,
  JH_VERB_REMOVE,
} JhTableVerb;

/* Texts for a rectangle of cells.
 *
 * row, column: its upper left cell
 * texts: n_rows × n_columns, row by row, as a person would type them; NULL
 *        leaves that cell as it is. Owned by the block. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
  char **texts;
} JhTableBlock;

/* The most cells that are written at once. */
#define JH_TABLE_CELLS_MAX 400000

/* As many cells are written, even if all of them are wrong, while a window
 * may stand still: within a tenth of a second. */
#define JH_TABLE_QUICK_CELLS 8000

/* A block of NULLs. Free it with jh_table_block_free(). @n_rows ×
 * @n_columns is at most JH_TABLE_CELLS_MAX. */
JhTableBlock *jh_table_block_new (guint row, guint column, guint n_rows,
                                  guint n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* Puts a copy of @text at @row, @column of @block, counted from its upper
 * left cell. */
void jh_table_block_set (JhTableBlock *block, guint row, guint column,
                         const char *text);

/* The text there; NULL for a cell that is left alone. Borrowed. */
const char *jh_table_block_get (const JhTableBlock *block, guint row,
                                guint column);

/* Whether writing @block takes longer than a window may stand still. */
gboolean jh_table_block_is_large (const JhTableBlock *block);

/* Frees @block; NULL is allowed. */
void jh_table_block_free (JhTableBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhTableBlock, jh_table_block_free)

/* What became of a block.
 *
 * changed: cells that hold something else now
 * faulty: cells that were marked, for what was written is wrong
 * refused: cells that cannot be edited
 * left_out: rows that were totals, and were not taken for entries
 * words: all of it in sentences for a person, the first fault and the
 *        totals that do not fit among them; "" when there is nothing to
 *        tell. Owned: jh_table_report_clear(). */
typedef struct
{
  guint changed;
  guint faulty;
  guint refused;
  guint left_out;
  char *words;
} JhTableReport;

/* Frees what @report holds. */
void jh_table_report_clear (JhTableReport *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JhTableReport, jh_table_report_clear)

/* Something to put into a cell.
 *
 * text: what is put there
 * label: what is shown in the list, such as “2080505 …缴费支出” */
typedef struct
{
  char *text;
  char *label;
} JhSuggestion;

/* A copy of both. Free it with jh_suggestion_free(). */
JhSuggestion *jh_suggestion_new (const char *text,
                                 const char *label) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @suggestion; NULL is allowed. */
void jh_suggestion_free (JhSuggestion *suggestion);

typedef enum
{
  JH_SORT_NONE,
  JH_SORT_RISING,
  JH_SORT_FALLING,
} JhSortOrder;

/* See jh-table-recipe.h. */
typedef struct _JhTableRecipe JhTableRecipe;

#define JH_TYPE_TABLE_MODEL (jh_table_model_get_type ())
G_DECLARE_INTERFACE (JhTableModel, jh_table_model, JH, TABLE_MODEL,
                     GListModel)

/* The interface behind the functions below, which say what each does. What
 * may be NULL: grows (FALSE), insert_rows and remove_rows (refused),
 * dup_total (no totals), has_totals (whether there is a dup_total), sort
 * (cannot be sorted), complete (nothing), find_row (positions are keys),
 * count_frozen (0), take_recipe (cannot be made again).
 *
 * Signals, emitted by the model:
 * "cells-changed" (guint first, guint n): rows hold something else, and the
 *   totals may
 * "columns-changed": all columns are to be asked for again */
struct _JhTableModelInterface
{
  GTypeInterface parent_interface;

  guint (*count_columns) (JhTableModel *model);
  const JhTableColumn *(*get_column) (JhTableModel *model, guint column);
  guint (*count_frozen) (JhTableModel *model);
  gboolean (*grows) (JhTableModel *model);
  void (*get_cell) (JhTableModel *model, guint row, guint column,
                    JhTableCell *cell);
  char *(*dup_typed) (JhTableModel *model, guint row, guint column);
  gboolean (*write) (JhTableModel *model, const JhTableBlock *block,
                     JhTableVerb verb, JhTableReport *report, GError **error);
  JhTableRecipe *(*take_recipe) (JhTableModel *model);
  gboolean (*insert_rows) (JhTableModel *model, guint before, guint n,
                           GError **error);
  gboolean (*remove_rows) (JhTableModel *model, const guint *rows, guint n,
                           GError **error);
  char *(*dup_total) (JhTableModel *model, guint column);
  gboolean (*has_totals) (JhTableModel *model);
  void (*sort) (JhTableModel *model, guint column, JhSortOrder order);
  JhSortOrder (*get_sort) (JhTableModel *model, guint *column);
  GPtrArray *(*complete) (JhTableModel *model, guint row, guint column,
                          const char *typed, guint most);
  gint64 (*get_key) (JhTableModel *model, guint row);
  gboolean (*find_row) (JhTableModel *model, gint64 key, guint *row);
};

/* How many columns there are. */
guint jh_table_model_count_columns (JhTableModel *model);

/* The column @column. Borrowed until the columns change. */
const JhTableColumn *jh_table_model_get_column (JhTableModel *model,
                                                guint column);

/* How many columns at the left stay in sight. */
guint jh_table_model_count_frozen (JhTableModel *model);

/* Whether rows are added by writing behind the last one. */
gboolean jh_table_model_grows (JhTableModel *model);

/* How many rows a view shows: the rows, and the one behind them where the
 * model grows. */
guint jh_table_model_count_rows (JhTableModel *model);

/* What the cell at @row, @column shows, filled into @cell, which the caller
 * clears. @row may be the one behind the last. */
void jh_table_model_get_cell (JhTableModel *model, guint row, guint column,
                              JhTableCell *cell);

/* What an editor begins with and what is copied: figures without
 * separators, a code without its name, what was typed when it is wrong.
 * Writing it back changes nothing. The caller frees it. */
char *jh_table_model_dup_typed (JhTableModel *model, guint row,
                                guint column) G_GNUC_WARN_UNUSED_RESULT;

/* Writes @block as one change. A text that the books cannot hold stays in
 * its cell with a fault. @report is filled in for the caller to clear.
 * FALSE with @error when nothing could be kept at all: JH_ERROR_LOCKED,
 * JH_ERROR_READ_ONLY, JH_ERROR_BUSY, JH_ERROR_FULL, JH_ERROR_IO; nothing is
 * changed then, and @report need not be cleared. */
gboolean jh_table_model_write (JhTableModel *model, const JhTableBlock *block,
                               JhTableVerb verb, JhTableReport *report,
                               GError **error);

/* Does to @block what @verb says: takes its rows out, or writes it, as
 * jh_table_model_write(). When a block is filled or emptied the cells that
 * cannot be edited are left alone, unless that is all of them: a row is
 * emptied without a word about its sums. */
gboolean jh_table_model_apply (JhTableModel *model, JhTableBlock *block,
                               JhTableVerb verb, JhTableReport *report,
                               GError **error);

/* How to make the table again, its rows as they stand now, for a block that
 * is written on a thread; NULL when that cannot be. The caller frees it. */
JhTableRecipe *
jh_table_model_take_recipe (JhTableModel *model) G_GNUC_WARN_UNUSED_RESULT;

/* Writes one text into one cell, as a person who typed it. */
gboolean jh_table_model_type (JhTableModel *model, guint row, guint column,
                              const char *text, JhTableReport *report,
                              GError **error);

/* Puts @n blank rows before the row @before, as one change. Errors as of
 * jh_table_model_write(), and JH_ERROR_USAGE where rows are fixed. */
gboolean jh_table_model_insert_rows (JhTableModel *model, guint before,
                                     guint n, GError **error);

/* Takes @n rows out, as one change. As jh_table_model_insert_rows(). */
gboolean jh_table_model_remove_rows (JhTableModel *model, const guint *rows,
                                     guint n, GError **error);

/* Whether rows can be put in and taken out. */
gboolean jh_table_model_has_free_rows (JhTableModel *model);

/* What the totals row shows under @column, as shown; NULL for nothing. The
 * caller frees it. */
char *jh_table_model_dup_total (JhTableModel *model,
                                guint column) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is a totals row at all. */
gboolean jh_table_model_has_totals (JhTableModel *model);

/* Puts the rows in the order of @column; rows that are alike, and all of
 * them by JH_SORT_NONE, stand as they were entered. Rows do not move while
 * they are edited. The books keep their order. */
void jh_table_model_sort (JhTableModel *model, guint column,
                          JhSortOrder order);

/* The order now, and its column. */
JhSortOrder jh_table_model_get_sort (JhTableModel *model, guint *column);

/* Whether it can be sorted. */
gboolean jh_table_model_can_sort (JhTableModel *model);

/* What may be meant by @typed in that cell, the best first: JhSuggestion, at
 * most @most; all that is allowed for "". The caller unrefs it. */
GPtrArray *jh_table_model_complete (JhTableModel *model, guint row,
                                    guint column, const char *typed,
                                    guint most) G_GNUC_WARN_UNUSED_RESULT;

/* What a row is known by wherever it stands; 0 for the one behind the
 * last. */
gint64 jh_table_model_get_key (JhTableModel *model, guint row);

/* Looks for the row with @key. FALSE when there is none. */
gboolean jh_table_model_find_row (JhTableModel *model, gint64 key,
                                  guint *row);

/* Says that the @n rows from @first on hold something else. */
void jh_table_model_cells_changed (JhTableModel *model, guint first, guint n);

/* Says that the columns are others now. */
void jh_table_model_columns_changed (JhTableModel *model);
