/* What the program costs, as ratios in one run.
 *
 * usage: bench [MOST]   the most filings, 10000 unless told; up to 20000
 *
 * Prints the time of writing the workbooks against libxlsxwriter writing the
 * same cells with nothing of ours around it; of importing and computing 100,
 * 1,000, 10,000 … filings; and the peak memory of exporting them. Each line
 * names its aim. It is no test: it never fails for being slow. */
#include <errno.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "bench-books.h"
#include "jh-computer.h"
#include "jh-import.h"
#include "jh-render-xlsx.h"
#include "jh-submission.h"

#define MUST(call)                                                          \
  G_STMT_START                                                              \
  {                                                                         \
    if (!(call))                                                            \
      g_error ("%s", error ? error->message : #call);                       \
  }                                                                         \
  G_STMT_END

static int
remove_entry (const char *path, const struct stat *status, int kind,
              struct FTW *walk)
{
  return remove (path);
}

static void
remove_folder (const char *folder)
{
  if (nftw (folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS) != 0)
    g_error ("“%s”: %s", folder, g_strerror (errno));
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("jiheng-bench-XXXXXX", &error);

  MUST (folder);
  return folder;
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Imports the filings from @first up to @end into @store. */
static void
import_filings (JhStore *store, const char *folder, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GError) error = NULL;

      bench_write_filing (folder, i);
      MUST (jh_import_folder (store, folder, FALSE, NULL, &error));
    }
}

/* Computes every sheet of every filing of @store; returns how many cells. */
static guint64
compute_all (JhStore *store, const JhCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filings = jh_filing_list (store, NULL, 0, &error);
  g_autoptr (JhLists) lists = NULL;
  g_autoptr (JhComputer) computer = jh_computer_new ();
  guint64 cells = 0;

  MUST (filings);
  for (guint i = 0; i < filings->len; i++)
    {
      const JhFiling *filing = filings->pdata[i];
      g_autoptr (JhBooks) books
        = jh_books_load (store, filing->id, lists, &error);
      g_autoptr (GPtrArray) sheets = NULL;

      MUST (books);
      jh_lists_unref (lists);
      lists = jh_lists_ref (books->lists);
      sheets = jh_catalog_list (catalog, filing, "公开表");
      for (guint s = 0; s < sheets->len; s++)
        {
          g_autoptr (JhGrid) grid = jh_computer_compute (
            computer, sheets->pdata[s], books, NULL, NULL, &error);

          MUST (grid);
          cells += (guint64) grid->n_rows * grid->n_columns;
        }
    }
  return cells;
}

/* Writes @cell as libxlsxwriter does when asked directly. */
static lxw_error
write_raw_cell (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                const JhGrid *grid, const JhCell *cell, lxw_format *format)
{
  if (cell->kind == JH_CELL_TEXT)
    return worksheet_write_string (sheet, row, column, cell->text, format);
  if (cell->kind == JH_CELL_MONEY)
    return worksheet_write_number (
      sheet, row, column,
      (double) jh_money_round (cell->money, grid->unit) / 100, format);
  return worksheet_write_blank (sheet, row, column, format);
}

/* A sheet of @raw with @texts (NULL at the end), one under the other. */
static lxw_worksheet *
write_raw_texts (lxw_workbook *raw, lxw_format *format,
                 const char *const *texts)
{
  lxw_worksheet *sheet = workbook_add_worksheet (raw, NULL);

  for (lxw_row_t row = 0; texts[row]; row++)
    if (worksheet_write_string (sheet, row, 0, texts[row], format)
        != LXW_NO_ERROR)
      g_error ("libxlsxwriter could not write a text");
  return sheet;
}

/* The sheet of one grid: its heading, and its cells below. */
static void
write_raw_grid (lxw_workbook *raw, lxw_format *format, const JhGrid *grid)
{
  const char *const head[]
    = { grid->title, grid->number, grid->unit_name, NULL };
  lxw_worksheet *sheet = write_raw_texts (raw, format, head);

  for (guint row = 0; row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      if (write_raw_cell (sheet, row + 3, (lxw_col_t) column, grid,
                          jh_grid_get_cell (grid, row, column), format)
          != LXW_NO_ERROR)
        g_error ("libxlsxwriter could not write a cell");
}

/* The sheets and cells of @workbook, with its cover, contents and headings,
 * written with nothing around libxlsxwriter but one format, without which it
 * leaves out blank cells: no merges, widths, heights, pages or looks. */
static void
write_raw (const JhWorkbook *workbook, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "raw.xlsx", NULL);
  lxw_workbook *raw = workbook_new (path);
  lxw_format *format = workbook_add_format (raw);
  g_autoptr (GPtrArray) cover = g_ptr_array_new ();
  g_autoptr (GPtrArray) contents = g_ptr_array_new ();

  format_set_border (format, LXW_BORDER_THIN);
  g_ptr_array_add (cover, workbook->title);
  for (guint i = 0; i < workbook->lines->len; i++)
    g_ptr_array_add (cover,
                     ((JhCoverLine *) workbook->lines->pdata[i])->value);
  for (guint g = 0; g < workbook->grids->len; g++)
    g_ptr_array_add (contents, jh_workbook_get_grid (workbook, g)->title);
  g_ptr_array_add (cover, NULL);
  g_ptr_array_add (contents, NULL);
  if (workbook->has_cover)
    write_raw_texts (raw, format, (const char *const *) cover->pdata);
  if (workbook->has_contents)
    write_raw_texts (raw, format, (const char *const *) contents->pdata);
  for (guint g = 0; g < workbook->grids->len; g++)
    write_raw_grid (raw, format, jh_workbook_get_grid (workbook, g));
  if (workbook_close (raw) != LXW_NO_ERROR)
    g_error ("libxlsxwriter could not write");
}

