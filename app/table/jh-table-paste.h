/* Which block a paste, a filling or a clearing writes. Plain values; nothing
 * here knows a display. */
#pragma once

#include "jh-table-cursor.h"
#include "jh-table-model.h"

/* What a paste comes to.
 *
 * block: what to write; the caller frees it
 * lost_rows, lost_columns: how many of the copied rows and columns do not
 *   fit behind the last ones of the table */
typedef struct
{
  JhTableBlock *block;
  guint lost_rows;
  guint lost_columns;
} JhTablePaste;

/* Frees what @paste holds. */
void jh_table_paste_clear (JhTablePaste *paste);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JhTablePaste, jh_table_paste_clear)

/* What happens when @clip, whose own place does not matter, is pasted over
 * @target: one cell fills it, a block repeats where @target is a multiple of
 * it, and otherwise it spreads from the upper left cell of @target. A table
 * has @n_columns, and @n_rows or, as G_MAXUINT, as many as are wanted.
 * JH_ERROR_USAGE when nothing would fit or it is too much at once. */
gboolean jh_table_paste (const JhTableBlock *clip, JhTableArea target,
                         guint n_rows, guint n_columns, JhTablePaste *paste,
                         GError **error);

/* A sentence about what did not fit; NULL when all did. The caller frees
 * it. */
char *jh_table_paste_dup_loss (const JhTablePaste *paste);

/* What a cell holds, as typed; the caller frees it. */
typedef char *(*JhTableRead) (guint row, guint column, gpointer data);

/* Fills @area from its first row (@down) or column; one row or column alone
 * is filled from the one before it. NULL with JH_ERROR_USAGE where there is
 * none before it, or it is too much at once. The caller frees the block. */
JhTableBlock *jh_table_fill (JhTableArea area, gboolean down,
                             JhTableRead read, gpointer data,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What @area holds, as typed. NULL with JH_ERROR_USAGE when it is too much
 * at once. The caller frees the block. */
JhTableBlock *jh_table_take (JhTableArea area, JhTableRead read,
                             gpointer data,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
