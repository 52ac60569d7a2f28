/* What was typed and is no entry yet, because it is wrong or not whole. It is
 * kept in the file beside the books, undone and redone like an entry, and no
 * sheet and no check ever reads it. */
#pragma once

#include "jh-store.h"

/* The most characters that are kept of what was typed. */
#define JH_DRAFT_MAX 10000

/* One text.
 *
 * book: the schema's name of the table
 * line: the id of the row, or negative for a row not in the books yet
 * place: of such a row, where it stands among the rows; see JhRow
 * field: the column's name; "" says that the row is there
 * typed: as it was typed */
typedef struct
{
  char *book;
  gint64 line;
  gint64 place;
  char *field;
  char *typed;
} JhDraft;

/* Frees @draft; NULL is allowed. */
void jh_draft_free (JhDraft *draft);

/* The drafts of @filing in the table @book, or in all when it is NULL, by
 * table, place and line: JhDraft, freed with the array. NULL with @error. The
 * caller unrefs it. */
GPtrArray *jh_draft_list (JhStore *store, gint64 filing, const char *book,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @draft in the place of what was there for its line and field,
 * inside of a change. JH_ERROR_LOCKED. */
gboolean jh_draft_set (JhStore *store, gint64 filing, const JhDraft *draft,
                       GError **error);

/* Forgets the text of @field in @line of @book, all of the line when @field
 * is NULL, inside of a change; nothing to forget is no error.
 * JH_ERROR_LOCKED. */
gboolean jh_draft_drop (JhStore *store, gint64 filing, const char *book,
                        gint64 line, const char *field, GError **error);

/* Forgets all drafts of @filing, inside of a change. JH_ERROR_LOCKED. */
gboolean jh_draft_clear (JhStore *store, gint64 filing, GError **error);
