#include "jh-finding-detail.h"

#include "jh-finding-item.h"
#include "jh-moment.h"
#include "jh-waive.h"
#include "jh-widget.h"

struct _JhFindingDetail
{
  GtkWidget parent_instance;

  GtkLabel *head;
  GtkWidget *sides;
  GtkLabel *left_name;
  GtkLabel *left_value;
  GtkLabel *right_name;
  GtkLabel *right_value;
  GtkWidget *apart;
  GtkLabel *difference;
  GtkLabel *mend;
  GtkLabel *waiver;
  GtkLabel *seen;
  GtkButton *waive;
  GtkWidget *withdraw;
};

G_DEFINE_FINAL_TYPE (JhFindingDetail, jh_finding_detail, GTK_TYPE_WIDGET)

static void
jh_finding_detail_dispose (GObject *object)
{
  jh_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_FINDING_DETAIL);
  G_OBJECT_CLASS (jh_finding_detail_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail, head);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail, sides);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail,
                                        left_name);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail,
                                        left_value);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail,
                                        right_name);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail,
                                        right_value);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail, apart);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail,
                                        difference);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail, mend);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail,
                                        waiver);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail, seen);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail, waive);
  gtk_widget_class_bind_template_child (widget_class, JhFindingDetail,
                                        withdraw);
}

static void
jh_finding_detail_class_init (JhFindingDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_finding_detail_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "detail");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/finding-detail.ui");
  bind_children (widget_class);
}

static void
jh_finding_detail_init (JhFindingDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows @text, or nothing for "". */
static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* What a side holds; a blank is said in words. */
static void
show_value (GtkLabel *label, const char *value)
{
  gtk_label_set_text (label, *value ? value : "空白");
}

static void
show_sides (JhFindingDetail *self, const JhFinding *finding)
{
  gtk_widget_set_visible (self->sides,
                          *finding->left_value || *finding->right_value);
  gtk_label_set_text (self->left_name, finding->left_name);
  gtk_label_set_text (self->right_name, finding->right_name);
  show_value (self->left_value, finding->left_value);
  show_value (self->right_value, finding->right_value);
  gtk_label_set_text (self->difference, finding->difference);
  gtk_widget_set_visible (self->apart, *finding->difference != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->difference),
                          *finding->difference != '\0');
}

static void
show_head (JhFindingDetail *self, const JhFinding *finding)
{
  g_autofree char *head = g_strdup_printf (
    "%s %s  %s", jh_finding_kind_name (jh_finding_get_kind (finding)),
    finding->rule, finding->where);

  gtk_label_set_text (self->head, head);
}

void
jh_finding_detail_show (JhFindingDetail *self, const JhFinding *finding)
{
  g_autofree char *waiver = jh_waive_dup_words (finding);
  g_autofree char *when = jh_moment_format (finding->first_seen);
  g_autofree char *seen
    = *when ? g_strdup_printf ("首次发现：%s", when) : g_strdup ("");
  gboolean written = finding->waiver != JH_WAIVER_NONE;

  show_head (self, finding);
  show_sides (self, finding);
  show_text (self->mend, finding->mend);
  show_text (self->waiver, waiver);
  show_text (self->seen, seen);
  gtk_button_set_label (self->waive, written ? "改说明…" : "写说明…");
  gtk_widget_set_visible (self->withdraw, written);
}
