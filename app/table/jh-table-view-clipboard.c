/* Cut, copy and paste, with other programs too: blocks are offered and taken
 * as HTML, which tells figures from words, and as tab-separated text. */
#include "jh-table-view-private.h"

#include "jh-table-clip.h"
#include "jh-table-paste.h"

#include "jh-error.h"

#define HTML "text/html"
#define BYTES_MAX (16 * 1024 * 1024)
#define CHUNK (64 * 1024)

/* A paste on its way: reading the clipboard takes as long as the other
 * program takes, and the table may have changed by then.
 *
 * key, name: the row and the column of the upper left cell
 * area: what was marked; its place is found again by key and name */
typedef struct
{
  JhTableView *view;
  JhTableModel *model;
  GCancellable *cancellable;
  gint64 key;
  char *name;
  JhTableArea area;
  gboolean html;
  GInputStream *stream;
  GByteArray *bytes;
} Request;

static void
free_request (Request *request)
{
  g_object_unref (request->view);
  g_object_unref (request->model);
  g_object_unref (request->cancellable);
  g_clear_object (&request->stream);
  g_byte_array_unref (request->bytes);
  g_free (request->name);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

static GdkContentProvider *
provide (const JhTableBlock *block, JhTableModel *model)
{
  g_autofree char *text = jh_table_clip_write (block, model, FALSE);
  char *html = jh_table_clip_write (block, model, TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[]
    = { gdk_content_provider_new_for_bytes (HTML, bytes),
        gdk_content_provider_new_typed (G_TYPE_STRING, text) };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/* Puts the marked block on the clipboard; FALSE, and says so, when it cannot
 * be. */
static gboolean
copy (JhTableView *self)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (JhTableBlock) block = NULL;
  g_autoptr (GError) error = NULL;
  JhTableArea area;

  if (!jh_table_view_get_filled_area (self, &area))
    return FALSE;
  block = jh_table_take (area, jh_table_view_read, self, &error);
  if (block == NULL)
    {
      jh_table_view_tell (self, TRUE, error->message);
      return FALSE;
    }
  provider = provide (block, self->model);
  return gdk_clipboard_set_content (
    gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

void
jh_table_view_copy (JhTableView *self)
{
  copy (self);
}

void
jh_table_view_cut (JhTableView *self)
{
  if (copy (self))
    jh_table_view_empty (self, JH_VERB_CUT);
}

/* Where the paste was asked for; FALSE when that is gone. */
static gboolean
find_target (const Request *request, JhTableArea *area)
{
  JhTableView *view = request->view;

  *area = request->area;
  if (view->model != request->model)
    return FALSE;
  area->row = jh_table_view_count_items (view);
  if (request->key != 0
      && !jh_table_model_find_row (view->model, request->key, &area->row))
    return FALSE;
  area->column = 0;
  while (
    area->column < view->geometry.n_columns
    && strcmp (jh_table_model_get_column (view->model, area->column)->name,
               request->name))
    area->column++;
  return area->column < view->geometry.n_columns;
}

/* Writes @clip at @area and marks it. */
static void
write_clip (JhTableView *self, const JhTableBlock *clip, JhTableArea area)
{
  g_auto (JhTablePaste) paste = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *loss = NULL;
  guint n_rows
    = jh_table_model_grows (self->model) ? G_MAXUINT : self->geometry.n_rows;

  if (!jh_table_paste (clip, area, n_rows, self->geometry.n_columns, &paste,
                       &error))
    {
      jh_table_view_tell (self, TRUE, error->message);
      return;
    }
  loss = jh_table_paste_dup_loss (&paste);
  jh_table_view_write (self, g_steal_pointer (&paste.block), JH_VERB_PASTE,
                       loss);
}

static void read_clipboard (Request *request, gboolean html);

static void
read_cells (GTask *task, gpointer source, gpointer data,
            GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  JhTableBlock *clip
    = jh_table_clip_read ((const char *) request->bytes->data,
                          request->bytes->len, request->html, &error);

  if (clip)
    g_task_return_pointer (task, clip, (GDestroyNotify) jh_table_block_free);
  else
    g_task_return_error (task, error);
}

static void
write_cells (Request *request, const JhTableBlock *clip)
{
  JhTableArea area;

  if (!find_target (request, &area))
    jh_table_view_tell (request->view, TRUE,
                        "要粘贴的地方已经不在表里了，没有粘贴。");
  else
    write_clip (request->view, clip, area);
}

static void
cells_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JhTableBlock) clip
    = g_task_propagate_pointer (G_TASK (result), &error);

  if (clip)
    write_cells (request, clip);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  else if (request->html)
    read_clipboard (g_steal_pointer (&request), FALSE);
  else
    jh_table_view_tell (request->view, TRUE, error->message);
}

/* All of it has been read: takes the cells out of it, on a thread, since
 * many take longer than a window may stand still. */
static void
take_bytes (Request *request)
{
  g_autoptr (GTask) task
    = g_task_new (NULL, request->cancellable, cells_cb, request);

  g_task_set_task_data (task, request, NULL);
  g_task_run_in_thread (task, read_cells);
}

static void
fail (Request *request, const GError *error)
{
  g_autofree char *words = NULL;

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    words = g_strdup_printf ("没有读到剪贴板里的内容，请再复制一次。"
                             "系统的说明：%s",
                             error->message);
  if (words)
    jh_table_view_tell (request->view, TRUE, words);
  free_request (request);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (
    G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL)
    {
      fail (request, error);
      return;
    }
  if (g_bytes_get_size (bytes) == 0)
    {
      take_bytes (request);
      return;
    }
  g_byte_array_append (request->bytes, g_bytes_get_data (bytes, NULL),
                       (guint) g_bytes_get_size (bytes));
  if (request->bytes->len > BYTES_MAX)
    {
      jh_table_view_tell (request->view, TRUE,
                          "剪贴板里的内容超过 16 MB，请分几次粘贴。");
      free_request (request);
      return;
    }
  g_input_stream_read_bytes_async (request->stream, CHUNK, G_PRIORITY_DEFAULT,
                                   request->cancellable, read_cb, request);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GError) error = NULL;

  request->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result,
                                               NULL, &error);
  if (request->stream == NULL)
    {
      fail (request, error);
      return;
    }
  g_input_stream_read_bytes_async (request->stream, CHUNK, G_PRIORITY_DEFAULT,
                                   request->cancellable, read_cb, request);
}

