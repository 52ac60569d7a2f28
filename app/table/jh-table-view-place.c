/* Where the parts of the view are. */
#include "jh-table-view-private.h"

#define BUBBLE_WIDTH 360

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (
    child, &(GtkAllocation){ x, y, MAX (0, width), MAX (0, height) }, -1);
}

static int
measure_bar (GtkWidget *bar, GtkOrientation across)
{
  int width;

  gtk_widget_measure (bar, across, -1, &width, NULL, NULL, NULL);
  return width;
}

static void
set_adjustment (GtkAdjustment *adjustment, int length, int page, int step)
{
  double most = MAX (0, length - page);

  gtk_adjustment_configure (
    adjustment, MIN (gtk_adjustment_get_value (adjustment), most), 0,
    MAX (length, page), step, MAX (page - step, step), page);
}

/* Freezes what the model wants frozen, but never more than two thirds of the
 * room. */
static void
freeze (JhTableView *self)
{
  JhTableGeometry *geometry = &self->geometry;
  JhTableBounds body = jh_table_geometry_body (geometry);
  guint before = geometry->frozen;

  geometry->frozen
    = self->model
        ? MIN (geometry->n_columns, jh_table_model_count_frozen (self->model))
        : 0;
  while (geometry->frozen > 0
         && jh_table_geometry_frozen_width (geometry) > body.width * 2 / 3)
    geometry->frozen--;
  geometry->stamp += geometry->frozen != before;
}

/* Which bars are needed, and how much is left for the table. */
static void
share_room (JhTableView *self, int width, int height)
{
  JhTableGeometry *geometry = &self->geometry;
  int thick = measure_bar (self->down_bar, GTK_ORIENTATION_HORIZONTAL);
  int high = measure_bar (self->across_bar, GTK_ORIENTATION_VERTICAL);
  int wanted_width
    = geometry->gutter + jh_table_geometry_content_width (geometry);
  int wanted_height = (geometry->head + geometry->totals
                       + jh_table_geometry_content_height (geometry));
  gboolean across = wanted_width > width;
  gboolean down = wanted_height > height - (across ? high : 0);

  across = wanted_width > width - (down ? thick : 0);
  geometry->width = width - (down ? thick : 0);
  geometry->height = MIN (wanted_height, height - (across ? high : 0));
  gtk_widget_set_child_visible (self->down_bar, down);
  gtk_widget_set_child_visible (self->across_bar, across);
  freeze (self);
}

/* Tells the bars how much there is. They are placed afterwards, for this
 * moves their sliders. */
static void
set_adjustments (JhTableView *self)
{
  JhTableGeometry *geometry = &self->geometry;
  JhTableBounds moving = jh_table_geometry_moving (geometry);

  set_adjustment (self->down, jh_table_geometry_content_height (geometry),
                  moving.height, geometry->row);
  set_adjustment (self->across,
                  jh_table_geometry_content_width (geometry)
                    - jh_table_geometry_frozen_width (geometry),
                  moving.width, 4 * self->character);
  if (self->reveal_wanted)
    jh_table_view_reveal (self, self->cursor.row, self->cursor.column);
  geometry->x = (int) gtk_adjustment_get_value (self->across);
  geometry->y = (int) gtk_adjustment_get_value (self->down);
}

static void
place_bars (JhTableView *self, int width, int height)
{
  JhTableGeometry *geometry = &self->geometry;
  int high = measure_bar (self->across_bar, GTK_ORIENTATION_VERTICAL);
  gboolean across = gtk_widget_get_child_visible (self->across_bar);

  if (across)
    place (self->across_bar, geometry->gutter, height - high,
           geometry->width - geometry->gutter, high);
  if (gtk_widget_get_child_visible (self->down_bar))
    place (self->down_bar, geometry->width, geometry->head,
           width - geometry->width,
           height - geometry->head - (across ? high : 0));
}

/* Puts @mark around a block of cells that may be partly out of sight. */
static void
place_mark (JhTableView *self, GtkWidget *mark, JhTableArea area)
{
  const JhTableGeometry *geometry = &self->geometry;
  JhTableBounds bounds = jh_table_geometry_block (
    geometry, area.row, area.column, area.row + area.n_rows - 1,
    area.column + area.n_columns - 1);
  JhTableBounds moving = jh_table_geometry_moving (geometry);
  int right = bounds.x + bounds.width;

  if (area.column >= geometry->frozen)
    bounds.x = MAX (bounds.x, moving.x);
  if (area.column + area.n_columns > geometry->frozen)
    right = MAX (right, moving.x);
  gtk_widget_set_child_visible (mark, right > bounds.x);
  if (right > bounds.x)
    place (mark, bounds.x - 1, bounds.y - 1, right - bounds.x + 1,
           bounds.height + 1);
}

static void
place_marks (JhTableView *self)
{
  gboolean any = (self->model && self->geometry.n_rows > 0
                  && self->geometry.n_columns > 0);
  JhTableArea cell = { self->cursor.row, self->cursor.column, 1, 1 };

  gtk_widget_set_child_visible (self->block, FALSE);
  gtk_widget_set_child_visible (self->frame, FALSE);
  if (!any)
    return;
  if (jh_table_cursor_has_block (&self->cursor))
    place_mark (self, self->block, jh_table_cursor_area (&self->cursor));
  place_mark (self, self->frame, cell);
}

