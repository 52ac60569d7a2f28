#include "jh-log-item.h"

#include <stdlib.h>
#include <string.h>

#include "jh-change-words.h"
#include "jh-error.h"
#include "jh-filing.h"

/* How many entries are looked through for their filings, a page of them at
 * a time, and how many filings are named. */
#define LOOKED_MOST 5000
#define LOOKED_AT_ONCE 500
#define NAMED_MOST 5

enum
{
  PROP_WHEN = 1,
  PROP_WHO,
  PROP_TITLE,
  PROP_FILING,
  PROP_WORDS,
  N_PROPERTIES,
};

/* place: NULL for none */
struct _JhLogItem
{
  GObject parent_instance;

  gint64 id;
  gint64 filing;
  gboolean done;
  JhPlace *place;
  char *words[N_PROPERTIES];
};

G_DEFINE_FINAL_TYPE (JhLogItem, jh_log_item, G_TYPE_OBJECT)

static void
jh_log_item_get_property (GObject *object, guint id, GValue *value,
                          GParamSpec *pspec)
{
  g_value_set_string (value, JH_LOG_ITEM (object)->words[id]);
}

static void
jh_log_item_finalize (GObject *object)
{
  JhLogItem *self = JH_LOG_ITEM (object);

  for (int id = PROP_WHEN; id < N_PROPERTIES; id++)
    g_free (self->words[id]);
  jh_place_free (self->place);
  G_OBJECT_CLASS (jh_log_item_parent_class)->finalize (object);
}

static void
jh_log_item_class_init (JhLogItemClass *klass)
{
  static const char *const names[N_PROPERTIES]
    = { NULL, "when", "who", "title", "filing", "words" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jh_log_item_get_property;
  object_class->finalize = jh_log_item_finalize;
  for (int id = PROP_WHEN; id < N_PROPERTIES; id++)
    g_object_class_install_property (
      object_class, (guint) id,
      g_param_spec_string (names[id], NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
jh_log_item_init (JhLogItem *self)
{
}

/* 2023-12-31T17:05:09+0800 as people write it. */
static char *
dup_when (const char *at)
{
  char *when = g_strndup (at, strlen ("2023-12-31T17:05:09"));
  char *between = strchr (when, 'T');

  if (between)
    *between = ' ';
  return when;
}

/* The filing @id in words; one that is gone says so. @names keeps what was
 * asked before. NULL with @error. Borrowed. */
static const char *
name_filing (JhStore *store, gint64 id, GHashTable *names, GError **error)
{
  const char *known = g_hash_table_lookup (names, &id);
  g_autoptr (JhFiling) filing = NULL;
  g_autoptr (GError) gone = NULL;
  char *name;

  if (known)
    return known;
  filing = jh_filing_get (store, id, &gone);
  if (filing)
    name = g_strdup_printf ("%d 年度 %s", filing->year, filing->name);
  else if (g_error_matches (gone, JH_ERROR, JH_ERROR_NOT_FOUND))
    name = g_strdup ("已删除的决算");
  else
    {
      g_propagate_error (error, g_steal_pointer (&gone));
      return NULL;
    }
  g_hash_table_insert (names, g_memdup2 (&id, sizeof id), name);
  return name;
}

static GHashTable *
names_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/* The id that @row has in its table; 0 when it says none. */
static gint64
find_row_id (const JhChangeRow *row)
{
  for (guint i = 0; i < row->values->len; i++)
    {
      const JhChangeValue *value
        = &g_array_index (row->values, JhChangeValue, i);

      if (g_str_equal (value->column, "id"))
        return g_ascii_strtoll (*value->after ? value->after : value->before,
                                NULL, 10);
    }
  return 0;
}

/* The column of @row that was altered first, or "". Borrowed. */
static const char *
find_field (const JhChangeRow *row)
{
  for (guint i = 0; i < row->values->len; i++)
    {
      const JhChangeValue *value
        = &g_array_index (row->values, JhChangeValue, i);

      /* The id only tells which row it is. */
      if (!g_str_equal (value->column, "id")
          && !g_str_equal (value->before, value->after))
        return value->column;
    }
  return "";
}

/* Where the first row of @entry stands that a page shows; a row that is gone
 * gives its table. */
static JhPlace *
find_place (const JhChangeEntry *entry)
{
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const JhChangeRow *row = entry->rows->pdata[i];
      gboolean gone = row->action == JH_ROW_DELETED;
      JhPlace *place = jh_place_of_row (
        row->table, gone ? 0 : find_row_id (row),
        row->action == JH_ROW_UPDATED ? find_field (row) : "");

      if (place)
        return place;
    }
  return NULL;
}

/* The sentences about @entry, a line each; that there are more is said. */
static char *
dup_words (JhStore *store, const JhChangeEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) rows = jh_change_words_rows (store, entry, error);
  GString *words;

  if (rows == NULL)
    return NULL;
  words = g_string_new (NULL);
  for (guint i = 0; i < MIN (rows->len, JH_LOG_ROWS); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "",
                            (char *) rows->pdata[i]);
  if (rows->len > JH_LOG_ROWS)
    g_string_append (words, "\n……");
  return g_string_free (words, FALSE);
}

/* The item of @entry; NULL with @error. */
static JhLogItem *
item_new (JhStore *store, const JhChangeEntry *entry, GHashTable *names,
          GError **error)
{
  const char *filing
    = entry->filing ? name_filing (store, entry->filing, names, error) : "";
  g_autofree char *words = filing ? dup_words (store, entry, error) : NULL;
  JhLogItem *self;

  if (words == NULL)
    return NULL;
  self = g_object_new (JH_TYPE_LOG_ITEM, NULL);
  self->id = entry->id;
  self->filing = entry->filing;
  self->done = g_str_equal (entry->state, "done");
  self->place = find_place (entry);
  self->words[PROP_WHEN] = dup_when (entry->at);
  self->words[PROP_WHO] = g_strdup (entry->author);
  self->words[PROP_TITLE] = jh_change_words_title (entry);
  self->words[PROP_FILING] = g_strdup (filing);
  self->words[PROP_WORDS] = g_steal_pointer (&words);
  return self;
}

GPtrArray *
jh_log_read (JhStore *store, const JhChangeFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) entries
    = jh_change_list (store, filter, JH_LOG_AT_ONCE, JH_LOG_ROWS + 1, error);
  g_autoptr (GPtrArray) items
    = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) names = names_new ();

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      JhLogItem *item = item_new (store, entries->pdata[i], names, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}

gint64
jh_log_item_get_id (JhLogItem *self)
{
  return self->id;
}

gint64
jh_log_item_get_filing (JhLogItem *self)
{
  return self->filing;
}

gboolean
jh_log_item_is_done (JhLogItem *self)
{
  return self->done;
}

const JhPlace *
jh_log_item_get_place (JhLogItem *self)
{
  return self->place;
}

/* Adds to @names the filings of the changes in @entries that hold, from @id
 * on. FALSE with @error. */
static gboolean
name_filings (JhStore *store, const GPtrArray *entries, gint64 id,
              GHashTable *names, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const JhChangeEntry *entry = entries->pdata[i];

      if (entry->id >= id && entry->filing
          && g_str_equal (entry->state, "done")
          && !name_filing (store, entry->filing, names, error))
        return FALSE;
    }
  return TRUE;
}

