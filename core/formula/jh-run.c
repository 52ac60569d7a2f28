#include "jh-run.h"

#include <string.h>

#include "jh-error.h"
#include "jh-run-private.h"
#include "jh-text.h"

JhRun *
jh_run_new (JhSubject *subject)
{
  JhRun *run = g_new0 (JhRun, 1);

  run->subject = subject;
  run->indexes = g_hash_table_new_full (NULL, NULL, NULL, jh_grid_index_free);
  run->joins = g_hash_table_new_full (NULL, NULL, NULL, jh_run_join_free);
  run->sums = g_hash_table_new_full (NULL, NULL, NULL,
                                     (GDestroyNotify) g_hash_table_unref);
  run->texts = g_string_chunk_new (256);
  return run;
}

void
jh_run_free (JhRun *run)
{
  if (run == NULL)
    return;
  g_clear_pointer (&run->sources, g_array_unref);
  g_hash_table_unref (run->indexes);
  g_hash_table_unref (run->joins);
  g_hash_table_unref (run->sums);
  g_string_chunk_free (run->texts);
  g_clear_error (&run->fault);
  g_free (run);
}

JhMoneyUnit
jh_run_get_unit (const JhRun *run)
{
  return jh_subject_get_unit (run->subject);
}

const char *
jh_run_keep (JhRun *run, const char *text)
{
  run->steps += strlen (text) / 16;
  return g_string_chunk_insert_const (run->texts, text);
}

gboolean
jh_run_fail (JhRun *run, const JhNode *node, const char *format, ...)
{
  va_list arguments;

  if (run->fault)
    return FALSE;
  va_start (arguments, format);
  run->fault
    = g_error_new_valist (JH_ERROR, JH_ERROR_DATA, format, arguments);
  va_end (arguments);
  run->fault_node = node;
  return FALSE;
}

gboolean
jh_run_fail_with (JhRun *run, const JhNode *node, GError *error)
{
  if (run->fault)
    {
      g_error_free (error);
      return FALSE;
    }
  run->fault = error;
  run->fault_node = node;
  return FALSE;
}

void
jh_run_note_read (JhRun *run, JhReadPlace place)
{
  if (run->reads && run->quiet == 0 && run->reads->len < JH_RUN_TOLD_MAX)
    g_array_append_val (run->reads, place);
}

static const char *
find_missing_in (const JhSubject *subject, const char *name)
{
  return jh_subject_get_grid (subject, name)
             || jh_subject_get_figures (subject, name)
           ? NULL
           : name;
}

const char *
jh_run_find_missing (JhRun *run, const JhFormula *formula)
{
  for (guint i = 0; i < formula->sources->len; i++)
    {
      const JhFormulaSource *source
        = &g_array_index (formula->sources, JhFormulaSource, i);
      JhSubject *subject = source->before
                             ? jh_subject_get_before (run->subject)
                             : run->subject;

      if (subject == NULL)
        return "上年的决算";
      if (find_missing_in (subject, source->name))
        return source->name;
    }
  return NULL;
}

/* The index of @grid, made when it is asked for first; NULL for no grid. */
static JhGridIndex *
get_index (JhRun *run, const JhGrid *grid)
{
  JhGridIndex *index;

  if (grid == NULL)
    return NULL;
  index = g_hash_table_lookup (run->indexes, grid);
  if (index == NULL)
    {
      index = jh_grid_index_new (grid);
      g_hash_table_insert (run->indexes, (gpointer) grid, index);
    }
  return index;
}

GArray *
jh_run_find_sources (JhRun *run, const JhFormula *formula)
{
  GArray *found = g_array_sized_new (FALSE, TRUE, sizeof (JhRunSource),
                                     formula->sources->len);

  for (guint i = 0; i < formula->sources->len; i++)
    {
      const JhFormulaSource *source
        = &g_array_index (formula->sources, JhFormulaSource, i);
      const JhSubject *subject = source->before
                                   ? jh_subject_get_before (run->subject)
                                   : run->subject;
      JhRunSource one = { NULL, NULL };

      if (subject)
        {
          one.index
            = get_index (run, jh_subject_get_grid (subject, source->name));
          one.figures = jh_subject_get_figures (subject, source->name);
        }
      g_array_append_val (found, one);
    }
  return found;
}

static gboolean
run_condition (JhRun *run)
{
  run->compared = FALSE;
  return jh_run_truth (run, run->condition, &run->holds);
}

static gboolean run_level (JhRun *run, const JhNode *node);

static gboolean
run_inside (JhRun *run, gpointer data)
{
  const JhNode *node = data;

  return run_level (run, node->b);
}

/* The names before the condition, one after the other; at last the
 * condition itself. */
static gboolean
run_level (JhRun *run, const JhNode *node)
{
  if (node->kind == JH_NODE_EACH || node->kind == JH_NODE_LET)
    return jh_run_each (run, node, run_inside, (gpointer) node);
  run->condition = node;
  run->cases++;
  if (!run_condition (run))
    return FALSE;
  if (!run->holds || run->all)
    run->func (run, run->data);
  return TRUE;
}