void
jh_table_view_fill_bubble (JhTableView *self)
{
  g_auto (JhTableCell) cell = { 0 };

  if (self->model == NULL || self->geometry.n_rows == 0
      || self->geometry.n_columns == 0)
    return;
  jh_table_model_get_cell (self->model, self->cursor.row, self->cursor.column,
                           &cell);
  gtk_label_set_text (GTK_LABEL (self->bubble), cell.fault ? cell.fault : "");
}

/* Whether the bubble says why the cell of the cursor is wrong. What it says
 * is changed before the next layout, for that changes its size. */
static gboolean
check_bubble (JhTableView *self)
{
  g_auto (JhTableCell) cell = { 0 };

  if (jh_table_view_find_box (self, self->cursor.row, self->cursor.column)
      == NULL)
    return FALSE;
  jh_table_model_get_cell (self->model, self->cursor.row, self->cursor.column,
                           &cell);
  if (cell.fault == NULL)
    return FALSE;
  if (g_str_equal (cell.fault, gtk_label_get_text (GTK_LABEL (self->bubble))))
    return TRUE;
  jh_table_view_prepare_later (self);
  return FALSE;
}

/* Puts the bubble under the cell, or above it where there is no room. */
static void
place_bubble (JhTableView *self)
{
  JhTableBounds body = jh_table_geometry_body (&self->geometry);
  gboolean shown = check_bubble (self);
  JhTableBounds bounds;
  int width, height;

  gtk_widget_set_child_visible (self->bubble, shown);
  if (!shown)
    return;
  bounds = jh_table_geometry_block (&self->geometry, self->cursor.row,
                                    self->cursor.column, self->cursor.row,
                                    self->cursor.column);
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &width, NULL, NULL);
  width = MIN (MIN (width, BUBBLE_WIDTH), body.width);
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_VERTICAL, width, &height,
                      NULL, NULL, NULL);
  bounds.x = CLAMP (bounds.x, body.x, body.x + body.width - width);
  if (bounds.y + bounds.height + height <= body.y + body.height
      || bounds.y - height < body.y)
    bounds.y += bounds.height;
  else
    bounds.y -= height;
  place (self->bubble, bounds.x, bounds.y + 1, width, height);
}

/* Where the editor is: over its cell, and wider and higher as the text
 * wants. */
static void
place_editor (JhTableView *self)
{
  JhTableBounds body = jh_table_geometry_body (&self->geometry);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  JhTableBounds bounds;
  int width, height;

  gtk_widget_set_child_visible (self->editor, self->edit != JH_EDIT_NONE);
  if (self->edit == JH_EDIT_NONE)
    return;
  text = jh_table_view_dup_edited (self);
  layout = pango_layout_new (self->fonts);
  pango_layout_set_text (layout, text, -1);
  bounds = jh_table_geometry_block (&self->geometry, self->edit_row,
                                    self->edit_column, self->edit_row,
                                    self->edit_column);
  pango_layout_get_pixel_size (layout, &width, NULL);
  width = MAX (bounds.width, MIN (width + 3 * JH_BOX_PADDING,
                                  body.x + body.width - bounds.x));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (width - 2 * JH_BOX_PADDING) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  height = MAX (bounds.height, height + JH_ROW_ROOM);
  height = MIN (height, MAX (body.height, bounds.height));
  bounds.y = MIN (bounds.y, MAX (body.y, body.y + body.height - height));
  place (self->editor, bounds.x - 1, bounds.y - 1, width + 1, height + 1);
}

static void
place_lines (JhTableView *self)
{
  const JhTableGeometry *geometry = &self->geometry;

  place (self->head, 0, 0, geometry->width, geometry->head);
  for (guint i = 0; i < self->lines->len; i++)
    {
      JhTableLine *line = self->lines->pdata[i];

      if (gtk_widget_get_child_visible (GTK_WIDGET (line)))
        place (
          GTK_WIDGET (line), 0,
          jh_table_geometry_row_y (geometry, jh_table_line_get_row (line)),
          geometry->width, geometry->row);
    }
  gtk_widget_set_child_visible (self->totals, geometry->totals > 0);
  if (geometry->totals > 0)
    place (self->totals, 0, geometry->height - geometry->totals,
           geometry->width, geometry->totals);
}

void
jh_table_view_allocate (GtkWidget *widget, int width, int height,
                        int baseline)
{
  JhTableView *self = JH_TABLE_VIEW (widget);

  jh_table_view_measure_font (self);
  share_room (self, width, height);
  set_adjustments (self);
  place_bars (self, width, height);
  jh_table_view_fill_head (self);
  jh_table_view_sync (self);
  place_lines (self);
  place_marks (self);
  place_bubble (self);
  place_editor (self);
  if (self->list_popover)
    gtk_popover_present (GTK_POPOVER (self->list_popover));
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
}
