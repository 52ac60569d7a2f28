#include "jh-trace.h"

#include "jh-trace-private.h"

/* How deep sums and differences are gone into: deeper than they are ever
 * computed; a sum of itself ends there. */
#define DEPTH_MAX 12

/* How many facts are told of one cell: all, in any real filing. */
#define SOURCES_MAX 1000000

static JhOrigin *
origin_new (JhOriginKind kind)
{
  JhOrigin *origin = g_new0 (JhOrigin, 1);

  origin->kind = kind;
  origin->sources = g_array_new (FALSE, FALSE, sizeof (JhSource));
  origin->cells = g_array_new (FALSE, FALSE, sizeof (JhGridPlace));
  return origin;
}

void
jh_origin_free (JhOrigin *origin)
{
  if (origin == NULL)
    return;
  g_array_unref (origin->sources);
  g_array_unref (origin->cells);
  g_free (origin);
}

JhTrace *
jh_trace_new (const JhSheet *sheet, const JhBooks *books,
              const JhBooks *before, const char *object, GError **error)
{
  g_autoptr (JhTrace) trace = g_new0 (JhTrace, 1);

  trace->object = g_strdup (object);
  trace->kept = jh_kept_new (books->lists);
  trace->computation = (JhComputation){
    .sheet = sheet,
    .occasion = { books, before, trace->object, trace->kept, NULL, 1 },
  };
  if (!jh_computation_run (&trace->computation, TRUE, error))
    return NULL;
  return g_steal_pointer (&trace);
}

void
jh_trace_free (JhTrace *trace)
{
  if (trace == NULL)
    return;
  jh_computation_clear (&trace->computation);
  jh_kept_free (trace->kept);
  g_free (trace->object);
  g_free (trace);
}

const JhGrid *
jh_trace_get_grid (const JhTrace *trace)
{
  return trace->computation.grid;
}

/* The line of @panel in row @row, or NULL. */
static JhLine *
find_line (const JhPlacedPanel *panel, guint row)
{
  for (guint s = 0; s < panel->sections->len; s++)
    {
      const GPtrArray *lines = panel->sections->pdata[s];
      const JhLine *first = lines->len > 0 ? lines->pdata[0] : NULL;

      if (first && row >= first->at && row - first->at < lines->len)
        return lines->pdata[row - first->at];
    }
  return NULL;
}

static JhColumn *
find_column (const JhPlacedPanel *panel, guint at)
{
  for (guint c = 0; c < panel->columns->len; c++)
    {
      JhColumn *column = panel->columns->pdata[c];

      if (at >= column->at && at - column->at < column->span)
        return column;
    }
  return NULL;
}

gboolean
jh_trace_locate (const JhTrace *trace, guint row, guint column, JhSpot *spot)
{
  const GPtrArray *blocks = trace->computation.blocks;

  for (guint b = 0; b < blocks->len; b++)
    {
      const JhPlacedBlock *block = blocks->pdata[b];

      for (guint p = 0; p < block->panels->len; p++)
        {
          spot->panel = block->panels->pdata[p];
          spot->column = find_column (spot->panel, column);
          spot->line = find_line (spot->panel, row);
          if (spot->column && spot->line && spot->line->spec->blank == 0)
            return TRUE;
        }
    }
  return FALSE;
}

JhOriginKind
jh_trace_get_kind (const JhTrace *trace, const JhSpot *spot)
{
  const JhComputation *computation = &trace->computation;

  return computation
    ->origins[(gsize) spot->line->at * computation->grid->n_columns
              + spot->column->at];
}

static void
add_place (JhOrigin *origin, const JhSpot *spot, const JhColumn *column)
{
  JhGridPlace place = { spot->line->at, column ? column->at : 0 };

  if (column)
    g_array_append_val (origin->cells, place);
}

static void
add_field (JhOrigin *origin, const JhTrace *trace, const JhSpot *spot)
{
  const JhBooks *books = trace->computation.occasion.books;
  JhSource source = { .row = spot->line->fact, .sign = 1 };

  source.field = jh_compute_field (spot->line, spot->column);
  if (source.field == NULL)
    return;
  for (int table = 0; table < JH_N_TABLES; table++)
    if (jh_table_get (table) == source.row->table
        && g_ptr_array_find (books->rows[table], source.row, &source.place))
      source.table = table;
  g_array_append_val (origin->sources, source);
}

static void
add_operands (JhOrigin *origin, JhTrace *trace, const JhSpot *spot)
{
  JhAddition addition = { .parts = origin->cells };

  add_place (origin, spot, spot->column->operands[0]);
  if (origin->kind != JH_ORIGIN_SHARE)
    add_place (origin, spot, spot->column->operands[1]);
  else if (spot->line->spec->of)
    jh_compute_add_whole (&trace->computation, spot->panel, spot->line,
                          spot->column, &addition);
}

static JhOrigin *
find_origin (JhTrace *trace, const JhSpot *spot)
{
  JhOrigin *origin = origin_new (jh_trace_get_kind (trace, spot));
  JhAddition addition = { .parts = origin->cells };

  switch (origin->kind)
    {
    case JH_ORIGIN_NOTHING:
    case JH_ORIGIN_GIVEN:
      break;
    case JH_ORIGIN_FACTS:
      (void) jh_compute_facts (&trace->computation, spot->line, spot->column,
                               origin->sources);
      break;
    case JH_ORIGIN_FIELD:
      add_field (origin, trace, spot);
      break;
    case JH_ORIGIN_SUM:
      jh_compute_add_rows (&trace->computation, spot->panel, spot->line,
                           spot->column, &addition);
      break;
    case JH_ORIGIN_MINUS:
    case JH_ORIGIN_GROWTH:
    case JH_ORIGIN_RATIO:
    case JH_ORIGIN_SHARE:
    case JH_ORIGIN_PORTION:
      add_operands (origin, trace, spot);
      break;
    }
  return origin;
}

JhOrigin *
jh_trace_find (JhTrace *trace, guint row, guint column)
{
  JhSpot spot;

  trace->computation.effort = 0;
  if (!jh_trace_locate (trace, row, column, &spot))
    return origin_new (JH_ORIGIN_NOTHING);
  return find_origin (trace, &spot);
}

/* Adds what stands behind the cell at @place, each fact times @sign. */
static void
gather (JhTrace *trace, JhGridPlace place, int sign, guint depth,
        GArray *sources)
{
  g_autoptr (JhOrigin) origin = NULL;
  JhSpot spot;

  if (depth > DEPTH_MAX || sources->len > SOURCES_MAX
      || !jh_trace_locate (trace, place.row, place.column, &spot))
    return;
  origin = find_origin (trace, &spot);
  for (guint i = 0; i < origin->sources->len; i++)
    {
      JhSource source = g_array_index (origin->sources, JhSource, i);

      source.sign = sign;
      g_array_append_val (sources, source);
    }
  if (origin->kind != JH_ORIGIN_SUM && origin->kind != JH_ORIGIN_MINUS)
    return;
  for (guint i = 0; i < origin->cells->len; i++)
    gather (trace, g_array_index (origin->cells, JhGridPlace, i),
            origin->kind == JH_ORIGIN_MINUS && i == 1 ? -sign : sign,
            depth + 1, sources);
}

GArray *
jh_trace_list_sources (JhTrace *trace, guint row, guint column)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (JhSource));
  JhGridPlace place = { row, column };

  trace->computation.effort = 0;
  gather (trace, place, 1, 0, sources);
  return sources;
}
