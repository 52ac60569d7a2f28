/* Going over the figures of a grid with the keyboard.
 *
 * The cells that are stopped at are those of figures, the empty ones too:
 * an empty figure can be asked about as well. */
#pragma once

#include "jh-grid.h"

/* JH_STEP_FIRST and JH_STEP_LAST are of the whole grid, JH_STEP_HOME and
 * JH_STEP_END of the row. */
typedef enum
{
  JH_STEP_LEFT,
  JH_STEP_RIGHT,
  JH_STEP_UP,
  JH_STEP_DOWN,
  JH_STEP_HOME,
  JH_STEP_END,
  JH_STEP_FIRST,
  JH_STEP_LAST,
} JhStep;

/* Whether the cell at @place, which may lie outside, is one of figures. */
gboolean jh_grid_is_figure (const JhGrid *grid, JhGridPlace place);

/* Moves @place by @step. Up and down keep the column where they can and go
 * to the nearest figure of the row else. Returns FALSE, and leaves @place,
 * when there is no figure that way. */
gboolean jh_grid_walk (const JhGrid *grid, JhGridPlace *place, JhStep step);
