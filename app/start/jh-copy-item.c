#include "jh-copy-item.h"

enum
{
  PROP_WHEN = 1,
  PROP_WHY,
  PROP_SIZE,
  N_PROPERTIES,
};

struct _JhCopyItem
{
  GObject parent_instance;

  char *path;
  char *words[N_PROPERTIES];
};

G_DEFINE_FINAL_TYPE (JhCopyItem, jh_copy_item, G_TYPE_OBJECT)

static void
jh_copy_item_get_property (GObject *object, guint id, GValue *value,
                           GParamSpec *pspec)
{
  g_value_set_string (value, JH_COPY_ITEM (object)->words[id]);
}

static void
jh_copy_item_finalize (GObject *object)
{
  JhCopyItem *self = JH_COPY_ITEM (object);

  for (int id = PROP_WHEN; id < N_PROPERTIES; id++)
    g_free (self->words[id]);
  g_free (self->path);
  G_OBJECT_CLASS (jh_copy_item_parent_class)->finalize (object);
}

static void
jh_copy_item_class_init (JhCopyItemClass *klass)
{
  static const char *const names[N_PROPERTIES]
    = { NULL, "when", "why", "size" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jh_copy_item_get_property;
  object_class->finalize = jh_copy_item_finalize;
  for (int id = PROP_WHEN; id < N_PROPERTIES; id++)
    g_object_class_install_property (
      object_class, (guint) id,
      g_param_spec_string (names[id], NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
jh_copy_item_init (JhCopyItem *self)
{
}

JhCopyItem *
jh_copy_item_new (const JhCopy *copy)
{
  JhCopyItem *self = g_object_new (JH_TYPE_COPY_ITEM, NULL);

  self->path = g_strdup (copy->path);
  self->words[PROP_WHEN]
    = *copy->when ? g_strdup (copy->when) : g_path_get_basename (copy->path);
  self->words[PROP_WHY] = g_strdup (copy->why);
  self->words[PROP_SIZE] = g_format_size (copy->size);
  return self;
}

const char *
jh_copy_item_get_path (JhCopyItem *self)
{
  return self->path;
}
