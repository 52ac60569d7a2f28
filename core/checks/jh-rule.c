#include <string.h>

#include "jh-error.h"
#include "jh-filing.h"
#include "jh-json.h"
#include "jh-rule-private.h"

/* What is told when a rule has no message of its own. */
static const char *const sides_message
  = "左边是 {左}，右边是 {右}，相差 {差}";
static const char *const plain_message = "这一条不成立";

static void
case_free (gpointer data)
{
  JhRuleCase *one = data;

  jh_formula_free (one->place);
  jh_formula_free (one->left_value);
  jh_formula_free (one->right_value);
  jh_message_free (one->message);
  jh_message_free (one->left);
  jh_message_free (one->right);
  jh_formula_free (one->formula);
  g_free (one->mend);
  g_free (one);
}

void
jh_rule_free (gpointer data)
{
  JhRule *rule = data;

  if (rule == NULL)
    return;
  g_free (rule->id);
  g_free (rule->title);
  g_free (rule->basis);
  g_free (rule->author);
  g_ptr_array_unref (rule->follows);
  g_ptr_array_unref (rule->regions);
  g_ptr_array_unref (rule->cases);
  g_free (rule);
}

/* What is being read.
 *
 * fault: what was found wrong first, beside the faults of `json` */
typedef struct
{
  JhJson json;
  const JhVocabulary *vocabulary;
  GError *fault;
} Reader;

/* The text of @name in the case, else in the rule, else @otherwise. */
static const char *
get_text (Reader *reader, JsonObject *rule, JsonObject *one, const char *name,
          const char *otherwise)
{
  const char *text = jh_json_get_text (&reader->json, rule, name, otherwise);

  return one == rule ? text
                     : jh_json_get_text (&reader->json, one, name, text);
}

static JhSeverity
read_severity (Reader *reader, const char *word)
{
  JhSeverity severity = JH_SEVERITY_ERROR;

  if (!jh_severity_parse (word, &severity))
    jh_json_fault (&reader->json, "severity", "应是 错误、警告 或 提示");
  return severity;
}

static JhMessage *
read_message (Reader *reader, const JhRuleCase *one, const char *text)
{
  if (text == NULL || one->formula == NULL || reader->fault)
    return NULL;
  return jh_message_parse (text, reader->vocabulary, one->formula,
                           &reader->fault);
}

static JhFormula *
read_inside (Reader *reader, const JhRuleCase *one, const char *text)
{
  if (text == NULL || one->formula == NULL || reader->fault)
    return NULL;
  return jh_formula_parse_inside (text, reader->vocabulary, one->formula,
                                  NULL, &reader->fault);
}

static gboolean
has_sides (const char *formula)
{
  return strpbrk (formula, "=<>") || strstr (formula, "≈")
         || strstr (formula, "≤") || strstr (formula, "≥")
         || strstr (formula, "＝");
}

static JhRuleCase *
read_case (Reader *reader, JsonObject *rule, JsonObject *object)
{
  JhRuleCase *one = g_new0 (JhRuleCase, 1);
  const char *formula = get_text (reader, rule, object, "formula", "");

  one->severity
    = read_severity (reader, get_text (reader, rule, object, "severity", ""));
  one->mend = g_strdup (get_text (reader, rule, object, "mend", ""));
  if (*formula == '\0')
    jh_json_fault (&reader->json, "formula", "缺少这一项");
  else if (reader->fault == NULL)
    one->formula
      = jh_formula_parse (formula, reader->vocabulary, NULL, &reader->fault);
  one->message = read_message (
    reader, one,
    get_text (reader, rule, object, "message",
              has_sides (formula) ? sides_message : plain_message));
  one->left = read_message (reader, one,
                            get_text (reader, rule, object, "left", NULL));
  one->right = read_message (reader, one,
                             get_text (reader, rule, object, "right", NULL));
  one->place = read_inside (reader, one,
                            get_text (reader, rule, object, "place", NULL));
  one->left_value = read_inside (
    reader, one, get_text (reader, rule, object, "left-value", NULL));
  one->right_value = read_inside (
    reader, one, get_text (reader, rule, object, "right-value", NULL));
  return one;
}

static void
read_cases (Reader *reader, JsonObject *object, JhRule *rule)
{
  static const char *const members[]
    = { "severity", "left-value", "right-value", "formula", "message",
        "left",     "right",      "place",       "mend",    NULL };
  JsonArray *cases = jh_json_get_array (&reader->json, object, "cases");

  if (cases == NULL)
    g_ptr_array_add (rule->cases, read_case (reader, object, object));
  for (guint i = 0; cases && i < json_array_get_length (cases); i++)
    {
      JsonObject *element
        = jh_json_get_element (&reader->json, cases, i, "cases");

      if (element == NULL)
        return;
      jh_json_expect (&reader->json, element, "cases", members);
      g_ptr_array_add (rule->cases, read_case (reader, object, element));
    }
}

static gboolean
is_id (const char *id)
{
  return *id && g_utf8_strlen (id, -1) <= 40
         && strpbrk (id, " \t\n\"|") == NULL;
}

JhRule *
jh_rule_read (JsonObject *object, const char *origin,
              const JhVocabulary *vocabulary, GError **error)
{
  static const char *const members[]
    = { "rule",  "left-value", "right-value", "title",   "basis",
        "mend",  "severity",   "formula",     "message", "left",
        "right", "place",      "follows",     "from",    "to",
        "cases", "waivable",   "regions",     "comment", NULL };
  Reader reader = { { origin, NULL }, vocabulary, NULL };
  JhRule *rule = g_new0 (JhRule, 1);

  jh_json_expect (&reader.json, object, "rules", members);
  rule->id = g_strdup (jh_json_get_text (&reader.json, object, "rule", ""));
  rule->title
    = g_strdup (jh_json_get_text (&reader.json, object, "title", ""));
  rule->basis
    = g_strdup (jh_json_get_text (&reader.json, object, "basis", ""));
  rule->waivable = jh_json_get_flag (&reader.json, object, "waivable");
  rule->follows = jh_json_dup_texts (&reader.json, object, "follows");
  rule->regions = jh_json_dup_texts (&reader.json, object, "regions");
  rule->from = (int) jh_json_get_integer (
    &reader.json, object, "from", JH_FILING_YEAR_MIN, JH_FILING_YEAR_MAX, 0);
  rule->to = (int) jh_json_get_integer (
    &reader.json, object, "to", JH_FILING_YEAR_MIN, JH_FILING_YEAR_MAX, 0);
  rule->cases = g_ptr_array_new_with_free_func (case_free);
  if (!is_id (rule->id))
    jh_json_fault (&reader.json, "rule",
                   "每条都要有编号，最多 40 个字，里面不能有空格和引号");
  read_cases (&reader, object, rule);
  if (reader.json.fault == NULL && reader.fault == NULL)
    return rule;
  jh_rule_free (rule);
  if (reader.json.fault)
    {
      g_clear_error (&reader.fault);
      g_propagate_error (error, reader.json.fault);
    }
  else
    {
      g_propagate_error (error, reader.fault);
    }
  return NULL;
}
