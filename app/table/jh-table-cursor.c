#include "jh-table-cursor.h"

void
jh_table_cursor_place (JhTableCursor *self, guint row, guint column,
                       gboolean extend)
{
  self->far_row = row;
  self->far_column = column;
  if (extend)
    return;
  self->row = self->anchor_row = row;
  self->column = self->anchor_column = column;
}

void
jh_table_cursor_mark (JhTableCursor *self, guint row, guint column,
                      guint far_row, guint far_column)
{
  JhTableArea area;

  self->anchor_row = row;
  self->anchor_column = column;
  self->far_row = far_row;
  self->far_column = far_column;
  area = jh_table_cursor_area (self);
  if (self->row - area.row >= area.n_rows
      || self->column - area.column >= area.n_columns)
    {
      self->row = row;
      self->column = column;
    }
}

void
jh_table_cursor_end_run (JhTableCursor *self)
{
  self->in_run = FALSE;
}

void
jh_table_cursor_clamp (JhTableCursor *self, guint n_rows, guint n_columns)
{
  guint row = n_rows ? n_rows - 1 : 0;
  guint column = n_columns ? n_columns - 1 : 0;

  self->row = MIN (self->row, row);
  self->anchor_row = MIN (self->anchor_row, row);
  self->far_row = MIN (self->far_row, row);
  self->column = MIN (self->column, column);
  self->anchor_column = MIN (self->anchor_column, column);
  self->far_column = MIN (self->far_column, column);
  self->run_column = MIN (self->run_column, column);
}

JhTableArea
jh_table_cursor_area (const JhTableCursor *self)
{
  guint top = MIN (self->anchor_row, self->far_row);
  guint left = MIN (self->anchor_column, self->far_column);

  return (JhTableArea){
    .row = top,
    .column = left,
    .n_rows = MAX (self->anchor_row, self->far_row) - top + 1,
    .n_columns = MAX (self->anchor_column, self->far_column) - left + 1,
  };
}

gboolean
jh_table_cursor_has_block (const JhTableCursor *self)
{
  return (self->anchor_row != self->far_row
          || self->anchor_column != self->far_column);
}

/* The next place from @at towards @end, one by one, in steps of @by. */
static guint
go (guint at, int by)
{
  return (guint) ((gint64) at + by);
}

static gboolean
is_filled (const JhTableExtent *extent, gboolean down, guint at, guint across)
{
  if (extent->is_filled == NULL)
    return FALSE;
  return down ? extent->is_filled (at, across, extent->data)
              : extent->is_filled (across, at, extent->data);
}

/* Where Ctrl+arrow goes from @at: to the end of what is filled in without a
 * gap, over a gap to the next that is filled in, else to @end. */
static guint
find_edge (const JhTableExtent *extent, gboolean down, guint at, guint across,
           guint end)
{
  int by = at < end ? 1 : -1;
  gboolean within;

  if (at == end)
    return at;
  within = (is_filled (extent, down, at, across)
            && is_filled (extent, down, go (at, by), across));
  at = go (at, by);
  while (at != end)
    {
      guint next = within ? go (at, by) : at;

      if (is_filled (extent, down, next, across) != within)
        return at;
      at = go (at, by);
    }
  return at;
}

