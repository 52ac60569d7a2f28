/* The least that GTK can show, to measure the program against. */
#include <gtk/gtk.h>

static void
activated_cb (GtkApplication *application, gpointer data)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_title (GTK_WINDOW (window), "绩衡");
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 740);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("绩衡"));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application
    = gtk_application_new ("cn.jiheng.Bare", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
