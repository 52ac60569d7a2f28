#include "jh-findings-panel.h"

#include "jh-list-row.h"
#include "jh-widget.h"

enum
{
  LEAD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _JhFindingsPanel
{
  GtkWidget parent_instance;

  GtkLabel *summary;
  GtkStack *stack;
  GtkListView *list;
  GtkNoSelection *findings;
  JhReview *review;
};

G_DEFINE_FINAL_TYPE (JhFindingsPanel, jh_findings_panel, GTK_TYPE_WIDGET)

JhPlace *
jh_findings_panel_dup_place (const JhFinding *finding)
{
  if (*finding->table)
    return jh_place_of_row (finding->table, finding->row, finding->field);
  if (*finding->sheet)
    return jh_place_new ("sheets", NULL, 0, NULL, finding->sheet);
  return NULL;
}

static void
activated_cb (JhFindingsPanel *self, guint position)
{
  g_autoptr (JhFindingItem) item
    = g_list_model_get_item (G_LIST_MODEL (self->findings), position);
  g_autoptr (JhPlace) place
    = item ? jh_findings_panel_dup_place (jh_finding_item_get (item)) : NULL;

  if (place)
    g_signal_emit (self, signals[LEAD], 0, place);
}

/* The icon of @severity; Chinese, as items give it. */
static char *
dup_icon (GtkListItem *item, const char *severity)
{
  const char *icon = g_strcmp0 (severity, "错误") == 0 ? "dialog-error"
                     : g_strcmp0 (severity, "警告") == 0
                       ? "dialog-warning"
                       : "dialog-information";

  return g_strconcat (icon, "-symbolic", NULL);
}

static void
show (JhFindingsPanel *self)
{
  guint n = jh_finding_list_get (jh_review_get_findings (self->review))->len;

  gtk_label_set_text (self->summary, jh_review_get_summary (self->review));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
jh_findings_panel_dispose (GObject *object)
{
  JhFindingsPanel *self = JH_FINDINGS_PANEL (object);

  if (self->review)
    g_signal_handlers_disconnect_by_data (self->review, self);
  jh_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_FINDINGS_PANEL);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (jh_findings_panel_parent_class)->dispose (object);
}

static void
jh_findings_panel_class_init (JhFindingsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_findings_panel_dispose;
  signals[LEAD]
    = g_signal_new ("lead", JH_TYPE_FINDINGS_PANEL, G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/findings-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel,
                                        summary);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, JhFindingsPanel,
                                        findings);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, dup_icon);
}

/* The rows of the list are templates of their own, which call back too. */
static void
set_factory (JhFindingsPanel *self)
{
  g_autoptr (GtkBuilderScope) scope = gtk_builder_cscope_new ();
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_builder_cscope_add_callback_symbol (GTK_BUILDER_CSCOPE (scope),
                                          "dup_icon", G_CALLBACK (dup_icon));
  factory = gtk_builder_list_item_factory_new_from_resource (
    scope, "/cn/jiheng/ui/finding-row.ui");
  gtk_list_view_set_factory (self->list, factory);
}

static void
jh_findings_panel_init (JhFindingsPanel *self)
{
  g_type_ensure (JH_TYPE_FINDING_ITEM);
  g_type_ensure (JH_TYPE_LIST_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_factory (self);
}

void
jh_findings_panel_set_review (JhFindingsPanel *self, JhReview *review)
{
  g_assert (self->review == NULL);
  self->review = g_object_ref (review);
  gtk_no_selection_set_model (self->findings,
                              G_LIST_MODEL (jh_review_get_findings (review)));
  g_signal_connect_swapped (review, "notify::summary", G_CALLBACK (show),
                            self);
  show (self);
}
