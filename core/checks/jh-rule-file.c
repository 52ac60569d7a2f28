#include "jh-rule-file.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "jh-change.h"
#include "jh-error.h"
#include "jh-json.h"
#include "jh-moment.h"
#include "jh-part.h"
#include "jh-text.h"

/* The most characters of a name in a sentence. */
#define SHOWN 60

/* The JSON of @node, on lines. The caller frees it. */
static char *
dup_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}

/* Says what is wrong with the first of @faults, and how many more there
 * are. */
static void
refuse (const GPtrArray *faults, const char *origin, GError **error)
{
  const JhRuleFault *fault = faults->pdata[0];
  g_autofree char *more
    = faults->len > 1
        ? g_strdup_printf ("（还有 %u 条也写得不对）", faults->len - 1)
        : g_strdup ("");

  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "%s 里的规则“%s”不能用：%s%s。一条也没有加进来，"
               "请改好再试。",
               origin, fault->rule, fault->why, more);
}

/* Tries the rules beside those of the program. */
static gboolean
try_rules (const char *text, gsize length, const char *origin,
           const JhVocabulary *vocabulary, GError **error)
{
  g_autoptr (JhRulebook) book = jh_rulebook_load (vocabulary, error);
  const GPtrArray *faults;

  if (book == NULL)
    return FALSE;
  if (!jh_rulebook_add (book, text, length, origin, "", error))
    {
      g_prefix_error (error, "一条规则也没有加进来，文件可能不完整：");
      return FALSE;
    }
  faults = jh_rulebook_get_faults (book);
  if (faults->len > 0)
    refuse (faults, origin, error);
  return faults->len == 0;
}

/* The rule at @index of @rules, which has been tried. */
static JhUserCheck *
make_check (JsonArray *rules, guint index, const char *author,
            const char *now)
{
  JsonNode *node = json_array_get_element (rules, index);
  JhUserCheck *check = g_new0 (JhUserCheck, 1);

  check->rule = g_strdup (
    json_object_get_string_member (json_node_get_object (node), "rule"));
  check->text = dup_json (node);
  check->enabled = TRUE;
  check->author = g_strdup (author);
  check->at = g_strdup (now);
  return check;
}

GPtrArray *
jh_rule_file_parse (const char *text, gsize length, const char *origin,
                    const char *author, const JhVocabulary *vocabulary,
                    GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *now = jh_moment_dup_now ();
  GPtrArray *checks;
  JsonArray *rules;

  if (!try_rules (text, length, origin, vocabulary, error))
    return NULL;
  object = jh_json_parse (text, length, origin, error);
  if (object == NULL)
    return NULL;
  rules = json_object_get_array_member (object, "rules");
  checks
    = g_ptr_array_new_with_free_func ((GDestroyNotify) jh_user_check_free);
  for (guint i = 0; i < json_array_get_length (rules); i++)
    g_ptr_array_add (checks, make_check (rules, i, author, now));
  return checks;
}

/* The bytes of the file @path, NULL with @error. */
static GBytes *
read_file (const char *path, const char *shown, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GMappedFile) file
    = g_mapped_file_new (path, FALSE, &local_error);

  if (file == NULL)
    {
      gboolean missing
        = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      g_set_error (error, JH_ERROR,
                   missing ? JH_ERROR_NOT_FOUND : JH_ERROR_IO,
                   missing ? "没有“%s”这个文件"
                           : "读不了“%s”，请看它是不是文件、有没有权限",
                   shown);
      return NULL;
    }
  if (g_mapped_file_get_length (file) > JH_RULE_FILE_MAX)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA,
                   "“%s”太大，规则文件最多 %d MB", shown,
                   JH_RULE_FILE_MAX / (1024 * 1024));
      return NULL;
    }
  return g_mapped_file_get_bytes (file);
}

GPtrArray *
jh_rule_file_read (const char *path, const char *author,
                   const JhVocabulary *vocabulary, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = jh_text_quote (name, SHOWN);
  g_autoptr (GBytes) bytes = read_file (path, shown, error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return jh_rule_file_parse (text ? text : "", length, shown, author,
                             vocabulary, error);
}

/* The first of @checks whose id one of @kept has, or NULL. */
static const JhUserCheck *
find_kept (const GPtrArray *checks, const GPtrArray *kept)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kept->len; i++)
    g_hash_table_add (ids, ((JhUserCheck *) kept->pdata[i])->rule);
  for (guint i = 0; i < checks->len; i++)
    {
      const JhUserCheck *check = checks->pdata[i];

      if (g_hash_table_contains (ids, check->rule))
        return check;
    }
  return NULL;
}

static gboolean
look_for_kept (JhStore *store, const GPtrArray *checks, GError **error)
{
  g_autoptr (GPtrArray) kept = jh_user_check_list (store, error);
  const JhUserCheck *check = kept ? find_kept (checks, kept) : NULL;
  g_autofree char *shown = check ? jh_text_quote (check->rule, SHOWN) : NULL;

  if (check)
    g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
                 "账套里已经有编号是“%s”的自定规则，一条也没有加进来；"
                 "要用新的换掉旧的，请说明要替换",
                 shown);
  return kept != NULL && check == NULL;
}

gboolean
jh_rule_file_keep (JhStore *store, const GPtrArray *checks, gboolean replace,
                   GError **error)
{
  g_autoptr (JhChange) change = NULL;

  if (!replace && !look_for_kept (store, checks, error))
    return FALSE;
  change = jh_change_begin (store, "导入审核规则", error);
  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < checks->len; i++)
    if (!jh_user_check_set (store, checks->pdata[i], error))
      return FALSE;
  return jh_change_commit (change, error);
}

/* @checks as a file of rules. The caller frees it. */
static char *
dup_file (const GPtrArray *checks, guint *left_out)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonArray *rules = json_array_new ();

  *left_out = 0;
  json_object_set_array_member (object, "rules", rules);
  for (guint i = 0; i < checks->len; i++)
    {
      const JhUserCheck *check = checks->pdata[i];
      JsonObject *rule = jh_json_parse (check->text, strlen (check->text),
                                        check->rule, NULL);

      if (rule)
        json_array_add_object_element (rules, rule);
      else
        (*left_out)++;
    }
  json_node_set_object (root, object);
  return dup_json (root);
}

gboolean
jh_rule_file_write (const GPtrArray *checks, const char *path,
                    guint *left_out, GError **error)
{
  g_autofree char *text = dup_file (checks, left_out);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (JhPart) part = jh_part_new (folder, name, error);

  return part && jh_part_write (part, text, strlen (text), error)
         && jh_part_write (part, "\n", 1, error)
         && jh_part_finish (part, error);
}
