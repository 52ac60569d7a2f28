#include "jh-line-item.h"

struct _JhLineItem
{
  GObject parent_instance;

  const JhExplanationLine *line;
};

G_DEFINE_FINAL_TYPE (JhLineItem, jh_line_item, G_TYPE_OBJECT)

static void
jh_line_item_class_init (JhLineItemClass *klass)
{
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
