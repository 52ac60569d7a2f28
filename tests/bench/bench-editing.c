/* What filling in a table costs.
 *
 * usage: bench-editing
 *
 * Prints the time of the largest block that a window waits for, right and
 * wrong; what a thread and what the window take of a paste of 20,000 rows;
 * and of one typed cell in a table of 20,000 rows beside one in a table of
 * 20: the difference is what the size of the table costs, apart from what
 * the disk takes for every change. Then what undo and redo cost there. It is
 * no test: it never fails for being slow. */
#include <glib/gstdio.h>
#include <stdio.h>

#include "jh-bulk.h"
#include "jh-change.h"
#include "jh-crossing.h"
#include "jh-document.h"
#include "jh-worksheet.h"

#define TIMES 50
#define AGAIN 5

/* The filing with a small table: the third one that is made. */
#define SMALL 3

#define MUST(call)                                                           \
  G_STMT_START                                                               \
  {                                                                          \
    if (!(call))                                                             \
      g_error ("%s", error ? error->message : #call);                        \
  }                                                                          \
  G_STMT_END

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static JhTableBlock *
make_block (guint rows, const char *const *cells)
{
  JhTableBlock *block = jh_table_block_new (0, 0, rows, 8);

  for (guint row = 0; row < rows; row++)
    for (guint i = 0; i < 8; i++)
      jh_table_block_set (block, row, i, cells[i]);
  return block;
}

/* Pastes @rows rows of @cells into an empty table and prints how long it
 * took. */
static void
bench_paste (JhWorksheet *sheet, guint rows, const char *const *cells,
             const char *what)
{
  g_autoptr (JhTableBlock) block = make_block (rows, cells);
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  MUST (jh_table_model_write (JH_TABLE_MODEL (sheet), block, JH_VERB_PASTE,
                              &report, &error));
  printf ("pasting %u rows, %s: %.1f ms (aim %d)\n", rows, what,
          milliseconds_since (start),
          jh_table_block_is_large (block) ? 1000 : 100);
}

/* The mean time of one typed cell, with the total after it. */
static double
measure_typing (JhWorksheet *sheet)
{
  JhTableModel *model = JH_TABLE_MODEL (sheet);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (sheet));
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < TIMES; i++)
    {
      g_autofree char *typed = g_strdup_printf ("%u.5", i + 10);
      g_auto (JhTableReport) report = { 0 };
      g_autofree char *total = NULL;

      MUST (jh_table_model_type (model, (i * 397) % n, 7, typed, &report,
                                 &error));
      total = jh_table_model_dup_total (model, 7);
      MUST (total);
    }
  return milliseconds_since (start) / TIMES;
}

/* A filing of its own in @store, and a table of it with @rows rows. */
static JhWorksheet *
make_sheet (JhStore *store, const char *code, JhSession **session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhFiling) filing = jh_filing_new ();
  g_autoptr (JhChange) change = jh_change_begin (store, "bench", &error);

  MUST (change);
  g_free (filing->code);
  filing->code = g_strdup (code);
  g_free (filing->name);
  filing->name = g_strdup (code);
  filing->year = 2023;
  MUST (jh_filing_insert (store, filing, &error));
  MUST (jh_change_commit (change, &error));
  *session = jh_session_new (store, filing->id, &error);
  MUST (*session);
  return jh_worksheet_new (*session, JH_TABLE_EXPENDITURE, NULL);
}

static void
bench_typing (JhStore *store, JhWorksheet *large)
{
  g_autoptr (JhSession) session = NULL;
  g_autoptr (JhWorksheet) small = make_sheet (store, "small", &session);
  static const char *const cells[]
    = { "2010301", "30101",    "基本支出", "一般公共预算财政拨款",
        "",        "1,234.50", "2",        "3.5" };
  double of_small, of_large;

  bench_paste (small, 20, cells, "right");
  of_small = measure_typing (small);
  of_large = measure_typing (large);
  printf ("one typed cell and its total: %.2f ms in 20 rows, %.2f ms in "
          "20,000, the size costs %.2f ms (aim 5.00)\n",
          of_small, of_large, of_large - of_small);
}

/* Types into the crossing of what @session has. */
static void
bench_crossing (JhSession *session)
{
  g_autoptr (JhCrossing) crossing = jh_crossing_new (session);
  JhTableModel *model = JH_TABLE_MODEL (crossing);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  guint column;

  MUST (jh_crossing_add_column (crossing, "30201", &column, &error));
  for (guint i = 0; i < TIMES; i++)
    {
      g_autofree char *typed = g_strdup_printf ("%u.5", i + 10);
      g_auto (JhTableReport) report = { 0 };
      g_autofree char *total = NULL;

      MUST (jh_table_model_type (model, 0, column, typed, &report, &error));
      total = jh_table_model_dup_total (model, 1);
      MUST (total);
    }
  printf ("one typed cell in the crossing of 20,000 lines: %.2f ms\n",
          milliseconds_since (start) / TIMES);
}

