/* Cases of the catalogue: a sound filing is changed, and exactly the rules
 * that should tell of it do. */
#pragma once

#include "sound-books.h"

/* One filing.
 *
 * changes: as sound_books_change() takes them, of the sound books, or
 *   "<CHANGE"                  of the year before, which is there with the
 *                              first of them
 *   "@SHEET ROW COLUMN ±WAN"   of a computed sheet; rows and columns may be
 *                              several, with commas between
 *   "#SHEET"                   the sheet loses its notes
 *   "!LIMIT NUMBER"            a limit that users chose
 * rules: the rules that tell of it, apart from what only follows, joined by
 *   blanks in the order of their ids; "" when everything holds
 * part: of what is told; may be NULL
 * base: makes other books than the sound ones, or NULL */
typedef struct
{
  const char *changes[9];
  const char *rules;
  const char *part;
  JhBooks *(*base) (void);
} CatalogueCase;

/* Fails with all of @cases that do not come to what they should, and with
 * the rules, of those whose ids begin with one of @letters, that no case
 * lets tell of anything. */
void catalogue_check (const CatalogueCase *cases, gsize n_cases,
                      const char *letters);
