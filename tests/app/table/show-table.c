/* Shows a table, for looking at it: show-table [ROWS] [wide] */
#include <gtk/gtk.h>

#include "jh-table-view.h"
#include "toy-model.h"

static void
report_cb (JhTableView *view, gboolean failed, const char *words,
           GtkLabel *label)
{
  g_autofree char *line = g_strconcat (failed ? "✗ " : "✓ ", words, NULL);

  gtk_label_set_text (label, line);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/cn/jiheng/ui/style.css");
  gtk_style_context_add_provider_for_display (
    gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* A wrong code and a wrong figure, as they are after a paste. */
static void
spoil (JhTableModel *model)
{
  g_auto (JhTableReport) code = { 0 };
  g_auto (JhTableReport) figure = { 0 };

  if (g_list_model_get_n_items (G_LIST_MODEL (model)) < 5)
    return;
  jh_table_model_type (model, 2, TOY_CODE, "20805", &code, NULL);
  jh_table_model_type (model, 4, TOY_ACTUAL, "约12万", &figure, NULL);
}

static GtkWidget *
make_window (guint rows, gboolean wide)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new ("");
  GtkWidget *view = jh_table_view_new ();
  g_autoptr (ToyModel) model = toy_model_new (rows, wide);

  spoil (JH_TABLE_MODEL (model));
  jh_table_view_set_label (JH_TABLE_VIEW (view), "支出明细");
  jh_table_view_set_model (JH_TABLE_VIEW (view), JH_TABLE_MODEL (model));
  gtk_widget_set_vexpand (view, TRUE);
  g_signal_connect (view, "report", G_CALLBACK (report_cb), label);
  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "表格");
  gtk_window_maximize (GTK_WINDOW (window));
  jh_table_view_go (JH_TABLE_VIEW (view), 0, 0);
  return window;
}

int
main (int argc, char **argv)
{
  guint rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 12;
  GtkWidget *window;
  int width = 1280, height = 800;

  gtk_init ();
  load_style ();
  window = make_window (rows, argc > 2);
  if (g_getenv ("SHOW_SIZE"))
    sscanf (g_getenv ("SHOW_SIZE"), "%dx%d", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
