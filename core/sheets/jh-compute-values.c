/* The figures: facts first, then sums of rows, then what is computed from
 * other columns. */
#include "jh-compute-private.h"

#include "jh-fixed.h"

/* Whether the cells of @line in @column do not apply. */
static gboolean
is_out (const JhLine *line, const JhColumn *column)
{
  return g_ptr_array_find_with_equal_func (line->spec->not, column->label,
                                           g_str_equal, NULL);
}

static JhCell *
cell_at (JhComputation *computation, const JhLine *line,
         const JhColumn *column)
{
  return jh_grid_edit_cell (computation->grid, line->at, column->at);
}

static void
put_money (JhCell *cell, JhMoney money)
{
  cell->role = JH_ROLE_VALUE;
  if (!money.known)
    return;
  cell->kind = JH_CELL_MONEY;
  cell->money = money;
}

static void
put_points (JhCell *cell, JhNumber points)
{
  cell->role = JH_ROLE_VALUE;
  if (!points.known)
    return;
  cell->kind = JH_CELL_POINTS;
  cell->points = points.value;
}

/* Puts a ratio; where there is none although there might be, a —. */
static void
put_rate (JhCell *cell, JhRatio ratio, gboolean applies)
{
  cell->role = JH_ROLE_VALUE;
  if (jh_ratio_is_known (ratio))
    {
      cell->kind = JH_CELL_RATE;
      cell->rate = ratio;
    }
  else if (!applies)
    {
      cell->kind = JH_CELL_NONE;
    }
}

/* Adds up @field of the rows at the places that both lists name. */
static JhMoney
sum_places (const GPtrArray *rows, const JhField *field, const GArray *a,
            const GArray *b)
{
  JhMoney sum = jh_money_blank ();
  guint i = 0, j = 0;

  while (i < a->len && j < b->len)
    {
      guint x = g_array_index (a, guint, i);
      guint y = g_array_index (b, guint, j);

      if (x == y)
        sum = jh_money_add (sum, jh_row_get_money (rows->pdata[x], field));
      i += x <= y;
      j += y <= x;
    }
  return sum;
}

/* The facts that one term of a row and a column select together. */
static JhMoney
sum_term (const JhOccasion *occasion, JhPick *term, JhPick *column,
          gboolean last_year)
{
  const JhSelector *row = term->selector;
  int table = row->table >= 0 ? row->table : column->selector->table;
  const char *sum = row->sum ? row->sum : column->selector->sum;
  const JhBooks *books = last_year ? occasion->before : occasion->books;
  const JhField *field;
  const GArray *a, *b;

  if (table < 0 || sum == NULL || books == NULL)
    return jh_money_blank ();
  field = jh_table_find_field (jh_table_get (table), sum);
  if (field == NULL || field->kind != JH_FIELD_MONEY)
    return jh_money_blank ();
  a = jh_pick_places (term, occasion, last_year, table);
  b = jh_pick_places (column, occasion, last_year, table);
  if (a == NULL || b == NULL)
    return jh_money_blank ();
  return sum_places (books->rows[table], field, a, b);
}

static JhMoney
sum_terms (const JhOccasion *occasion, JhLine *line, JhColumn *column,
           gboolean last_year)
{
  JhMoney sum = jh_money_blank ();

  for (guint i = 0; i < line->picks->len; i++)
    sum = jh_money_add (sum, sum_term (occasion, line->picks->pdata[i],
                                       &column->pick, last_year));
  return sum;
}

/* The figure of last year that was entered for @line, or blank. */
static JhMoney
find_prior (const JhBooks *books, const JhLine *line)
{
  const GPtrArray *figures = JH_BOOKS_ROWS (books, PRIOR_YEAR);
  const char *name = line->spec->figure ? line->spec->figure : line->label;

  for (guint i = 0; i < figures->len; i++)
    {
      const JhPriorYear *figure = figures->pdata[i];

      if (g_str_equal (figure->figure, name))
        return figure->amount;
    }
  return jh_money_blank ();
}

/* Last year's figure: of last year's filing, else as entered, else from
 * the facts that the row names for it. */
static JhMoney
prior_of (const JhOccasion *occasion, JhLine *line, JhColumn *column)
{
  JhMoney prior = sum_terms (occasion, line, column, TRUE);
  const JhSelector *selector = line->spec->prior;
  g_autoptr (GArray) places = NULL;
  const JhField *field;

  if (!prior.known)
    prior = find_prior (occasion->books, line);
  if (prior.known || selector == NULL || selector->table < 0
      || selector->sum == NULL)
    return prior;
  field
    = jh_table_find_field (jh_table_get (selector->table), selector->sum);
  places = jh_selector_match (selector, occasion->books, selector->table,
                              occasion->object);
  if (places && field && field->kind == JH_FIELD_MONEY)
    prior = sum_places (occasion->books->rows[selector->table], field,
                        places, places);
  return prior;
}

