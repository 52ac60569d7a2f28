#include "jh-rulebook.h"

#include <gio/gio.h>
#include <string.h>

#include "jh-error.h"
#include "jh-json.h"
#include "jh-rule-private.h"
#include "jh-text.h"

#define RULES_RESOURCE "/cn/jiheng/checks"

/* rules: in the order in which they were added
 * by_id: the same, by their ids */
struct _JhRulebook
{
  const JhVocabulary *vocabulary;
  GPtrArray *rules;
  GHashTable *by_id;
  GPtrArray *faults;
};

static void
fault_free (gpointer data)
{
  JhRuleFault *fault = data;

  g_free (fault->rule);
  g_free (fault->origin);
  g_free (fault->why);
  g_free (fault);
}

JhRulebook *
jh_rulebook_new (const JhVocabulary *vocabulary)
{
  JhRulebook *book = g_new0 (JhRulebook, 1);

  book->vocabulary = vocabulary;
  book->rules = g_ptr_array_new_with_free_func (jh_rule_free);
  book->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  book->faults = g_ptr_array_new_with_free_func (fault_free);
  return book;
}

void
jh_rulebook_free (JhRulebook *book)
{
  if (book == NULL)
    return;
  g_hash_table_unref (book->by_id);
  g_ptr_array_unref (book->rules);
  g_ptr_array_unref (book->faults);
  g_free (book);
}

static void
add_fault (JhRulebook *book, const char *rule, const char *origin,
           const char *why)
{
  JhRuleFault *fault = g_new0 (JhRuleFault, 1);

  fault->rule = g_strdup (rule);
  fault->origin = g_strdup (origin);
  fault->why = g_strdup (why);
  g_ptr_array_add (book->faults, fault);
}

/* Adds the rule of @object, or the fault that keeps it out. */
static void
add_rule (JhRulebook *book, JsonObject *object, const char *origin,
          const char *author)
{
  g_autoptr (GError) error = NULL;
  JhRule *rule = jh_rule_read (object, origin, book->vocabulary, &error);
  JsonNode *id = json_object_get_member (object, "rule");
  const char *name = id && json_node_get_value_type (id) == G_TYPE_STRING
                       ? json_node_get_string (id)
                       : "";
  g_autofree char *quoted = jh_text_quote (name, 40);

  if (rule == NULL)
    {
      add_fault (book, quoted, origin, error->message);
      return;
    }
  if (g_hash_table_contains (book->by_id, rule->id))
    {
      add_fault (book, quoted, origin,
                 "已经有一条规则用了这个编号，请换一个");
      jh_rule_free (rule);
      return;
    }
  rule->author = g_strdup (author);
  g_ptr_array_add (book->rules, rule);
  g_hash_table_insert (book->by_id, rule->id, rule);
}

gboolean
jh_rulebook_add (JhRulebook *book, const char *text, gsize length,
                 const char *origin, const char *author, GError **error)
{
  static const char *const members[] = { "rules", "comment", NULL };
  g_autoptr (JsonObject) object = jh_json_parse (text, length, origin, error);
  JhJson json = { origin, NULL };
  JsonArray *array;

  if (object == NULL)
    return FALSE;
  jh_json_expect (&json, object, "rules", members);
  array = jh_json_get_array (&json, object, "rules");
  if (array == NULL)
    jh_json_fault (&json, "rules", "缺少这一项");
  if (array
      && json_array_get_length (array) > JH_RULES_MAX - book->rules->len)
    jh_json_fault (&json, "rules", "规则太多");
  if (json.fault)
    {
      g_propagate_error (error, json.fault);
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = jh_json_get_element (&json, array, i, "rules");

      if (element)
        add_rule (book, element, origin, author);
      else
        add_fault (book, "", origin, json.fault->message);
      g_clear_error (&json.fault);
    }
  return TRUE;
}

void
jh_rulebook_add_one (JhRulebook *book, const char *rule, const char *text,
                     const char *author)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *origin = g_strdup_printf ("自定规则 %s", rule);
  g_autoptr (JsonObject) object
    = jh_json_parse (text, strlen (text), origin, &error);
  JsonNode *id = object ? json_object_get_member (object, "rule") : NULL;

  if (object == NULL)
    add_fault (book, rule, origin, error->message);
  else if (id == NULL || json_node_get_value_type (id) != G_TYPE_STRING
           || strcmp (json_node_get_string (id), rule) != 0)
    add_fault (book, rule, origin, "里面写的编号不是这一个");
  else if (book->rules->len >= JH_RULES_MAX)
    add_fault (book, rule, origin, "规则太多");
  else
    add_rule (book, object, origin, author);
}

static gboolean
add_resource (JhRulebook *book, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RULES_RESOURCE, "/", name, NULL);
  g_autoptr (GBytes) bytes
    = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return FALSE;
  return jh_rulebook_add (book, g_bytes_get_data (bytes, NULL),
                          g_bytes_get_size (bytes), name, "", error);
}

JhRulebook *
jh_rulebook_load (const JhVocabulary *vocabulary, GError **error)
{
  g_autoptr (JhRulebook) book = jh_rulebook_new (vocabulary);
  g_auto (GStrv) names = g_resources_enumerate_children (
    RULES_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  const JhRuleFault *fault;

  if (names == NULL)
    return NULL;
  for (guint i = 0; names[i]; i++)
    if (!add_resource (book, names[i], error))
      return NULL;
  if (book->faults->len == 0)
    return g_steal_pointer (&book);
  fault = book->faults->pdata[0];
  g_set_error (error, JH_ERROR, JH_ERROR_DATA, "%s 的 %s：%s", fault->origin,
               fault->rule, fault->why);
  return NULL;
}

guint
jh_rulebook_count (const JhRulebook *book)
{
  return book->rules->len;
}

const JhRule *
jh_rulebook_get (const JhRulebook *book, guint place)
{
  g_assert (place < book->rules->len);
  return book->rules->pdata[place];
}

const JhRule *
jh_rulebook_find (const JhRulebook *book, const char *id)
{
  return g_hash_table_lookup (book->by_id, id);
}

const GPtrArray *
jh_rulebook_get_faults (const JhRulebook *book)
{
  return book->faults;
}

gboolean
jh_rule_applies (const JhRule *rule, int year, const char *region)
{
  if ((rule->from && year < rule->from) || (rule->to && year > rule->to))
    return FALSE;
  for (guint i = 0; i < rule->regions->len; i++)
    if (g_str_has_prefix (region, rule->regions->pdata[i]))
      return TRUE;
  return rule->regions->len == 0;
}
