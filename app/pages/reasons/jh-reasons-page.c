#include "jh-reasons-page.h"

#include "jh-catalog.h"
#include "jh-change-sheet.h"
#include "jh-table-pane.h"

/* The sheet that compares with last year. */
#define COMPARISON "对比"

/* catalog: read when the page is first shown; NULL after something was wrong
 * changes: NULL while nothing is shown */
struct _JhReasonsPage
{
  JhPage parent_instance;

  JhTablePane *rows;
  JhCatalog *catalog;
  JhChangeSheet *changes;
};

G_DEFINE_FINAL_TYPE (JhReasonsPage, jh_reasons_page, JH_TYPE_PAGE)

/* The comparison as it is defined for the filing of @session, or NULL, which
 * the page says. */
static const JhSheet *
find_comparison (JhReasonsPage *self, JhSession *session)
{
  g_autofree char *folder = jh_catalog_dup_folder ();
  g_autoptr (GError) error = NULL;
  const JhSheet *sheet;

  if (self->catalog == NULL)
    self->catalog = jh_catalog_new (folder, &error);
  if (self->catalog == NULL)
    {
      jh_page_say (JH_PAGE (self), error->message, TRUE);
      return NULL;
    }
  sheet = jh_catalog_find (
    self->catalog, jh_session_get_books (session)->filing, COMPARISON);
  if (sheet == NULL)
    jh_page_say (JH_PAGE (self),
                 "表样里没有这个年度的“对比”表，不能在这里填变动原因", TRUE);
  return sheet;
}

static void
jh_reasons_page_load (JhPage *page)
{
  JhReasonsPage *self = JH_REASONS_PAGE (page);
  JhSession *session = jh_page_get_session (page);
  const JhSheet *sheet = session ? find_comparison (self, session) : NULL;

  g_clear_object (&self->changes);
  if (sheet)
    self->changes = jh_change_sheet_new (session, sheet);
  jh_table_pane_show (self->rows,
                      self->changes ? JH_TABLE_MODEL (self->changes) : NULL);
}

static gboolean
jh_reasons_page_go (JhPage *page, const JhPlace *place)
{
  JhReasonsPage *self = JH_REASONS_PAGE (page);
  JhTableId table = g_str_equal (place->table, jh_reason_table ()->name)
                      ? JH_TABLE_REASON
                      : JH_TABLE_PRIOR_YEAR;
  guint row, column;

  if (self->changes == NULL
      || !jh_change_sheet_find_entry (self->changes, table, place->row, &row,
                                      &column))
    return FALSE;
  jh_table_view_go (jh_table_pane_get_view (self->rows), row, column);
  return TRUE;
}

static void
jh_reasons_page_dispose (GObject *object)
{
  JhReasonsPage *self = JH_REASONS_PAGE (object);

  g_clear_object (&self->changes);
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_REASONS_PAGE);
  G_OBJECT_CLASS (jh_reasons_page_parent_class)->dispose (object);
}

static void
jh_reasons_page_finalize (GObject *object)
{
  jh_catalog_free (JH_REASONS_PAGE (object)->catalog);
  G_OBJECT_CLASS (jh_reasons_page_parent_class)->finalize (object);
}

static void
jh_reasons_page_class_init (JhReasonsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_reasons_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jh_reasons_page_finalize;
  JH_PAGE_CLASS (klass)->load = jh_reasons_page_load;
  JH_PAGE_CLASS (klass)->go = jh_reasons_page_go;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/reasons-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JhReasonsPage, rows);
}

static void
jh_reasons_page_init (JhReasonsPage *self)
{
  g_type_ensure (JH_TYPE_TABLE_PANE);
  gtk_widget_init_template (GTK_WIDGET (self));
}
