#include "jh-finding.h"

static gboolean
cells_equal (const JhFindingCell *a, const JhFindingCell *b)
{
  return a->row == b->row && g_strcmp0 (a->words, b->words) == 0
         && g_strcmp0 (a->value, b->value) == 0
         && g_strcmp0 (a->sheet, b->sheet) == 0
         && g_strcmp0 (a->row_key, b->row_key) == 0
         && g_strcmp0 (a->column_key, b->column_key) == 0
         && g_strcmp0 (a->table, b->table) == 0
         && g_strcmp0 (a->field, b->field) == 0;
}

/* Whether @a and @b were found from the same cells. */
static gboolean
sources_equal (const JhFinding *a, const JhFinding *b)
{
  if (a->cells->len != b->cells->len)
    return FALSE;
  for (guint i = 0; i < a->cells->len; i++)
    if (!cells_equal (a->cells->pdata[i], b->cells->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Where the texts of a finding are; those that differ most often first. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (JhFinding, message),
  G_STRUCT_OFFSET (JhFinding, rule),
  G_STRUCT_OFFSET (JhFinding, instance),
  G_STRUCT_OFFSET (JhFinding, left_name),
  G_STRUCT_OFFSET (JhFinding, left_value),
  G_STRUCT_OFFSET (JhFinding, right_name),
  G_STRUCT_OFFSET (JhFinding, right_value),
  G_STRUCT_OFFSET (JhFinding, difference),
  G_STRUCT_OFFSET (JhFinding, where),
  G_STRUCT_OFFSET (JhFinding, table),
  G_STRUCT_OFFSET (JhFinding, field),
  G_STRUCT_OFFSET (JhFinding, sheet),
  G_STRUCT_OFFSET (JhFinding, mend),
  G_STRUCT_OFFSET (JhFinding, values),
  G_STRUCT_OFFSET (JhFinding, waiver_words),
  G_STRUCT_OFFSET (JhFinding, waiver_author),
  G_STRUCT_OFFSET (JhFinding, waiver_at),
  G_STRUCT_OFFSET (JhFinding, first_seen),
};

static gboolean
texts_equal (const JhFinding *a, const JhFinding *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!g_str_equal (G_STRUCT_MEMBER (char *, a, texts[i]),
                      G_STRUCT_MEMBER (char *, b, texts[i])))
      return FALSE;
  return TRUE;
}

gboolean
jh_finding_equal (const JhFinding *a, const JhFinding *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->severity == b->severity && a->row == b->row
         && a->waivable == b->waivable && a->waived == b->waived
         && a->waiver == b->waiver && texts_equal (a, b)
         && sources_equal (a, b) && jh_finding_equal (a->cause, b->cause);
}
