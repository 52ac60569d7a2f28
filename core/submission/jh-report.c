#include "jh-report.h"

#include "jh-compute.h"
#include "jh-error.h"
#include "jh-submission.h"
#include "jh-template.h"

/* grids: JhGrid, those that no trace owns
 * papers: JhPaper, one a computed sheet */
struct _JhReport
{
  JhCatalog *catalog;
  JhBooks *books;
  JhBooks *before;
  GPtrArray *entries;
  guint entry;
  JhTrace *trace;
  GPtrArray *grids;
  GPtrArray *papers;
};

static void
entry_free (gpointer data)
{
  JhReportEntry *entry = data;

  g_free (entry->sheet);
  g_free (entry->object);
  g_free (entry->label);
  g_free (entry->group);
  g_free (entry);
}

void
jh_report_free (JhReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->papers);
  g_ptr_array_unref (report->grids);
  jh_trace_free (report->trace);
  g_clear_pointer (&report->entries, g_ptr_array_unref);
  jh_books_free (report->before);
  jh_books_free (report->books);
  jh_catalog_free (report->catalog);
  g_free (report);
}

/* What a list calls @sheet of @object: a form of a project after
 * the project. */
static char *
dup_label (const JhSheet *sheet, const JhBooks *books, const char *object)
{
  g_autofree char *number
    = jh_template_expand (sheet->number, books, object, NULL);
  g_autofree char *title
    = jh_template_expand (sheet->title, books, object, NULL);
  g_autofree char *tab = jh_template_expand (sheet->tab, books, object, NULL);

  if (object && !g_str_equal (object, JH_OBJECT_WHOLE))
    return g_strdup (tab);
  if (*number == '\0')
    return g_strdup (title);
  return g_strdup_printf ("%s %s", number, title);
}

static void
add_entries (GPtrArray *entries, const JhSheet *sheet, const JhBooks *books)
{
  g_autoptr (GPtrArray) objects = jh_bundle_objects (sheet, books);

  for (guint i = 0; i < objects->len; i++)
    {
      JhReportEntry *entry = g_new (JhReportEntry, 1);

      *entry = (JhReportEntry){
        .sheet = g_strdup (sheet->name),
        .object = g_strdup (objects->pdata[i]),
        .label = dup_label (sheet, books, objects->pdata[i]),
        .group = g_strdup (sheet->group),
      };
      g_ptr_array_add (entries, entry);
    }
}

GPtrArray *
jh_report_list (const JhCatalog *catalog, const JhBooks *books)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GPtrArray) sheets
    = jh_catalog_list (catalog, books->filing, NULL);

  for (guint i = 0; i < sheets->len; i++)
    add_entries (entries, sheets->pdata[i], books);
  return entries;
}

static gboolean
list_entries (JhReport *report, GError **error)
{
  report->entries = jh_report_list (report->catalog, report->books);
  if (report->entries->len > 0)
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_NOT_FOUND,
                       "没有适用于这套决算的年度和行政区划的表。");
  return FALSE;
}

static gboolean
read_books (JhReport *report, const char *path, gint64 filing, GError **error)
{
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_READ, error);
  g_autoptr (JhSnapshot) snapshot
    = store ? jh_snapshot_take (store, error) : NULL;

  if (snapshot == NULL)
    return FALSE;
  report->books = jh_books_load (store, filing, NULL, error);
  return report->books
         && jh_books_load_before (store, report->books, &report->before,
                                  error);
}

static void
free_grid (gpointer data)
{
  jh_grid_free (data);
}

static void
free_paper (gpointer data)
{
  jh_paper_free (data);
}

/* Reads everything and computes nothing yet. */
static JhReport *
read_report (const char *path, gint64 filing, GError **error)
{
  g_autoptr (JhReport) report = g_new0 (JhReport, 1);
  g_autofree char *folder = jh_catalog_dup_folder ();

  report->grids = g_ptr_array_new_with_free_func (free_grid);
  report->papers = g_ptr_array_new_with_free_func (free_paper);
  report->catalog = jh_catalog_new (folder, error);
  if (report->catalog && read_books (report, path, filing, error)
      && list_entries (report, error))
    return g_steal_pointer (&report);
  return NULL;
}

