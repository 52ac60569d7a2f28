#include "jh-finding-item.h"

enum
{
  PROP_MESSAGE = 1,
  PROP_SPOKEN,
  PROP_FOLLOWS,
};

/* finding: NULL for a head
 * where: of a head, owned */
struct _JhFindingItem
{
  GObject parent_instance;

  JhFinding *finding;
  JhFindingKind kind;
  gboolean follows;
  char *where;
};

G_DEFINE_FINAL_TYPE (JhFindingItem, jh_finding_item, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *icon;
} kinds[JH_N_FINDING_KINDS] = {
  { "错误", "dialog-error-symbolic" },
  { "警告", "dialog-warning-symbolic" },
  { "提示", "dialog-information-symbolic" },
  { "已说明", "emblem-ok-symbolic" },
};

JhFindingKind
jh_finding_get_kind (const JhFinding *finding)
{
  return finding->waived ? JH_FINDING_WAIVED
                         : (JhFindingKind) finding->severity;
}

const char *
jh_finding_kind_name (JhFindingKind kind)
{
  return kinds[kind].name;
}

const char *
jh_finding_kind_icon (JhFindingKind kind)
{
  return kinds[kind].icon;
}

static char *
dup_spoken (JhFindingItem *self)
{
  const char *kind = kinds[self->kind].name;

  if (self->finding == NULL)
    return g_strdup_printf ("%s，%s", kind, self->where);
  return g_strdup_printf (
    "%s%s：%s%s", self->follows ? "由上面引起的" : "", kind,
    self->finding->message,
    self->finding->waiver == JH_WAIVER_LAPSED ? "，审核说明已失效" : "");
}

static void
jh_finding_item_get_property (GObject *object, guint id, GValue *value,
                              GParamSpec *pspec)
{
  JhFindingItem *self = JH_FINDING_ITEM (object);

  if (id == PROP_FOLLOWS)
    g_value_set_boolean (value, self->follows);
  else if (id == PROP_SPOKEN)
    g_value_take_string (value, dup_spoken (self));
  else
    g_value_set_string (value,
                        self->finding ? self->finding->message : self->where);
}

static void
jh_finding_item_finalize (GObject *object)
{
  JhFindingItem *self = JH_FINDING_ITEM (object);

  jh_finding_unref (self->finding);
  g_free (self->where);
  G_OBJECT_CLASS (jh_finding_item_parent_class)->finalize (object);
}

static void
jh_finding_item_class_init (JhFindingItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jh_finding_item_get_property;
  object_class->finalize = jh_finding_item_finalize;
  g_object_class_install_property (
    object_class, PROP_MESSAGE,
    g_param_spec_string ("message", NULL, NULL, NULL, flags));
  g_object_class_install_property (
    object_class, PROP_SPOKEN,
    g_param_spec_string ("spoken", NULL, NULL, NULL, flags));
  g_object_class_install_property (
    object_class, PROP_FOLLOWS,
    g_param_spec_boolean ("follows", NULL, NULL, FALSE, flags));
}

static void
jh_finding_item_init (JhFindingItem *self)
{
}

JhFindingItem *
jh_finding_item_new (JhFinding *finding, gboolean follows)
{
  JhFindingItem *self = g_object_new (JH_TYPE_FINDING_ITEM, NULL);

  self->finding = jh_finding_ref (finding);
  self->kind = jh_finding_get_kind (finding);
  self->follows = follows;
  return self;
}

JhFindingItem *
jh_finding_item_new_head (JhFindingKind kind, const char *where, guint count)
{
  JhFindingItem *self = g_object_new (JH_TYPE_FINDING_ITEM, NULL);

  self->kind = kind;
  self->where = g_strdup_printf ("%s  %u", where, count);
  return self;
}

const JhFinding *
jh_finding_item_get (JhFindingItem *self)
{
  return self->finding;
}

JhFindingKind
jh_finding_item_get_kind (JhFindingItem *self)
{
  return self->kind;
}
