/* How wide the columns and how high the rows of a grid need to be.
 *
 * Lengths are points before scaling, as in jh-pages.h. */
#pragma once

#include "jh-pages.h"

/* The width of each column: what the grid asks for, but never too narrow
 * for a number of its own. The caller frees the array. */
double *jh_measure_widths (const JhGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

/* The height of each row, so that all words fit the @widths; none is above
 * @most. The caller frees the array. */
double *jh_measure_heights (const JhGrid *grid, const JhMerges *merges,
                            const double *widths, double most,
                            JhMeasure measure,
                            gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* The height of the title of @grid over a table @width wide. */
double jh_measure_title (const JhGrid *grid, double width);

/* What 金额单位：万元 takes at the right of the line above the table. */
#define JH_MONEY_UNIT_WIDTH 90.0

/* The height of the line above a table @width wide, with the unit's name at
 * its left. */
double jh_measure_unit_line (const JhGrid *grid, double width);

/* The height of note @index of @grid under a table @width wide. */
double jh_measure_note (const JhGrid *grid, guint index, double width,
                        JhMeasure measure, gpointer data);
