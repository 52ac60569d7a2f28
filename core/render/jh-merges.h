/* The merged cells of a grid, made safe to draw.
 *
 * A grid may claim merges that overlap or stick out of it, above all one
 * that was read from a received workbook; spreadsheets call a file with
 * such merges damaged. Here each cell belongs to one area at most. */
#pragma once

#include "jh-grid.h"

/* row, column: the upper left cell, which holds the content
 * rows, columns: how many it covers, more than one cell together */
typedef struct
{
  guint row;
  guint column;
  guint rows;
  guint columns;
} JhArea;

/* areas: JhArea, from the top, then from the left */
typedef struct
{
  GArray *areas;

  /*< private >*/
  guint n_columns;
  guint8 *taken;
} JhMerges;

/* The merged cells of @grid. One that overlaps an earlier one, or covers a
 * cell that stands for itself, is a single cell. Free it with
 * jh_merges_free(). */
JhMerges *jh_merges_new (const JhGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the cell at @row, @column is part of an area. */
gboolean jh_merges_has (const JhMerges *merges, guint row, guint column);

/* The area @index; borrowed. */
const JhArea *jh_merges_get (const JhMerges *merges, guint index);

/* Frees @merges. */
void jh_merges_free (JhMerges *merges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhMerges, jh_merges_free)
