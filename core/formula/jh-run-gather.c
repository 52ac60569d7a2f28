/* Several values, one after the other. */
#include "jh-run-private.h"

/* Who is told of every value. */
typedef struct
{
  const JhNode *node;
  JhGatherFunc func;
  gpointer data;
} Gather;

static gboolean
tell_field (JhRun *run, guint row, gpointer data)
{
  const Gather *gather = data;
  const JhNode *node = gather->node;
  const JhBound *bound = &run->bound[node->slot];

  /* Rows that are only counted count by being there. */
  if (node->column < 0)
    return gather->func (run, jh_value_number (1, 1), gather->data);
  jh_run_note_read (run, (JhReadPlace){ .figures = bound->figures,
                                        .row = row,
                                        .column = (guint) node->column,
                                        .before = node->before });
  return gather->func (
    run, jh_figures_get (bound->figures, row, (guint) node->column),
    gather->data);
}

static gboolean
tell_body (JhRun *run, gpointer data)
{
  const Gather *gather = data;
  JhValue value;

  if (gather->node->b->kind == JH_NODE_EACH)
    return jh_run_gather (run, gather->node->b, gather->func, gather->data);
  return jh_run_value (run, gather->node->b, &value)
         && gather->func (run, value, gather->data);
}

gboolean
jh_run_gather (JhRun *run, const JhNode *node, JhGatherFunc func,
               gpointer data)
{
  Gather gather = { node, func, data };
  JhValue value;

  switch (node->kind)
    {
    case JH_NODE_CELLS:
      return jh_run_gather_cells (run, node, func, data);
    case JH_NODE_FIGURES:
      return jh_run_each_row (run, node, tell_field, &gather);
    case JH_NODE_EACH:
      return jh_run_each (run, node, tell_body, &gather);
    default:
      return jh_run_value (run, node, &value) && func (run, value, data);
    }
}