static guint
find_entry (const JhReport *report, const char *sheet, const char *object)
{
  for (guint i = 0; i < report->entries->len; i++)
    {
      const JhReportEntry *entry = report->entries->pdata[i];

      if (g_strcmp0 (entry->sheet, sheet) == 0
          && (object == NULL || g_strcmp0 (entry->object, object) == 0))
        return i;
    }
  return 0;
}

static const JhSheet *
find_sheet (const JhReport *report, const JhReportEntry *entry)
{
  return jh_catalog_find (report->catalog, report->books->filing,
                          entry->sheet);
}

JhReport *
jh_report_load (const char *path, gint64 filing, const char *sheet,
                const char *object, GError **error)
{
  g_autoptr (JhReport) report = read_report (path, filing, error);
  const JhReportEntry *entry;

  if (report == NULL)
    return NULL;
  report->entry = find_entry (report, sheet, object);
  entry = report->entries->pdata[report->entry];
  report->trace = jh_trace_new (find_sheet (report, entry), report->books,
                                report->before, entry->object, error);
  if (report->trace == NULL)
    return NULL;
  g_ptr_array_add (report->papers,
                   jh_paper_new (jh_trace_get_grid (report->trace)));
  return g_steal_pointer (&report);
}

/* Computes and lays out @entry behind the others. */
static gboolean
add_paper (JhReport *report, const JhReportEntry *entry, GError **error)
{
  JhGrid *grid = jh_compute (find_sheet (report, entry), report->books,
                             report->before, entry->object, error);

  if (grid == NULL)
    return FALSE;
  g_ptr_array_add (report->grids, grid);
  g_ptr_array_add (report->papers, jh_paper_new (grid));
  return TRUE;
}

static gboolean
add_papers (JhReport *report, const char *group, GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; i < report->entries->len; i++)
    {
      const JhReportEntry *entry = report->entries->pdata[i];

      if (group && !g_str_equal (entry->group, group))
        continue;
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, JH_ERROR, JH_ERROR_CANCELLED,
                               "已按要求停止。");
          return FALSE;
        }
      if (report->papers->len == 0)
        report->entry = i;
      if (!add_paper (report, entry, error))
        return FALSE;
    }
  return TRUE;
}

JhReport *
jh_report_load_all (const char *path, gint64 filing, const char *group,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (JhReport) report = read_report (path, filing, error);

  if (report == NULL || !add_papers (report, group, cancellable, error))
    return NULL;
  if (report->papers->len > 0)
    return g_steal_pointer (&report);
  g_set_error (error, JH_ERROR, JH_ERROR_NOT_FOUND, "这套决算没有“%s”。",
               group);
  return NULL;
}

const GPtrArray *
jh_report_get_entries (const JhReport *report)
{
  return report->entries;
}

guint
jh_report_get_entry (const JhReport *report)
{
  return report->entry;
}

const JhBooks *
jh_report_get_books (const JhReport *report)
{
  return report->books;
}

JhTrace *
jh_report_get_trace (JhReport *report)
{
  return report->trace;
}

const JhPaper *
jh_report_get_paper (const JhReport *report)
{
  return report->papers->pdata[0];
}

guint
jh_report_count_pages (const JhReport *report)
{
  guint count = 0;

  for (guint i = 0; i < report->papers->len; i++)
    count += jh_paper_count (report->papers->pdata[i]);
  return count;
}

const JhPaper *
jh_report_find_page (const JhReport *report, guint number, guint *page)
{
  for (guint i = 0; i + 1 < report->papers->len; i++)
    {
      guint count = jh_paper_count (report->papers->pdata[i]);

      if (number < count)
        {
          *page = number;
          return report->papers->pdata[i];
        }
      number -= count;
    }
  *page = number;
  return report->papers->pdata[report->papers->len - 1];
}
