#include "jh-finding.h"

static void
cell_free (gpointer data)
{
  JhFindingCell *cell = data;

  g_free (cell->words);
  g_free (cell->value);
  g_free (cell->sheet);
  g_free (cell->row_key);
  g_free (cell->column_key);
  g_free (cell->table);
  g_free (cell->field);
  g_free (cell);
}

JhFinding *
jh_finding_new (const char *rule, JhSeverity severity, const char *where,
                const char *format, ...)
{
  JhFinding *finding = g_atomic_rc_box_new0 (JhFinding);
  va_list arguments;

  va_start (arguments, format);
  finding->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  finding->rule = g_strdup (rule);
  finding->severity = severity;
  finding->where = g_strdup (where);
  jh_finding_set_sides (finding, NULL, NULL, NULL, NULL, NULL);
  jh_finding_set_place (finding, NULL, 0, NULL);
  jh_finding_set_sheet (finding, NULL);
  jh_finding_set_instance (finding, where);
  jh_finding_set_mend (finding, NULL);
  jh_finding_set_values (finding, NULL);
  jh_finding_set_waiver (finding, JH_WAIVER_NONE, NULL, NULL, NULL);
  jh_finding_set_first_seen (finding, NULL);
  finding->cells = g_ptr_array_new_with_free_func (cell_free);
  finding->waivable = severity != JH_SEVERITY_ERROR;
  return finding;
}

/* Puts a copy of @text in the place of the text at @place. */
static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text ? text : "");
}

void
jh_finding_set_sides (JhFinding *finding, const char *left_name,
                      const char *left_value, const char *right_name,
                      const char *right_value, const char *difference)
{
  replace (&finding->left_name, left_name);
  replace (&finding->left_value, left_value);
  replace (&finding->right_name, right_name);
  replace (&finding->right_value, right_value);
  replace (&finding->difference, difference);
}

void
jh_finding_set_place (JhFinding *finding, const char *table, gint64 row,
                      const char *field)
{
  replace (&finding->table, table);
  finding->row = row;
  replace (&finding->field, field);
}

void
jh_finding_set_sheet (JhFinding *finding, const char *sheet)
{
  replace (&finding->sheet, sheet);
}

void
jh_finding_set_instance (JhFinding *finding, const char *instance)
{
  replace (&finding->instance, instance);
}

void
jh_finding_set_mend (JhFinding *finding, const char *mend)
{
  replace (&finding->mend, mend);
}

void
jh_finding_set_values (JhFinding *finding, const char *values)
{
  replace (&finding->values, values);
}

void
jh_finding_set_waiver (JhFinding *finding, JhWaiverState state,
                       const char *words, const char *author, const char *at)
{
  finding->waiver = state;
  finding->waived = state == JH_WAIVER_HOLDS;
  replace (&finding->waiver_words, words);
  replace (&finding->waiver_author, author);
  replace (&finding->waiver_at, at);
}

void
jh_finding_set_first_seen (JhFinding *finding, const char *at)
{
  replace (&finding->first_seen, at);
}

void
jh_finding_set_cause (JhFinding *finding, JhFinding *cause)
{
  JhFinding *before = finding->cause;

  finding->cause = cause ? jh_finding_ref (cause) : NULL;
  jh_finding_unref (before);
}

JhFindingCell *
jh_finding_add_cell (JhFinding *finding)
{
  JhFindingCell *cell = g_new0 (JhFindingCell, 1);

  g_ptr_array_add (finding->cells, cell);
  return cell;
}

static void
copy_cells (JhFinding *to, const JhFinding *from)
{
  for (guint i = 0; i < from->cells->len; i++)
    {
      const JhFindingCell *cell = from->cells->pdata[i];
      JhFindingCell *copy = jh_finding_add_cell (to);

      copy->words = g_strdup (cell->words);
      copy->value = g_strdup (cell->value);
      copy->sheet = g_strdup (cell->sheet);
      copy->row_key = g_strdup (cell->row_key);
      copy->column_key = g_strdup (cell->column_key);
      copy->table = g_strdup (cell->table);
      copy->row = cell->row;
      copy->field = g_strdup (cell->field);
    }
}

JhFinding *
jh_finding_copy (const JhFinding *finding)
{
  JhFinding *copy = jh_finding_new (finding->rule, finding->severity,
                                    finding->where, "%s", finding->message);

  jh_finding_set_instance (copy, finding->instance);
  jh_finding_set_sides (copy, finding->left_name, finding->left_value,
                        finding->right_name, finding->right_value,
                        finding->difference);
  jh_finding_set_place (copy, finding->table, finding->row, finding->field);
  jh_finding_set_sheet (copy, finding->sheet);
  jh_finding_set_mend (copy, finding->mend);
  jh_finding_set_values (copy, finding->values);
  jh_finding_set_waiver (copy, finding->waiver, finding->waiver_words,
                         finding->waiver_author, finding->waiver_at);
  jh_finding_set_first_seen (copy, finding->first_seen);
  copy->waivable = finding->waivable;
  copy_cells (copy, finding);
  return copy;
}

JhFinding *
jh_finding_ref (JhFinding *finding)
{
  return g_atomic_rc_box_acquire (finding);
}

static void
clear (gpointer data)
{
  JhFinding *finding = data;

  g_free (finding->rule);
  g_free (finding->instance);
  g_free (finding->message);
  g_free (finding->left_name);
  g_free (finding->left_value);
  g_free (finding->right_name);
  g_free (finding->right_value);
  g_free (finding->difference);
  g_free (finding->where);
  g_free (finding->table);
  g_free (finding->field);
  g_free (finding->sheet);
  g_free (finding->mend);
  g_free (finding->values);
  g_ptr_array_unref (finding->cells);
  g_free (finding->waiver_words);
  g_free (finding->waiver_author);
  g_free (finding->waiver_at);
  g_free (finding->first_seen);
  jh_finding_unref (finding->cause);
}

void
jh_finding_unref (JhFinding *finding)
{
  if (finding)
    g_atomic_rc_box_release_full (finding, clear);
}

const char *
jh_severity_name (JhSeverity severity)
{
  static const char *const names[] = { "错误", "警告", "提示" };

  return names[severity];
}

gboolean
jh_severity_parse (const char *name, JhSeverity *severity)
{
  for (int i = JH_SEVERITY_ERROR; i <= JH_SEVERITY_NOTICE; i++)
    if (g_str_equal (name, jh_severity_name ((JhSeverity) i)))
      {
        *severity = (JhSeverity) i;
        return TRUE;
      }
  return FALSE;
}

GPtrArray *
jh_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jh_finding_unref);
}

guint
jh_findings_count (const GPtrArray *findings, JhSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += ((const JhFinding *) findings->pdata[i])->severity == severity;
  return count;
}

guint
jh_findings_count_open (const GPtrArray *findings, JhSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const JhFinding *finding = findings->pdata[i];

      count += finding->severity == severity && !finding->waived;
    }
  return count;
}
