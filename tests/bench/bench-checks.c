/* What checking costs.
 *
 * usage: bench-checks BOOKS
 *
 * Checks every filing of BOOKS under the whole catalogue, with nothing kept
 * from one filing to the next, and prints the processor's time a filing for
 * the first tenth and for all of them: it should be the same. Then changes
 * one amount at a time in filings spread over BOOKS, and prints what checking
 * again takes, and at last the memory. It is no test: it never fails for
 * being slow. */
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

#include "jh-change.h"
#include "jh-checker.h"

/* How many edits are made and checked. */
#define EDITS 400

#define MUST(call)                                                           \
  G_STMT_START                                                               \
  {                                                                          \
    if (!(call))                                                             \
      g_error ("%s", error ? error->message : #call);                        \
  }                                                                          \
  G_STMT_END

static double
milliseconds (void)
{
  return 1000.0 * (double) clock () / CLOCKS_PER_SEC;
}

/* Checks @count filings; returns how many findings there are. */
static guint
check_all (JhStore *store, const GPtrArray *filings, guint count)
{
  g_autoptr (JhChecker) checker = jh_checker_new ();
  g_autoptr (GError) error = NULL;
  guint found = 0;

  for (guint i = 0; i < count; i++)
    {
      const JhFiling *filing = filings->pdata[i];
      g_autoptr (GPtrArray) findings
        = jh_checker_check (checker, store, filing->id, &error);

      MUST (findings);
      found += findings->len;
    }
  return found;
}

static void
bench_all (JhStore *store, const GPtrArray *filings)
{
  const guint counts[] = { filings->len / 10, filings->len };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      double start = milliseconds ();
      guint found = check_all (store, filings, counts[i]);
      double took = milliseconds () - start;

      printf ("%u filings: %.3f ms a filing, %u findings\n", counts[i],
              took / counts[i], found);
    }
}

/* Takes one unit from or gives it to the first amount of expenditure. */
static void
edit (JhStore *store, gint64 filing, gint64 by)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhBooks) books = jh_books_load (store, filing, NULL, &error);
  JhExpenditure *row;
  g_autoptr (JhChange) change = NULL;

  MUST (books);
  row = JH_BOOKS_ROWS (books, EXPENDITURE)->pdata[0];
  row->actual.fen += by;
  change = jh_change_begin (store, "改数", &error);
  MUST (change);
  MUST (jh_table_update (store, filing, row, &error));
  MUST (jh_change_commit (change, &error));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
bench_edits (JhStore *store, const GPtrArray *filings)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (JhChecker) checker = jh_checker_new ();
  g_autoptr (GError) error = NULL;
  guint cases = 0;

  for (guint i = 0; i < EDITS; i++)
    {
      guint at = (i / 8) * (filings->len / (EDITS / 8));
      const JhFiling *filing = filings->pdata[at];
      g_autoptr (GPtrArray) before
        = jh_checker_check (checker, store, filing->id, &error);
      g_autoptr (GPtrArray) after = NULL;
      double start, took;

      MUST (before);
      edit (store, filing->id, i % 2 ? -10000 : 10000);
      start = milliseconds ();
      after = jh_checker_check (checker, store, filing->id, &error);
      took = milliseconds () - start;
      MUST (after);
      cases += jh_checker_count_cases (checker);
      g_array_append_val (times, took);
    }
  g_array_sort (times, compare);
  printf ("checking again after one edit: median %.2f ms, p99 %.2f ms, "
          "%u cases asked\n",
          g_array_index (times, double, EDITS / 2),
          g_array_index (times, double, EDITS * 99 / 100), cases / EDITS);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filings = NULL;
  struct rusage usage;
  JhStore *store;

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-checks BOOKS\n");
      return 2;
    }
  store = jh_store_open (argv[1], JH_STORE_WRITE, &error);
  MUST (store);
  filings = jh_filing_list (store, NULL, 0, &error);
  MUST (filings && filings->len >= EDITS / 8);
  bench_all (store, filings);
  bench_edits (store, filings);
  MUST (getrusage (RUSAGE_SELF, &usage) == 0);
  printf ("peak memory %.1f MB\n", (double) usage.ru_maxrss / 1024);
  jh_store_close (store);
  return 0;
}
