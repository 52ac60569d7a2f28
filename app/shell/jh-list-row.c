#include "jh-list-row.h"

#include "jh-widget.h"

enum
{
  PROP_LABEL = 1,
};

struct _JhListRow
{
  GtkBox parent_instance;

  char *label;
};

G_DEFINE_FINAL_TYPE (JhListRow, jh_list_row, GTK_TYPE_BOX)

static void
name_row (JhListRow *self)
{
  if (self->label)
    jh_widget_name_row (GTK_WIDGET (self), self->label);
}

static void
jh_list_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jh_list_row_parent_class)->root (widget);
  name_row (JH_LIST_ROW (widget));
}

static void
jh_list_row_set_property (GObject *object, guint id, const GValue *value,
                          GParamSpec *pspec)
{
  JhListRow *self = JH_LIST_ROW (object);

  g_free (self->label);
  self->label = g_value_dup_string (value);
  name_row (self);
}

static void
jh_list_row_finalize (GObject *object)
{
  g_free (JH_LIST_ROW (object)->label);
  G_OBJECT_CLASS (jh_list_row_parent_class)->finalize (object);
}

static void
jh_list_row_class_init (JhListRowClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = jh_list_row_set_property;
  G_OBJECT_CLASS (klass)->finalize = jh_list_row_finalize;
  GTK_WIDGET_CLASS (klass)->root = jh_list_row_root;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_LABEL,
    g_param_spec_string ("label", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
jh_list_row_init (JhListRow *self)
{
}
