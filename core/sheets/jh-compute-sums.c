/* The cells that are sums of rows. */
#include "jh-compute-private.h"

/* Adds what @cell holds to @sum. Returns FALSE when it holds nothing. */
static gboolean
add_cell (JhCell *sum, const JhCell *cell)
{
  if (cell->kind == JH_CELL_NONE)
    return TRUE;
  if (cell->kind == JH_CELL_MONEY)
    jh_cell_put_money (sum, jh_money_add (sum->kind == JH_CELL_MONEY
                                            ? sum->money
                                            : jh_money_blank (),
                                          cell->money));
  else if (cell->kind == JH_CELL_POINTS)
    jh_cell_put_points (
      sum, (JhNumber){ (sum->kind == JH_CELL_POINTS ? sum->points : 0)
                         + cell->points,
                       TRUE });
  else
    return FALSE;
  return TRUE;
}

/* How deep sums may be made of sums; one of itself ends there. */
#define SUMS_DEEP 8

static void fill_sum (JhComputation *computation, const JhPlacedPanel *panel,
                      const JhLine *line, const JhColumn *column,
                      guint depth);

/* Tells who asks that the cell of @line in @column was added. */
static void
keep_part (JhAddition *addition, const JhLine *line, const JhColumn *column)
{
  JhGridPlace place = { line->at, column->at };

  if (addition->parts)
    g_array_append_val (addition->parts, place);
}

/* A line that a sum names, and the panel that it is in. */
typedef struct
{
  const JhPlacedPanel *panel;
  const JhLine *line;
} Named;

/* Adds the lines of @panel that are called @name to @lines (Named). */
static void
find_in_panel (JhComputation *computation, GArray *lines,
               const JhPlacedPanel *panel, const char *name)
{
  for (guint s = 0; s < panel->sections->len; s++)
    {
      const GPtrArray *section = panel->sections->pdata[s];

      for (guint i = 0; i < section->len; i++)
        {
          Named named = { panel, section->pdata[i] };

          if (++computation->effort > JH_COMPUTE_EFFORT_MAX)
            return;
          if (g_str_equal (named.line->spec->label, name))
            g_array_append_val (lines, named);
        }
    }
}

/* All lines called @name, which is a word of the definition and stands for
 * itself: Named. Looked for once. */
static const GArray *
find_named (JhComputation *computation, const char *name)
{
  GArray *lines = g_hash_table_lookup (computation->named, name);

  if (lines)
    return lines;
  lines = g_array_new (FALSE, FALSE, sizeof (Named));
  for (guint b = 0; b < computation->blocks->len; b++)
    {
      const JhPlacedBlock *block = computation->blocks->pdata[b];

      for (guint p = 0; p < block->panels->len; p++)
        find_in_panel (computation, lines, block->panels->pdata[p], name);
    }
  g_hash_table_insert (computation->named, (gpointer) name, lines);
  return lines;
}

static void
add_line (JhComputation *computation, const JhPlacedPanel *panel,
          const JhLine *line, const JhColumn *column, JhAddition *addition)
{
  addition->found++;
  fill_sum (computation, panel, line, column, addition->depth + 1);
  if (!add_cell (&addition->sum, jh_compute_cell (computation, line, column)))
    addition->whole = FALSE;
  keep_part (addition, line, column);
}

/* Adds those lines called by the addition's name that are in @panel, or
 * those that are not. */
static void
add_lines (JhComputation *computation, const JhPlacedPanel *panel,
           gboolean inside, JhAddition *addition)
{
  const GArray *lines = find_named (computation, addition->name);

  for (guint i = 0; i < lines->len; i++)
    {
      const Named *named = &g_array_index (lines, Named, i);
      const JhColumn *column;

      if ((named->panel == panel) != inside)
        continue;
      if (++computation->effort > JH_COMPUTE_EFFORT_MAX)
        return;
      column
        = jh_layout_find_column (named->panel->columns, addition->column);
      if (column)
        add_line (computation, named->panel, named->line, column, addition);
    }
}

void
jh_compute_add_named (JhComputation *computation, const JhPlacedPanel *panel,
                      JhAddition *addition)
{
  guint before = addition->found;

  add_lines (computation, panel, TRUE, addition);
  if (addition->found == before)
    add_lines (computation, panel, FALSE, addition);
}

void
jh_compute_add_rows (JhComputation *computation, const JhPlacedPanel *panel,
                     const JhLine *line, const JhColumn *column,
                     JhAddition *addition)
{
  const GPtrArray *names = line->spec->sum;

  addition->column = column->spec->label;
  addition->whole = TRUE;
  for (guint i = 0; i < names->len; i++)
    {
      guint before = addition->found;

      addition->name = names->pdata[i];
      jh_compute_add_named (computation, panel, addition);
      addition->whole &= addition->found > before;
    }
}

/* Whether a sum of rows goes into cells of @column. */
static gboolean
is_added (const JhColumn *column)
{
  return (column->spec->show == JH_SHOW_FACTS
          || column->spec->show == JH_SHOW_FIELD
          || column->spec->show == JH_SHOW_POINTS
          || column->spec->show == JH_SHOW_PORTION);
}

/* Fills in the cell when it is a blank one of a sum of rows, and first those
 * among these rows that are sums themselves. A strict sum with a part that
 * is blank, or that has no rows at all, stays blank. */
static void
fill_sum (JhComputation *computation, const JhPlacedPanel *panel,
          const JhLine *line, const JhColumn *column, guint depth)
{
  JhCell *cell = jh_compute_cell (computation, line, column);
  JhAddition addition = { .depth = depth };

  if (line->spec->sum->len == 0 || depth > SUMS_DEEP || !is_added (column)
      || cell->kind != JH_CELL_BLANK)
    return;
  jh_compute_add_rows (computation, panel, line, column, &addition);
  jh_computation_note (computation, line, column, JH_ORIGIN_SUM);
  cell->role = JH_ROLE_VALUE;
  if (line->spec->strict && !addition.whole)
    return;
  if (addition.sum.kind == JH_CELL_MONEY)
    jh_cell_put_money (cell, addition.sum.money);
  else if (addition.sum.kind == JH_CELL_POINTS)
    jh_cell_put_points (cell, (JhNumber){ addition.sum.points, TRUE });
}

void
jh_compute_fill_sums (JhComputation *computation, const JhPlacedPanel *panel,
                      JhLine *line)
{
  for (guint c = 0; line->spec->sum->len > 0 && c < panel->columns->len; c++)
    fill_sum (computation, panel, line, panel->columns->pdata[c], 0);
}
