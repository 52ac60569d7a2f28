/* What one typed cell costs, from the key that keeps it to the painted
 * total, in the real window.
 *
 * usage: tests/app/run-on-display bench-keystroke BOOKS [TIMES]
 *
 * The first filing of BOOKS is shown at 支出, and its last column is typed
 * into, row after row. Besides the time that passes it tells how long the
 * program itself worked for it: the rest is waiting for the disk, for the
 * display, and for other programs where the machine is busy. It is no test:
 * it never fails for being slow. */
#include "jh-table-view.h"
#include "jh-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* How often a cell is typed into, unless it is said. */
#define TIMES 60

/* Milliseconds that one typed cell took, and of them those in which the
 * thread that draws worked. */
typedef struct
{
  double passed;
  double worked;
} Cost;

/* The table that is shown in @widget, or NULL. */
static JhTableView *
find_table (GtkWidget *widget)
{
  if (JH_IS_TABLE_VIEW (widget) && gtk_widget_get_mapped (widget))
    return JH_TABLE_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      JhTableView *found = find_table (child);

      if (found)
        return found;
    }
  return NULL;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
settle (void)
{
  for (int i = 0; i < 60; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

/* Milliseconds on the clock @id. */
static double
read_clock (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Types @text into @row and waits for the frame that shows it. */
static Cost
time_one (JhTableView *table, guint row, const char *text)
{
  JhTableModel *model = jh_table_view_get_model (table);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (table));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint",
                                     G_CALLBACK (painted_cb), &painted);
  Cost begin
    = { read_clock (CLOCK_MONOTONIC), read_clock (CLOCK_THREAD_CPUTIME_ID) };
  g_autoptr (GError) error = NULL;
  JhTableReport report;

  if (!jh_table_model_type (model, row,
                            jh_table_model_count_columns (model) - 1, text,
                            &report, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      exit (EXIT_FAILURE);
    }
  jh_table_report_clear (&report);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  return (Cost){ read_clock (CLOCK_MONOTONIC) - begin.passed,
                 read_clock (CLOCK_THREAD_CPUTIME_ID) - begin.worked };
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static JhWindow *
open_window (const char *path)
{
  g_autoptr (GtkApplication) application
    = gtk_application_new ("cn.jiheng.Bench", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhPlace) place
    = jh_place_new ("expenditure", NULL, 0, NULL, NULL);
  JhWindow *window;

  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    fprintf (stderr, "%s\n", error->message);
  window = jh_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  jh_window_open (window, path);
  jh_window_go (window, place);
  settle ();
  return window;
}

int
main (int argc, char **argv)
{
  guint times = argc == 3 ? (guint) atoi (argv[2]) : TIMES;
  g_autofree double *passed = g_new (double, times);
  g_autofree double *worked = g_new (double, times);
  JhTableView *table;
  guint rows;

  if (argc < 2 || times == 0)
    {
      fprintf (stderr, "usage: bench-keystroke BOOKS [TIMES]\n");
      return EXIT_FAILURE;
    }
  gtk_init ();
  table = find_table (GTK_WIDGET (open_window (argv[1])));
  if (table == NULL)
    {
      fprintf (stderr, "no table is shown\n");
      return EXIT_FAILURE;
    }
  rows = g_list_model_get_n_items (
    G_LIST_MODEL (jh_table_view_get_model (table)));
  for (guint i = 0; i < times; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u.75", i + 1000);
      Cost cost = time_one (table, i % MIN (rows, 12), text);

      passed[i] = cost.passed;
      worked[i] = cost.worked;
      settle ();
    }
  qsort (passed, times, sizeof (double), compare);
  qsort (worked, times, sizeof (double), compare);
  printf ("%u rows, typed cell to painted total: median %.1f ms, worst %.1f "
          "ms of %u; work alone: median %.1f ms, worst %.1f ms\n",
          rows, passed[times / 2], passed[times - 1], times,
          worked[times / 2], worked[times - 1]);
  return EXIT_SUCCESS;
}
