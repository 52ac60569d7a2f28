/* A strict reader of CSV (RFC 4180).
 *
 * Cells are separated by commas, or by tabs or semicolons when the first
 * line has those and no comma. A line ends in LF, CRLF or CR. A cell that
 * begins with a double quote ends with one, and may hold separators, line
 * ends (which become LF) and doubled quotes. Rows of nothing but blank cells
 * are left out. */
#pragma once

#include "jh-faults.h"

/* The most cells of a row, and bytes of a cell. */
#define JH_CSV_COLUMNS_MAX 64
#define JH_CSV_CELL_MAX (64 * 1024)

/* line: on which the row begins, as an editor counts, from 1
 * n_cells: how many cells the file has there, at most JH_CSV_COLUMNS_MAX
 * cells: UTF-8, never NULL, as in the file: not trimmed */
typedef struct
{
  guint line;
  guint n_cells;
  char *cells[];
} JhCsvRow;

/* text: what the cells stand in
 * rows: JhCsvRow; the first is the header
 * cut: whether the last row ends with the file, without a line end */
typedef struct
{
  char *text;
  GPtrArray *rows;
  gboolean cut;
} JhCsv;

/* Frees @csv; NULL is allowed. */
void jh_csv_free (JhCsv *csv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhCsv, jh_csv_free)

/* Reads @length bytes of @text, which is UTF-8 (NUL bytes apart), ends in a
 * NUL that @length does not count, and is taken over.
 *
 * @name: the file's name, for faults
 * Returns NULL when the text cannot be read to its end: a NUL byte, a quote
 * that is never closed, more than JH_LINES_MAX rows beside the header. A row
 * that is too wide, a cell that is too long and a stray quote are faults
 * too, but reading goes on. All go to @faults. */
JhCsv *jh_csv_parse (char *text, gsize length, const char *name,
                     JhFaults *faults) G_GNUC_WARN_UNUSED_RESULT;

/* The cell number @index of @row, "" beyond its last one. Borrowed. */
const char *jh_csv_row_get (const JhCsvRow *row, guint index);
