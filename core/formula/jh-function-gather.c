/* Functions that make one value of several. */
#include "jh-function-private.h"

/* What a sum that is kept costs. */
#define SUM_STEPS 16

/* What is gathered, and for which call. */
typedef struct
{
  const JhNode *node;
  JhValue value;
} Gathered;

static gboolean
add_up (JhRun *run, JhValue value, gpointer data)
{
  Gathered *sum = data;
  GError *error = NULL;

  if (value.kind == JH_VALUE_BLANK)
    return TRUE;
  return jh_value_add (sum->value, value, FALSE, &sum->value, &error)
         || jh_run_fail_with (run, sum->node, error);
}

static gboolean
count_one (JhRun *run, JhValue value, gpointer data)
{
  Gathered *count = data;

  if (value.kind != JH_VALUE_BLANK)
    count->value.fraction.above++;
  return TRUE;
}

/* Keeps the larger, or with a @sign of -1 the smaller. */
static gboolean
keep_extreme (JhRun *run, JhValue value, Gathered *kept, int sign)
{
  GError *error = NULL;
  int order = 0;

  if (value.kind == JH_VALUE_BLANK)
    return TRUE;
  if (!jh_value_is_figure (value))
    return jh_run_fail (run, kept->node, "只有数才分大小");
  if (kept->value.kind != JH_VALUE_BLANK
      && !jh_value_compare (value, kept->value, &order, &error))
    return jh_run_fail_with (run, kept->node, error);
  if (kept->value.kind == JH_VALUE_BLANK || order * sign > 0)
    kept->value = value;
  return TRUE;
}

static gboolean
keep_largest (JhRun *run, JhValue value, gpointer data)
{
  return keep_extreme (run, value, data, 1);
}

static gboolean
keep_smallest (JhRun *run, JhValue value, gpointer data)
{
  return keep_extreme (run, value, data, -1);
}

/* Whether what @argument comes to depends on nothing but what its rows are
 * looked up by, so that it need not be worked out again. */
static gboolean
is_kept (const JhNode *argument)
{
  return argument->kind == JH_NODE_FIGURES && !argument->rest;
}

/* The table of what @node came to, by what its rows were looked up by. */
static GHashTable *
get_sums (JhRun *run, const JhNode *node)
{
  GHashTable *sums = g_hash_table_lookup (run->sums, node);

  if (sums == NULL)
    {
      sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (run->sums, (gpointer) node, sums);
    }
  return sums;
}

/* Works out what all arguments of @node gather to. */
static gboolean
gather_all (JhRun *run, const JhNode *node, JhGatherFunc func, JhValue *value)
{
  Gathered gathered = { node, *value };

  for (guint i = 0; i < node->list->len; i++)
    if (!jh_run_gather (run, jh_call_argument (node, i), func, &gathered))
      return FALSE;
  *value = gathered.value;
  return TRUE;
}

/* As gather_all(), of one argument that is kept. What is read is told only
 * as long as anybody listens. */
static gboolean
gather_kept (JhRun *run, const JhNode *node, JhGatherFunc func,
             JhValue *value)
{
  g_autofree char *lookup
    = jh_run_dup_lookup (run, jh_call_argument (node, 0));
  GHashTable *sums = get_sums (run, node);
  const JhValue *known;

  if (lookup == NULL)
    return gather_all (run, node, func, value);
  known = g_hash_table_lookup (sums, lookup);
  if (known
      && (run->reads == NULL || run->quiet > 0
          || run->reads->len >= JH_RUN_TOLD_MAX))
    {
      *value = *known;
      return TRUE;
    }
  if (!gather_all (run, node, func, value))
    return FALSE;
  if (known == NULL)
    {
      JhValue *kept = g_new (JhValue, 1);

      /* Steps bound what is kept. */
      run->steps += SUM_STEPS;
      *kept = *value;
      g_hash_table_insert (sums, g_steal_pointer (&lookup), kept);
    }
  return TRUE;
}

static gboolean
gather (JhRun *run, const JhNode *node, JhGatherFunc func, JhValue first,
        JhValue *value)
{
  *value = first;
  if (node->list->len == 1 && is_kept (jh_call_argument (node, 0)))
    return gather_kept (run, node, func, value);
  return gather_all (run, node, func, value);
}

gboolean
jh_call_sum (JhRun *run, const JhNode *node, JhValue *value)
{
  return gather (run, node, add_up, jh_value_blank (), value);
}

gboolean
jh_call_count (JhRun *run, const JhNode *node, JhValue *value)
{
  return gather (run, node, count_one, jh_value_number (0, 1), value);
}

gboolean
jh_call_largest (JhRun *run, const JhNode *node, JhValue *value)
{
  return gather (run, node, keep_largest, jh_value_blank (), value);
}

gboolean
jh_call_smallest (JhRun *run, const JhNode *node, JhValue *value)
{
  return gather (run, node, keep_smallest, jh_value_blank (), value);
}

/* The larger or, with a @sign of -1, the smaller of all arguments. */
static gboolean
choose (JhRun *run, const JhNode *node, int sign, JhValue *value)
{
  Gathered kept = { node, jh_value_blank () };

  for (guint i = 0; i < node->list->len; i++)
    {
      JhValue other;

      if (!jh_call_take_figure (run, node, i, &other)
          || !keep_extreme (run, other, &kept, sign))
        return FALSE;
    }
  *value = kept.value;
  return TRUE;
}

gboolean
jh_call_larger (JhRun *run, const JhNode *node, JhValue *value)
{
  return choose (run, node, 1, value);
}

gboolean
jh_call_smaller (JhRun *run, const JhNode *node, JhValue *value)
{
  return choose (run, node, -1, value);
}
