#include "jh-line-item.h"

enum
{
  PROP_WORDS = 1,
  PROP_AMOUNT,
};

struct _JhLineItem
{
  GObject parent_instance;

  const JhExplanationLine *line;
};

G_DEFINE_FINAL_TYPE (JhLineItem, jh_line_item, G_TYPE_OBJECT)

static void
jh_line_item_get_property (GObject *object, guint id, GValue *value,
                           GParamSpec *pspec)
{
  const JhExplanationLine *line = JH_LINE_ITEM (object)->line;

  g_value_set_string (value, id == PROP_WORDS ? line->words : line->amount);
}

static void
jh_line_item_class_init (JhLineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jh_line_item_get_property;
  g_object_class_install_property (
    object_class, PROP_WORDS,
    g_param_spec_string ("words", NULL, NULL, NULL, flags));
  g_object_class_install_property (
    object_class, PROP_AMOUNT,
    g_param_spec_string ("amount", NULL, NULL, NULL, flags));
}

static void
jh_line_item_init (JhLineItem *self)
{
}

JhLineItem *
jh_line_item_new (const JhExplanationLine *line)
{
  JhLineItem *item = g_object_new (JH_TYPE_LINE_ITEM, NULL);

  item->line = line;
  return item;
}

const JhExplanationLine *
jh_line_item_get (JhLineItem *self)
{
  return self->line;
}
