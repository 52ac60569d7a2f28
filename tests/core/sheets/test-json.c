#include "jh-json.h"

#include "jh-error.h"
#include "jh-test.h"

#include <string.h>

static JsonObject *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object = jh_json_parse (text, strlen (text), "a.json", &error);

  jh_assert_no_error (error);
  return object;
}

START_TEST (what_is_no_definition_is_refused_with_file_and_place)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "“a.json”的最外层应是一个对象" },
    { "[]", "“a.json”的最外层应是一个对象" },
    { "1", "“a.json”" },
    { "null", "“a.json”的最外层应是一个对象" },
    { "{\n\n\"a\" 1}", "“a.json”第 3 行第 3 个字符不是正确的 JSON" },
    { "{\"a\":1", "“a.json”第 1 行第" },
    { "{\"a\":\"\xff\"}", "“a.json”" },
    { "{\"a\":1}}", "“a.json”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_msg (jh_json_parse (cases[i].text, strlen (cases[i].text),
                                    "a.json", &error)
                       == NULL,
                     "%s was taken", cases[i].text);
      jh_assert_error (error, JH_ERROR_DATA, cases[i].message);
    }
}
END_TEST

/* An object in which brackets stand @depth deep. */
static char *
nest (guint depth)
{
  GString *text = g_string_new ("{\"a\":");

  for (guint i = 1; i < depth; i++)
    g_string_append_c (text, '[');
  g_string_append (text, "1");
  for (guint i = 1; i < depth; i++)
    g_string_append_c (text, ']');
  return g_string_free (g_string_append_c (text, '}'), FALSE);
}

START_TEST (a_definition_may_be_only_so_deep)
{
  g_autofree char *deep = nest (JH_JSON_DEPTH_MAX + 1);
  g_autofree char *good = nest (JH_JSON_DEPTH_MAX);
  g_autofree char *abyss = g_strnfill (1000000, '[');
  g_autoptr (JsonObject) object = parse (good);
  g_autoptr (JsonObject) quoted
    = parse ("{\"a\":\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[[\"}");
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_nonnull (object);
  ck_assert_ptr_nonnull (quoted);
  ck_assert_ptr_null (jh_json_parse (deep, strlen (deep), "a.json", &error));
  jh_assert_error (error, JH_ERROR_DATA, "“a.json”太大或嵌套太深");
  ck_assert_ptr_null (
    jh_json_parse (abyss, strlen (abyss), "a.json", &error));
  jh_assert_error (error, JH_ERROR_DATA, "嵌套太深");
}
END_TEST

START_TEST (a_definition_may_be_only_so_large)
{
  g_autofree char *text = g_strnfill (JH_JSON_BYTES_MAX + 1, ' ');
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (text, "{}", 2);
  object = jh_json_parse (text, JH_JSON_BYTES_MAX, "a.json", &error);
  jh_assert_no_error (error);
  ck_assert_ptr_nonnull (object);
  ck_assert_ptr_null (
    jh_json_parse (text, JH_JSON_BYTES_MAX + 1, "a.json", &error));
  jh_assert_error (error, JH_ERROR_DATA, "“a.json”太大");
}
END_TEST

START_TEST (a_member_nobody_knows_is_named_with_those_known)
{
  static const char *const names[] = { "label", "width", NULL };
  g_autoptr (JsonObject) good = parse ("{\"width\":1,\"label\":\"a\"}");
  g_autoptr (JsonObject) bad = parse ("{\"label\":\"a\",\"lable\":1}");
  g_autoptr (JsonObject) none = parse ("{}");
  JhJson json = { "a.json", NULL };

  jh_json_expect (&json, good, "columns", names);
  jh_json_expect (&json, none, "columns", names);
  ck_assert_ptr_null (json.fault);
  jh_json_expect (&json, bad, "columns", names);
  jh_assert_error (
    json.fault, JH_ERROR_DATA,
    "“a.json”的“columns”：不认识“lable”，可用的有：label、width");
}
END_TEST

/* Reads the member m of an object in one way. */
static void
read_as (JhJson *json, JsonObject *object, const char *way)
{
  if (strcmp (way, "text") == 0)
    jh_json_get_text (json, object, "m", NULL);
  else if (strcmp (way, "integer") == 0)
    jh_json_get_integer (json, object, "m", 0, 5, 0);
  else if (strcmp (way, "flag") == 0)
    jh_json_get_flag (json, object, "m");
  else if (strcmp (way, "object") == 0)
    jh_json_get_object (json, object, "m");
  else if (strcmp (way, "array") == 0)
    jh_json_get_array (json, object, "m");
  else if (strcmp (way, "texts") == 0)
    g_ptr_array_unref (jh_json_dup_texts (json, object, "m"));
  else
    jh_json_get_element (json, jh_json_get_array (json, object, "m"), 0,
                         "m");
}

