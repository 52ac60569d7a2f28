/* Rows of figures, found by a condition.
 *
 * Where the condition says that something of the row is equal to something
 * that is not, rows are looked up instead of asked one after the other, so
 * that a check which meets every line with every other stays linear. */
#include <string.h>

#include "jh-run-private.h"

/* Tables with fewer rows are asked one after the other. */
#define LOOKUP_LEAST 16

const JhFigures *
jh_run_get_figures (JhRun *run, const JhNode *node)
{
  const JhFigures *figures
    = g_array_index (run->sources, JhRunSource, node->source).figures;

  if (figures == NULL)
    jh_run_fail (run, node, "没有%s“%s”的数据", node->before ? "上年" : "",
                 node->figures->name);
  return figures;
}

static gboolean
is_zero (JhValue value)
{
  return value.kind == JH_VALUE_BLANK
         || (jh_value_is_figure (value)
             && jh_fraction_is_zero (value.fraction));
}

/* @value as one part of what rows are looked up by: values that are equal
 * in a comparison give the same. */
static void
append_part (GString *lookup, JhValue value)
{
  g_autofree char *text = NULL;

  g_string_append_c (lookup, '\x1f');
  if (is_zero (value))
    return;
  if (value.kind == JH_VALUE_TEXT)
    {
      g_string_append (lookup, value.text);
      return;
    }
  text = jh_value_format (value, JH_MONEY_YUAN);
  g_string_append (lookup, text);
}

/* What @parts come to at the moment; NULL with a fault. */
static char *
dup_lookup (JhRun *run, const GPtrArray *parts)
{
  GString *lookup = g_string_new (NULL);
  gboolean done = TRUE;

  run->quiet++;
  for (guint i = 0; done && i < parts->len; i++)
    {
      JhValue value;

      done = jh_run_value (run, parts->pdata[i], &value);
      if (done)
        append_part (lookup, value);
    }
  run->quiet--;
  return g_string_free (lookup, !done);
}

char *
jh_run_dup_lookup (JhRun *run, const JhNode *node)
{
  return node->right ? dup_lookup (run, node->right) : g_strdup ("");
}

static void
bind (JhRun *run, const JhNode *node, const JhFigures *figures, guint row)
{
  run->bound[node->slot] = (JhBound){
    .known = TRUE, .figures = figures, .row = row, .before = node->before
  };
}

/* The rows of @figures by what they are looked up by: a table of GArray of
 * guint. NULL with a fault. */
static GHashTable *
make_join (JhRun *run, const JhNode *node, const JhFigures *figures)
{
  g_autoptr (GHashTable) join = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint row = 0; row < jh_figures_count (figures); row++)
    {
      char *lookup;
      GArray *rows;

      bind (run, node, figures, row);
      lookup = dup_lookup (run, node->left);
      if (lookup == NULL)
        return NULL;
      rows = g_hash_table_lookup (join, lookup);
      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (join, g_steal_pointer (&lookup), rows);
        }
      g_free (lookup);
      g_array_append_val (rows, row);
    }
  return g_steal_pointer (&join);
}

static GHashTable *
get_join (JhRun *run, const JhNode *node, const JhFigures *figures)
{
  GHashTable *join = g_hash_table_lookup (run->joins, node);

  if (join)
    return join;
  join = make_join (run, node, figures);
  if (join)
    g_hash_table_insert (run->joins, (gpointer) node, join);
  return join;
}

/* Whether the condition of @node holds for the row in its slot. Names that
 * stand for the two sides of a case are left alone. */
static gboolean
asks (JhRun *run, const JhNode *node, gboolean *truth)
{
  gboolean done;

  *truth = TRUE;
  run->steps++;
  if (node->a == NULL)
    return TRUE;
  run->quiet++;
  done = jh_run_truth (run, node->a, truth);
  run->quiet--;
  return done;
}

static gboolean
tell_row (JhRun *run, const JhNode *node, const JhFigures *figures, guint row,
          JhRowFunc func, gpointer data)
{
  gboolean truth;

  bind (run, node, figures, row);
  if (!asks (run, node, &truth))
    return FALSE;
  return !truth || func (run, row, data);
}

gboolean
jh_run_one_row (JhRun *run, const JhNode *node, guint row, JhRowFunc func,
                gpointer data)
{
  const JhFigures *figures = jh_run_get_figures (run, node);

  return figures && tell_row (run, node, figures, row, func, data);
}

/* The column that the first part of the condition of @node compares, when it
 * is nothing but a column; -1 when rows are looked up by more than that. */
static int
get_plain_column (const JhNode *node)
{
  const JhNode *left = node->left->pdata[0];

  return left->kind == JH_NODE_FIELD ? left->column : -1;
}

/* As jh_run_each_row(), over the rows that the table itself finds. */
static gboolean
each_in_column (JhRun *run, const JhNode *node, const JhFigures *figures,
                guint column, JhRowFunc func, gpointer data)
{
  const GArray *rows;
  JhValue value;
  gboolean going;

  run->quiet++;
  going = jh_run_value (run, node->right->pdata[0], &value);
  run->quiet--;
  if (!going)
    return FALSE;
  rows = jh_figures_find_rows ((JhFigures *) figures, column, value);
  for (guint i = 0; going && rows && i < rows->len; i++)
    going = tell_row (run, node, figures, g_array_index (rows, guint, i),
                      func, data);
  return going;
}

/* As jh_run_each_row(), over the rows that are looked up. */
static gboolean
each_found (JhRun *run, const JhNode *node, const JhFigures *figures,
            JhRowFunc func, gpointer data)
{
  g_autofree char *lookup = dup_lookup (run, node->right);
  GHashTable *join = lookup ? get_join (run, node, figures) : NULL;
  const GArray *rows = join ? g_hash_table_lookup (join, lookup) : NULL;
  gboolean going = join != NULL;

  for (guint i = 0; going && rows && i < rows->len; i++)
    going = tell_row (run, node, figures, g_array_index (rows, guint, i),
                      func, data);
  return going;
}

gboolean
jh_run_each_row (JhRun *run, const JhNode *node, JhRowFunc func,
                 gpointer data)
{
  const JhFigures *figures = jh_run_get_figures (run, node);
  gboolean going = figures != NULL;

  if (figures && node->left && node->left->len > 0
      && jh_figures_count (figures) >= LOOKUP_LEAST)
    {
      int column = get_plain_column (node);

      return column >= 0 ? each_in_column (run, node, figures, (guint) column,
                                           func, data)
                         : each_found (run, node, figures, func, data);
    }
  for (guint row = 0; going && row < jh_figures_count (figures); row++)
    going = tell_row (run, node, figures, row, func, data);
  return going;
}
