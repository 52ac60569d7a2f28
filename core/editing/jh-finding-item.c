#include "jh-finding-item.h"

enum
{
  PROP_SEVERITY = 1,
  PROP_RULE,
  PROP_MESSAGE,
  PROP_SPOKEN,
  N_PROPERTIES,
};

struct _JhFindingItem
{
  GObject parent_instance;

  JhFinding *finding;
};

G_DEFINE_FINAL_TYPE (JhFindingItem, jh_finding_item, G_TYPE_OBJECT)

static void
jh_finding_item_get_property (GObject *object, guint id, GValue *value,
                              GParamSpec *pspec)
{
  const JhFinding *finding = JH_FINDING_ITEM (object)->finding;

  if (id == PROP_SPOKEN)
    {
      g_value_take_string (
        value,
        g_strdup_printf ("%s：%s", jh_severity_name (finding->severity),
                         finding->message));
      return;
    }
  g_value_set_string (value, id == PROP_SEVERITY
                               ? jh_severity_name (finding->severity)
                             : id == PROP_RULE ? finding->rule
                                               : finding->message);
}

static void
jh_finding_item_finalize (GObject *object)
{
  jh_finding_unref (JH_FINDING_ITEM (object)->finding);
  G_OBJECT_CLASS (jh_finding_item_parent_class)->finalize (object);
}

static void
jh_finding_item_class_init (JhFindingItemClass *klass)
{
  static const char *const names[N_PROPERTIES]
    = { NULL, "severity", "rule", "message", "spoken" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jh_finding_item_get_property;
  object_class->finalize = jh_finding_item_finalize;
  for (int id = PROP_SEVERITY; id < N_PROPERTIES; id++)
    g_object_class_install_property (
      object_class, id,
      g_param_spec_string (names[id], NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
jh_finding_item_init (JhFindingItem *self)
{
}

JhFindingItem *
jh_finding_item_new (JhFinding *finding)
{
  JhFindingItem *self = g_object_new (JH_TYPE_FINDING_ITEM, NULL);

  self->finding = jh_finding_ref (finding);
  return self;
}

const JhFinding *
jh_finding_item_get (JhFindingItem *self)
{
  return self->finding;
}