START_TEST (a_member_of_another_kind_is_a_fault)
{
  static const struct
  {
    const char *way;
    const char *value;
    const char *fault;
  } cases[] = {
    { "text", "\"a\"", NULL },
    { "text", "1", "应是一段文字" },
    { "text", "null", "应是一段文字" },
    { "text", "[]", "应是一段文字" },
    { "integer", "5", NULL },
    { "integer", "0", NULL },
    { "integer", "6", "数字超出了范围" },
    { "integer", "-1", "数字超出了范围" },
    { "integer", "99999999999999999999", "“m”" },
    { "integer", "1.0", "应是一个整数" },
    { "integer", "\"1\"", "应是一个整数" },
    { "integer", "true", "应是一个整数" },
    { "flag", "true", NULL },
    { "flag", "false", NULL },
    { "flag", "1", "应是 true 或 false" },
    { "flag", "\"true\"", "应是 true 或 false" },
    { "object", "{}", NULL },
    { "object", "[]", "应是一个对象" },
    { "object", "null", "应是一个对象" },
    { "array", "[]", NULL },
    { "array", "{}", "应是一个数组" },
    { "array", "\"a\"", "应是一个数组" },
    { "texts", "\"a\"", NULL },
    { "texts", "[\"a\",\"b\"]", NULL },
    { "texts", "[]", NULL },
    { "texts", "[\"a\",1]", "应是文字，或一组文字" },
    { "texts", "[null]", "应是文字，或一组文字" },
    { "texts", "{}", "应是文字，或一组文字" },
    { "element", "[{}]", NULL },
    { "element", "[1]", "里面应都是对象" },
    { "element", "[null]", "里面应都是对象" },
    { "element", "[[]]", "里面应都是对象" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"m\":%s}", cases[i].value);
      g_autoptr (JsonObject) object = parse (text);
      JhJson json = { "a.json", NULL };

      read_as (&json, object, cases[i].way);
      ck_assert_msg ((json.fault != NULL) == (cases[i].fault != NULL),
                     "%s as %s: %s", text, cases[i].way,
                     json.fault ? json.fault->message : "taken");
      if (json.fault == NULL)
        continue;
      ck_assert (strstr (json.fault->message, "“a.json”的“m”") != NULL);
      jh_assert_error (json.fault, JH_ERROR_DATA, cases[i].fault);
    }
}
END_TEST

START_TEST (what_is_not_there_is_what_the_reader_says)
{
  g_autoptr (JsonObject) object = parse ("{}");
  JhJson json = { "a.json", NULL };
  g_autoptr (GPtrArray) texts = jh_json_dup_texts (&json, object, "m");

  ck_assert_str_eq (jh_json_get_text (&json, object, "m", "x"), "x");
  ck_assert_int_eq (jh_json_get_integer (&json, object, "m", 0, 9, 7), 7);
  ck_assert (!jh_json_get_flag (&json, object, "m"));
  ck_assert_ptr_null (jh_json_get_object (&json, object, "m"));
  ck_assert_ptr_null (jh_json_get_array (&json, object, "m"));
  ck_assert_uint_eq (texts->len, 0);
  ck_assert_ptr_null (json.fault);
}
END_TEST

START_TEST (the_first_fault_is_kept)
{
  JhJson json = { "a.json", NULL };

  jh_json_fault (&json, "one", "不对");
  jh_json_fault (&json, "two", "也不对");
  jh_assert_error (json.fault, JH_ERROR_DATA, "“one”：不对");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json");
  TCase *cases = tcase_create ("reader");

  tcase_add_test (cases,
                  what_is_no_definition_is_refused_with_file_and_place);
  tcase_add_test (cases, a_definition_may_be_only_so_deep);
  tcase_add_test (cases, a_definition_may_be_only_so_large);
  tcase_add_test (cases, a_member_nobody_knows_is_named_with_those_known);
  tcase_add_test (cases, a_member_of_another_kind_is_a_fault);
  tcase_add_test (cases, what_is_not_there_is_what_the_reader_says);
  tcase_add_test (cases, the_first_fault_is_kept);
  suite_add_tcase (suite, cases);
  return jh_test_run (suite);
}
