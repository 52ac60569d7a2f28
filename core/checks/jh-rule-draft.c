#include "jh-rule-draft.h"

#include <string.h>

#include "jh-error.h"
#include "jh-json.h"
#include "jh-text.h"
#include "jh-user-check.h"

JhRuleDraft *
jh_rule_draft_new (void)
{
  JhRuleDraft *draft = g_new0 (JhRuleDraft, 1);
  char **parts[] = { &draft->rule,    &draft->title, &draft->formula,
                     &draft->message, &draft->mend,  &draft->basis };

  draft->severity = JH_SEVERITY_WARNING;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    *parts[i] = g_strdup ("");
  return draft;
}

void
jh_rule_draft_free (JhRuleDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->rule);
  g_free (draft->title);
  g_free (draft->formula);
  g_free (draft->message);
  g_free (draft->mend);
  g_free (draft->basis);
  g_free (draft);
}

void
jh_rule_draft_set (char **part, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*part);
  *part = copy;
}

/* The parts of a rule by their members in JSON. */
typedef struct
{
  const char *member;
  gsize offset;
} Part;

static const Part parts[] = {
  { "rule", G_STRUCT_OFFSET (JhRuleDraft, rule) },
  { "title", G_STRUCT_OFFSET (JhRuleDraft, title) },
  { "formula", G_STRUCT_OFFSET (JhRuleDraft, formula) },
  { "message", G_STRUCT_OFFSET (JhRuleDraft, message) },
  { "mend", G_STRUCT_OFFSET (JhRuleDraft, mend) },
  { "basis", G_STRUCT_OFFSET (JhRuleDraft, basis) },
};

static char **
part_of (const JhRuleDraft *draft, gsize i)
{
  return G_STRUCT_MEMBER_P (draft, parts[i].offset);
}

JhRuleDraft *
jh_rule_draft_read (const char *text, GError **error)
{
  static const char *const members[]
    = { "rule",    "title", "severity", "formula",
        "message", "mend",  "basis",    NULL };
  g_autoptr (JsonObject) object
    = jh_json_parse (text, strlen (text), "自定规则", error);
  g_autoptr (JhRuleDraft) draft = jh_rule_draft_new ();
  JhJson json = { "自定规则", NULL };

  if (object == NULL)
    return NULL;
  jh_json_expect (&json, object, "规则", members);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    jh_rule_draft_set (part_of (draft, i),
                       jh_json_get_text (&json, object, parts[i].member, ""));
  /* A word that is none stays what a new rule has, until it is saved. */
  (void) jh_severity_parse (jh_json_get_text (&json, object, "severity", ""),
                            &draft->severity);
  if (json.fault == NULL)
    return g_steal_pointer (&draft);
  g_propagate_error (error, json.fault);
  return NULL;
}

char *
jh_rule_draft_write (const JhRuleDraft *draft)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (**part_of (draft, i) != '\0')
      json_object_set_string_member (object, parts[i].member,
                                     *part_of (draft, i));
  json_object_set_string_member (object, "severity",
                                 jh_severity_name (draft->severity));
  json_node_set_object (node, object);
  return json_to_string (node, TRUE);
}

/* Whether the id of @draft may be given to a rule of one's own. */
static gboolean
check_id (const JhRuleDraft *draft, JhExaminer *examiner, GError **error)
{
  const JhRule *known
    = jh_rulebook_find (jh_examiner_get_rules (examiner), draft->rule);

  if (known == NULL || *known->author != '\0')
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_EXISTS,
               "编号“%s”是程序自带的规则，请换一个", draft->rule);
  return FALSE;
}

static gboolean
check_formula (const JhRuleDraft *draft, JhExaminer *examiner,
               JhFormulaPlace *place, GError **error)
{
  g_autoptr (JhFormula) formula = NULL;

  if (jh_text_is_blank (draft->formula))
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA,
                           "还没有写公式：公式是一句应当成立的话");
      return FALSE;
    }
  formula = jh_formula_parse (
    draft->formula, jh_examiner_get_vocabulary (examiner), place, error);
  return formula != NULL;
}

gboolean
jh_rule_draft_check (const JhRuleDraft *draft, JhExaminer *examiner,
                     JhFormulaPlace *place, GError **error)
{
  g_autoptr (JhRulebook) book
    = jh_rulebook_new (jh_examiner_get_vocabulary (examiner));
  g_autofree char *text = jh_rule_draft_write (draft);
  const GPtrArray *faults = jh_rulebook_get_faults (book);

  *place = (JhFormulaPlace){ 0, 0 };
  if (jh_text_is_blank (draft->rule))
    {
      g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA,
                           "还没有写编号，如 U01");
      return FALSE;
    }
  if (!check_id (draft, examiner, error)
      || !check_formula (draft, examiner, place, error))
    return FALSE;
  if (g_utf8_strlen (text, -1) > JH_USER_CHECK_TEXT_MAX)
    {
      g_set_error (error, JH_ERROR, JH_ERROR_DATA, "规则太长：最多 %d 个字",
                   JH_USER_CHECK_TEXT_MAX);
      return FALSE;
    }
  jh_rulebook_add_one (book, draft->rule, text, "");
  if (faults->len == 0)
    return TRUE;
  g_set_error_literal (error, JH_ERROR, JH_ERROR_DATA,
                       ((const JhRuleFault *) faults->pdata[0])->why);
  return FALSE;
}