static void
put_field (JhCell *cell, const JhLine *line, const JhColumn *column)
{
  const JhField *field;

  cell->role = JH_ROLE_VALUE;
  if (line->fact == NULL)
    return;
  field = jh_table_find_field (((const JhRow *) line->fact)->table,
                               column->spec->words);
  if (field == NULL)
    return;
  if (field->kind == JH_FIELD_MONEY)
    put_money (cell, jh_row_get_money (line->fact, field));
  else if (field->kind == JH_FIELD_POINTS)
    put_points (cell, jh_row_get_number (line->fact, field));
}

/* The cells that stand for themselves. */
static void
fill_plain (JhComputation *computation, const JhPlacedPanel *panel,
            JhLine *line)
{
  const JhOccasion *occasion = &computation->occasion;

  for (guint c = 0; c < panel->columns->len; c++)
    {
      JhColumn *column = panel->columns->pdata[c];
      JhCell *cell = cell_at (computation, line, column);

      if (column->spec->show < JH_SHOW_MINUS
          && column->spec->show != JH_SHOW_FACTS
          && column->spec->show != JH_SHOW_FIELD
          && column->spec->show != JH_SHOW_POINTS)
        continue;
      cell->role = JH_ROLE_VALUE;
      if (is_out (line, column))
        cell->kind = JH_CELL_NONE;
      else if (column->spec->show == JH_SHOW_FACTS)
        put_money (cell, column->spec->last_year
                           ? prior_of (occasion, line, column)
                           : sum_terms (occasion, line, column, FALSE));
      else if (column->spec->show == JH_SHOW_FIELD)
        put_field (cell, line, column);
      else if (column->spec->show == JH_SHOW_POINTS)
        put_points (cell, line->spec->points);
    }
}

/* Adds what @cell holds to @sum. Returns FALSE when it holds nothing. */
static gboolean
add_cell (JhCell *sum, const JhCell *cell)
{
  if (cell->kind == JH_CELL_NONE)
    return TRUE;
  if (cell->kind == JH_CELL_MONEY)
    put_money (sum, jh_money_add (sum->kind == JH_CELL_MONEY
                                    ? sum->money
                                    : jh_money_blank (),
                                  cell->money));
  else if (cell->kind == JH_CELL_POINTS)
    put_points (sum, (JhNumber){ (sum->kind == JH_CELL_POINTS ? sum->points
                                                              : 0)
                                   + cell->points,
                                 TRUE });
  else
    return FALSE;
  return TRUE;
}

JhColumn *
jh_compute_find_column (const JhPlacedPanel *panel, const char *label)
{
  for (guint c = 0; c < panel->columns->len; c++)
    {
      JhColumn *column = panel->columns->pdata[c];

      if (g_str_equal (column->spec->label, label))
        return column;
    }
  return NULL;
}

/* How deep sums may be made of sums; one of itself ends there. */
#define SUMS_DEEP 8

/* What is being added up: the lines called @name, in the column called
 * @column; `whole` stays TRUE while no cell was blank. `depth` is how many
 * sums it is a part of. */
typedef struct
{
  JhCell sum;
  const char *name;
  const char *column;
  guint found;
  gboolean whole;
  guint depth;
} Addition;

static void fill_sum (JhComputation *computation, const JhPlacedPanel *panel,
                      const JhLine *line, const JhColumn *column,
                      guint depth);

static void
add_lines (JhComputation *computation, const JhPlacedPanel *panel,
           Addition *addition)
{
  const JhColumn *column = jh_compute_find_column (panel, addition->column);

  if (column == NULL)
    return;
  for (guint s = 0; s < panel->sections->len; s++)
    {
      const GPtrArray *lines = panel->sections->pdata[s];

      for (guint i = 0; i < lines->len; i++)
        {
          const JhLine *line = lines->pdata[i];

          if (!g_str_equal (line->spec->label, addition->name))
            continue;
          addition->found++;
          fill_sum (computation, panel, line, column, addition->depth + 1);
          if (!add_cell (&addition->sum,
                         cell_at (computation, line, column)))
            addition->whole = FALSE;
        }
    }
}

/* Adds the lines called by the addition's name: those of @panel, or of the
 * whole sheet when @panel has none. */
