#include "jh-tally.h"

#define UNKNOWN "—"

enum
{
  PROP_NAME = 1,
  PROP_YEAR,
  PROP_STATE,
  PROP_ERROR,
  PROP_WARNING,
  PROP_NOTICE,
  PROP_WAIVED,
  PROP_TROUBLE,
  PROP_SPOKEN,
  N_PROPERTIES,
};

/* errors, warnings: what it is ordered by; 0 until it was checked */
struct _JhTallyItem
{
  GObject parent_instance;

  gint64 filing;
  guint errors;
  guint warnings;
  char *words[N_PROPERTIES];
};

G_DEFINE_FINAL_TYPE (JhTallyItem, jh_tally_item, G_TYPE_OBJECT)

static void
jh_tally_item_get_property (GObject *object, guint id, GValue *value,
                            GParamSpec *pspec)
{
  g_value_set_string (value, JH_TALLY_ITEM (object)->words[id]);
}

static void
jh_tally_item_finalize (GObject *object)
{
  JhTallyItem *self = JH_TALLY_ITEM (object);

  for (int id = PROP_NAME; id < N_PROPERTIES; id++)
    g_free (self->words[id]);
  G_OBJECT_CLASS (jh_tally_item_parent_class)->finalize (object);
}

static void
jh_tally_item_class_init (JhTallyItemClass *klass)
{
  static const char *const names[N_PROPERTIES]
    = { NULL,      "name",   "year",   "state",   "error",
        "warning", "notice", "waived", "trouble", "spoken" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jh_tally_item_get_property;
  object_class->finalize = jh_tally_item_finalize;
  for (int id = PROP_NAME; id < N_PROPERTIES; id++)
    g_object_class_install_property (
      object_class, id,
      g_param_spec_string (names[id], NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
jh_tally_item_init (JhTallyItem *self)
{
}

/* Takes what @tally says, NULL for nothing yet. */
static void
take_tally (JhTallyItem *self, const JhTally *tally)
{
  gboolean known = tally && tally->trouble == NULL;

  for (int i = 0; i < JH_N_FINDING_KINDS; i++)
    self->words[PROP_ERROR + i]
      = known ? g_strdup_printf ("%u", tally->counts[i]) : g_strdup (UNKNOWN);
  self->words[PROP_TROUBLE]
    = g_strdup (tally && tally->trouble ? tally->trouble : "");
  if (!known)
    return;
  self->errors = tally->counts[JH_FINDING_ERROR];
  self->warnings = tally->counts[JH_FINDING_WARNING];
}

static char *
dup_spoken (JhTallyItem *self, const char *filing, gboolean checked)
{
  GString *words = g_string_new (filing);

  if (*self->words[PROP_TROUBLE])
    g_string_append_printf (words, "，没有审成：%s",
                            self->words[PROP_TROUBLE]);
  else if (!checked)
    g_string_append (words, "，还没有审核");
  else
    for (int i = 0; i < JH_N_FINDING_KINDS; i++)
      g_string_append_printf (words, "，%s %s",
                              jh_finding_kind_name ((JhFindingKind) i),
                              self->words[PROP_ERROR + i]);
  return g_string_free (words, FALSE);
}

JhTallyItem *
jh_tally_item_new (JhFilingItem *filing, const JhTally *tally)
{
  JhTallyItem *self = g_object_new (JH_TYPE_TALLY_ITEM, NULL);
  g_autofree char *spoken = NULL;

  self->filing = jh_filing_item_get_id (filing);
  g_object_get (filing, "name", &self->words[PROP_NAME], "year",
                &self->words[PROP_YEAR], "state", &self->words[PROP_STATE],
                "spoken", &spoken, NULL);
  take_tally (self, tally);
  self->words[PROP_SPOKEN] = dup_spoken (self, spoken, tally != NULL);
  return self;
}

gint64
jh_tally_item_get_filing (JhTallyItem *self)
{
  return self->filing;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const JhTallyItem *one = a, *other = b;

  if (one->errors != other->errors)
    return one->errors > other->errors ? -1 : 1;
  if (one->warnings != other->warnings)
    return one->warnings > other->warnings ? -1 : 1;
  return 0;
}

GListModel *
jh_tally_item_list (GListModel *filings, GHashTable *tallies,
                    gboolean worst_first)
{
  GListStore *items = g_list_store_new (JH_TYPE_TALLY_ITEM);
  guint n = g_list_model_get_n_items (filings);
  g_autoptr (GPtrArray) made = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JhFilingItem) filing = g_list_model_get_item (filings, i);
      gint64 id = jh_filing_item_get_id (filing);
      const JhTally *tally
        = tallies ? g_hash_table_lookup (tallies, &id) : NULL;

      g_ptr_array_add (made, jh_tally_item_new (filing, tally));
    }
  g_list_store_splice (items, 0, 0, made->pdata, made->len);
  if (worst_first)
    g_list_store_sort (items, compare, NULL);
  return G_LIST_MODEL (items);
}
