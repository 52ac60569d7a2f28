#include "jh-sidebar.h"

#include "jh-widget.h"

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _JhSidebar
{
  GtkWidget parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (JhSidebar, jh_sidebar, GTK_TYPE_WIDGET)

static const JhPageInfo *
get_page (GtkListBoxRow *row)
{
  guint n;

  return &jh_page_list (&n)[gtk_list_box_row_get_index (row)];
}

/* A heading before the first page of each group. */
static void
head_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const JhPageInfo *page = get_page (row);
  GtkWidget *label;

  if (before && g_str_equal (get_page (before)->group, page->group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (page->group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group");
  gtk_list_box_row_set_header (row, label);
}

static void
activated_cb (JhSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_page (row)->name);
}

static void
jh_sidebar_dispose (GObject *object)
{
  jh_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_SIDEBAR);
  G_OBJECT_CLASS (jh_sidebar_parent_class)->dispose (object);
}

static void
jh_sidebar_class_init (JhSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_sidebar_dispose;
  signals[CHOSEN]
    = g_signal_new ("chosen", JH_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, JhSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
add_page (JhSidebar *self, const JhPageInfo *page)
{
  GtkWidget *label = gtk_label_new (page->title);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, page->title, -1);
  gtk_list_box_append (self->list, row);
}

static void
jh_sidebar_init (JhSidebar *self)
{
  guint n;
  const JhPageInfo *pages = jh_page_list (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    add_page (self, &pages[i]);
  gtk_list_box_set_header_func (self->list, head_cb, NULL, NULL);
}

void
jh_sidebar_select (JhSidebar *self, const char *name)
{
  guint n;
  const JhPageInfo *pages = jh_page_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (pages[i].name, name))
      gtk_list_box_select_row (
        self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}
