/* Reads a written xlsx back, for tests. Whatever is wrong with the file
 * fails the test. */
#pragma once

#include <glib.h>

/* What a cell holds.
 *
 * JH_XLSX_BLANK    nothing but a style
 * JH_XLSX_NUMBER   a number
 * JH_XLSX_STRING   words
 * JH_XLSX_FORMULA  a formula, which this program never writes */
typedef enum
{
  JH_XLSX_BLANK,
  JH_XLSX_NUMBER,
  JH_XLSX_STRING,
  JH_XLSX_FORMULA,
} JhXlsxKind;

/* text: the words as a spreadsheet shows them, or ""
 * style: the number of the cell's format */
typedef struct
{
  JhXlsxKind kind;
  double number;
  char *text;
  guint style;
} JhXlsxCell;

typedef struct _JhXlsx JhXlsx;

/* Reads the workbook @path. Free it with jh_xlsx_free(). */
JhXlsx *jh_xlsx_open (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* How many sheets there are. */
guint jh_xlsx_count_sheets (const JhXlsx *xlsx);

/* The tab's name of sheet @sheet, counted from 0; borrowed. */
const char *jh_xlsx_get_tab (const JhXlsx *xlsx, guint sheet);

/* The sheet whose tab is called @tab; the test fails when there is none. */
guint jh_xlsx_find_tab (const JhXlsx *xlsx, const char *tab);

/* The cell at @place, such as B7; borrowed. NULL when nothing was written
 * there. */
const JhXlsxCell *jh_xlsx_get_cell (const JhXlsx *xlsx, guint sheet,
                                    const char *place);

/* The places of all cells that were written, in the file's order: char *.
 * Borrowed. */
const GPtrArray *jh_xlsx_list_places (const JhXlsx *xlsx, guint sheet);

/* All merged ranges, a line each, sorted. The caller frees it. */
char *jh_xlsx_dup_merges (const JhXlsx *xlsx, guint sheet);

/* The first cell, by rows, whose words are @text; the test fails when there
 * is none. Its place goes to @place, which may be NULL and holds 16 bytes.
 * Borrowed. */
const JhXlsxCell *jh_xlsx_find_text (const JhXlsx *xlsx, guint sheet,
                                     const char *text, char *place);

/* Whether @range, such as A1:F1, is merged. */
gboolean jh_xlsx_is_merged (const JhXlsx *xlsx, guint sheet,
                            const char *range);

/* How many elements of the sheet are called @name. */
guint jh_xlsx_count_elements (const JhXlsx *xlsx, guint sheet,
                              const char *name);

/* The attribute @attribute of the first element called @name of the sheet,
 * "" when there is none. The caller frees it. */
char *jh_xlsx_dup_attribute (const JhXlsx *xlsx, guint sheet,
                             const char *name, const char *attribute);

/* The rows or columns before which pages are broken by hand, as "13 24";
 * @name is rowBreaks or colBreaks. The caller frees it. */
char *jh_xlsx_dup_breaks (const JhXlsx *xlsx, guint sheet, const char *name);

/* What the name @name, such as _xlnm.Print_Titles, of the sheet stands for,
 * "" when there is none. The caller frees it. */
char *jh_xlsx_dup_name (const JhXlsx *xlsx, guint sheet, const char *name);

/* The code of the number format of the style @style: its own, or General
 * or 0.00% and the like for the built-in ones. The caller frees it. */
char *jh_xlsx_dup_format (const JhXlsx *xlsx, guint style);

/* The attribute @attribute of the element @name of the style @style, such
 * as horizontal of alignment. The caller frees it. */
char *jh_xlsx_dup_style (const JhXlsx *xlsx, guint style, const char *name,
                         const char *attribute);

/* Frees @xlsx. */
void jh_xlsx_free (JhXlsx *xlsx);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhXlsx, jh_xlsx_free)
