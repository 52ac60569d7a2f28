#include "jh-unit-page.h"

struct _JhUnitPage
{
  JhPage parent_instance;

  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (JhUnitPage, jh_unit_page, JH_TYPE_PAGE)

static void
jh_unit_page_load (JhPage *page)
{
  JhUnitPage *self = JH_UNIT_PAGE (page);
  JhSession *session = jh_page_get_session (page);

  gtk_label_set_text (
    self->title, session ? jh_session_get_books (session)->filing->name : "");
}

static void
jh_unit_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_UNIT_PAGE);
  G_OBJECT_CLASS (jh_unit_page_parent_class)->dispose (object);
}

static void
jh_unit_page_class_init (JhUnitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_unit_page_dispose;
  JH_PAGE_CLASS (klass)->load = jh_unit_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/jiheng/ui/unit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JhUnitPage, title);
}

static void
jh_unit_page_init (JhUnitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
