#include "jh-application.h"

#include "jh-state.h"
#include "jh-window.h"

#define APPLICATION_ID "cn.jiheng.Jiheng"

/* What is done once the window is drawn. */
#define DRAWN_PRIORITY (GDK_PRIORITY_REDRAW + 10)

struct _JhApplication
{
  GtkApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (JhApplication, jh_application, GTK_TYPE_APPLICATION)

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/cn/jiheng/ui/style.css");
  gtk_style_context_add_provider_for_display (
    gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Shows the program light or dark, or, for "system", as the desktop is. */
static void
apply_appearance (const char *appearance)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (g_str_equal (appearance, "system"))
    gtk_settings_reset_property (settings,
                                 "gtk-application-prefer-dark-theme");
  else
    g_object_set (settings, "gtk-application-prefer-dark-theme",
                  g_str_equal (appearance, "dark"), NULL);
}

static void
appearance_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  const char *appearance = g_variant_get_string (state, NULL);

  apply_appearance (appearance);
  jh_state_set_text ("window", "appearance", appearance);
  g_simple_action_set_state (action, state);
}

/* As it was chosen last. */
static void
recall_appearance (GActionMap *map)
{
  g_autofree char *appearance = jh_state_dup_text ("window", "appearance");
  GAction *action = g_action_map_lookup_action (map, "appearance");

  if (appearance == NULL)
    return;
  apply_appearance (appearance);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (appearance));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_about_dialog (
    gtk_application_get_active_window (GTK_APPLICATION (data)),
    "program-name", "绩衡", "version", JH_VERSION, "comments",
    "部门决算、绩效和督查：一年的数只填一次，\n"
    "算成报表，对起来，再一键报送。",
    "license-type", GTK_LICENSE_APACHE_2_0, "logo-icon-name", APPLICATION_ID,
    NULL);
}

/* Closes every window, so that each keeps what is being typed. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows
    = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *item = windows; item; item = item->next)
    gtk_window_close (item->data);
  g_list_free (windows);
}

/* The keys of all actions, in the order of the shortcuts window. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "win.open-file", { "<Control>o" } },
  { "win.new-filing", { "<Control>n" } },
  { "win.back-up", { "<Control>b" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control>y", "<Control><Shift>z" } },
  { "win.search", { "<Control>f" } },
  { "win.switch", { "<Control>l" } },
  { "win.findings", { "F9" } },
  { "win.next-part", { "F6" } },
  { "win.previous-part", { "<Shift>F6" } },
  { "win.shortcuts", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
};

static void
add_actions (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "appearance",
      .parameter_type = "s",
      .state = "'system'",
      .change_state = appearance_cb },
    { .name = "quit", .activate = quit_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries,
                                   G_N_ELEMENTS (entries), application);
  recall_appearance (G_ACTION_MAP (application));
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accels[i].action, accels[i].keys);
}

/* Drawing the icon takes a tenth of the time until a window is there. */
static gboolean
name_icon_cb (gpointer data)
{
  gtk_window_set_default_icon_name (APPLICATION_ID);
  return G_SOURCE_REMOVE;
}

static void
jh_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (jh_application_parent_class)->startup (application);
  load_style ();
  add_actions (application);
  g_idle_add_full (DRAWN_PRIORITY + 10, name_icon_cb, NULL, NULL);
}

static void
jh_application_activate (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (self);

  if (window == NULL)
    {
      window = GTK_WINDOW (jh_window_new (self));
      jh_window_welcome (JH_WINDOW (window), NULL);
    }
  gtk_window_present (window);
}

/* The window that shows @path already, or NULL. */
static JhWindow *
find_window (GtkApplication *self, const char *path)
{
  for (GList *item = gtk_application_get_windows (self); item;
       item = item->next)
    {
      JhDocument *document = JH_IS_WINDOW (item->data)
                               ? jh_window_get_document (item->data)
                               : NULL;

      if (document && g_str_equal (jh_document_get_path (document), path))
        return item->data;
    }
  return NULL;
}

/* A file that is opened once its window is there. */
typedef struct
{
  JhWindow *window;
  char *path;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->window);
  g_free (opening->path);
  g_free (opening);
}

static gboolean
drawn_cb (gpointer data)
{
  Opening *opening = data;

  jh_window_open (opening->window, opening->path);
  return G_SOURCE_REMOVE;
}

/* Shows the window first and reads the books when it is drawn: a window that
 * is there at once is worth more than one that is whole a moment later. */
static void
open_file (GtkApplication *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  JhWindow *window = find_window (self, path ? path : "");
  Opening *opening;

  if (window)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = jh_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  opening = g_new (Opening, 1);
  *opening = (Opening){ g_object_ref (window), g_strdup (path ? path : "") };
  g_idle_add_full (DRAWN_PRIORITY, drawn_cb, opening, opening_free);
}

static void
jh_application_open (GApplication *application, GFile **files, int n_files,
                     const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (GTK_APPLICATION (application), files[i]);
}

static void
jh_application_shutdown (GApplication *application)
{
  jh_state_save ();
  G_APPLICATION_CLASS (jh_application_parent_class)->shutdown (application);
}

static void
jh_application_class_init (JhApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = jh_application_startup;
  application_class->activate = jh_application_activate;
  application_class->open = jh_application_open;
  application_class->shutdown = jh_application_shutdown;
}

static void
jh_application_init (JhApplication *self)
{
}

JhApplication *
jh_application_new (void)
{
  return g_object_new (JH_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/cn/jiheng", NULL);
}
