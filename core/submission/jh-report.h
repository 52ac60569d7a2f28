/* The sheets of a filing as they will print, read from the file by a thread
 * of its own: what the page of sheets shows and the printer prints.
 *
 * A report holds the filing as it was at one moment and depends on nothing
 * else, so that it stays whole while people go on typing. One thread at a
 * time may use it. */
#pragma once

#include "jh-catalog.h"
#include "jh-paper.h"
#include "jh-trace.h"

#include <gio/gio.h>

/* A sheet, or a form of one object, that the filing has.
 *
 * sheet: the name of its definition, such as 公开01
 * object: the object of a form, else NULL
 * label: what a list calls it, such as 公开01表 收入支出决算总表
 * group: the workbook that it goes to, such as 公开表 */
typedef struct
{
  char *sheet;
  char *object;
  char *label;
  char *group;
} JhReportEntry;

/* The sheets that the filing of @books has: JhReportEntry, in their order.
 * The caller unrefs it. */
GPtrArray *jh_report_list (const JhCatalog *catalog,
                           const JhBooks *books) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _JhReport JhReport;

/* Reads the filing @filing from the books @path, and computes and lays out
 * the sheet @sheet of @object (NULL for a sheet that is no form). A sheet
 * that the filing does not have, or NULL, is the first one it has. NULL with
 * what jh_store_open(), jh_books_load() and jh_compute() say, or
 * JH_ERROR_NOT_FOUND for a filing without sheets. Free it with
 * jh_report_free(). */
JhReport *jh_report_load (const char *path, gint64 filing, const char *sheet,
                          const char *object,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As jh_report_load(), of all sheets of @group, NULL for all groups; their
 * cells cannot be traced. JH_ERROR_CANCELLED. */
JhReport *jh_report_load_all (const char *path, gint64 filing,
                              const char *group, GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Frees @report; NULL is allowed. */
void jh_report_free (JhReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JhReport, jh_report_free)

/* The sheets that the filing has: JhReportEntry, in their order. Borrowed. */
const GPtrArray *jh_report_get_entries (const JhReport *report);

/* Which entry was computed; the first one of several. */
guint jh_report_get_entry (const JhReport *report);

/* The books. Borrowed. */
const JhBooks *jh_report_get_books (const JhReport *report);

/* How its cells came about; NULL of jh_report_load_all(). Borrowed. */
JhTrace *jh_report_get_trace (JhReport *report);

/* The paper of the sheet, or of the first one of several. Borrowed. */
const JhPaper *jh_report_get_paper (const JhReport *report);

/* How many pages all of its sheets have together. */
guint jh_report_count_pages (const JhReport *report);

/* The paper that page @number of all is of, counted from 0, and which page
 * of that paper it is. Borrowed. */
const JhPaper *jh_report_find_page (const JhReport *report, guint number,
                                    guint *page);
