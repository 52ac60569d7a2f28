/* The cells that stand for themselves: facts, and what a row gives. */
#include "jh-compute-private.h"

#include "jh-fixed.h"

/* Whether the cells of @line in @column do not apply. */
static gboolean
is_out (const JhLine *line, const JhColumn *column)
{
  return g_ptr_array_find_with_equal_func (line->spec->not, column->label,
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
  field = jh_table_find_field (jh_table_get (selector->table), selector->sum);
  places = jh_selector_match (selector, occasion->books, selector->table,
                              occasion->object);
  if (places && field && field->kind == JH_FIELD_MONEY)
    prior = sum_places (occasion->books->rows[selector->table], field, places,
                        places);
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
    jh_cell_put_money (cell, jh_row_get_money (line->fact, field));
  else if (field->kind == JH_FIELD_POINTS)
    jh_cell_put_points (cell, jh_row_get_number (line->fact, field));
}

void
jh_compute_fill_plain (JhComputation *computation, const JhPlacedPanel *panel,
                       JhLine *line)
{
  const JhOccasion *occasion = &computation->occasion;

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
      else if (column->spec->show == JH_SHOW_FACTS)
        jh_cell_put_money (cell,
                           column->spec->last_year
                             ? prior_of (occasion, line, column)
                             : sum_terms (occasion, line, column, FALSE));
      else if (column->spec->show == JH_SHOW_FIELD)
        put_field (cell, line, column);
      else if (column->spec->show == JH_SHOW_POINTS)
        jh_cell_put_points (cell, line->spec->points);
    }
}
