#include "jh-finding-row.h"

#include "jh-widget.h"

struct _JhFindingRow
{
  GtkBox parent_instance;

  GtkLabel *head;
  GtkWidget *follows;
  GtkWidget *body;
  GtkImage *icon;
  GtkLabel *severity;
  GtkLabel *rule;
  GtkWidget *lapsed;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (JhFindingRow, jh_finding_row, GTK_TYPE_BOX)

static void
jh_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_FINDING_ROW);
  G_OBJECT_CLASS (jh_finding_row_parent_class)->dispose (object);
}

static void
jh_finding_row_class_init (JhFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_finding_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JhFindingRow, head);
  gtk_widget_class_bind_template_child (widget_class, JhFindingRow, follows);
  gtk_widget_class_bind_template_child (widget_class, JhFindingRow, body);
  gtk_widget_class_bind_template_child (widget_class, JhFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, JhFindingRow, severity);
  gtk_widget_class_bind_template_child (widget_class, JhFindingRow, rule);
  gtk_widget_class_bind_template_child (widget_class, JhFindingRow, lapsed);
  gtk_widget_class_bind_template_child (widget_class, JhFindingRow, message);
}

static void
jh_finding_row_init (JhFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_head (JhFindingRow *self, JhFindingItem *item)
{
  const char *name = jh_finding_kind_name (jh_finding_item_get_kind (item));
  g_autofree char *words = NULL;
  g_autofree char *where = NULL;

  g_object_get (item, "message", &where, NULL);
  words = g_strdup_printf ("%s  %s", name, where);
  gtk_label_set_text (self->head, words);
}

static void
show_finding (JhFindingRow *self, JhFindingItem *item,
              const JhFinding *finding)
{
  static const char *const looks[JH_N_FINDING_KINDS]
    = { "error", "warning", "notice", "waived" };
  JhFindingKind kind = jh_finding_item_get_kind (item);
  const char *classes[] = { "finding", looks[kind], NULL };

  gtk_widget_set_css_classes (self->body, classes);
  gtk_image_set_from_icon_name (self->icon, jh_finding_kind_icon (kind));
  gtk_label_set_text (self->severity, jh_finding_kind_name (kind));
  gtk_label_set_text (self->rule, finding->rule);
  gtk_label_set_text (self->message, finding->message);
  gtk_widget_set_visible (self->lapsed, finding->waiver == JH_WAIVER_LAPSED);
}

static void
show (JhFindingRow *self, JhFindingItem *item)
{
  const JhFinding *finding = jh_finding_item_get (item);
  g_autofree char *spoken = NULL;
  gboolean follows;

  g_object_get (item, "spoken", &spoken, "follows", &follows, NULL);
  if (finding)
    show_finding (self, item, finding);
  else
    show_head (self, item);
  gtk_widget_set_visible (GTK_WIDGET (self->head), finding == NULL);
  gtk_widget_set_visible (self->body, finding != NULL);
  gtk_widget_set_visible (self->follows, follows);
  jh_widget_name_row (GTK_WIDGET (self), spoken);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (JH_TYPE_FINDING_ROW, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  JhFindingItem *shown = gtk_list_item_get_item (item);
  gboolean chosen = jh_finding_item_get (shown) != NULL;

  gtk_list_item_set_selectable (item, chosen);
  gtk_list_item_set_activatable (item, chosen);
  show (JH_FINDING_ROW (gtk_list_item_get_child (item)), shown);
}

GtkListItemFactory *
jh_finding_row_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
