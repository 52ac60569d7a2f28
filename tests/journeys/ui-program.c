/* The program: its beginning, its end, and what it says meanwhile. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sanitizer/lsan_interface.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ui-private.h"

/* libatspi now and then loses the text of an answer that comes while another
 * is read. The leaks of this process, which only looks and presses, say
 * nothing of the program, whose own are looked for when it ends. */
int
__lsan_is_turned_off (void)
{
  return 1;
}

/* How long a person waits before saying that the program hangs, and how long
 * between two looks. The sanitizers and a busy machine make all slow. */
#define PATIENCE (20 * G_USEC_PER_SEC)
#define BLINK 15000

/* Anything of this in what the program said is a mistake. */
static const char *const mistakes[] = {
  "-CRITICAL **",     "-WARNING **",   "-ERROR **",
  "AddressSanitizer", "LeakSanitizer", "runtime error:",
};

static void
end_with_parent (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* Closing a window that a program has just closed is no mistake. */
static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

/* A user who has just come to this machine. */
static char **
make_environment (const char *home)
{
  static const char *const folders[] = {
    "HOME",           "XDG_CONFIG_HOME", "XDG_DATA_HOME",
    "XDG_CACHE_HOME", "XDG_STATE_HOME",
  };
  char **environment = g_get_environ ();

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    environment = g_environ_setenv (environment, folders[i], home, TRUE);
  environment
    = g_environ_setenv (environment, "GSETTINGS_BACKEND", "memory", TRUE);
  return g_environ_unsetenv (environment, "G_DEBUG");
}

/* Whether the program has ended; takes note of how. */
static gboolean
has_ended (Ui *ui)
{
  if (ui->pid && waitpid (ui->pid, &ui->status, WNOHANG) == ui->pid)
    ui->pid = 0;
  return ui->pid == 0;
}

static gboolean
ended (Ui *ui, gconstpointer data)
{
  return has_ended (ui);
}

static char *
dup_said (const Ui *ui)
{
  return jh_test_read (ui->log, NULL);
}

static void
spawn (Ui *ui, const char *home, const char *file)
{
  g_auto (GStrv) environment = make_environment (home);
  const char *const call[] = { g_getenv ("JIHENG_APP"), file, NULL };
  g_autoptr (GError) error = NULL;
  int log = g_open (ui->log, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  ck_assert_msg (call[0] != NULL, "JIHENG_APP must name the program");
  g_spawn_async_with_fds (NULL, (char **) call, environment,
                          G_SPAWN_DO_NOT_REAP_CHILD, end_with_parent, NULL,
                          &ui->pid, -1, log, log, &error);
  close (log);
  jh_assert_no_error (error);
}

/* Whether the program has a window, and told the screen readers. */
static gboolean
has_window (Ui *ui, gconstpointer data)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  g_autoptr (GArray) windows = ui_list_windows (ui);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n && ui->program == NULL; i++)
    {
      g_autoptr (AtspiAccessible) child
        = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child
          && atspi_accessible_get_process_id (child, NULL) == (guint) ui->pid)
        ui->program = g_steal_pointer (&child);
    }
  return ui->program && windows->len > 0
         && atspi_accessible_get_child_count (ui->program, NULL) > 0;
}

Ui *
ui_start (const char *home, const char *file)
{
  Ui *ui = g_new0 (Ui, 1);

  ck_assert_msg (atspi_init () <= 1, "there are no screen readers here");
  XInitThreads ();
  XSetErrorHandler (ignore_error);
  ui->display = XOpenDisplay (NULL);
  ck_assert_msg (ui->display != NULL, "there is no display");
  ui->log = g_build_filename (home, "said.txt", NULL);
  spawn (ui, home, file);
  if (!ui_wait (ui, has_window, NULL))
    ui_fail (ui, "no window was opened");
  /* What cannot change need not be asked for twice. */
  atspi_accessible_set_cache_mask (ui->program,
                                   ATSPI_CACHE_INTERFACES | ATSPI_CACHE_ROLE);
  ui_focus_window (ui);
  return ui;
}

static void
ui_free (Ui *ui)
{
  ui_clear_clipboard (ui);
  g_clear_object (&ui->program);
  XCloseDisplay (ui->display);
  g_free (ui->log);
  g_free (ui);
}

/* Fails when the program said anything that it should not have to. */
static void
check_said (Ui *ui)
{
  g_autofree char *said = dup_said (ui);

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    if (strstr (said, mistakes[i]))
      ui_fail (ui, "the program complained");
}

/* Asks the top window to close, as the button of its title does. */
static void
ask_to_close (Ui *ui)
{
  XClientMessageEvent event = { .type = ClientMessage, .format = 32 };

  event.window = ui_get_top (ui);
  event.message_type = XInternAtom (ui->display, "WM_PROTOCOLS", False);
  event.data.l[0]
    = (long) XInternAtom (ui->display, "WM_DELETE_WINDOW", False);
  XSendEvent (ui->display, event.window, False, NoEventMask,
              (XEvent *) &event);
  XFlush (ui->display);
}

void
ui_quit (Ui *ui)
{
  ask_to_close (ui);
  if (!ui_wait (ui, ended, NULL))
    ui_fail (ui, "the program did not end when its window was closed");
  check_said (ui);
  if (!WIFEXITED (ui->status) || WEXITSTATUS (ui->status) != 0)
    ui_fail (ui, "the program did not end well");
  ui_free (ui);
}

void
ui_kill (Ui *ui)
{
  check_said (ui);
  kill (ui->pid, SIGKILL);
  if (!ui_wait (ui, ended, NULL))
    ui_fail (ui, "the program lives on");
  ui_free (ui);
}

gboolean
ui_wait (Ui *ui, UiCondition condition, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gboolean there;

  while (!(there = condition (ui, data)) && g_get_monotonic_time () < end
         && !has_ended (ui))
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (BLINK);
    }
  return there || condition (ui, data);
}

/* Where what is known of a failure goes, with @ending at its end; NULL for
 * nowhere. The caller frees it. */
static char *
dup_result_path (const char *ending)
{
  const char *folder = g_getenv ("JIHENG_TEST_RESULTS");
  const char *name = g_getenv ("JIHENG_TEST_NAME");
  g_autofree char *file = NULL;

  if (folder == NULL || name == NULL)
    return NULL;
  file = g_strconcat (name, ending, NULL);
  return g_build_filename (folder, g_strdelimit (file, "/", '_'), NULL);
}

/* The tree may have thousands of lines; Check takes a few kilobytes. */
static void
keep_tree (Ui *ui, const char *path)
{
  g_autofree char *tree = ui_dup_tree (ui);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    printf ("%s", tree);
  else if (!g_file_set_contents (path, tree, -1, &error))
    printf ("%s\n", error->message);
}

void
ui_fail (Ui *ui, const char *words)
{
  g_autofree char *said = dup_said (ui);
  g_autofree char *picture = dup_result_path (".png");
  g_autofree char *tree = dup_result_path (".txt");

  if (picture)
    ui_picture (ui, picture);
  if (ui->program && ui->pid)
    keep_tree (ui, tree);
  ck_abort_msg ("%s\nthe program said:\n%.3000s\nsee %s and %s", words, said,
                picture ? picture : "nothing", tree ? tree : "above");
  g_assert_not_reached ();
}
