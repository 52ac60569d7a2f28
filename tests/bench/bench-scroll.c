/* Scrolls a table of 20,000 rows and 13 columns and says what a frame costs,
 * from the beginning of its layout to the end of its painting; then types
 * into it and says how long it took until the new total was painted.
 *
 * Run it on a display: tests/app/run-on-display build/…/tests/bench-scroll */
#include <gtk/gtk.h>
#include <stdio.h>
#include <time.h>

#include "jh-table-view-private.h"
#include "toy-model.h"

#define ROWS 20000
#define FRAMES 150

typedef struct
{
  GtkWidget *view;
  GArray *costs;
  gint64 began;
  gboolean painted;
} Bench;

/* Microseconds that the program itself has worked: others on the same machine
 * are not its fault. BENCH_WALL=1 takes the clock on the wall. */
static gint64
now (void)
{
  struct timespec spent;

  if (g_getenv ("BENCH_WALL"))
    return g_get_monotonic_time ();
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * 1000000 + spent.tv_nsec / 1000;
}

static void
before_cb (GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;

  bench->began = now ();
}

static void
after_cb (GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  double cost = (double) (now () - bench->began) / 1000;

  g_array_append_val (bench->costs, cost);
  bench->painted = TRUE;
}

static void
wait_frame (Bench *bench)
{
  bench->painted = FALSE;
  gtk_widget_queue_draw (bench->view);
  while (!bench->painted)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
print_costs (Bench *bench, const char *name)
{
  GArray *costs = bench->costs;

  g_array_sort (costs, compare);
  printf ("%-28s median %5.1f ms  p99 %5.1f ms  max %5.1f ms\n", name,
          g_array_index (costs, double, costs->len / 2),
          g_array_index (costs, double, costs->len * 99 / 100),
          g_array_index (costs, double, costs->len - 1));
  g_array_set_size (costs, 0);
}

/* Wheel: three rows a frame. */
static void
turn_wheel (JhTableView *view, int i)
{
  gtk_adjustment_set_value (view->down, i * 3 * view->geometry.row);
}

/* PageDown that is held. */
static void
hold_page_down (JhTableView *view, int i)
{
  jh_table_view_step (view, JH_STEP_PAGE_DOWN, FALSE);
}

/* The slider, dragged from top to bottom. */
static void
drag_slider (JhTableView *view, int i)
{
  gtk_adjustment_set_value (
    view->down, (gtk_adjustment_get_upper (view->down) * i) / FRAMES);
}

static void
go_across (JhTableView *view, int i)
{
  gtk_adjustment_set_value (view->across, (i * 37) % 600);
}

/* Arrow down that is held. */
static void
hold_down (JhTableView *view, int i)
{
  jh_table_view_step (view, JH_STEP_DOWN, FALSE);
}

static void
run (Bench *bench, const char *name, void (*act) (JhTableView *, int))
{
  JhTableView *view = JH_TABLE_VIEW (bench->view);

  jh_table_view_go (view, 0, 3);
  wait_frame (bench);
  wait_frame (bench);
  g_array_set_size (bench->costs, 0);
  for (int i = 0; i < FRAMES; i++)
    {
      act (view, i);
      wait_frame (bench);
    }
  print_costs (bench, name);
}

static void
type (Bench *bench)
{
  JhTableView *view = JH_TABLE_VIEW (bench->view);
  gint64 worst = 0;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", 1000 + i);
      gint64 began;

      jh_table_view_go (view, (guint) i, TOY_ACTUAL);
      wait_frame (bench);
      jh_table_view_begin (view, JH_EDIT_TYPED);
      jh_table_view_set_edited (view, text);
      wait_frame (bench);
      began = now ();
      jh_table_view_keep (view);
      jh_table_view_step (view, JH_STEP_ENTER, FALSE);
      jh_table_view_allocate (bench->view, gtk_widget_get_width (bench->view),
                              gtk_widget_get_height (bench->view), -1);
      worst = MAX (worst, now () - began);
      wait_frame (bench);
    }
  printf ("%-28s worst of 20: %.1f ms without painting (the toy adds up "
          "%d rows)\n",
          "enter to total", (double) worst / 1000, ROWS);
  print_costs (bench, "frames while typing");
}

int
main (void)
{
  g_autoptr (ToyModel) model = toy_model_new (ROWS, TRUE);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  Bench bench = { .costs = g_array_new (FALSE, FALSE, sizeof (double)) };
  GtkWidget *window;
  GdkFrameClock *clock;

  gtk_init ();
  gtk_css_provider_load_from_resource (provider, "/cn/jiheng/ui/style.css");
  gtk_style_context_add_provider_for_display (
    gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window = gtk_window_new ();
  bench.view = jh_table_view_new ();
  jh_table_view_set_model (JH_TABLE_VIEW (bench.view),
                           JH_TABLE_MODEL (model));
  gtk_window_set_child (GTK_WINDOW (window), bench.view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1500, 1040);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_native_get_surface (GTK_NATIVE (window))
            ? gdk_surface_get_frame_clock (
              gtk_native_get_surface (GTK_NATIVE (window)))
            : NULL;
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &bench);
  wait_frame (&bench);
  print_costs (&bench, "first frame");
  run (&bench, "wheel", turn_wheel);
  run (&bench, "PageDown held", hold_page_down);
  run (&bench, "slider dragged", drag_slider);
  run (&bench, "Down held", hold_down);
  run (&bench, "sideways", go_across);
  type (&bench);
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (bench.costs);
  return 0;
}
