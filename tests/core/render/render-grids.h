/* Grids and failures that the tests of the renderers share. */
#pragma once

#include "jh-render-pdf.h"
#include "jh-render-xlsx.h"

/* jh_render_xlsx() or jh_render_pdf(). */
typedef gboolean (*RenderFunc) (const JhWorkbook *workbook,
                                const char *folder, const char *name,
                                GCancellable *cancellable,
                                JhRenderProgress progress, gpointer data,
                                GError **error);

/* Fills the cell with an amount of @fen. */
void render_set_money (JhGrid *grid, guint row, guint column, gint64 fen);

/* Sets *@field, a string of a grid or a workbook. */
void render_set (char **field, const char *text);

/* A grid of one header row over one row of each kind of cell:
 * words, money 210.029999 万元, rate 44.78%, points 9.50, count 12, —, blank. */
JhGrid *render_kinds (void);

/* A grid of @n_rows × @n_columns amounts, one header row, one frozen column
 * of labels; groups of @group columns. */
JhGrid *render_amounts (guint n_rows, guint n_columns, guint group);

/* A workbook called 测试 of one grid, which it takes. */
JhWorkbook *render_book (JhGrid *grid);

/* Whether nothing is in @folder. */
gboolean render_is_empty (const char *folder);

/* Sets the size that files may have; the signal is ignored, so that writing
 * more fails as on a full disk. */
void render_limit_files (gsize bytes);

/* The failures that every renderer of workbooks tells alike. */
void render_check_failures (RenderFunc render);
