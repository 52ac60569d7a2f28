/* The rows of one table in memory, in the order in which the file gives
 * them: by place, then by id. Whoever kept a change alters them likewise. */
#pragma once

#include "jh-table.h"

/* Less than, equal to or greater than 0, as @a stands before, at or behind
 * @b. */
int jh_shelf_compare (const JhRow *a, const JhRow *b);

/* Puts @row, which the books own from now on, among @rows, which are rows of
 * its table. */
void jh_shelf_insert (GPtrArray *rows, gpointer row);

/* Puts @row in the stead of the row with its id, which stands at @place and
 * is freed; the books own @row from now on. */
void jh_shelf_replace (GPtrArray *rows, gint64 place, gpointer row);

/* Takes the row with @id, which stands at @place, out and frees it. */
void jh_shelf_remove (GPtrArray *rows, gint64 place, gint64 id);
