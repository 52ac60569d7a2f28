/* One page of one grid in a PDF. */
#pragma once

#include "jh-pages.h"
#include "jh-pdf-canvas.h"

/* Draws page @page of @grid, which @pages lays out, with its head, its
 * repeated rows and columns and, under the last rows, its notes. The paper
 * already has the size that @pages tells. */
void jh_pdf_sheet_draw (JhCanvas *canvas, const JhGrid *grid,
                        const JhPages *pages, guint page);

/* Draws 第 @number 页 共 @total 页 at the bottom of a page of paper. */
void jh_pdf_page_number (JhCanvas *canvas, double paper_width,
                         double paper_height, guint number, guint total);
