#include "jh-entry-item.h"

struct _JhEntryItem
{
  GObject parent_instance;

  char *sheet;
  char *object;
  char *label;
};

G_DEFINE_FINAL_TYPE (JhEntryItem, jh_entry_item, G_TYPE_OBJECT)

static void
jh_entry_item_finalize (GObject *object)
{
  JhEntryItem *self = JH_ENTRY_ITEM (object);

  g_free (self->sheet);
  g_free (self->object);
  g_free (self->label);
  G_OBJECT_CLASS (jh_entry_item_parent_class)->finalize (object);
}

static void
jh_entry_item_class_init (JhEntryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jh_entry_item_finalize;
}

static void
jh_entry_item_init (JhEntryItem *self)
{
}

static void
add_item (GListStore *store, const char *sheet, const char *object,
          const char *label)
{
  g_autoptr (JhEntryItem) item = g_object_new (JH_TYPE_ENTRY_ITEM, NULL);

  item->sheet = g_strdup (sheet);
  item->object = g_strdup (object);
  item->label = g_strdup (label);
  g_list_store_append (store, item);
}

GListModel *
jh_entry_item_list (const JhReport *report)
{
  const GPtrArray *entries = jh_report_get_entries (report);
  GListStore *store = g_list_store_new (JH_TYPE_ENTRY_ITEM);
  const char *group = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const JhReportEntry *entry = entries->pdata[i];

      if (g_strcmp0 (group, entry->group) != 0)
        add_item (store, NULL, NULL, entry->group);
      group = entry->group;
      add_item (store, entry->sheet, entry->object, entry->label);
    }
  return G_LIST_MODEL (store);
}

const char *
jh_entry_item_get_sheet (JhEntryItem *self)
{
  return self->sheet;
}

const char *
jh_entry_item_get_object (JhEntryItem *self)
{
  return self->object;
}

const char *
jh_entry_item_get_label (JhEntryItem *self)
{
  return self->label;
}

guint
jh_entry_item_find (GListModel *model, const JhReportEntry *entry)
{
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JhEntryItem) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (item->sheet, entry->sheet) == 0
          && g_strcmp0 (item->object, entry->object) == 0)
        return i;
    }
  return G_MAXUINT;
}

gboolean
jh_entry_item_lists_equal (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JhEntryItem) x = g_list_model_get_item (a, i);
      g_autoptr (JhEntryItem) y = g_list_model_get_item (b, i);

      if (g_strcmp0 (x->sheet, y->sheet) != 0
          || g_strcmp0 (x->object, y->object) != 0
          || g_strcmp0 (x->label, y->label) != 0)
        return FALSE;
    }
  return TRUE;
}
