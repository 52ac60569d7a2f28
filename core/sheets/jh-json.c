#include "jh-json.h"

#include <stdio.h>

#include "jh-error.h"

/* Whether no bracket of @text nests deeper than allowed; brackets inside of
 * strings do not count. */
static gboolean
is_shallow (const char *text, gsize length)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!quoted && (text[i] == '}' || text[i] == ']'))
        depth -= depth > 0;
      if (depth > JH_JSON_DEPTH_MAX)
        return FALSE;
    }
  return TRUE;
}

/* Says where @found, an error of the parser, is: its message begins with
 * <data>:LINE:COLUMN. */
static void
fail_parse (const GError *found, const char *origin, GError **error)
{
  guint line = 1, column = 1;
  int length = 0;

  if (sscanf (found->message, "<data>:%u:%u: %n", &line, &column, &length)
      < 2)
    length = 0;
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "定义文件“%s”第 %u 行第 %u 个字符不是正确的 JSON：%s", origin,
               line, column, found->message + length);
}

JsonObject *
jh_json_parse (const char *text, gsize length, const char *origin,
               GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local_error = NULL;
  JsonNode *root;

  if (length > JH_JSON_BYTES_MAX || !is_shallow (text, length))
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "定义文件“%s”太大或嵌套太深", origin);
      return NULL;
    }
  /* An empty file that is mapped into memory has no address. */
  if (!json_parser_load_from_data (parser, text ? text : "", length,
                                   &local_error))
    {
      fail_parse (local_error, origin, error);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "定义文件“%s”的最外层应是一个对象", origin);
      return NULL;
    }
  return json_node_dup_object (root);
}

void
jh_json_fault (JhJson *json, const char *place, const char *why)
{
  if (json->fault == NULL)
    json->fault
      = g_error_new (JH_ERROR, JH_ERROR_DATA, "定义文件“%s”的“%s”：%s",
                     json->origin, place, why);
}

void
jh_json_expect (JhJson *json, JsonObject *object, const char *place,
                const char *const *names)
{
  JsonObjectIter iterator;
  const char *member;

  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &member, NULL))
    if (!g_strv_contains (names, member))
      {
        g_autofree char *listed = g_strjoinv ("、", (char **) names);
        g_autofree char *why
          = g_strdup_printf ("不认识“%s”，可用的有：%s", member, listed);

        jh_json_fault (json, place, why);
        return;
      }
}

/* The node of the member @name when it is there and a value of @type. */
static JsonNode *
get_value (JhJson *json, JsonObject *object, const char *name, GType type,
           const char *expected)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type)
    return node;
  jh_json_fault (json, name, expected);
  return NULL;
}

const char *
jh_json_get_text (JhJson *json, JsonObject *object, const char *name,
                  const char *otherwise)
{
  JsonNode *node
    = get_value (json, object, name, G_TYPE_STRING, "应是一段文字");

  return node ? json_node_get_string (node) : otherwise;
}

gint64
jh_json_get_integer (JhJson *json, JsonObject *object, const char *name,
                     gint64 least, gint64 most, gint64 otherwise)
{
  JsonNode *node
    = get_value (json, object, name, G_TYPE_INT64, "应是一个整数");
  gint64 value = node ? json_node_get_int (node) : otherwise;

  if (node && (value < least || value > most))
    {
      jh_json_fault (json, name, "数字超出了范围");
      return otherwise;
    }
  return value;
}

gboolean
jh_json_get_flag (JhJson *json, JsonObject *object, const char *name)
{
  JsonNode *node
    = get_value (json, object, name, G_TYPE_BOOLEAN, "应是 true 或 false");

  return node && json_node_get_boolean (node);
}

JsonObject *
jh_json_get_object (JhJson *json, JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  jh_json_fault (json, name, "应是一个对象 {…}");
  return NULL;
}

JsonArray *
jh_json_get_array (JhJson *json, JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  jh_json_fault (json, name, "应是一个数组 […]");
  return NULL;
}

JsonObject *
jh_json_get_element (JhJson *json, JsonArray *array, guint index,
                     const char *place)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  jh_json_fault (json, place, "里面应都是对象 {…}");
  return NULL;
}

/* Adds the text of @node to @texts. */
static void
add_text (JhJson *json, GPtrArray *texts, JsonNode *node, const char *place)
{
  if (JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_STRING)
    g_ptr_array_add (texts, g_strdup (json_node_get_string (node)));
  else
    jh_json_fault (json, place, "应是文字，或一组文字");
}

GPtrArray *
jh_json_dup_texts (JhJson *json, JsonObject *object, const char *name)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL)
    return texts;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      add_text (json, texts, node, name);
      return texts;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_text (json, texts, json_array_get_element (array, i), name);
  return texts;
}
