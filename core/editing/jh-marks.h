/* Which cells findings speak of: 错误 and 警告 that nobody accepted mark the
 * cell where the mend begins, and the others that they were found from where
 * these are few. A sum over a whole table marks no table.
 *
 * Marks never change, so that any thread may make and read them. */
#pragma once

#include "jh-grid.h"

#include "jh-table-model.h"

typedef struct _JhMarks JhMarks;

/* A finding of more cells than these marks only where the mend begins. */
#define JH_MARKS_READ_MOST 8

/* What one cell is marked with. Borrowed from the marks.
 *
 * mark: 错误 when any of its findings is one
 * words: what is found, a line each, 错误 first, and how many more there
 *   are */
typedef struct
{
  JhTableMark mark;
  const char *words;
} JhMark;

/* The marks of @findings (JhFinding). The caller unrefs them. */
JhMarks *jh_marks_new (const GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a reference, and gives one back; NULL is allowed. On any thread. */
JhMarks *jh_marks_ref (JhMarks *marks);
void jh_marks_unref (JhMarks *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhMarks, jh_marks_unref)

/* How many cells are marked. */
guint jh_marks_count (const JhMarks *marks);

/* Looks for the mark of the column @field of the row @row of the schema's
 * table @table. FALSE when there is none; @marks may be NULL. */
gboolean jh_marks_find (const JhMarks *marks, const char *table, gint64 row,
                        const char *field, JhMark *mark);

/* A marked cell of a sheet. */
typedef struct
{
  JhGridPlace place;
  JhTableMark mark;
} JhMarkedCell;

/* Looks for the mark of the cell @place of the sheet @grid. As
 * jh_marks_find(). */
gboolean jh_marks_find_cell (const JhMarks *marks, const JhGrid *grid,
                             JhGridPlace place, JhMark *mark);

/* The marked cells of the sheet @grid: JhMarkedCell. @marks may be NULL. The
 * caller unrefs it. */
GArray *jh_marks_list_cells (const JhMarks *marks,
                             const JhGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

/* Marks @cell as that one is, unless it is marked worse. */
void jh_marks_put (const JhMarks *marks, const char *table, gint64 row,
                   const char *field, JhTableCell *cell);
