#include "jh-window.h"

#include "jh-filing-item.h"

struct _JhWindow
{
  GtkApplicationWindow parent_instance;

  GtkStack *stack;
  GtkLabel *trouble;
  GtkLabel *books;
  GtkNoSelection *filings;
};

G_DEFINE_FINAL_TYPE (JhWindow, jh_window, GTK_TYPE_APPLICATION_WINDOW)

static void
jh_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_WINDOW);
  G_OBJECT_CLASS (jh_window_parent_class)->dispose (object);
}

static void
jh_window_class_init (JhWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, JhWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, books);
  gtk_widget_class_bind_template_child (widget_class, JhWindow, filings);
}

static void
jh_window_init (JhWindow *self)
{
  g_type_ensure (JH_TYPE_FILING_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}

JhWindow *
jh_window_new (GtkApplication *application)
{
  return g_object_new (JH_TYPE_WINDOW, "application", application, NULL);
}

void
jh_window_open (JhWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JhStore) store = jh_store_open (path, JH_STORE_READ, &error);
  g_autoptr (GListModel) filings
    = store ? jh_filing_item_list (store, &error) : NULL;
  g_autofree char *name = g_filename_display_basename (path);

  gtk_label_set_text (self->books, name);
  gtk_no_selection_set_model (self->filings, filings);
  gtk_label_set_text (self->trouble, error ? error->message : "");
  if (filings == NULL)
    gtk_stack_set_visible_child_name (self->stack, "trouble");
  else
    gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (filings) ? "list" : "empty");
}
