/* What it costs to start the program, against a bare window of GTK in the
 * same run.
 *
 * usage: bench-start PROGRAM BARE BOOKS…
 *
 * The programs are started in turns; each line gives the medians of the time
 * until the window is on the display, and of the memory (PSS) that it then
 * has. It is no test: it never fails for being slow. */
#include <X11/Xlib.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* How often each program is started. */
#define RUNS 15

/* How long a window may take to be drawn after it is there. */
#define SETTLE (300 * 1000)

/* The most files of books. */
#define BOOKS_MAX 8

/* mapped: milliseconds until the window is on the display
 * memory: kilobytes that are its own, PSS */
typedef struct
{
  double mapped;
  double memory;
} Start;

static double
read_memory (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL)
      || (line = strstr (text, "\nPss:")) == NULL)
    g_error ("“%s” does not tell the memory", path);
  return g_ascii_strtod (line + strlen ("\nPss:"), NULL);
}

/* Waits until a window that people see is on the display. GTK maps small
 * ones for itself before. */
static void
wait_for_window (Display *display)
{
  for (;;)
    {
      XEvent event;
      XWindowAttributes now;

      XNextEvent (display, &event);
      if (event.type == MapNotify
          && XGetWindowAttributes (display, event.xmap.window, &now)
          && now.width > 100)
        return;
    }
}

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

static Start
start (Display *display, const char *program, const char *books)
{
  const char *const call[] = { program, books, NULL };
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  Start result;
  GPid pid;

  if (!g_spawn_async (NULL, (char **) call, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                      NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  wait_for_window (display);
  result.mapped = (double) (g_get_monotonic_time () - begin) / 1000;
  g_usleep (SETTLE);
  result.memory = read_memory (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  return result;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *numbers, int n)
{
  qsort (numbers, (size_t) n, sizeof *numbers, compare);
  return numbers[n / 2];
}

int
main (int argc, char **argv)
{
  double mapped[BOOKS_MAX + 1][RUNS], memory[BOOKS_MAX + 1][RUNS];
  double bare_mapped, bare_memory;
  Display *display = XOpenDisplay (NULL);
  int n = argc - 2;

  if (n < 1 || n > BOOKS_MAX + 1 || display == NULL)
    g_error ("usage: bench-start PROGRAM BARE BOOKS…, on a display");
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  for (int run = -1; run < RUNS; run++)
    for (int i = 0; i < n; i++)
      {
        Start now = start (display, i == 0 ? argv[2] : argv[1],
                           i == 0 ? NULL : argv[i + 2]);

        /* The first round only warms up. */
        mapped[i][MAX (run, 0)] = now.mapped;
        memory[i][MAX (run, 0)] = now.memory;
      }
  bare_mapped = median (mapped[0], RUNS);
  bare_memory = median (memory[0], RUNS);
  printf ("a bare window: on the display after %.0f ms, %.1f MB\n",
          bare_mapped, bare_memory / 1024);
  for (int i = 1; i < n; i++)
    {
      double own_mapped = median (mapped[i], RUNS);
      double own_memory = median (memory[i], RUNS);

      printf ("%s: %.0f ms (%.2f x), %.1f MB (%.2f x)\n", argv[i + 2],
              own_mapped, own_mapped / bare_mapped, own_memory / 1024,
              own_memory / bare_memory);
    }
  XCloseDisplay (display);
  return 0;
}
