/* Rows of figures, found by a condition.
 *
 * Where the condition says that something of the row is equal to something
 * that is not, rows are looked up instead of asked one after the other, so
 * that a check which meets every line with every other stays linear. */
#include "jh-lookup.h"
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

/* What @parts come to at the moment. FALSE, without a fault, when they
 * cannot be worked out: a condition may be decided before it asks them. */
static gboolean
work_out_parts (JhRun *run, const GPtrArray *parts, JhValue *values)
{
  gboolean done = TRUE;

  run->quiet++;
  for (guint i = 0; done && i < parts->len; i++)
    done = jh_run_value (run, parts->pdata[i], &values[i]);
  run->quiet--;
  if (!done)
    g_clear_error (&run->fault);
  return done;
}

static char *
dup_lookup (const JhValue *values, guint count)
{
  GString *lookup = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    jh_lookup_append (lookup, values[i]);
  return g_string_free (lookup, FALSE);
}

char *
jh_run_dup_lookup (JhRun *run, const JhNode *node)
{
  JhValue values[JH_LOOKUP_PARTS_MAX];

  if (node->right == NULL)
    return g_strdup ("");
  return work_out_parts (run, node->right, values)
           ? dup_lookup (values, node->right->len)
           : NULL;
}

static void
bind (JhRun *run, const JhNode *node, const JhFigures *figures, guint row)
{
  run->bound[node->slot]
    = (JhBound){ .figures = figures, .row = row, .before = node->before };
}

/* The rows of a table by what they are looked up by.
 *
 * rows: GArray of guint; NULL when the rows have to be asked
 * kinds: of what stands in them, part by part */
typedef struct
{
  GHashTable *rows;
  guint kinds[JH_LOOKUP_PARTS_MAX];
} Join;

void
jh_run_join_free (gpointer data)
{
  Join *join = data;

  g_clear_pointer (&join->rows, g_hash_table_unref);
  g_free (join);
}

static void
join_row (Join *join, const JhValue *values, guint count, guint row)
{
  g_autofree char *lookup = dup_lookup (values, count);
  GArray *rows = g_hash_table_lookup (join->rows, lookup);

  for (guint i = 0; i < count; i++)
    join->kinds[i] |= jh_lookup_kind (values[i]);
  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (join->rows, g_steal_pointer (&lookup), rows);
    }
  g_array_append_val (rows, row);
}

static Join *
make_join (JhRun *run, const JhNode *node, const JhFigures *figures)
{
  Join *join = g_new0 (Join, 1);
  JhValue values[JH_LOOKUP_PARTS_MAX];

  join->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_array_unref);
  for (guint row = 0; join->rows && row < jh_figures_count (figures); row++)
    {
      bind (run, node, figures, row);
      if (work_out_parts (run, node->left, values))
        join_row (join, values, node->left->len, row);
      else
        g_clear_pointer (&join->rows, g_hash_table_unref);
    }
  return join;
}

static const Join *
get_join (JhRun *run, const JhNode *node, const JhFigures *figures)
{
  Join *join = g_hash_table_lookup (run->joins, node);

  if (join == NULL)
    {
      join = make_join (run, node, figures);
      g_hash_table_insert (run->joins, (gpointer) node, join);
    }
  return join;
}

/* Whether the condition of @node holds for the row in its slot. Names that
 * stand for the two sides of a case are left alone. */
static gboolean
asks (JhRun *run, const JhNode *node, gboolean *truth)
{
  gboolean done;

  *truth = TRUE;
  if (!jh_run_take_steps (run, node, 1))
    return FALSE;
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

  return figures
         && (row >= jh_figures_count (figures)
             || tell_row (run, node, figures, row, func, data));
}

/* The column that the first part of the condition of @node compares, when it
 * is nothing but a column; -1 when rows are looked up by more than that. */
static int
get_plain_column (const JhNode *node)
{
  const JhNode *left = node->left->pdata[0];

  return left->kind == JH_NODE_FIELD ? left->column : -1;
}

/* Looks up the rows of which the condition of @node may hold: NULL in @rows
 * for none. FALSE when all have to be asked. */
static gboolean
look_up (JhRun *run, const JhNode *node, const JhFigures *figures,
         const GArray **rows)
{
  JhValue values[JH_LOOKUP_PARTS_MAX];
  int column = get_plain_column (node);
  g_autofree char *lookup = NULL;
  const Join *join;

  if (!work_out_parts (run, node->right, values))
    return FALSE;
  if (column >= 0)
    {
      *rows = jh_figures_find_rows ((JhFigures *) figures, (guint) column,
                                    values[0]);
      return jh_figures_goes_with ((JhFigures *) figures, (guint) column,
                                   values[0]);
    }
  join = get_join (run, node, figures);
  if (join->rows == NULL)
    return FALSE;
  for (guint i = 0; i < node->right->len; i++)
    if (!jh_lookup_goes_with (join->kinds[i], values[i]))
      return FALSE;
  lookup = dup_lookup (values, node->right->len);
  *rows = g_hash_table_lookup (join->rows, lookup);
  return TRUE;
}

static gboolean
is_looked_up (const JhNode *node, const JhFigures *figures)
{
  return node->left && node->left->len > 0
         && jh_figures_count (figures) >= LOOKUP_LEAST;
}

gboolean
jh_run_each_row (JhRun *run, const JhNode *node, JhRowFunc func,
                 gpointer data)
{
  const JhFigures *figures = jh_run_get_figures (run, node);
  const GArray *rows = NULL;
  gboolean going = figures != NULL;

  if (figures && is_looked_up (node, figures)
      && look_up (run, node, figures, &rows))
    {
      for (guint i = 0; going && rows && i < rows->len; i++)
        going = tell_row (run, node, figures, g_array_index (rows, guint, i),
                          func, data);
      return going;
    }
  for (guint row = 0; going && row < jh_figures_count (figures); row++)
    going = tell_row (run, node, figures, row, func, data);
  return going;
}
