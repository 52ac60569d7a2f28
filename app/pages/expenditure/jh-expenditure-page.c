#include "jh-expenditure-page.h"

#include "jh-table-pane.h"
#include "jh-worksheet.h"

struct _JhExpenditurePage
{
  JhPage parent_instance;

  JhTablePane *lines;
};

G_DEFINE_FINAL_TYPE (JhExpenditurePage, jh_expenditure_page, JH_TYPE_PAGE)

static void
jh_expenditure_page_load (JhPage *page)
{
  JhExpenditurePage *self = JH_EXPENDITURE_PAGE (page);
  JhSession *session = jh_page_get_session (page);
  g_autoptr (JhWorksheet) lines
    = session ? jh_worksheet_new (session, JH_TABLE_EXPENDITURE, NULL) : NULL;

  jh_table_pane_show (self->lines, lines ? JH_TABLE_MODEL (lines) : NULL);
}

static gboolean
jh_expenditure_page_go (JhPage *page, const JhPlace *place)
{
  JhExpenditurePage *self = JH_EXPENDITURE_PAGE (page);

  return jh_table_pane_go (self->lines, place);
}

static void
jh_expenditure_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_EXPENDITURE_PAGE);
  G_OBJECT_CLASS (jh_expenditure_page_parent_class)->dispose (object);
}

static void
jh_expenditure_page_class_init (JhExpenditurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_expenditure_page_dispose;
  JH_PAGE_CLASS (klass)->load = jh_expenditure_page_load;
  JH_PAGE_CLASS (klass)->go = jh_expenditure_page_go;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/expenditure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JhExpenditurePage,
                                        lines);
}

static void
jh_expenditure_page_init (JhExpenditurePage *self)
{
  g_type_ensure (JH_TYPE_TABLE_PANE);
  gtk_widget_init_template (GTK_WIDGET (self));
}
