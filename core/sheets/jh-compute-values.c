/* The cells that stand for themselves: facts, and what a row gives. */
#include "jh-compute-private.h"

#include "jh-fixed.h"

/* Whether the cells of @line in @column do not apply. */
static gboolean
is_out (const JhLine *line, const JhColumn *column)
{
  return line->spec->not ->len > 0
         && g_ptr_array_find_with_equal_func (line->spec->not, column->label,
                                              g_str_equal, NULL);
}

JhCell *
jh_compute_cell (JhComputation *computation, const JhLine *line,
                 const JhColumn *column)
{
  return jh_grid_edit_cell (computation->grid, line->at, column->at);
}

void
jh_cell_put_money (JhCell *cell, JhMoney money)
{
  cell->role = JH_ROLE_VALUE;
  if (!money.known)
    return;
  cell->kind = JH_CELL_MONEY;
  cell->money = money;
}

void
jh_cell_put_points (JhCell *cell, JhNumber points)
{
  cell->role = JH_ROLE_VALUE;
  if (!points.known)
    return;
  cell->kind = JH_CELL_POINTS;
  cell->points = points.value;
}

/* Whose facts are added up: which column of which table of which year, and
 * who wants to know them (JhSource), or NULL. */
typedef struct
{
  const JhOccasion *occasion;
  gboolean last_year;
  JhTableId table;
  const JhField *field;
  GArray *sources;
} Facts;

/* Adds the fact at @place to @sum. */
static JhMoney
add_fact (const Facts *facts, guint place, JhMoney sum)
{
  const JhBooks *books
    = facts->last_year ? facts->occasion->before : facts->occasion->books;
  const JhRow *row = books->rows[facts->table]->pdata[place];

  if (facts->sources)
    {
      JhSource source = {
        .table = facts->table,
        .place = place,
        .row = row,
        .field = facts->field,
        .last_year = facts->last_year,
        .sign = 1,
      };

      g_array_append_val (facts->sources, source);
    }
  return jh_money_add (sum, jh_row_get_money (row, facts->field));
}

/* Adds up the facts at the places that both lists name. */
static JhMoney
sum_places (const Facts *facts, const GArray *a, const GArray *b)
{
  JhMoney sum = jh_money_blank ();
  guint i = 0, j = 0;

  while (i < a->len && j < b->len)
    {
      guint x = g_array_index (a, guint, i);
      guint y = g_array_index (b, guint, j);

      if (x == y)
        sum = add_fact (facts, x, sum);
      i += x <= y;
      j += y <= x;
    }
  return sum;
}

/* The facts that one term of a row and a column select together. */
static JhMoney
sum_term (const JhOccasion *occasion, JhPick *term, JhPick *column,
          gboolean last_year, GArray *sources)
{
  Facts facts = { occasion, last_year, 0, NULL, sources };
  const GArray *a, *b;

  if (last_year && occasion->before == NULL)
    return jh_money_blank ();
  facts.field
    = jh_selector_find_sum (column->selector, term->selector, &facts.table);
  if (facts.field == NULL)
    return jh_money_blank ();
  a = jh_pick_places (column, occasion, last_year, facts.table);
  if (a == NULL || a->len == 0)
    return jh_money_blank ();
  b = jh_pick_places (term, occasion, last_year, facts.table);
  return b ? sum_places (&facts, a, b) : jh_money_blank ();
}

static JhMoney
sum_terms (const JhOccasion *occasion, JhLine *line, JhColumn *column,
           gboolean last_year, GArray *sources)
{
  JhMoney sum = jh_money_blank ();

  for (guint i = 0; i < line->picks->len; i++)
    sum = jh_money_add (sum, sum_term (occasion, line->picks->pdata[i],
                                       column->pick, last_year, sources));
  return sum;
}

/* The figure of last year that was entered for @line, or blank. */
static JhMoney
find_prior (const JhOccasion *occasion, const JhLine *line, GArray *sources)
{
  const GPtrArray *figures = JH_BOOKS_ROWS (occasion->books, PRIOR_YEAR);
  Facts facts = { occasion, FALSE, JH_TABLE_PRIOR_YEAR, NULL, sources };
  const char *name = line->spec->figure ? line->spec->figure : line->label;

  for (guint i = 0; i < figures->len; i++)
    {
      const JhPriorYear *figure = figures->pdata[i];

      if (!g_str_equal (figure->figure, name))
        continue;
      facts.field = jh_table_find_field (figure->row.table, "amount");
      return add_fact (&facts, i, jh_money_blank ());
    }
  return jh_money_blank ();
}

