/* The columns that are computed from other columns. */
#include "jh-compute-private.h"

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

/* The cell of @line that operand @index of @column is; a blank one when
 * there is no such column. */
static const JhCell *
operand (JhComputation *computation, const JhLine *line,
         const JhColumn *column, guint index)
{
  static const JhCell blank = { .kind = JH_CELL_BLANK };
  const JhColumn *other = column->operands[index];

  return other ? jh_compute_cell (computation, line, other) : &blank;
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
    jh_cell_put_money (cell, jh_money_subtract (a, b));
}

void
jh_compute_add_whole (JhComputation *computation, const JhPlacedPanel *panel,
                      const JhLine *line, const JhColumn *column,
                      JhAddition *addition)
{
  addition->name = line->spec->of;
  addition->column = column->spec->operands->pdata[0];
  addition->whole = TRUE;
  jh_compute_add_named (computation, panel, addition);
}

/* Of @line's figure, the part of the figure in the row that is its whole. */
static void
put_share (JhComputation *computation, const JhPlacedPanel *panel,
           const JhLine *line, const JhColumn *column, JhCell *cell)
{
  JhAddition addition = { .depth = 0 };
  JhMoney part;

  if (line->spec->of == NULL)
    {
      cell->kind = JH_CELL_NONE;
      return;
    }
  part = money_of (operand (computation, line, column, 0));
  jh_compute_add_whole (computation, panel, line, column, &addition);
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
  jh_cell_put_points (
    cell, (JhNumber){ jh_ratio_scale (ratio, points->points), TRUE });
}

static JhOriginKind
origin_of (JhShow show)
{
  switch (show)
    {
    case JH_SHOW_MINUS:
      return JH_ORIGIN_MINUS;
    case JH_SHOW_GROWTH:
      return JH_ORIGIN_GROWTH;
    case JH_SHOW_RATIO:
      return JH_ORIGIN_RATIO;
    case JH_SHOW_SHARE:
      return JH_ORIGIN_SHARE;
    case JH_SHOW_PORTION:
      return JH_ORIGIN_PORTION;
    default:
      return JH_ORIGIN_NOTHING;
    }
}

static void
fill_column (JhComputation *computation, const JhPlacedPanel *panel,
             const JhLine *line, const JhColumn *column)
{
  JhCell *cell = jh_compute_cell (computation, line, column);
  const JhCell *first = operand (computation, line, column, 0);
  const JhCell *second = operand (computation, line, column, 1);
  JhMoney a = money_of (first), b = money_of (second);

  jh_computation_note (computation, line, column,
                       origin_of (column->spec->show));
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

void
jh_compute_fill_columns (JhComputation *computation,
                         const JhPlacedPanel *panel, JhLine *line)
{
  for (guint c = 0; c < panel->columns->len; c++)
    {
      const JhColumn *column = panel->columns->pdata[c];

      if (column->spec->show >= JH_SHOW_MINUS
          && jh_compute_cell (computation, line, column)->kind
               == JH_CELL_BLANK)
        fill_column (computation, panel, line, column);
    }
}
