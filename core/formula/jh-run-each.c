/* 每 and 设: names that stand for one thing after the other. */
#include "jh-run-private.h"

gboolean
jh_run_bind_value (JhRun *run, const JhNode *node, const JhNode *expression)
{
  JhValue value;

  if (!jh_run_value (run, expression, &value))
    return FALSE;
  run->bound[node->slot] = (JhBound){ .value = value };
  return TRUE;
}

static gboolean
each_value (JhRun *run, const JhNode *node, JhEachFunc func, gpointer data)
{
  for (guint i = 0; i < node->list->len; i++)
    if (!jh_run_bind_value (run, node, node->list->pdata[i])
        || !func (run, data))
      return FALSE;
  return TRUE;
}

/* Whether the line in the slot of @node is one that is meant. */
static gboolean
is_meant (JhRun *run, const JhNode *node, gboolean *truth)
{
  gboolean done;

  *truth = TRUE;
  if (node->a == NULL)
    return TRUE;
  run->quiet++;
  done = jh_run_truth (run, node->a, truth);
  run->quiet--;
  return done;
}

/* Lets the slot of @node stand for the line at @at. */
static gboolean
tell_line (JhRun *run, const JhNode *node, const JhGridIndex *index, guint at,
           JhEachFunc func, gpointer data)
{
  const GPtrArray *lines
    = node->each == JH_EACH_ROW ? index->rows : index->columns;
  const JhGridLine *line = lines->pdata[at];
  gboolean truth;

  run->bound[node->slot] = (JhBound){ .value = jh_value_text (line->key),
                                      .index = index,
                                      .line = line,
                                      .row = at,
                                      .before = node->before };
  return jh_run_take_steps (run, node, 1) && is_meant (run, node, &truth)
         && (!truth || func (run, data));
}

gboolean
jh_run_one_line (JhRun *run, const JhNode *node, guint row, JhEachFunc func,
                 gpointer data)
{
  const JhGridIndex *index = jh_run_get_index (run, node);

  return index
         && (row >= index->rows->len
             || tell_line (run, node, index, row, func, data));
}

static gboolean
each_line (JhRun *run, const JhNode *node, JhEachFunc func, gpointer data)
{
  const JhGridIndex *index = jh_run_get_index (run, node);
  guint count = index == NULL               ? 0
                : node->each == JH_EACH_ROW ? index->rows->len
                                            : index->columns->len;

  for (guint i = 0; i < count; i++)
    if (!tell_line (run, node, index, i, func, data))
      return FALSE;
  return index != NULL;
}

/* What is done with every row. */
typedef struct
{
  JhEachFunc func;
  gpointer data;
} Row;

static gboolean
tell_row (JhRun *run, guint row, gpointer data)
{
  const Row *told = data;

  return told->func (run, told->data);
}

gboolean
jh_run_each (JhRun *run, const JhNode *node, JhEachFunc func, gpointer data)
{
  Row row = { func, data };

  if (node->kind == JH_NODE_LET)
    return jh_run_bind_value (run, node, node->a) && func (run, data);
  switch (node->each)
    {
    case JH_EACH_ROW:
    case JH_EACH_COLUMN:
      return each_line (run, node, func, data);
    case JH_EACH_FIGURE:
      return jh_run_each_row (run, node->a, tell_row, &row);
    case JH_EACH_VALUE:
      break;
    }
  return each_value (run, node, func, data);
}
