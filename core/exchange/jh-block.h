/* A block of cells on its way through the clipboard: rows × columns of
 * texts. */
#pragma once

#include <glib.h>

/* The most bytes of a block as text, its most cells, and its most columns,
 * which are those of a spreadsheet. */
#define JH_BLOCK_BYTES_MAX (16 * 1024 * 1024)
#define JH_BLOCK_CELLS_MAX 1000000
#define JH_BLOCK_COLUMNS_MAX 16384

typedef struct _JhBlock JhBlock;

/* A block of blank words, with at least one row and one column and at most
 * JH_BLOCK_CELLS_MAX cells. */
JhBlock *jh_block_new (guint n_rows,
                       guint n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @block; NULL is allowed. */
void jh_block_free (JhBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhBlock, jh_block_free)

/* How many rows @block has. */
guint jh_block_get_n_rows (const JhBlock *block);

/* How many columns @block has. */
guint jh_block_get_n_columns (const JhBlock *block);

/* The text of a cell, valid UTF-8, "" for nothing. Borrowed. */
const char *jh_block_get (const JhBlock *block, guint row, guint column);

/* Puts a copy of @text, valid UTF-8, into a cell; NULL is "". */
void jh_block_set (JhBlock *block, guint row, guint column, const char *text);

/* Says that a cell is a figure: what is written of it is to be a number
 * for a spreadsheet, as far as its text is one. Other cells are words. */
void jh_block_set_figure (JhBlock *block, guint row, guint column);

/* Whether a cell was said to be a figure. */
gboolean jh_block_is_figure (const JhBlock *block, guint row, guint column);
