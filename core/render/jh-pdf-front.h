/* The cover and the contents of a PDF, on A4 held upright. */
#pragma once

#include "jh-pdf-canvas.h"
#include "jh-workbook.h"

/* Draws the cover. */
void jh_pdf_cover_draw (JhCanvas *canvas, const JhWorkbook *workbook);

/* How many pages the contents of @workbook take; 0 when it has none. */
guint jh_pdf_contents_count (const JhWorkbook *workbook);

/* The contents lead to places whose names are this and the grid's index,
 * counted from 0: cairo cannot link to a page that comes later. */
#define JH_PDF_PLACE "grid-"

/* Draws page @page, counted from 0, of the contents. @first_pages: the
 * document's page on which each grid begins, counted from 1. */
void jh_pdf_contents_draw (JhCanvas *canvas, const JhWorkbook *workbook,
                           guint page, const guint *first_pages);