/* The sum of the facts that the row names for last year, or blank. */
static JhMoney
sum_prior (const JhOccasion *occasion, const JhSelector *selector,
           GArray *sources)
{
  Facts facts = { occasion, FALSE, 0, NULL, sources };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  facts.field = jh_selector_find_sum (selector, selector, &facts.table);
  if (facts.field
      && jh_selector_match (selector, occasion->books, facts.table,
                            occasion->object, NULL, places))
    return sum_places (&facts, places, places);
  return jh_money_blank ();
}

/* Forgets facts that turned out to give nothing. */
static void
drop (GArray *sources)
{
  if (sources)
    g_array_set_size (sources, 0);
}

/* Last year's figure: of last year's filing, else as entered, else from
 * the facts that the row names for it. */
static JhMoney
prior_of (const JhOccasion *occasion, JhLine *line, JhColumn *column,
          GArray *sources)
{
  JhMoney prior = sum_terms (occasion, line, column, TRUE, sources);

  if (prior.known)
    return prior;
  drop (sources);
  prior = find_prior (occasion, line, sources);
  if (prior.known || line->spec->prior == NULL)
    return prior;
  drop (sources);
  return sum_prior (occasion, line->spec->prior, sources);
}

JhMoney
jh_compute_facts (JhComputation *computation, JhLine *line, JhColumn *column,
                  GArray *sources)
{
  const JhOccasion *occasion = &computation->occasion;

  if (column->spec->last_year)
    return prior_of (occasion, line, column, sources);
  return sum_terms (occasion, line, column, FALSE, sources);
}

const JhField *
jh_compute_field (const JhLine *line, const JhColumn *column)
{
  const JhRow *row = line->fact;

  return row ? jh_table_find_field (row->table, column->spec->words) : NULL;
}

static void
put_field (JhCell *cell, const JhLine *line, const JhColumn *column)
{
  const JhField *field = jh_compute_field (line, column);

  cell->role = JH_ROLE_VALUE;
  if (field == NULL)
    return;
  if (field->kind == JH_FIELD_MONEY)
    jh_cell_put_money (cell, jh_row_get_money (line->fact, field));
  else if (field->kind == JH_FIELD_POINTS)
    jh_cell_put_points (cell, jh_row_get_number (line->fact, field));
}

/* Fills in a cell that applies, of a column of figures. */
static void
fill_cell (JhComputation *computation, JhLine *line, JhColumn *column,
           JhCell *cell)
{
  JhOriginKind kind = JH_ORIGIN_NOTHING;

  if (column->spec->show == JH_SHOW_FACTS)
    {
      jh_cell_put_money (cell,
                         jh_compute_facts (computation, line, column, NULL));
      kind = JH_ORIGIN_FACTS;
    }
  else if (column->spec->show == JH_SHOW_FIELD)
    {
      put_field (cell, line, column);
      kind = JH_ORIGIN_FIELD;
    }
  else if (column->spec->show == JH_SHOW_POINTS)
    {
      jh_cell_put_points (cell, line->spec->points);
      kind = JH_ORIGIN_GIVEN;
    }
  jh_computation_note (computation, line, column, kind);
}

void
jh_compute_fill_plain (JhComputation *computation, const JhPlacedPanel *panel,
                       JhLine *line)
{
  for (guint c = 0; c < panel->columns->len; c++)
    {
      JhColumn *column = panel->columns->pdata[c];
      JhCell *cell = jh_compute_cell (computation, line, column);

      if (column->spec->show < JH_SHOW_MINUS
          && column->spec->show != JH_SHOW_FACTS
          && column->spec->show != JH_SHOW_FIELD
          && column->spec->show != JH_SHOW_POINTS)
        continue;
      cell->role = JH_ROLE_VALUE;
      if (is_out (line, column))
        cell->kind = JH_CELL_NONE;
      else
        fill_cell (computation, line, column, cell);
    }
}