/* One grid of @rows × 20 amounts. */
static JhWorkbook *
make_large_workbook (guint rows)
{
  JhWorkbook *workbook = jh_workbook_new ("bench");
  JhGrid *grid = jh_grid_new (rows, 20);

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < 20; column++)
      {
        JhCell *cell = jh_grid_edit_cell (grid, row, column);

        cell->kind = JH_CELL_MONEY;
        cell->role = JH_ROLE_VALUE;
        cell->money = jh_money ((gint64) row * 1000003 + column * 7919);
      }
  jh_workbook_take_grid (workbook, grid);
  return workbook;
}

/* Writes @workbook @times times in both ways, taking turns, and prints the
 * ratio. */
static void
compare_writing (const char *what, const JhWorkbook *workbook, guint times)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;
  double ours = 0, raw = 0;

  for (guint i = 0; i < times; i++)
    {
      gint64 start = g_get_monotonic_time ();

      MUST (jh_render_xlsx (workbook, folder, "ours.xlsx", NULL, NULL, NULL,
                            &error));
      ours += seconds_since (start);
      start = g_get_monotonic_time ();
      write_raw (workbook, folder);
      raw += seconds_since (start);
    }
  remove_folder (folder);
  printf ("writing %s: %.4f s, libxlsxwriter alone %.4f s, ratio %.2f "
          "(aim 1.50)\n",
          what, ours / times, raw / times, ours / raw);
}

static void
bench_writing (JhStore *store, const JhCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filings = jh_filing_list (store, NULL, 0, &error);
  g_autoptr (JhBooks) books = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) workbooks = NULL;
  g_autoptr (JhWorkbook) large = make_large_workbook (20000);
  JhSubmission submission = { .store = store, .catalog = catalog };

  MUST (filings && filings->len > 0);
  books = jh_books_load (
    store, ((const JhFiling *) filings->pdata[0])->id, NULL, &error);
  MUST (books);
  workbooks
    = jh_submission_workbooks (&submission, books, NULL, &files, &error);
  MUST (workbooks);
  compare_writing ("the 13 tables", workbooks->pdata[0], 20);
  compare_writing ("20,000 x 20 amounts", large, 3);
}

/* In a process of its own: exports the first @count filings of @path and
 * returns its peak memory in KB. */
static long
export_peak (const char *path, const char *out, guint count)
{
  int status;
  struct rusage usage;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JhCatalog) catalog = jh_catalog_new (NULL, &error);
      g_autoptr (JhStore) store
        = jh_store_open (path, JH_STORE_READ, &error);
      g_autoptr (GPtrArray) filings
        = jh_filing_list (store, NULL, 0, &error);
      JhSubmission submission
        = { .store = store, .catalog = catalog, .formats = JH_FORMAT_XLSX };

      for (guint i = 0; i < count; i++)
        {
          const JhFiling *filing = filings->pdata[i];
          g_autoptr (JhBooks) books
            = jh_books_load (store, filing->id, NULL, &error);
          g_autoptr (GPtrArray) written
            = g_ptr_array_new_with_free_func (g_free);

          MUST (books);
          MUST (jh_submission_write (&submission, books, NULL, out, written,
                                     &error));
        }
      _exit (0);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("the export failed");
  return usage.ru_maxrss;
}

static void
bench_memory (const char *path, guint most)
{
  long first = 0;

  for (guint count = 10; count <= MIN (most, 1000); count *= 10)
    {
      g_autofree char *out = make_folder ();
      long peak = export_peak (path, out, count);

      first = first ? first : peak;
      printf ("exporting %u filings: peak %ld KB, %.2f of the first "
              "(aim 1.00)\n",
              count, peak, (double) peak / (double) first);
      remove_folder (out);
    }
}

/* Grows one file of books to @most filings, tenfold at a time, and prints
 * what each step cost a filing. */
static void
bench_growth (JhStore *store, const JhCatalog *catalog, const char *folder,
              guint most)
{
  double import_before = 0, sheets_before = 0;
  guint done = 0;

  for (guint count = MIN (100, most);; count = MIN (count * 10, most))
    {
      gint64 start = g_get_monotonic_time ();
      double import, sheets;
      guint64 cells;

      import_filings (store, folder, done, count);
      import = seconds_since (start) / (count - done);
      start = g_get_monotonic_time ();
      cells = compute_all (store, catalog);
      sheets = seconds_since (start) / count;
      printf ("%u filings: import %.2f ms a filing (%.2f x), the 13 tables "
              "%.2f ms a filing (%.2f x), %" G_GUINT64_FORMAT " cells; "
              "linear is 1.00 (aim: doubling at most 2.1 x)\n",
              count, import * 1000,
              import_before > 0 ? import / import_before : 1, sheets * 1000,
              sheets_before > 0 ? sheets / sheets_before : 1, cells);
      import_before = import;
      sheets_before = sheets;
      done = count;
      if (count == most)
        return;
    }
}

int
main (int argc, char **argv)
{
  guint most = argc > 1 ? (guint) CLAMP (atoi (argv[1]), 1, 20000) : 10000;
  g_autofree char *folder = make_folder ();
  g_autofree char *source = g_build_filename (folder, "filing", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.jiheng", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhCatalog) catalog = jh_catalog_new (NULL, &error);
  JhStore *store;

  setvbuf (stdout, NULL, _IOLBF, 0);
  MUST (catalog);
  MUST (g_mkdir (source, 0700) == 0);
  store = jh_store_open (path, JH_STORE_CREATE, &error);
  MUST (store);
  bench_growth (store, catalog, source, most);
  bench_writing (store, catalog);
  jh_store_close (store);
  bench_memory (path, most);
  remove_folder (folder);
  return 0;
}