/* Says where in the formula the fault is. */
static void
tell_fault (JhRun *run, GError **error)
{
  const JhNode *node = run->fault_node;
  g_autofree char *written
    = g_strndup (run->formula->text + node->start, node->end - node->start);
  g_autofree char *quoted = jh_text_quote (written, 60);

  g_propagate_prefixed_error (error, g_steal_pointer (&run->fault),
                              "公式里的“%s”算不出来：", quoted);
}

/* Forgets what was kept for the formula that ran before, whose nodes may be
 * gone. */
static void
forget (JhRun *run)
{
  GHashTableIter iter;
  gpointer index;

  g_hash_table_remove_all (run->joins);
  g_hash_table_remove_all (run->sums);
  g_hash_table_iter_init (&iter, run->indexes);
  while (g_hash_table_iter_next (&iter, NULL, &index))
    jh_grid_index_forget (index);
  g_string_chunk_clear (run->texts);
}

/* Begins a run of @formula. */
static void
begin (JhRun *run, const JhFormula *formula, gboolean all, JhRunFunc func,
       gpointer data)
{
  g_clear_pointer (&run->sources, g_array_unref);
  forget (run);
  run->sources = jh_run_find_sources (run, formula);
  run->formula = formula;
  run->condition = NULL;
  run->compared = FALSE;
  run->all = all;
  run->func = func;
  run->data = data;
  run->cases = 0;
  run->steps = 0;
  memset (run->bound, 0, sizeof run->bound);
}

gboolean
jh_run_formula (JhRun *run, const JhFormula *formula, gboolean all,
                JhRunFunc func, gpointer data, GError **error)
{
  begin (run, formula, all, func, data);
  if (run_level (run, formula->root))
    return TRUE;
  tell_fault (run, error);
  return FALSE;
}

static gboolean
run_row (JhRun *run, guint row, gpointer data)
{
  return run_inside (run, data);
}

gboolean
jh_run_formula_rows (JhRun *run, const JhFormula *formula, const GArray *rows,
                     JhRunFunc func, gpointer data, GError **error)
{
  const JhNode *root = formula->root;
  gboolean going = TRUE;

  g_assert (root->kind == JH_NODE_EACH);
  begin (run, formula, FALSE, func, data);
  for (guint i = 0; going && i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      going
        = root->each == JH_EACH_FIGURE
            ? jh_run_one_row (run, root->a, row, run_row, (gpointer) root)
            : jh_run_one_line (run, root, row, run_inside, (gpointer) root);
    }
  if (going)
    return TRUE;
  tell_fault (run, error);
  return FALSE;
}

guint
jh_run_count_cases (const JhRun *run)
{
  return run->cases;
}

gboolean
jh_run_holds (const JhRun *run)
{
  return run->holds;
}

gboolean
jh_run_get_sides (const JhRun *run, JhValue *left, JhValue *right,
                  gboolean *rounding)
{
  if (!run->compared)
    return FALSE;
  *left = run->left;
  *right = run->right;
  *rounding = run->rounding;
  return TRUE;
}

/* @node as it is written. The caller frees it. */
static char *
dup_written (const JhRun *run, const JhNode *node)
{
  return g_strndup (run->formula->text + node->start,
                    node->end - node->start);
}

void
jh_run_dup_written (const JhRun *run, char **left, char **right)
{
  *left
    = run->compared ? dup_written (run, run->comparison->a) : g_strdup ("");
  *right
    = run->compared ? dup_written (run, run->comparison->b) : g_strdup ("");
}

static void
append_bound (GString *text, const JhSlot *slot, const JhBound *bound)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%s=", slot->name);
  if (bound->figures)
    {
      gint64 id = jh_figures_get_id (bound->figures, bound->row);

      g_string_append_printf (text, "%s#%" G_GINT64_FORMAT,
                              slot->figures->name,
                              id ? id : (gint64) bound->row + 1);
    }
  else
    {
      g_autofree char *value = jh_value_format (bound->value, JH_MONEY_YUAN);

      g_string_append (text, value);
    }
}

char *
jh_run_dup_case (const JhRun *run)
{
  GString *text = g_string_new (NULL);

  for (const JhNode *node = run->formula->root; node != run->condition;
       node = node->b)
    if (node->kind == JH_NODE_EACH)
      append_bound (text,
                    &g_array_index (run->formula->slots, JhSlot, node->slot),
                    &run->bound[node->slot]);
  return g_string_free (text, FALSE);
}

guint
jh_run_get_row (const JhRun *run)
{
  const JhNode *root = run->formula->root;

  return root->kind == JH_NODE_EACH
             && (root->each == JH_EACH_FIGURE || root->each == JH_EACH_ROW)
           ? run->bound[root->slot].row
           : G_MAXUINT;
}
