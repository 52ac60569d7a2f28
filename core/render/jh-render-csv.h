/* One grid as plain text: for other programs, and for a terminal. */
#pragma once

#include "jh-grid.h"

/* @grid as CSV: header rows and rows, one line each, as RFC 4180 says, in
 * UTF-8 with a byte order mark and CRLF. Numbers have no thousands
 * separators; a merged cell's content stands in its first cell alone. Words
 * that a spreadsheet would run as a formula get a ' before them. The caller
 * frees it. */
char *jh_render_csv_text (const JhGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

/* Writes jh_render_csv_text() as the file @name in @folder; @name is one
 * part of a path and is replaced when it is there. Returns FALSE, with
 * nothing left, as jh_part_new() and jh_part_finish() do. */
gboolean jh_render_csv (const JhGrid *grid, const char *folder,
                        const char *name, GError **error);

/* @grid for a terminal: title, unit, a table whose columns stand under each
 * other, and notes. Control characters are made visible. The caller frees
 * it. */
char *jh_render_text (const JhGrid *grid) G_GNUC_WARN_UNUSED_RESULT;
