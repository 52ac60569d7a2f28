#include "jh-welcome.h"

#include "jh-recent.h"

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _JhWelcome
{
  GtkBox parent_instance;

  GtkLabel *trouble;
  GtkWidget *recent_part;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (JhWelcome, jh_welcome, GTK_TYPE_BOX)

static void show_recent (JhWelcome *self);

static void
forget_cb (GtkButton *button, gpointer data)
{
  jh_recent_remove (g_object_get_data (G_OBJECT (button), "path"));
  show_recent (data);
}

/* The button that takes @path off the list. */
static GtkWidget *
make_forget (JhWelcome *self, const char *path, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *words = g_strdup_printf ("从列表中移除“%s”", name);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (forget_cb), self);
  return button;
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* The row of the books @path, which says when they are not there. */
static GtkWidget *
make_row (JhWelcome *self, const char *path)
{
  gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *words
    = there ? g_strdup (folder) : g_strdup_printf ("找不到了：%s", folder);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), make_label (name, NULL));
  gtk_box_append (GTK_BOX (texts), make_label (words, "hint"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), make_forget (self, path, name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), there);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  return row;
}

static void
show_recent (JhWelcome *self)
{
  g_autoptr (GPtrArray) paths = jh_recent_list ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))))
    gtk_list_box_remove (self->recent, row);
  for (guint i = 0; i < paths->len; i++)
    gtk_list_box_append (self->recent, make_row (self, paths->pdata[i]));
  gtk_widget_set_visible (self->recent_part, paths->len > 0);
}

static void
activated_cb (JhWelcome *self, GtkListBoxRow *row)
{
  g_autofree char *path
    = g_strdup (g_object_get_data (G_OBJECT (row), "path"));

  g_signal_emit (self, signals[OPEN], 0, path);
}

static void
jh_welcome_class_init (JhWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[OPEN]
    = g_signal_new ("open", JH_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, JhWelcome, trouble);
  gtk_widget_class_bind_template_child (widget_class, JhWelcome, recent_part);
  gtk_widget_class_bind_template_child (widget_class, JhWelcome, recent);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
jh_welcome_init (JhWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jh_welcome_show (JhWelcome *self, const char *trouble)
{
  gtk_label_set_text (self->trouble, trouble ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  show_recent (self);
}