/* Moves *@row, *@column by a step that Shift extends. */
static void
find_place (JhTableStep step, const JhTableExtent *extent, guint *row,
            guint *column)
{
  guint bottom = extent->n_rows - 1;
  guint right = extent->n_columns - 1;
  guint page = MAX (extent->page, 1);

  switch (step)
    {
    case JH_STEP_LEFT:
      *column -= *column > 0;
      break;
    case JH_STEP_RIGHT:
      *column += *column < right;
      break;
    case JH_STEP_UP:
      *row -= *row > 0;
      break;
    case JH_STEP_DOWN:
      *row += *row < bottom;
      break;
    case JH_STEP_EDGE_LEFT:
      *column = find_edge (extent, FALSE, *column, *row, 0);
      break;
    case JH_STEP_EDGE_RIGHT:
      *column = find_edge (extent, FALSE, *column, *row, right);
      break;
    case JH_STEP_EDGE_UP:
      *row = find_edge (extent, TRUE, *row, *column, 0);
      break;
    case JH_STEP_EDGE_DOWN:
      *row = find_edge (extent, TRUE, *row, *column, bottom);
      break;
    case JH_STEP_HOME:
      *column = 0;
      break;
    case JH_STEP_END:
      *column = right;
      break;
    case JH_STEP_TOP:
      *row = *column = 0;
      break;
    case JH_STEP_BOTTOM:
      *row = bottom;
      *column = right;
      break;
    case JH_STEP_PAGE_UP:
      *row -= MIN (*row, page);
      break;
    case JH_STEP_PAGE_DOWN:
      *row = MIN (bottom, *row + page);
      break;
    default:
      break;
    }
}

/* Goes one cell on in the marked block and around at its end, down the
 * columns or along the rows. */
static void
cycle (JhTableCursor *self, gboolean down, int by)
{
  JhTableArea area = jh_table_cursor_area (self);
  gint64 n = (gint64) area.n_rows * area.n_columns;
  gint64 row = self->row - area.row;
  gint64 column = self->column - area.column;
  gint64 at
    = (down ? column * area.n_rows + row : row * area.n_columns + column);

  at = (at + by + n) % n;
  row = down ? at % area.n_rows : at / area.n_columns;
  column = down ? at / area.n_rows : at % area.n_columns;
  self->row = area.row + (guint) row;
  self->column = area.column + (guint) column;
}

/* Tab: along the row, and at its end to the next one. */
static gboolean
tab (JhTableCursor *self, int by, const JhTableExtent *extent)
{
  guint edge = by > 0 ? extent->n_columns - 1 : 0;
  guint last = by > 0 ? extent->n_rows - 1 : 0;

  if (self->column != edge)
    jh_table_cursor_place (self, self->row, go (self->column, by), FALSE);
  else if (self->row != last)
    {
      jh_table_cursor_place (self, go (self->row, by),
                             extent->n_columns - 1 - edge, FALSE);
      self->run_column = self->column;
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
step_tab (JhTableCursor *self, int by, const JhTableExtent *extent)
{
  if (jh_table_cursor_has_block (self))
    {
      cycle (self, FALSE, by);
      return TRUE;
    }
  if (!self->in_run)
    self->run_column = self->column;
  if (!tab (self, by, extent))
    return FALSE;
  self->in_run = TRUE;
  return TRUE;
}

static gboolean
step_enter (JhTableCursor *self, int by, const JhTableExtent *extent)
{
  guint last = by > 0 ? extent->n_rows - 1 : 0;
  guint column = self->in_run ? self->run_column : self->column;

  if (jh_table_cursor_has_block (self))
    {
      cycle (self, TRUE, by);
      return TRUE;
    }
  self->in_run = FALSE;
  if (self->row == last)
    return FALSE;
  jh_table_cursor_place (self, go (self->row, by), column, FALSE);
  return TRUE;
}

gboolean
jh_table_cursor_step (JhTableCursor *self, JhTableStep step, gboolean extend,
                      const JhTableExtent *extent)
{
  guint row = extend ? self->far_row : self->row;
  guint column = extend ? self->far_column : self->column;
  gboolean moved;

  if (extent->n_rows == 0 || extent->n_columns == 0)
    return FALSE;
  if (step == JH_STEP_NEXT || step == JH_STEP_PREVIOUS)
    return step_tab (self, step == JH_STEP_NEXT ? 1 : -1, extent);
  if (step == JH_STEP_ENTER || step == JH_STEP_BACK)
    return step_enter (self, step == JH_STEP_ENTER ? 1 : -1, extent);
  self->in_run = FALSE;
  find_place (step, extent, &row, &column);
  moved = (row != (extend ? self->far_row : self->row)
           || column != (extend ? self->far_column : self->column));
  jh_table_cursor_place (self, row, column, extend);
  return moved;
}
