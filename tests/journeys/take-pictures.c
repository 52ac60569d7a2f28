/* Pictures of every page, to be looked at: tests/pictures makes them.
 *
 * usage: take-pictures FOLDER BOOKS NAME WIDTHxHEIGHT [dark] [large]
 *                      [plain]
 *
 * Writes FOLDER/NAME-PAGE.png, a picture for each page of the sidebar, with
 * the window at that size; plain puts the panel of findings away. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "ui.h"

/* Letters half as large again, as the settings of a desktop make them. */
static void
enlarge (void)
{
  static const char resources[] = "Xft.dpi:\t144\n";
  Display *display = XOpenDisplay (NULL);

  ck_assert_msg (display != NULL, "there is no display");
  XChangeProperty (display, DefaultRootWindow (display), XA_RESOURCE_MANAGER,
                   XA_STRING, 8, PropModeReplace,
                   (const unsigned char *) resources,
                   (int) strlen (resources));
  XCloseDisplay (display);
}

/* The settings of a user who likes it so. */
static void
write_settings (const char *home, gboolean dark)
{
  g_autofree char *folder = g_build_filename (home, "gtk-4.0", NULL);
  g_autofree char *text
    = g_strdup_printf ("[Settings]\n"
                       "gtk-application-prefer-dark-theme=%s\n"
                       "gtk-cursor-blink=false\n",
                       dark ? "true" : "false");

  g_mkdir_with_parents (folder, 0700);
  g_free (jh_test_write (folder, "settings.ini", text, -1));
}

static char **arguments;

/* Whether one of the words after the size is @word. */
static gboolean
is_wanted (const char *word)
{
  return g_strv_contains ((const char *const *) arguments + 5, word);
}

START_TEST (every_page_is_taken)
{
  g_autofree char *home = jh_test_folder ();
  g_auto (GStrv) pages = NULL;
  int width, height;
  Ui *ui;

  ck_assert_int_eq (sscanf (arguments[4], "%dx%d", &width, &height), 2);
  write_settings (home, is_wanted ("dark"));
  if (is_wanted ("large"))
    enlarge ();
  ui = ui_start (home, arguments[2]);
  ui_resize (ui, width, height);
  if (is_wanted ("plain"))
    press (ui, "F9");
  pages = ui_list_pages (ui);
  for (guint i = 0; pages[i]; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/%s-%s.png", arguments[1],
                                               arguments[3], pages[i]);

      go_to (ui, pages[i]);
      ui_settle (ui);
      ui_picture (ui, file);
    }
  ui_quit (ui);
}
END_TEST

int
main (int argc, char **argv)
{
  Suite *suite = suite_create ("pictures");
  TCase *pictures = tcase_create ("pictures");

  if (argc < 5)
    g_error ("usage: take-pictures FOLDER BOOKS NAME WIDTHxHEIGHT "
             "[dark] [large]");
  arguments = argv;
  tcase_set_timeout (pictures, 300);
  tcase_add_test (pictures, every_page_is_taken);
  suite_add_tcase (suite, pictures);
  return jh_test_run (suite);
}
