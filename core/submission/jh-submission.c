#include "jh-submission.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "jh-error.h"
#include "jh-export.h"
#include "jh-render-pdf.h"
#include "jh-render-xlsx.h"
#include "jh-text.h"

/* How the folder of CSV is called. */
#define FOLDER_NAME "{year}年度{unit}决算数据"

static const struct
{
  JhFormats format;
  const char *name;
} formats_known[] = {
  { JH_FORMAT_XLSX, "xlsx" },
  { JH_FORMAT_PDF, "pdf" },
  { JH_FORMAT_CSV, "csv" },
};

gboolean
jh_formats_parse (const char *text, guint *formats, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", 16);

  *formats = 0;
  if (*text == '\0')
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_USAGE,
                           "没有说明要哪种格式，可用的有 xlsx、pdf、csv");
      return FALSE;
    }
  for (guint i = 0; words[i]; i++)
    {
      guint before = *formats;

      for (gsize k = 0; k < G_N_ELEMENTS (formats_known); k++)
        if (g_str_equal (words[i], formats_known[k].name))
          *formats |= formats_known[k].format;
      if (*formats == before)
        {
          g_autofree char *quoted = jh_text_quote (words[i], 20);

          g_set_error (error, JH_ERROR, JH_ERROR_USAGE,
                       "没有“%s”这种格式，可用的有 xlsx、pdf、csv，"
                       "用逗号隔开，每种写一次",
                       quoted);
          return FALSE;
        }
    }
  return TRUE;
}

GPtrArray *
jh_submission_workbooks (const JhSubmission *submission, const JhBooks *books,
                         const JhBooks *before, GPtrArray **files,
                         GError **error)
{
  g_autoptr (GPtrArray) all
    = submission->bundles
        ? g_ptr_array_ref (submission->bundles)
        : jh_bundle_list (submission->catalog, books, error);
  g_autoptr (GPtrArray) workbooks
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_workbook_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; all && i < all->len; i++)
    {
      const JhBundle *bundle = all->pdata[i];
      JhWorkbook *workbook = jh_bundle_compute (
        bundle, submission->catalog, books, before, submission->mark, error);

      if (workbook == NULL)
        return NULL;
      g_ptr_array_add (workbooks, workbook);
      g_ptr_array_add (names, g_strdup (bundle->file));
    }
  if (all == NULL)
    return NULL;
  *files = g_steal_pointer (&names);
  return g_steal_pointer (&workbooks);
}

/* Makes @folder when it is not there, with what it stands in. */
static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, JH_ERROR, jh_error_from_errno (errno),
               "建不了文件夹“%s”：%s", folder, jh_error_reason (errno));
  return FALSE;
}

/* A path in @folder that begins with @name and that nothing has yet, or
 * NULL. */
static char *
dup_free_path (const char *folder, const char *name)
{
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *numbered
        = i == 1 ? g_strdup (name) : g_strdup_printf ("%s（%u）", name, i);
      g_autofree char *path = g_build_filename (folder, numbered, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

char *
jh_submission_dup_folder_name (const JhBooks *books, const char *folder)
{
  g_autofree char *name = jh_bundle_dup_file_name (FOLDER_NAME, books);
  g_autofree char *path = dup_free_path (folder, name);

  return path ? g_path_get_basename (path) : g_steal_pointer (&name);
}

/* Writes the filing as a folder of CSV; the path goes to @written. */
static gboolean
write_folder (const JhSubmission *submission, const JhBooks *books,
              const char *folder, GPtrArray *written, GError **error)
{
  g_autofree char *name = jh_bundle_dup_file_name (FOLDER_NAME, books);
  g_autofree char *path = dup_free_path (folder, name);

  if (path == NULL)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
                   "“%s”里同名的文件夹太多了，请先清理", folder);
      return FALSE;
    }
  if (!jh_export_folder (submission->store, books->filing->id, path, error))
    return FALSE;
  g_ptr_array_add (written, g_steal_pointer (&path));
  return TRUE;
}

/* Writes @workbook as xlsx or PDF; the path goes to @written. */
static gboolean
write_workbook (const JhSubmission *submission, const JhWorkbook *workbook,
                const char *folder, const char *name, JhFormats format,
                GPtrArray *written, GError **error)
{
  gboolean pdf = format == JH_FORMAT_PDF;
  g_autofree char *file = g_strconcat (name, pdf ? ".pdf" : ".xlsx", NULL);
  gboolean done = (pdf ? jh_render_pdf : jh_render_xlsx) (
    workbook, folder, file, submission->cancellable, NULL, NULL, error);

  if (done)
    g_ptr_array_add (written, g_build_filename (folder, file, NULL));
  return done;
}

/* What there is to write, and what is written. */
typedef struct
{
  const JhSubmission *submission;
  GPtrArray *workbooks;
  GPtrArray *files;
  guint total;
  guint done;
} Writing;

/* Tells that the file @name is next; FALSE when the user asked to stop. */
static gboolean
begin_file (Writing *writing, const char *name, GError **error)
{
  const JhSubmission *submission = writing->submission;

  if (submission->progress)
    submission->progress (writing->done, writing->total, name,
                          submission->data);
  writing->done++;
  if (!g_cancellable_is_cancelled (submission->cancellable))
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_CANCELLED, "已按要求停止");
  return FALSE;
}

/* Writes all workbooks in @format when it is asked for. */
static gboolean
write_format (Writing *writing, JhFormats format, const char *folder,
              GPtrArray *written, GError **error)
{
  for (guint i = 0; i < writing->workbooks->len; i++)
    {
      if (!(writing->submission->formats & format))
        return TRUE;
      if (!begin_file (writing, writing->files->pdata[i], error)
          || !write_workbook (
            writing->submission, writing->workbooks->pdata[i], folder,
            writing->files->pdata[i], format, written, error))
        return FALSE;
    }
  return TRUE;
}

/* When the user asked to stop, says how far all of it is: the renderer knows
 * of one file alone. Returns FALSE. */
static gboolean
stop (const Writing *writing, const GPtrArray *written, GError *why,
      GError **error)
{
  if (g_error_matches (why, JH_ERROR, JH_ERROR_CANCELLED))
    {
      g_error_free (why);
      why = g_error_new (JH_ERROR, JH_ERROR_CANCELLED,
                         "已按要求停止：%u 个文件中写好了 %u 个，"
                         "其余的没有写",
                         writing->total, written->len);
    }
  g_propagate_error (error, why);
  return FALSE;
}

gboolean
jh_submission_write (const JhSubmission *submission, const JhBooks *books,
                     const JhBooks *before, const char *folder,
                     GPtrArray *written, GError **error)
{
  guint formats = submission->formats;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) workbooks
    = jh_submission_workbooks (submission, books, before, &files, error);
  Writing writing = { submission, workbooks, files, 0, 0 };
  GError *why = NULL;

  if (workbooks == NULL || !make_folder (folder, error))
    return FALSE;
  writing.total = ((formats & JH_FORMAT_XLSX) ? workbooks->len : 0)
                  + ((formats & JH_FORMAT_PDF) ? workbooks->len : 0)
                  + ((formats & JH_FORMAT_CSV) ? 1 : 0);
  if (!write_format (&writing, JH_FORMAT_XLSX, folder, written, &why)
      || !write_format (&writing, JH_FORMAT_PDF, folder, written, &why)
      || ((formats & JH_FORMAT_CSV)
          && !begin_file (&writing, "决算数据", &why)))
    return stop (&writing, written, why, error);
  if (!(formats & JH_FORMAT_CSV))
    return TRUE;
  return write_folder (submission, books, folder, written, error);
}
