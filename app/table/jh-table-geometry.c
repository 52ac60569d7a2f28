#include "jh-table-geometry.h"

/* How near to the edge of a head the pointer takes hold of it. */
#define EDGE 4

static int
sum_widths (const JhTableGeometry *self, guint from, guint to)
{
  int sum = 0;

  for (guint i = from; i < MIN (to, self->n_columns); i++)
    sum += self->widths[i];
  return sum;
}

int
jh_table_geometry_frozen_width (const JhTableGeometry *self)
{
  return sum_widths (self, 0, self->frozen);
}

int
jh_table_geometry_content_width (const JhTableGeometry *self)
{
  return sum_widths (self, 0, self->n_columns);
}

int
jh_table_geometry_content_height (const JhTableGeometry *self)
{
  return (int) self->n_rows * self->row;
}

JhTableBounds
jh_table_geometry_body (const JhTableGeometry *self)
{
  return (JhTableBounds){
    .x = self->gutter,
    .y = self->head,
    .width = MAX (0, self->width - self->gutter),
    .height = MAX (0, self->height - self->head - self->totals),
  };
}

JhTableBounds
jh_table_geometry_moving (const JhTableGeometry *self)
{
  JhTableBounds bounds = jh_table_geometry_body (self);
  int frozen = MIN (jh_table_geometry_frozen_width (self), bounds.width);

  bounds.x += frozen;
  bounds.width -= frozen;
  return bounds;
}

int
jh_table_geometry_column_x (const JhTableGeometry *self, guint column)
{
  int x = self->gutter + sum_widths (self, 0, column);

  return column < self->frozen ? x : x - self->x;
}

int
jh_table_geometry_row_y (const JhTableGeometry *self, guint row)
{
  return self->head + (int) row * self->row - self->y;
}

JhTableBounds
jh_table_geometry_block (const JhTableGeometry *self, guint row, guint column,
                         guint last_row, guint last_column)
{
  int x = jh_table_geometry_column_x (self, column);
  int y = jh_table_geometry_row_y (self, row);
  int end = jh_table_geometry_column_x (self, last_column);

  return (JhTableBounds){
    .x = x,
    .y = y,
    .width = MAX (0, end + self->widths[last_column] - x),
    .height = (int) (last_row - row + 1) * self->row,
  };
}

gboolean
jh_table_geometry_shows_column (const JhTableGeometry *self, guint column)
{
  JhTableBounds moving = jh_table_geometry_moving (self);
  int x = jh_table_geometry_column_x (self, column);

  if (column < self->frozen)
    return x < self->width;
  return (x < moving.x + moving.width && x + self->widths[column] > moving.x);
}

guint
jh_table_geometry_rows (const JhTableGeometry *self, guint *first)
{
  JhTableBounds body = jh_table_geometry_body (self);
  guint last;

  *first = (guint) (self->y / self->row);
  if (*first >= self->n_rows || body.height == 0)
    return 0;
  last = (guint) ((self->y + body.height - 1) / self->row);
  return MIN (last, self->n_rows - 1) - *first + 1;
}

guint
jh_table_geometry_page (const JhTableGeometry *self)
{
  return (guint) MAX (1, jh_table_geometry_body (self).height / self->row);
}

/* The column at @x; the number of columns behind the last one. */
static guint
column_at (const JhTableGeometry *self, int x)
{
  int end = self->gutter;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i == self->frozen)
        end -= self->x;
      end += self->widths[i];
      if (x < end)
        return i;
    }
  return self->n_columns;
}

/* The head at @x, or the edge that is taken hold of there. */
static JhTableSpot
spot_head (const JhTableGeometry *self, int x)
{
  guint column = column_at (self, x);
  int begin = jh_table_geometry_column_x (self, column);
  JhTableSpot spot = { JH_SPOT_COLUMN, 0, column };

  if (column > 0 && x - begin < EDGE)
    return (JhTableSpot){ JH_SPOT_EDGE, 0, column - 1 };
  if (column == self->n_columns)
    return (JhTableSpot){ JH_SPOT_NOTHING };
  if (begin + self->widths[column] - x <= EDGE)
    spot.kind = JH_SPOT_EDGE;
  return spot;
}

JhTableSpot
jh_table_geometry_spot (const JhTableGeometry *self, int x, int y,
                        gboolean inside)
{
  JhTableBounds body = jh_table_geometry_body (self);
  JhTableSpot spot = { JH_SPOT_CELL };

  if (inside)
    {
      x = CLAMP (x, body.x, MAX (body.x, body.x + body.width - 1));
      y = CLAMP (y, body.y, MAX (body.y, body.y + body.height - 1));
    }
  else if (y < self->head)
    return x < self->gutter ? (JhTableSpot){ JH_SPOT_CORNER }
                            : spot_head (self, x);
  else if (y >= body.y + body.height)
    return (JhTableSpot){ JH_SPOT_NOTHING };
  if (self->n_rows == 0 || self->n_columns == 0)
    return (JhTableSpot){ JH_SPOT_NOTHING };
  spot.row = (guint) ((y - self->head + self->y) / self->row);
  spot.column = column_at (self, x);
  if (inside)
    {
      spot.row = MIN (spot.row, self->n_rows - 1);
      spot.column = MIN (spot.column, self->n_columns - 1);
    }
  else if (spot.row >= self->n_rows || spot.column >= self->n_columns)
    spot.kind = JH_SPOT_NOTHING;
  else if (x < self->gutter)
    spot.kind = JH_SPOT_ROW;
  return spot;
}

/* How far to scroll for @from to @to to be inside @length; the beginning
 * where it is longer. */
static int
reveal (int now, int from, int to, int length)
{
  if (from < now || to - from > length)
    return from;
  return MAX (now, to - length);
}

void
jh_table_geometry_reveal (const JhTableGeometry *self, guint row,
                          guint column, int *x, int *y)
{
  JhTableBounds moving = jh_table_geometry_moving (self);
  int top = (int) row * self->row;
  int left = sum_widths (self, self->frozen, column);

  *y = reveal (self->y, top, top + self->row, moving.height);
  *x = self->x;
  if (column >= self->frozen && column < self->n_columns)
    *x = reveal (self->x, left, left + self->widths[column], moving.width);
}
