/* What the tests of windows share. */
#pragma once

#include <gtk/gtk.h>

#include "jh-import.h"
#include "jh-test.h"

/* Lets windows draw and threads answer for @milliseconds. */
static inline void
settle (guint milliseconds)
{
  gint64 end
    = g_get_monotonic_time () + milliseconds * G_GINT64_CONSTANT (1000);

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

/* Lets windows draw and threads answer until @done holds; the test fails
 * when that takes longer than ten seconds. */
#define settle_until(done)                                                   \
  G_STMT_START                                                               \
  {                                                                          \
    for (int tries = 0; !(done); tries++)                                    \
      {                                                                      \
        ck_assert_msg (tries < 1000, "never came true: " #done);             \
        settle (10);                                                         \
      }                                                                      \
  }                                                                          \
  G_STMT_END

/* The first widget in @widget, or itself, for which @is holds; or NULL. */
static inline GtkWidget *
find_widget (GtkWidget *widget, gboolean (*is) (GtkWidget *, gconstpointer),
             gconstpointer data)
{
  if (is (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, is, data);

      if (found)
        return found;
    }
  return NULL;
}

static inline gboolean
is_label_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Whether @widget or something in it is a label in sight with @text in
 * it. */
static inline gboolean
shows (gpointer widget, const char *text)
{
  return find_widget (widget, is_label_with, text) != NULL;
}

static inline gboolean
is_button_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && shows (widget, text);
}

/* The button in @widget that shows @text; the test fails when there is none,
 * or it cannot be pressed. */
static inline GtkWidget *
find_button (gpointer widget, const char *text)
{
  GtkWidget *button = find_widget (widget, is_button_with, text);

  ck_assert_msg (button != NULL, "no button “%s”", text);
  ck_assert_msg (gtk_widget_get_sensitive (button), "“%s” is not to press",
                 text);
  return button;
}

/* Presses the button in @widget that shows @text, as a key does: GTK shows it
 * pressed for a quarter of a second before anything happens. */
static inline void
press (gpointer widget, const char *text)
{
  gtk_widget_activate (find_button (widget, text));
}

/* As press(), at once, as a click does: for what would be over by then. */
static inline void
click (gpointer widget, const char *text)
{
  g_signal_emit_by_name (find_button (widget, text), "clicked");
}

/* The window in sight whose title is @title, or NULL. */
static inline GtkWindow *
find_window (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window))
          && g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }
  return NULL;
}

/* Whether a window shows @text; which one goes to @window. */
static inline gboolean
shows_anywhere (const char *text, GtkWindow **window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (shows (other, text))
        {
          *window = other;
          return TRUE;
        }
    }
  return FALSE;
}

/* The folder of the sample filing. The caller frees it. */
static inline char *
dup_sample (void)
{
  return g_build_filename (g_getenv ("JIHENG_SOURCE"), "resources", "sample",
                           "filing-2023", NULL);
}

/* New books with the filing of the folder @sample in them; the caller frees
 * the path. */
static inline char *
make_books_of (const char *sample)
{
  g_autofree char *folder = jh_test_folder ();
  char *path = g_build_filename (folder, "样例.jiheng", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_CREATE, &error);

  jh_assert_no_error (error);
  ck_assert (jh_import_folder (store, sample, FALSE, NULL, &error));
  return path;
}

/* Books with the sample in them; the caller frees the path. */
static inline char *
make_books (void)
{
  g_autofree char *sample = dup_sample ();

  return make_books_of (sample);
}
