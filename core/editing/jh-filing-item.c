#include "jh-filing-item.h"

enum
{
  PROP_NAME = 1,
  PROP_CODE,
  PROP_YEAR,
  PROP_STATE,
  PROP_SPOKEN,
  N_PROPERTIES,
};

struct _JhFilingItem
{
  GObject parent_instance;

  gint64 id;
  int year;
  char *words[N_PROPERTIES];
};

G_DEFINE_FINAL_TYPE (JhFilingItem, jh_filing_item, G_TYPE_OBJECT)

static void
jh_filing_item_get_property (GObject *object, guint id, GValue *value,
                             GParamSpec *pspec)
{
  JhFilingItem *self = JH_FILING_ITEM (object);

  g_value_set_string (value, self->words[id]);
}

static void
jh_filing_item_finalize (GObject *object)
{
  JhFilingItem *self = JH_FILING_ITEM (object);

  for (int id = PROP_NAME; id < N_PROPERTIES; id++)
    g_free (self->words[id]);
  G_OBJECT_CLASS (jh_filing_item_parent_class)->finalize (object);
}

static void
jh_filing_item_class_init (JhFilingItemClass *klass)
{
  static const char *const names[N_PROPERTIES]
    = { NULL, "name", "code", "year", "state", "spoken" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jh_filing_item_get_property;
  object_class->finalize = jh_filing_item_finalize;
  for (int id = PROP_NAME; id < N_PROPERTIES; id++)
    g_object_class_install_property (
      object_class, id,
      g_param_spec_string (names[id], NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
jh_filing_item_init (JhFilingItem *self)
{
}

JhFilingItem *
jh_filing_item_new (const JhFiling *filing)
{
  JhFilingItem *self = g_object_new (JH_TYPE_FILING_ITEM, NULL);

  self->id = filing->id;
  self->year = filing->year;
  self->words[PROP_NAME] = g_strdup (filing->name);
  self->words[PROP_CODE] = g_strdup (filing->code);
  self->words[PROP_YEAR] = g_strdup_printf ("%d 年度", filing->year);
  self->words[PROP_STATE] = g_strdup (filing->state);
  self->words[PROP_SPOKEN] = g_strdup_printf (
    "%s %s，%s", self->words[PROP_YEAR], filing->name, filing->state);
  return self;
}

gint64
jh_filing_item_get_id (JhFilingItem *self)
{
  return self->id;
}

int
jh_filing_item_get_year (JhFilingItem *self)
{
  return self->year;
}

const char *
jh_filing_item_get_name (JhFilingItem *self)
{
  return self->words[PROP_NAME];
}

const char *
jh_filing_item_get_code (JhFilingItem *self)
{
  return self->words[PROP_CODE];
}

const char *
jh_filing_item_get_state (JhFilingItem *self)
{
  return self->words[PROP_STATE];
}

gboolean
jh_filing_item_fits (JhFilingItem *self, const JhInitials *typed)
{
  g_autofree char *words = NULL;
  g_autoptr (JhInitials) initials = NULL;

  if (jh_initials_is_empty (typed))
    return TRUE;
  words = g_strdup_printf ("%d，%s，%s", self->year, self->words[PROP_NAME],
                           self->words[PROP_CODE]);
  initials = jh_initials_new (words);
  return jh_initials_rank (initials, typed) != JH_RANK_NONE;
}

GListModel *
jh_filing_item_list (JhStore *store, GError **error)
{
  g_autoptr (GPtrArray) filings = jh_filing_list (store, NULL, 0, error);
  GListStore *items;

  if (filings == NULL)
    return NULL;
  items = g_list_store_new (JH_TYPE_FILING_ITEM);
  for (guint i = 0; i < filings->len; i++)
    {
      g_autoptr (JhFilingItem) item = jh_filing_item_new (filings->pdata[i]);

      g_list_store_append (items, item);
    }
  return G_LIST_MODEL (items);
}