static void
bench (JhStore *store)
{
  g_autoptr (JhSession) session = NULL;
  g_autoptr (JhWorksheet) sheet = make_sheet (store, "large", &session);
  g_autoptr (JhSession) second = NULL;
  g_autoptr (JhWorksheet) wrong = make_sheet (store, "wrong", &second);
  g_autoptr (GError) error = NULL;
  static const char *const good[]
    = { "2010301", "30101",    "基本支出", "一般公共预算财政拨款",
        "P1",      "1,234.50", "2",        "3.5" };
  static const char *const bad[]
    = { "行政运行", "x",        "基本支出", "一般公共预算财政拨款",
        "P1",       "1,234.50", "2",        "3.5x" };
  gint64 start;

  bench_paste (sheet, JH_TABLE_QUICK_CELLS / 8, good, "right");
  bench_paste (sheet, JH_LINES_MAX - 1, good, "right");
  bench_typing (store, sheet);
  bench_paste (wrong, JH_TABLE_QUICK_CELLS / 8, bad, "wrong");
  start = g_get_monotonic_time ();
  MUST (jh_session_reload (second, &error));
  printf ("reading as many wrong rows anew: %.1f ms (aim 100)\n",
          milliseconds_since (start));
  g_object_unref (g_steal_pointer (&wrong));
  start = g_get_monotonic_time ();
  MUST (jh_session_reload (session, &error));
  printf ("reading 20,000 rows anew: %.1f ms\n", milliseconds_since (start));
  start = g_get_monotonic_time ();
  jh_table_model_sort (JH_TABLE_MODEL (sheet), 7, JH_SORT_RISING);
  printf ("sorting 20,000 rows: %.1f ms\n", milliseconds_since (start));
  g_clear_object (&sheet);
  bench_crossing (session);
}

/* What work took of the time of a thread, and of the window's. */
typedef struct
{
  double thread;
  double window;
} Took;

/* The work is over: the window reads anew. @start is when it began. */
static void
end_work (JhDocument *document, gint64 start, Took *took)
{
  g_autoptr (GError) error = NULL;

  took->thread += milliseconds_since (start);
  start = g_get_monotonic_time ();
  MUST (jh_document_end_work (document, &error));
  took->window += milliseconds_since (start);
}

/* Pastes @rows rows of @cells into @sheet as a thread would. */
static void
bench_bulk (JhDocument *document, JhWorksheet *sheet, guint rows,
            const char *const *cells)
{
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  JhPace pace = { 0 };
  Took took = { 0 };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JhBulk) bulk
    = jh_bulk_new (JH_TABLE_MODEL (sheet), jh_document_get_session (document),
                   make_block (rows, cells), JH_VERB_PASTE, &error);

  MUST (bulk);
  MUST (jh_document_begin_work (document, jh_bulk_get_words (bulk), &error));
  MUST (jh_bulk_run (bulk, &pace, &report, &error));
  end_work (document, start, &took);
  printf ("pasting %u rows: a thread %.1f ms, the window %.1f ms (aim "
          "100)\n",
          rows, took.thread, took.window);
}

/* Undoes the last change of @document, or does it again. */
static void
go_back (JhDocument *document, gboolean undo, Took *took)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (jh_document_is_large (document, undo))
    {
      MUST (jh_document_begin_work (document, "bench", &error));
      MUST (
        jh_bulk_undo (jh_document_get_path (document), undo, NULL, &error));
      end_work (document, start, took);
      return;
    }
  if (undo)
    MUST (jh_document_undo (document, &error));
  else
    MUST (jh_document_redo (document, &error));
  took->window += milliseconds_since (start);
}

/* Undoes the last change of @document and does it again. */
static void
measure_again (JhDocument *document, const char *what)
{
  Took undo = { 0 }, redo = { 0 };

  for (guint i = 0; i < AGAIN; i++)
    {
      go_back (document, TRUE, &undo);
      go_back (document, FALSE, &redo);
    }
  printf ("%s: undo %.1f ms, redo %.1f ms (aim 100), a thread before them "
          "%.1f and %.1f ms\n",
          what, undo.window / AGAIN, redo.window / AGAIN, undo.thread / AGAIN,
          redo.thread / AGAIN);
}

/* Types into a row of a new table of 20,000 rows and into another table,
 * and undoes both. */
static void
bench_undo (const char *path)
{
  static const char *const cells[]
    = { "2010301", "30101",    "基本支出", "一般公共预算财政拨款",
        "P1",      "1,234.50", "2",        "3.5" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JhDocument) document = jh_document_open (path, &error);
  g_autoptr (JhWorksheet) sheet = NULL;
  g_autoptr (JhWorksheet) projects = NULL;
  JhSession *session;
  g_auto (JhTableReport) report = { 0 };

  MUST (document);
  MUST (jh_document_choose (document, SMALL, &error));
  session = jh_document_get_session (document);
  MUST (session);
  sheet = jh_worksheet_new (session, JH_TABLE_EXPENDITURE, NULL);
  projects = jh_worksheet_new (session, JH_TABLE_PROJECT, NULL);
  bench_bulk (document, sheet, JH_LINES_MAX - 100, cells);
  measure_again (document, "a paste of 20,000 rows");
  MUST (
    jh_table_model_type (JH_TABLE_MODEL (sheet), 7, 7, "8", &report, &error));
  measure_again (document, "a cell among 20,000 rows");
  jh_table_report_clear (&report);
  MUST (jh_table_model_type (JH_TABLE_MODEL (projects), 0, 0, "P1", &report,
                             &error));
  measure_again (document, "a cell beside 20,000 rows");
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jiheng-bench-XXXXXX", &error);
  g_autofree char *path = NULL;
  JhStore *store;

  MUST (folder);
  path = g_build_filename (folder, "bench.jiheng", NULL);
  store = jh_store_open (path, JH_STORE_CREATE, &error);
  MUST (store);
  bench (store);
  jh_store_close (store);
  bench_undo (path);
  printf ("the books are left in %s\n", folder);
  return 0;
}