/* The names of the filings that the changes from @id on are about. @all tells
 * whether every change was looked at. NULL with @error. */
static GHashTable *
look_at_filings (JhStore *store, gint64 id, gboolean *all, GError **error)
{
  g_autoptr (GHashTable) names = names_new ();
  JhChangeFilter filter = { 0 };

  *all = FALSE;
  for (guint looked = 0; !*all && looked < LOOKED_MOST;
       looked += LOOKED_AT_ONCE)
    {
      g_autoptr (GPtrArray) entries
        = jh_change_list (store, &filter, LOOKED_AT_ONCE, 0, error);

      if (entries == NULL || !name_filings (store, entries, id, names, error))
        return NULL;
      if (entries->len > 0)
        filter.before
          = ((const JhChangeEntry *) entries->pdata[entries->len - 1])->id;
      *all = entries->len < LOOKED_AT_ONCE || filter.before <= id;
    }
  return g_steal_pointer (&names);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* @names in their order, 、 between them. */
static char *
join_names (GHashTable *names, gboolean all)
{
  g_autofree gpointer *list = NULL;
  guint n = g_hash_table_size (names);
  GHashTableIter iter;
  gpointer name;
  GString *words = g_string_new (NULL);

  list = g_new (gpointer, n + 1);
  g_hash_table_iter_init (&iter, names);
  for (guint i = 0; g_hash_table_iter_next (&iter, NULL, &name); i++)
    list[i] = name;
  qsort (list, n, sizeof *list, compare_words);
  for (guint i = 0; i < MIN (n, NAMED_MOST); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "、" : "",
                            (char *) list[i]);
  if (n > NAMED_MOST)
    g_string_append_printf (words, " 等 %u 套决算", n);
  else if (!all)
    g_string_append (words, "，还可能有更早的其他决算");
  return g_string_free (words, FALSE);
}

char *
jh_log_dup_undo_words (JhStore *store, gint64 id, guint *count,
                       GError **error)
{
  g_autoptr (GHashTable) names = NULL;
  g_autofree char *filings = NULL;
  gboolean all;
  guint n;

  if (!jh_change_count_from (store, id, &n, error))
    return NULL;
  names = look_at_filings (store, id, &all, error);
  if (names == NULL)
    return NULL;
  if (count)
    *count = n;
  filings = join_names (names, all);
  return g_strdup_printf (n == 1
                            ? "会撤销这 %u 次修改%s%s。"
                            : "会撤销 %u 次修改：这一次和它以后的全部%s%s。",
                          n, *filings ? "，涉及 " : "", filings);
}