static void
add_named (JhComputation *computation, const JhPlacedPanel *panel,
           Addition *addition)
{
  guint before = addition->found;

  add_lines (computation, panel, addition);
  if (addition->found > before)
    return;
  for (guint b = 0; b < computation->blocks->len; b++)
    {
      const JhPlacedBlock *block = computation->blocks->pdata[b];

      for (guint p = 0; p < block->panels->len; p++)
        if (block->panels->pdata[p] != panel)
          add_lines (computation, block->panels->pdata[p], addition);
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
  const GPtrArray *names = line->spec->sum;
  JhCell *cell = cell_at (computation, line, column);
  Addition addition
    = { .column = column->spec->label, .whole = TRUE, .depth = depth };

  if (names->len == 0 || depth > SUMS_DEEP || !is_added (column)
      || cell->kind != JH_CELL_BLANK)
    return;
  for (guint i = 0; i < names->len; i++)
    {
      guint before = addition.found;

      addition.name = names->pdata[i];
      add_named (computation, panel, &addition);
      addition.whole &= addition.found > before;
    }
  cell->role = JH_ROLE_VALUE;
  if (line->spec->strict && !addition.whole)
    return;
  if (addition.sum.kind == JH_CELL_MONEY)
    put_money (cell, addition.sum.money);
  else if (addition.sum.kind == JH_CELL_POINTS)
    put_points (cell, (JhNumber){ addition.sum.points, TRUE });
}

static void
fill_sums (JhComputation *computation, const JhPlacedPanel *panel,
           JhLine *line)
{
  for (guint c = 0; c < panel->columns->len; c++)
    fill_sum (computation, panel, line, panel->columns->pdata[c], 0);
}

/* The cell of @line in the column called @label; a blank one when there is
 * no such column. */
static const JhCell *
operand (JhComputation *computation, const JhPlacedPanel *panel,
         const JhLine *line, const JhColumn *column, guint index)
{
  static const JhCell blank = { .kind = JH_CELL_BLANK };
  const JhColumn *other = jh_compute_find_column (
    panel, column->spec->operands->pdata[index]);

  return other ? cell_at (computation, line, other) : &blank;
}

static JhMoney
money_of (const JhCell *cell)
{
  return cell->kind == JH_CELL_MONEY ? cell->money : jh_money_blank ();
}

static void
put_minus (JhCell *cell, JhMoney a, JhMoney b)
{
  if (a.known && b.known)
    put_money (cell, jh_money_subtract (a, b));
}

/* Of @line's figure, the part of the figure in the row that is its whole. */
static void
put_share (JhComputation *computation, const JhPlacedPanel *panel,
           const JhLine *line, const JhColumn *column, JhCell *cell)
{
  Addition addition = { .name = line->spec->of,
                        .column = column->spec->operands->pdata[0],
                        .whole = TRUE };
  JhMoney part;

  if (line->spec->of == NULL)
    {
      cell->kind = JH_CELL_NONE;
      return;
    }
  part = money_of (operand (computation, panel, line, column, 0));
  add_named (computation, panel, &addition);
  put_rate (cell, jh_ratio_share (part, money_of (&addition.sum)),
            !part.known || money_of (&addition.sum).fen != 0);
}

/* The points in @points × the ratio in @rate, which counts at most 1. */
static void
put_portion (JhCell *cell, const JhCell *points, const JhCell *rate)
{
  JhRatio ratio = rate->rate;

  if (points->kind != JH_CELL_POINTS || rate->kind != JH_CELL_RATE)
    return;
  if (ratio.numerator > ratio.denominator)
    ratio = (JhRatio){ 1, 1 };
  put_points (cell,
              (JhNumber){ jh_ratio_scale (ratio, points->points), TRUE });
}

static void
fill_column (JhComputation *computation, const JhPlacedPanel *panel,
             const JhLine *line, const JhColumn *column)
{
  JhCell *cell = cell_at (computation, line, column);
  const JhCell *first = operand (computation, panel, line, column, 0);
  const JhCell *second = column->spec->operands->len > 1
                           ? operand (computation, panel, line, column, 1)
                           : first;
  JhMoney a = money_of (first), b = money_of (second);

  if (column->spec->show == JH_SHOW_MINUS)
    put_minus (cell, a, b);
  else if (column->spec->show == JH_SHOW_GROWTH)
    put_rate (cell, jh_ratio_growth (a, b), !a.known || !b.known);
  else if (column->spec->show == JH_SHOW_RATIO)
    put_rate (cell, jh_ratio_share (a, b), !a.known || !b.known);
  else if (column->spec->show == JH_SHOW_SHARE)
    put_share (computation, panel, line, column, cell);
  else if (column->spec->show == JH_SHOW_PORTION)
    put_portion (cell, first, second);
}

static void
fill_computed (JhComputation *computation, const JhPlacedPanel *panel,
               JhLine *line)
{
  for (guint c = 0; c < panel->columns->len; c++)
    {
      const JhColumn *column = panel->columns->pdata[c];

      if (column->spec->show >= JH_SHOW_MINUS
          && cell_at (computation, line, column)->kind == JH_CELL_BLANK)
        fill_column (computation, panel, line, column);
    }
}

void
jh_compute_values (JhComputation *computation)
{
  jh_compute_each_line (computation, fill_plain);
  jh_compute_each_line (computation, fill_sums);
  jh_compute_each_line (computation, fill_computed);
  /* Sums of what was computed, such as the points of all rows. */
  jh_compute_each_line (computation, fill_sums);
}