static void
read_clipboard (Request *request, gboolean html)
{
  static const char *html_types[] = { HTML, NULL };
  static const char *text_types[]
    = { "text/plain;charset=utf-8", "text/plain", NULL };

  request->html = html;
  g_clear_object (&request->stream);
  g_byte_array_set_size (request->bytes, 0);
  gdk_clipboard_read_async (
    gtk_widget_get_clipboard (GTK_WIDGET (request->view)),
    html ? html_types : text_types, G_PRIORITY_DEFAULT, request->cancellable,
    opened_cb, request);
}

static Request *
make_request (JhTableView *self)
{
  Request *request = g_new0 (Request, 1);

  if (self->paste == NULL)
    self->paste = g_cancellable_new ();
  request->view = g_object_ref (self);
  request->model = g_object_ref (self->model);
  request->cancellable = g_object_ref (self->paste);
  request->area = jh_table_cursor_area (&self->cursor);
  request->key = jh_table_model_get_key (self->model, request->area.row);
  request->name = g_strdup (
    jh_table_model_get_column (self->model, request->area.column)->name);
  request->bytes = g_byte_array_new ();
  return request;
}

void
jh_table_view_paste (JhTableView *self)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (
    gtk_widget_get_clipboard (GTK_WIDGET (self)));
  gboolean html = gdk_content_formats_contain_mime_type (formats, HTML);
  gboolean text
    = (gdk_content_formats_contain_mime_type (formats,
                                              "text/plain;charset=utf-8")
       || gdk_content_formats_contain_mime_type (formats, "text/plain"));

  if (self->geometry.n_rows == 0 || self->geometry.n_columns == 0)
    return;
  if (html || text)
    read_clipboard (make_request (self), html);
  else
    jh_table_view_tell (self, FALSE, "剪贴板里没有可以粘贴的文字。");
}
