/* One row of a table while it is filled in: what stands in the books, or
 * will, and what was typed that cannot. */
#pragma once

#include "jh-typing.h"

/* table: whose row it is
 * row: as it is in the books; its id is negative for one that is not in them
 *      yet (see JhDraft), 0 for one that nobody has kept yet
 * owned: whether the row is the entry's; those in the books are the books'
 * typed: by field, what was typed and is wrong, as jh_typing_keep() made it;
 *        NULL where nothing is, and as a whole when nothing is anywhere
 * faults: likewise, why; set exactly where typed is
 * clashing: whether a fault is that another row has the same key */
typedef struct
{
  const JhTable *table;
  JhRow *row;
  gboolean owned;
  char **typed;
  char **faults;
  gboolean clashing;
} JhContent;

/* An entry for @row of the books, which is borrowed. */
JhContent *jh_content_of (gpointer row) G_GNUC_WARN_UNUSED_RESULT;

/* An entry with a row of its own, blank and with the id 0. */
JhContent *jh_content_new (const JhTable *table) G_GNUC_WARN_UNUSED_RESULT;

/* A copy with a row of its own. */
JhContent *jh_content_copy (const JhContent *entry) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @entry; NULL is allowed. */
void jh_content_free (JhContent *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhContent, jh_content_free)

/* Whether the row is in the books. */
gboolean jh_content_is_kept (const JhContent *entry);

/* Whether all that the books ask of a row is there. */
gboolean jh_content_is_whole (const JhContent *entry);

/* Whether nothing stands in the entry, right or wrong. */
gboolean jh_content_is_blank (const JhContent *entry);

/* Whether anything is wrong. */
gboolean jh_content_is_wrong (const JhContent *entry);

/* What was typed and is wrong in the field @index; NULL when nothing is.
 * Borrowed. */
const char *jh_content_get_typed (const JhContent *entry, guint index);

/* Why; NULL when nothing is wrong. Borrowed. */
const char *jh_content_get_fault (const JhContent *entry, guint index);

/* Writes @text, as a person typed it, into the field @index. What cannot be
 * read stays as typed with its fault, and the row has no value for it then:
 * a figure that is wrong must not leave the old one standing in the books.
 * Only where the books cannot do without, they keep the value before. */
void jh_content_write (JhContent *entry, JhSession *session, guint index,
                     const char *text);

/* Says that the field @index is wrong because of @fault: @text, as
 * jh_typing_keep() made it, stays as typed. The row is left as it is. */
void jh_content_refuse (JhContent *entry, guint index, const char *text,
                      const char *fault);

/* Forgets what is wrong in the field @index. */
void jh_content_accept (JhContent *entry, guint index);

/* Whether the field @index shows the same in both. */
gboolean jh_content_same_cell (const JhContent *a, const JhContent *b, guint index);

/* What is to be kept in the drafts for the field @index: what is wrong, and
 * all that stands in a row that is not in the books. NULL for nothing. The
 * caller frees it. */
char *jh_content_dup_draft (const JhContent *entry,
                          guint index) G_GNUC_WARN_UNUSED_RESULT;
