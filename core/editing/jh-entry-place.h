/* Where an entry of the books stands in a table that is filled in. */
#pragma once

#include "jh-place.h"
#include "jh-table-model.h"

/* The cell of @model, a JhWorksheet or JhFactSheet, that @place means: the
 * row of its entry, or the first one when it names none, and the column of
 * its field, or the first one. FALSE when @place is of another table, or the
 * entry is not there. */
gboolean jh_entry_find_place (JhTableModel *model, const JhPlace *place,
                              guint *row, guint *column);
