#include "jh-render-pdf.h"

#include "jh-error.h"
#include "jh-pages.h"
#include "jh-part.h"
#include "jh-pdf-canvas.h"
#include "jh-pdf-front.h"
#include "jh-pdf-sheet.h"
#include "jh-request.h"
#include "jh-text.h"

#include <cairo-pdf.h>

/* What is said in the file of when it was made: always the same, so that
 * the same books give the same file. */
#define CREATED "2000-01-01T00:00:00Z"

/* How much is kept before it is written. */
#define BUFFER_SIZE (1 << 16)

/* Where the bytes of the PDF go.
 *
 * error: the first one, after which nothing more is written */
typedef struct
{
  JhPart *part;
  GByteArray *buffer;
  GError *error;
} Stream;

/* layouts: JhPages of each grid
 * first_pages: the page on which each grid begins, counted from 1
 * n_pages: of the document */
typedef struct
{
  const JhRenderRequest *request;
  cairo_surface_t *surface;
  cairo_t *cr;
  JhCanvas *canvas;
  GPtrArray *layouts;
  guint *first_pages;
  guint n_pages;
  guint page;
} Document;

static gboolean
flush (Stream *stream)
{
  if (stream->error == NULL)
    jh_part_write (stream->part, stream->buffer->data, stream->buffer->len,
                   &stream->error);
  g_byte_array_set_size (stream->buffer, 0);
  return stream->error == NULL;
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  Stream *stream = data;

  g_byte_array_append (stream->buffer, bytes, length);
  if (stream->buffer->len >= BUFFER_SIZE && !flush (stream))
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

static void
free_layout (gpointer data)
{
  jh_pages_free (data);
}

static gboolean
is_cancelled (const Document *document)
{
  return g_cancellable_is_cancelled (document->request->cancellable);
}

/* Lays out all grids, so that the contents can tell their pages. */
static void
lay_out (Document *document)
{
  const JhWorkbook *workbook = document->request->workbook;

  document->layouts = g_ptr_array_new_with_free_func (free_layout);
  document->first_pages = g_new0 (guint, workbook->grids->len);
  document->n_pages
    = (workbook->has_cover ? 1 : 0) + jh_pdf_contents_count (workbook);
  for (guint i = 0; i < workbook->grids->len && !is_cancelled (document); i++)
    {
      JhPages *pages = jh_pages_new (jh_workbook_get_grid (workbook, i),
                                     jh_canvas_measure, document->canvas);

      g_ptr_array_add (document->layouts, pages);
      document->first_pages[i] = document->n_pages + 1;
      document->n_pages += jh_pages_count (pages);
    }
}

/* Begins a page. The title goes into the outline when it is not NULL. */
static void
begin_page (Document *document, double width, double height,
            const char *title)
{
  g_autofree char *valid = NULL;
  g_autofree char *link = NULL;

  document->page++;
  cairo_pdf_surface_set_size (document->surface, width, height);
  if (title == NULL)
    return;
  valid = jh_text_quote (title, 200);
  link = g_strdup_printf ("page=%u", document->page);
  cairo_pdf_surface_add_outline (document->surface, CAIRO_PDF_OUTLINE_ROOT,
                                 valid, link, 0);
}

static void
end_page (Document *document, double width, double height, gboolean numbered)
{
  if (numbered)
    jh_pdf_page_number (document->canvas, width, height, document->page,
                        document->n_pages);
  cairo_show_page (document->cr);
}

static void
draw_front (Document *document)
{
  const JhWorkbook *workbook = document->request->workbook;

  if (workbook->has_cover)
    {
      begin_page (document, JH_PAPER_SHORT, JH_PAPER_LONG, "封面");
      jh_pdf_cover_draw (document->canvas, workbook);
      end_page (document, JH_PAPER_SHORT, JH_PAPER_LONG, FALSE);
    }
  for (guint i = 0; i < jh_pdf_contents_count (workbook); i++)
    {
      begin_page (document, JH_PAPER_SHORT, JH_PAPER_LONG,
                  i == 0 ? "目录" : NULL);
      jh_pdf_contents_draw (document->canvas, workbook, i,
                            document->first_pages);
      end_page (document, JH_PAPER_SHORT, JH_PAPER_LONG, TRUE);
    }
}

/* Names the page that was begun, for the links of the contents. */
static void
name_place (Document *document, guint index)
{
  g_autofree char *place
    = g_strdup_printf ("name='%s%u' x=0 y=0", JH_PDF_PLACE, index);

  cairo_tag_begin (document->cr, CAIRO_TAG_DEST, place);
  cairo_tag_end (document->cr, CAIRO_TAG_DEST);
}

static void
draw_grid (Document *document, guint index)
{
  const JhGrid *grid
    = jh_workbook_get_grid (document->request->workbook, index);
  const JhPages *pages = document->layouts->pdata[index];

  for (guint i = 0; i < jh_pages_count (pages) && !is_cancelled (document);
       i++)
    {
      begin_page (document, pages->paper_width, pages->paper_height,
                  i == 0 ? grid->title : NULL);
      if (i == 0)
        name_place (document, index);
      jh_pdf_sheet_draw (document->canvas, grid, pages, i);
      end_page (document, pages->paper_width, pages->paper_height, TRUE);
    }
}

static gboolean
draw_document (Document *document, GError **error)
{
  guint n_grids = document->request->workbook->grids->len;

  lay_out (document);
  if (!jh_render_request_go_on (document->request, 0, error))
    return FALSE;
  draw_front (document);
  for (guint i = 0; i < n_grids; i++)
    {
      draw_grid (document, i);
      if (!jh_render_request_go_on (document->request, i + 1, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_metadata (cairo_surface_t *surface, const JhWorkbook *workbook)
{
  g_autofree char *title = jh_text_quote (workbook->title, 200);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  CREATED);
}

static gboolean
draw (cairo_surface_t *surface, const JhRenderRequest *request,
      GError **error)
{
  Document document = { .request = request, .surface = surface };
  gboolean drawn;

  set_metadata (surface, request->workbook);
  document.cr = cairo_create (surface);
  document.canvas = jh_canvas_new (document.cr);
  drawn = draw_document (&document, error);
  jh_canvas_free (document.canvas);
  cairo_destroy (document.cr);
  g_ptr_array_unref (document.layouts);
  g_free (document.first_pages);
  return drawn;
}

/* Says why cairo stopped. */
static gboolean
fail (const JhPart *part, cairo_status_t status, GError **error)
{
  g_autofree char *quoted = jh_text_quote (jh_part_get_target (part), 400);

  g_set_error (error, JH_ERROR, JH_ERROR_IO,
               "无法写入“%s”：PDF 组件停止了工作（%s）。", quoted,
               cairo_status_to_string (status));
  return FALSE;
}

static gboolean
write_part (Stream *stream, const JhRenderRequest *request, GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
    write_cb, stream, JH_PAPER_SHORT, JH_PAPER_LONG);
  gboolean drawn = draw (surface, request, error);
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!drawn)
    return FALSE;
  if (!flush (stream))
    {
      g_propagate_error (error, g_steal_pointer (&stream->error));
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    return fail (stream->part, status, error);
  return jh_part_finish (stream->part, error);
}

gboolean
jh_render_pdf (const JhWorkbook *workbook, const char *folder,
               const char *name, GCancellable *cancellable,
               JhRenderProgress progress, gpointer data, GError **error)
{
  JhRenderRequest request = { workbook, cancellable, progress, data };
  g_autoptr (JhPart) part = NULL;
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  Stream stream = { NULL, buffer, NULL };
  gboolean written;

  if (!jh_render_request_check (&request, error))
    return FALSE;
  part = jh_part_new (folder, name, error);
  if (part == NULL)
    return FALSE;
  stream.part = part;
  written = write_part (&stream, &request, error);
  g_clear_error (&stream.error);
  return written;
}
