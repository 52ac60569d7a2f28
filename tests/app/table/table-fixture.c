#include "table-fixture.h"

static void
report_cb (JhTableView *view, gboolean failed, const char *words,
           gpointer data)
{
  Table *table = data;

  g_string_append_printf (table->words, "%s%s\n", failed ? "!" : "", words);
}

static void
activated_cb (JhTableView *view, guint row, guint column, gpointer data)
{
  Table *table = data;

  table->activated++;
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

static GtkWidget *
add_entry (GtkWidget *box, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

Table *
table_open (guint rows, gboolean wide)
{
  Table *table = g_new0 (Table, 1);
  GtkWidget *box, *view;

  gtk_init ();
  load_style ();
  /* A cursor that blinks never settles. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  view = jh_table_view_new ();
  table->words = g_string_new (NULL);
  table->model = toy_model_new (rows, wide);
  table->window = gtk_window_new ();
  table->view = JH_TABLE_VIEW (view);
  table->before = add_entry (box, "前");
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), view);
  table->after = add_entry (box, "后");
  g_signal_connect (view, "report", G_CALLBACK (report_cb), table);
  g_signal_connect (view, "activated", G_CALLBACK (activated_cb), table);
  jh_table_view_set_label (table->view, "支出明细");
  jh_table_view_set_model (table->view, JH_TABLE_MODEL (table->model));
  gtk_window_set_child (GTK_WINDOW (table->window), box);
  gtk_window_set_default_size (GTK_WINDOW (table->window), 1000, 600);
  gtk_window_present (GTK_WINDOW (table->window));
  hands_settle ();
  hands_focus (table->window);
  jh_table_view_go (table->view, 0, 0);
  hands_settle ();
  return table;
}

void
table_close (Table *table)
{
  gtk_window_destroy (GTK_WINDOW (table->window));
  hands_settle ();
  g_object_unref (table->model);
  g_string_free (table->words, TRUE);
  g_free (table);
}

const char *
table_shown (Table *table, guint row, guint column)
{
  JhTableBox *box = jh_table_view_find_box (table->view, row, column);

  ck_assert_msg (box != NULL, "row %u, column %u is out of sight", row,
                 column);
  return jh_table_box_get_text (box);
}

const char *
table_total (Table *table, guint column)
{
  JhTableBox *box
    = jh_table_line_get_box (JH_TABLE_LINE (table->view->totals), column);

  ck_assert_ptr_nonnull (box);
  return jh_table_box_get_text (box);
}

JhTableBounds
table_bounds (Table *table, guint row, guint column)
{
  return jh_table_geometry_block (&table->view->geometry, row, column, row,
                                  column);
}

GtkWidget *
table_focus (Table *table)
{
  return gtk_root_get_focus (GTK_ROOT (table->window));
}
