/* What the tests of beginning share: a window of the program in a home of its
 * own. */
#pragma once

#include "../window-fixture.h"

#include "jh-error.h"
#include "jh-window.h"

/* A home for settings and documents, where nothing is yet. The caller frees
 * the path. */
static inline char *
new_home (void)
{
  char *home = jh_test_folder ();
  g_autofree char *settings = g_build_filename (home, "config", NULL);

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", settings, TRUE);
  return home;
}

/* A window of the program in sight, with nothing in it. */
static inline JhWindow *
new_window (void)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  JhWindow *window;

  gtk_init ();
  application
    = gtk_application_new ("cn.jiheng.Test", G_APPLICATION_NON_UNIQUE);
  ck_assert (
    g_application_register (G_APPLICATION (application), NULL, &error));
  window = jh_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Does what the menu does by the action @name. */
static inline void
choose (JhWindow *window, const char *name)
{
  ck_assert_msg (
    g_action_group_get_action_enabled (G_ACTION_GROUP (window), name),
    "“%s” is not to choose", name);
  g_action_group_activate_action (G_ACTION_GROUP (window), name, NULL);
}

static inline gboolean
is_label_called (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget)
         && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text)
         && gtk_label_get_mnemonic_widget (GTK_LABEL (widget));
}

/* Types @text into the field of @window that is called @label. */
static inline void
type_into (gpointer window, const char *label, const char *text)
{
  GtkWidget *found = find_widget (window, is_label_called, label);

  ck_assert_msg (found != NULL, "no field “%s”", label);
  gtk_editable_set_text (
    GTK_EDITABLE (gtk_label_get_mnemonic_widget (GTK_LABEL (found))), text);
}

/* How many files in @folder end in @ending. */
static inline guint
count_ending (const char *folder, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    count += g_str_has_suffix (name, ending);
  return count;
}
