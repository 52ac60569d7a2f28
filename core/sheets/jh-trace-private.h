#pragma once

#include "jh-compute-private.h"
#include "jh-kept.h"

struct _JhTrace
{
  char *object;
  JhKept *kept;
  JhComputation computation;
};

/* Where a cell stands in the layout. */
typedef struct
{
  const JhPlacedPanel *panel;
  JhLine *line;
  JhColumn *column;
} JhSpot;

/* Finds the line and the column that the cell at @row, @column is of. FALSE
 * when it is a head, an empty line, or outside of the grid. */
gboolean jh_trace_locate (const JhTrace *trace, guint row, guint column,
                          JhSpot *spot);

/* How the cell at @spot came about. */
JhOriginKind jh_trace_get_kind (const JhTrace *trace, const JhSpot *spot);
