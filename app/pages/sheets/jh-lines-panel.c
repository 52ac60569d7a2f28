#include "jh-lines-panel.h"

#include "jh-line-item.h"
#include "jh-widget.h"

enum
{
  LEAD,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* told: what is shown, or NULL; the items of `lines` refer to it */
struct _JhLinesPanel
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *words;
  GtkLabel *total;
  GtkStack *stack;
  GtkListView *list;
  GListStore *lines;
  JhExplanation *told;
};

G_DEFINE_FINAL_TYPE (JhLinesPanel, jh_lines_panel, GTK_TYPE_WIDGET)

static void
activated_cb (JhLinesPanel *self, guint position)
{
  g_autoptr (JhLineItem) item
    = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  if (item)
    g_signal_emit (self, signals[LEAD], 0, jh_line_item_get (item));
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_label_new (NULL), *amount = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (amount, "numeric");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), amount);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const JhExplanationLine *line
    = jh_line_item_get (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *name
    = g_strdup_printf ("%s，%s", line->words, line->amount);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)),
                      line->words);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      line->amount);
  gtk_widget_set_tooltip_text (box, line->words);
  jh_widget_name_row (gtk_list_item_get_child (item), name);
}

static void
close_cb (JhLinesPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  close_cb (JH_LINES_PANEL (widget));
  return TRUE;
}

static void
jh_lines_panel_dispose (GObject *object)
{
  JhLinesPanel *self = JH_LINES_PANEL (object);

  jh_lines_panel_take (self, NULL);
  jh_widget_dispose_template (GTK_WIDGET (object), JH_TYPE_LINES_PANEL);
  G_OBJECT_CLASS (jh_lines_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JhLinesPanel, title);
  gtk_widget_class_bind_template_child (widget_class, JhLinesPanel, words);
  gtk_widget_class_bind_template_child (widget_class, JhLinesPanel, total);
  gtk_widget_class_bind_template_child (widget_class, JhLinesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, JhLinesPanel, list);
  gtk_widget_class_bind_template_child (widget_class, JhLinesPanel, lines);
}

static void
jh_lines_panel_class_init (JhLinesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_lines_panel_dispose;
  signals[LEAD]
    = g_signal_new ("lead", JH_TYPE_LINES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CLOSED]
    = g_signal_new ("closed", JH_TYPE_LINES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lines");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/cn/jiheng/ui/lines-panel.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb,
                                NULL);
}

static void
jh_lines_panel_init (JhLinesPanel *self)
{
  g_type_ensure (JH_TYPE_LINE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_lines (JhLinesPanel *self, const JhExplanation *told)
{
  g_autoptr (GPtrArray) items
    = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; told && i < told->lines->len; i++)
    g_ptr_array_add (items, jh_line_item_new (told->lines->pdata[i]));
  g_list_store_splice (self->lines, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       items->pdata, items->len);
}

void
jh_lines_panel_take (JhLinesPanel *self, JhExplanation *explanation)
{
  g_autofree char *title = NULL;
  g_autofree char *total = NULL;

  show_lines (self, explanation);
  jh_explanation_free (self->told);
  self->told = explanation;
  if (explanation == NULL)
    return;
  title = g_strdup_printf ("%s：%s", explanation->label, explanation->value);
  total = *explanation->total
            ? g_strdup_printf ("合计 %s", explanation->total)
            : NULL;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->words, explanation->words);
  gtk_label_set_text (self->total, total ? total : "");
  gtk_stack_set_visible_child_name (
    self->stack, explanation->lines->len > 0 ? "lines" : "empty");
}

void
jh_lines_panel_focus (JhLinesPanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
