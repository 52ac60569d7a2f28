/* A file of keys and values. */
#pragma once

#include "jh-cell.h"
#include "jh-csv.h"

/* One row of the file. Both texts are borrowed from the entries and the
 * CSV. */
typedef struct
{
  const char *key;
  const char *value;
  guint line;
} JhEntry;

typedef struct _JhEntries JhEntries;

/* Reads @csv, whose columns are 键 and 值, and which must outlive what is
 * returned. Keys are trimmed; one that is typed otherwise than in @known
 * (const char *) reads as it stands there. A key that comes twice, and a
 * value without one, are faults. @csv NULL, and one without rows, give no
 * entries. */
JhEntries *jh_entries_read (const JhReading *reading, const JhCsv *csv,
                            const GPtrArray *known) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @entries; NULL is allowed. */
void jh_entries_free (JhEntries *entries);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhEntries, jh_entries_free)

/* How many there are. */
guint jh_entries_count (const JhEntries *entries);

/* The entry number @index, in the order of the file. Borrowed. */
const JhEntry *jh_entries_get (const JhEntries *entries, guint index);

/* The entry with the key @key, or NULL. Borrowed. */
const JhEntry *jh_entries_find (const JhEntries *entries, const char *key);
