#include "jh-render-xlsx.h"

#include "jh-error.h"
#include "jh-part.h"
#include "jh-request.h"
#include "jh-text.h"
#include "jh-xlsx-front.h"
#include "jh-xlsx-sheet.h"
#include "jh-xlsx-text.h"
#include "jh-xlsx-whole.h"

#include <errno.h>
#include <xlsxwriter.h>

/* What is said in the file of when it was made: always the same, so that
 * the same books give the same file. 2000-01-01 00:00:00 UTC. */
#define CREATED 946684800

#define TITLE_MAX 255

G_DEFINE_AUTOPTR_CLEANUP_FUNC (lxw_workbook, lxw_workbook_free)

/* What a code of the library means: which error, and why. */
static const struct
{
  lxw_error from;
  JhErrorCode code;
  const char *why;
} reasons[] = {
  { LXW_ERROR_MEMORY_MALLOC_FAILED, JH_ERROR_IO, "内存不足" },
  { LXW_ERROR_CREATING_XLSX_FILE, JH_ERROR_IO, "文件无法建立" },
  { LXW_ERROR_CREATING_TMPFILE, JH_ERROR_IO, "临时文件无法建立" },
  { LXW_ERROR_READING_TMPFILE, JH_ERROR_IO, "临时文件无法读取" },
  { LXW_ERROR_ZIP_FILE_OPERATION, JH_ERROR_FULL, "磁盘可能已满" },
  { LXW_ERROR_ZIP_FILE_ADD, JH_ERROR_FULL, "磁盘可能已满" },
  { LXW_ERROR_ZIP_CLOSE, JH_ERROR_FULL, "磁盘可能已满" },
};

/* Says that the library stopped with @code. A system error that was left
 * behind, such as a full disk, says more than the code. */
static gboolean
fail (const JhPart *part, lxw_error code, int saved_errno, GError **error)
{
  g_autofree char *quoted = jh_text_quote (jh_part_get_target (part), 400);

  if (jh_error_from_errno (saved_errno) == JH_ERROR_FULL)
    return jh_part_fail (part, saved_errno, error);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].from == code)
      {
        g_set_error (error, JH_ERROR, reasons[i].code, "无法写入“%s”：%s。",
                     quoted, reasons[i].why);
        return FALSE;
      }
  g_set_error (error, JH_ERROR, JH_ERROR_IO,
               "无法写入“%s”：表格文件组件拒绝了内容（代码 %d）。", quoted,
               (int) code);
  return FALSE;
}

static lxw_error
set_properties (lxw_workbook *book, const JhWorkbook *workbook)
{
  g_autofree char *valid = g_utf8_make_valid (workbook->title, -1);
  g_autofree char *kept = NULL;
  g_autofree char *title = NULL;
  lxw_doc_properties properties = { .created = CREATED };

  title = g_utf8_strlen (valid, -1) > TITLE_MAX
            ? g_utf8_substring (valid, 0, TITLE_MAX)
            : g_strdup (valid);
  properties.title = (char *) jh_xlsx_text (title, &kept);
  return workbook_set_properties (book, &properties);
}

/* The tab's name of each grid. */
static GPtrArray *
name_tabs (const JhWorkbook *workbook, GHashTable *used)
{
  GPtrArray *tabs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < workbook->grids->len; i++)
    {
      const JhGrid *grid = jh_workbook_get_grid (workbook, i);
      const char *name = *grid->tab ? grid->tab : grid->name;

      g_ptr_array_add (tabs, jh_xlsx_tab (name, used));
    }
  return tabs;
}

/* Writes the pages before the sheets. */
static lxw_error
write_front (lxw_workbook *book, const JhWorkbook *workbook,
             JhXlsxStyles *styles, GHashTable *used, const GPtrArray *tabs)
{
  lxw_worksheet *sheet;
  lxw_error error = LXW_NO_ERROR;

  if (workbook->has_cover)
    {
      g_autofree char *tab = jh_xlsx_tab ("封面", used);

      sheet = workbook_add_worksheet (book, tab);
      error = sheet ? jh_xlsx_cover_write (sheet, workbook, styles)
                    : LXW_ERROR_MEMORY_MALLOC_FAILED;
    }
  if (error == LXW_NO_ERROR && workbook->has_contents)
    {
      g_autofree char *tab = jh_xlsx_tab ("目录", used);

      sheet = workbook_add_worksheet (book, tab);
      error = sheet ? jh_xlsx_contents_write (sheet, workbook, tabs, styles)
                    : LXW_ERROR_MEMORY_MALLOC_FAILED;
    }
  return error;
}

static lxw_error
write_sheet (lxw_workbook *book, const JhGrid *grid, const char *tab,
             JhXlsxStyles *styles)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, tab);

  if (sheet == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  return jh_xlsx_sheet_write (sheet, grid, styles);
}

/* Fills @book. */
static gboolean
write_book (lxw_workbook *book, const JhPart *part,
            const JhRenderRequest *request, GError **error)
{
  const JhWorkbook *workbook = request->workbook;
  g_autoptr (JhXlsxStyles) styles = jh_xlsx_styles_new (book);
  g_autoptr (GHashTable) used
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) tabs = name_tabs (workbook, used);
  lxw_error code = set_properties (book, workbook);

  if (code == LXW_NO_ERROR)
    code = write_front (book, workbook, styles, used, tabs);
  for (guint i = 0; i < tabs->len && code == LXW_NO_ERROR; i++)
    {
      if (!jh_render_request_go_on (request, i, error))
        return FALSE;
      code = write_sheet (book, jh_workbook_get_grid (workbook, i),
                          tabs->pdata[i], styles);
    }
  if (code != LXW_NO_ERROR)
    return fail (part, code, 0, error);
  return jh_render_request_go_on (request, tabs->len, error);
}

/* Lets the library write @book out, which it also frees, and makes sure
 * that all of it came to the disk. */
static gboolean
close_book (lxw_workbook *book, const JhPart *part, GError **error)
{
  lxw_error code;

  errno = 0;
  code = workbook_close (book);
  if (code != LXW_NO_ERROR)
    return fail (part, code, errno, error);
  if (!jh_xlsx_is_whole (jh_part_get_path (part)))
    return fail (part, LXW_ERROR_ZIP_FILE_OPERATION, 0, error);
  return TRUE;
}

static gboolean
write_part (JhPart *part, const char *folder, const JhRenderRequest *request,
            GError **error)
{
  g_autofree char *room = g_strdup (folder);
  lxw_workbook_options options = { .tmpdir = room };
  g_autoptr (lxw_workbook) book
    = workbook_new_opt (jh_part_get_path (part), &options);

  if (book == NULL)
    return fail (part, LXW_ERROR_MEMORY_MALLOC_FAILED, 0, error);
  if (!write_book (book, part, request, error)
      || !close_book (g_steal_pointer (&book), part, error))
    return FALSE;
  return jh_part_finish (part, error);
}

gboolean
jh_render_xlsx (const JhWorkbook *workbook, const char *folder,
                const char *name, GCancellable *cancellable,
                JhRenderProgress progress, gpointer data, GError **error)
{
  JhRenderRequest request = { workbook, cancellable, progress, data };
  g_autoptr (JhPart) part = NULL;

  if (!jh_render_request_check (&request, error))
    return FALSE;
  part = jh_part_new (folder, name, error);
  return part && write_part (part, folder, &request, error);
}
