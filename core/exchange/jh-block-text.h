/* Blocks as the text that spreadsheets put on the clipboard and take from
 * it.
 *
 * What is read stays words: a text that begins with = is a text, and it is
 * for whoever pastes to decide what to make of it. What is written is no
 * formula: words have the shield of jh-shield.h, and in HTML they are marked
 * as text, so that codes such as 0012 stay what they are. */
#pragma once

#include "jh-block.h"

/* Reads tab-separated @bytes (UTF-8 or UTF-16, with NULs at the end or not).
 *
 * A row ends in LF, CRLF or CR; the last one may do without. A cell that
 * begins with a double quote, ends with one and has all others doubled is
 * quoted and may hold tabs and line ends (which become LF); any other cell
 * is taken as it stands, quotes too. Cells are not trimmed; shorter rows are
 * filled up with blanks.
 *
 * NULL with JH_ERROR_NOT_FOUND when there is no text, JH_ERROR_DATA when it
 * is beyond the limits of a block or in no known encoding. */
JhBlock *jh_block_read_tsv (const char *bytes, gsize length,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the first table that has cells in the HTML @bytes (UTF-8, UTF-16, or
 * GB 2312 to GB 18030 when a charset says so).
 *
 * Merged cells have their text in the first cell and blanks in the others;
 * what is hidden by display:none is left out; blanks are collapsed as a
 * browser does, <br> and paragraphs become LF. Where the program that wrote
 * the table gives the number behind a rounded one (x:num, sdval,
 * data-sheets-value), that number is taken. Nothing is loaded from
 * anywhere.
 *
 * NULL with JH_ERROR_NOT_FOUND when there is no table, JH_ERROR_DATA when it
 * is beyond the limits of a block, nested too deep, or in no known
 * encoding. */
JhBlock *jh_block_read_html (const char *bytes, gsize length,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @block as tab-separated UTF-8, each row ending in LF. The caller frees
 * it. */
char *jh_block_write_tsv (const JhBlock *block) G_GNUC_WARN_UNUSED_RESULT;

/* @block as an HTML document in UTF-8 with one table. Control characters are
 * left out. The caller frees it. */
char *jh_block_write_html (const JhBlock *block) G_GNUC_WARN_UNUSED_RESULT;
