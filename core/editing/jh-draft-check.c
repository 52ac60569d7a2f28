#include "jh-draft-check.h"

#include "jh-books.h"
#include "jh-text.h"

/* What the findings are filed under; not a check of the catalogue. */
#define RULE "录入"

/* How much of what was typed is shown. */
#define SHOWN_MAX 20

/* The table that the schema calls @name, or NULL. */
static const JhTable *
find_table (const char *name)
{
  for (int id = 0; id < JH_N_TABLES; id++)
    if (g_str_equal (jh_table_get (id)->name, name))
      return jh_table_get (id);
  return NULL;
}

static JhFinding *
describe_row (const JhTable *table)
{
  return jh_finding_new (RULE, JH_SEVERITY_ERROR, table->label,
                         "%s里有一行没有填完，还没有入账。请填完，"
                         "不要的就删去",
                         table->label);
}

static JhFinding *
describe_text (const JhTable *table, const JhDraft *draft)
{
  const JhField *field = jh_table_find_field (table, draft->field);
  const char *label = field ? field->label : draft->field;
  g_autofree char *typed = jh_text_quote (draft->typed, SHOWN_MAX);

  return jh_finding_new (RULE, JH_SEVERITY_ERROR, table->label,
                         "%s里的“%s”填了“%s”，不对，还没有入账。请改正或清空",
                         table->label, label, typed);
}

void
jh_drafts_check (const GPtrArray *drafts, GPtrArray *findings)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const JhDraft *draft = drafts->pdata[i];
      const JhTable *table = find_table (draft->book);
      gboolean is_row = *draft->field == '\0';
      JhFinding *finding;

      if (table == NULL || (draft->line < 0 && !is_row))
        continue;
      finding = is_row ? describe_row (table) : describe_text (table, draft);
      jh_finding_set_place (finding, draft->book, draft->line, draft->field);
      g_ptr_array_add (findings, finding);
    }
}

GPtrArray *
jh_draft_check_filing (JhChecker *checker, JhStore *store, gint64 filing,
                       GError **error)
{
  g_autoptr (JhSnapshot) snapshot = jh_snapshot_take (store, error);
  g_autoptr (GPtrArray) drafts
    = snapshot ? jh_draft_list (store, filing, NULL, error) : NULL;
  GPtrArray *findings
    = drafts ? jh_checker_check (checker, store, filing, error) : NULL;

  if (findings)
    jh_drafts_check (drafts, findings);
  return findings;
}
