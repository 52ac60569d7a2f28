/* What the readers and writers of blocks share. */
#pragma once

#include "jh-block.h"

/* Rows that are still being read; they may differ in length. */
typedef struct _JhRows JhRows;

/* No rows. */
JhRows *jh_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @rows; NULL is allowed. */
void jh_rows_free (JhRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhRows, jh_rows_free)

/* Forgets all rows. */
void jh_rows_clear (JhRows *rows);

/* How many rows there are. */
guint jh_rows_count (const JhRows *rows);

/* Begins a row below the others. JH_ERROR_DATA when the block gets too
 * large. */
gboolean jh_rows_begin (JhRows *rows, GError **error);

/* Puts @text, which is taken over even on failure and may be NULL, into
 * @column of the last row, and makes the row @n_columns longer than that.
 * JH_ERROR_DATA when the block gets too large. */
gboolean jh_rows_put (JhRows *rows, guint column, guint n_columns, char *text,
                      GError **error);

/* The block of all rows, the shorter ones filled up with blanks; their texts
 * are taken out. NULL when there is no cell. */
JhBlock *jh_rows_to_block (JhRows *rows) G_GNUC_WARN_UNUSED_RESULT;

/* @bytes of the clipboard as valid UTF-8 without NUL and byte order mark:
 * UTF-8, or UTF-16 in either order, with NULs at the end or not; with @html
 * GB 2312, GBK and GB 18030 too, when a charset says so. JH_ERROR_NOT_FOUND
 * when there is no text, JH_ERROR_DATA when it is too long or cannot be
 * read. The caller frees it. */
char *jh_block_decode (const char *bytes, gsize length, gboolean html,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @shown as a number without separators, or NULL when it is none: 1,234.50,
 * but not 0012, which is a code. The caller frees it. */
char *jh_block_plain_number (const char *shown) G_GNUC_WARN_UNUSED_RESULT;

/* The number that a spreadsheet keeps as @exact and shows as @shown, in the
 * 15 digits that are exact: "1234.5678" for ¥1,234.57. NULL when @shown is
 * not @exact rounded, but a code (0012), a date, a share in %, or anything
 * else that stands for itself. The caller frees it. */
char *jh_block_exact_number (const char *exact,
                             const char *shown) G_GNUC_WARN_UNUSED_RESULT;
