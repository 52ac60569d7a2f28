#include "jh-checker.h"
#include "jh-commands.h"
#include "jh-error.h"
#include "jh-submission.h"
#include "jh-text.h"

static void
progress_cb (guint done, guint total, const char *name, gpointer data)
{
  jh_cli_progress (done, total, "生成", name);
}

/* Whether the filing @filing has an 错误 that nothing accepts; the covers say
 * 草稿 then. */
static gboolean
is_draft (JhChecker *checker, JhStore *store, gint64 filing, gboolean *draft,
          GError **error)
{
  g_autoptr (GPtrArray) findings
    = jh_checker_check (checker, store, filing, error);

  if (findings == NULL)
    return FALSE;
  *draft = jh_findings_count_open (findings, JH_SEVERITY_ERROR) > 0;
  return TRUE;
}

/* What is the same for every filing of one export.
 *
 * lists: of the filings that were exported */
typedef struct
{
  JhSubmission submission;
  JhChecker *checker;
  JhListsShelf *lists;
  guint drafts;
} Export;

static gboolean
export_one (Export *export, const JhFiling *filing, const char *folder,
            GPtrArray *written, GError **error)
{
  JhSubmission *submission = &export->submission;
  g_autoptr (JhBooks) books = NULL;
  g_autoptr (JhBooks) before = NULL;
  gboolean draft;

  if (!jh_books_load_both (submission->store, filing->id, export->lists,
                           &books, &before, error)
      || !is_draft (export->checker, submission->store, filing->id, &draft,
                    error))
    return FALSE;
  export->drafts += draft;
  submission->mark = draft ? "草稿" : "";
  return jh_submission_write (submission, books, before, folder, written,
                              error);
}

/* The folder for one of several filings: a folder of its own in @out. A code
 * that no folder can be called by gets the filing's number behind it, since
 * another may look the same then. */
static char *
dup_folder (const char *out, const JhFiling *filing, guint n_filings)
{
  g_autofree char *words
    = g_strdup_printf ("%d-%s", filing->year, filing->code);
  g_autofree char *name = jh_text_file_name (words, 200);
  g_autofree char *numbered
    = g_str_equal (words, name)
        ? g_strdup (name)
        : g_strdup_printf ("%s-%" G_GINT64_FORMAT, name, filing->id);

  return n_filings > 1 ? g_build_filename (out, numbered, NULL)
                       : g_strdup (out);
}

static void
print_written (GPtrArray *written)
{
  for (guint i = 0; i < written->len; i++)
    jh_cli_print ("%s\n", (char *) written->pdata[i]);
  g_ptr_array_set_size (written, 0);
}

/* Says before @error which of several filings it is about. */
static void
name_filing (const GPtrArray *filings, guint index, GError **error)
{
  const JhFiling *filing = filings->pdata[index];

  if (filings->len > 1)
    g_prefix_error (error, "第 %u 套（共 %u 套），%d 年度“%s”：", index + 1,
                    filings->len, filing->year, filing->name);
}

static gboolean
export_all (Export *export, const GPtrArray *filings, const char *out,
            GError **error)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < filings->len; i++)
    {
      g_autofree char *folder
        = dup_folder (out, filings->pdata[i], filings->len);
      gboolean done
        = export_one (export, filings->pdata[i], folder, written, error);

      jh_cli_progress (0, 0, NULL, NULL);
      print_written (written);
      if (!done)
        {
          name_filing (filings, i, error);
          return FALSE;
        }
    }
  return TRUE;
}

/* The filings to be exported: those that --unit and --year mean, or all.
 * NULL with @error. */
static GPtrArray *
list_filings (JhStore *store, const JhArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) filings
    = jh_filing_list (store, arguments->unit, arguments->year, error);

  if (filings && filings->len == 0)
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                           "没有这样的决算可以导出；用 list 看有哪些");
      return NULL;
    }
  return g_steal_pointer (&filings);
}

/* Reads the definitions that an export needs. */
static gboolean
prepare (Export *export, GError **error)
{
  export->submission.catalog = jh_cli_load_catalog (error);
  export->checker = jh_checker_new ();
  return export->submission.catalog != NULL;
}

static JhExit
run (const JhArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = NULL;
  g_autoptr (GPtrArray) filings = NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  Export export = { 0 };
  gboolean done;

  if (!jh_formats_parse (arguments->format ? arguments->format : "xlsx",
                         &export.submission.formats, &error))
    return jh_cli_fail (error);
  if (arguments->out == NULL || *arguments->out == '\0')
    {
      jh_cli_complain ("jiheng-cli：请用 --out 说明导出到哪个文件夹\n");
      return JH_EXIT_USAGE;
    }
  store = jh_cli_open (arguments, JH_STORE_READ, &error);
  if (store)
    filings = list_filings (store, arguments, &error);
  if (filings == NULL)
    return jh_cli_fail (error);
  cancellable = jh_cli_watch_interrupts ();
  export.lists = jh_lists_shelf_new ();
  export.submission.store = store;
  export.submission.cancellable = cancellable;
  export.submission.progress = progress_cb;
  done = prepare (&export, &error)
         && export_all (&export, filings, arguments->out, &error);
  jh_checker_free (export.checker);
  jh_lists_shelf_free (export.lists);
  jh_catalog_free ((JhCatalog *) export.submission.catalog);
  if (!done)
    return jh_cli_fail (error);
  if (export.drafts == 0)
    return JH_EXIT_DONE;
  jh_cli_complain ("注意：%u 套决算审核有错误，封面已标明“草稿”；"
                   "用 check 看是哪些\n",
                   export.drafts);
  return JH_EXIT_FINDINGS;
}

const JhCommand *
jh_command_export (void)
{
  static const char *const options[]
    = { "unit", "year", "format", "out", NULL };
  static const JhCommand command = {
    "export",
    "账套 --out 文件夹 [--unit 单位代码] [--year 年度]\n"
    "                         [--format xlsx,pdf,csv]",
    "生成报送用的工作簿\n\n"
    "不说明单位和年度时导出账套里所有决算，每套一个文件夹。\n"
    "审核有错误时照样导出，但封面标明“草稿”，退出码是 1。\n\n"
    "  --format  xlsx 工作簿（默认）；pdf；csv 决算数据，可再导入",
    options,
    1,
    1,
    run,
  };

  return &command;
}
