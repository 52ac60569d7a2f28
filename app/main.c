/* jiheng: the desktop program. */
#include <stdio.h>

#include "jh-state.h"
#include "jh-window.h"

#define APPLICATION_ID "cn.jiheng.Jiheng"

/* How the program ends where there is no display to open a window on. */
#define EXIT_NO_DISPLAY 4

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/cn/jiheng/ui/style.css");
  gtk_style_context_add_provider_for_display (
    gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
started_cb (GApplication *application, gpointer data)
{
  load_style ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static void
activated_cb (GApplication *application, gpointer data)
{
  JhWindow *window = jh_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
}

static void
opened_cb (GApplication *application, GFile **files, int n_files,
           const char *hint, gpointer data)
{
  for (int i = 0; i < n_files; i++)
    {
      JhWindow *window = jh_window_new (GTK_APPLICATION (application));
      g_autofree char *path = g_file_get_path (files[i]);

      jh_window_open (window, path ? path : "");
      gtk_window_present (GTK_WINDOW (window));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  int status;

  if (!gtk_init_check ())
    {
      fputs ("jiheng：这里没有显示器，打不开窗口；命令行程序是 jiheng-cli\n",
             stderr);
      return EXIT_NO_DISPLAY;
    }
  application
    = gtk_application_new (APPLICATION_ID, G_APPLICATION_HANDLES_OPEN);
  g_set_application_name ("绩衡");
  g_signal_connect_after (application, "startup", G_CALLBACK (started_cb),
                          NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), NULL);
  g_signal_connect (application, "open", G_CALLBACK (opened_cb), NULL);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  jh_state_save ();
  return status;
}
