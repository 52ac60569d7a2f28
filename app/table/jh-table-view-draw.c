/* The parts of the view: where they are, and drawing them. */
#include "jh-table-view-private.h"

#define ROW_ROOM 8
#define ROW_LINE_ALPHA 0.6f
#define BUBBLE_WIDTH 360
#define NATURAL_ROWS 12
#define NATURAL_WIDTH 640

static const JhTableLineKind head_kind
  = { "jh-head", "jh-title", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER };
static const JhTableLineKind totals_kind
  = { "jh-totals", "jh-total", GTK_ACCESSIBLE_ROLE_GRID_CELL };

static void
scrolled_cb (JhTableView *self)
{
  self->geometry.x = (int) gtk_adjustment_get_value (self->across);
  self->geometry.y = (int) gtk_adjustment_get_value (self->down);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static GtkWidget *
add_bar (JhTableView *self, GtkOrientation orientation, const char *label,
         GtkAdjustment **adjustment)
{
  GtkWidget *bar;

  *adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_signal_connect_swapped (*adjustment, "value-changed",
                            G_CALLBACK (scrolled_cb), self);
  bar = gtk_scrollbar_new (orientation, *adjustment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  return bar;
}

/* A part that shows where something is and takes no clicks. */
static GtkWidget *
add_mark (JhTableView *self, GType type, const char *css_name)
{
  GtkWidget *mark = g_object_new (
    type, "css-name", css_name, "accessible-role",
    GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE, NULL);

  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  return mark;
}

void
jh_table_view_add_parts (JhTableView *self)
{
  self->fonts = gtk_widget_create_pango_context (GTK_WIDGET (self));
  pango_context_set_language (self->fonts,
                              pango_language_from_string ("zh-cn"));

  self->head = jh_table_line_new (&head_kind, &self->geometry, self->fonts);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->totals
    = jh_table_line_new (&totals_kind, &self->geometry, self->fonts);
  gtk_widget_set_parent (self->totals, GTK_WIDGET (self));
  self->block = add_mark (self, GTK_TYPE_BOX, "jh-block");
  self->frame = add_mark (self, GTK_TYPE_BOX, "jh-cursor");
  self->bubble = add_mark (self, GTK_TYPE_LABEL, "jh-fault");
  gtk_label_set_wrap (GTK_LABEL (self->bubble), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->bubble), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->bubble), 0);
  self->across_bar
    = add_bar (self, GTK_ORIENTATION_HORIZONTAL, "左右滚动", &self->across);
  self->down_bar
    = add_bar (self, GTK_ORIENTATION_VERTICAL, "上下滚动", &self->down);
}

/* Makes the cells' fonts those of the view. They have a context of their own
 * for the shapes of Chinese characters, which are otherwise those of the
 * locale. */
static void
take_fonts (JhTableView *self, PangoContext *context)
{
  pango_context_set_font_map (self->fonts,
                              pango_context_get_font_map (context));
  pango_context_set_font_description (
    self->fonts, pango_context_get_font_description (context));
  pango_context_set_round_glyph_positions (
    self->fonts, pango_context_get_round_glyph_positions (context));
  pango_cairo_context_set_resolution (
    self->fonts, pango_cairo_context_get_resolution (context));
  pango_cairo_context_set_font_options (
    self->fonts, pango_cairo_context_get_font_options (context));
}

/* Rows as high and columns as wide as the font wants. */
static void
measure_font (JhTableView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (serial == self->font_serial)
    return;
  self->font_serial = serial;
  take_fonts (self, context);
  layout = pango_layout_new (self->fonts);
  pango_layout_set_text (layout, "国0000000000", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  self->geometry.row = height + ROW_ROOM;
  pango_layout_set_text (layout, "0000000000", -1);
  pango_layout_get_pixel_size (layout, &self->character, NULL);
  self->character = MAX (1, self->character / 10);
  jh_table_view_measure_columns (self);
}

void
jh_table_view_measure (GtkWidget *widget, GtkOrientation orientation,
                       int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  JhTableView *self = JH_TABLE_VIEW (widget);
  JhTableGeometry *geometry = &self->geometry;
  int rows = (int) MIN (geometry->n_rows, NATURAL_ROWS);
  int content;

  measure_font (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = geometry->head + geometry->totals + 3 * geometry->row;
      *natural = MAX (*minimum, geometry->head + geometry->totals
                                  + rows * geometry->row);
      return;
    }
  content = geometry->gutter + jh_table_geometry_content_width (geometry);
  *minimum = geometry->gutter + 20 * self->character;
  *natural = MAX (*minimum, MIN (content, NATURAL_WIDTH));
}

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

/* Says why the cell of the cursor is wrong, under it, or above it where
 * there is no room. */
static void
place_bubble (JhTableView *self)
{
  guint row = self->cursor.row;
  guint column = self->cursor.column;
  JhTableBounds body = jh_table_geometry_body (&self->geometry);
  g_auto (JhTableCell) cell = { 0 };
  JhTableBounds bounds;
  int width, height;

  gtk_widget_set_child_visible (self->bubble, FALSE);
  if (jh_table_view_find_box (self, row, column) == NULL)
    return;
  jh_table_model_get_cell (self->model, row, column, &cell);
  if (cell.fault == NULL)
    return;
  gtk_widget_set_child_visible (self->bubble, TRUE);
  gtk_label_set_text (GTK_LABEL (self->bubble), cell.fault);
  bounds
    = jh_table_geometry_block (&self->geometry, row, column, row, column);
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
  height = MAX (bounds.height, height + ROW_ROOM);
  height = MIN (height, MAX (body.height, bounds.height));
  bounds.y = MIN (bounds.y, MAX (body.y, body.y + body.height - height));
  place (self->editor, bounds.x - 1, bounds.y - 1, width + 1, height + 1);
}

void
jh_table_view_place (JhTableView *self)
{
  place_marks (self);
  place_bubble (self);
  place_editor (self);
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

  measure_font (self);
  share_room (self, width, height);
  set_adjustments (self);
  place_bars (self, width, height);
  jh_table_view_fill_head (self);
  jh_table_view_sync (self);
  place_lines (self);
  jh_table_view_place (self);
  if (self->list_popover)
    gtk_popover_present (GTK_POPOVER (self->list_popover));
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static GdkRGBA
find_line_colour (JhTableView *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, "borders", &colour))
    gtk_style_context_get_color (style, &colour);
  return colour;
}

/* The lines under the rows, paler than those between the columns. They are
 * not in the style of the rows, since borders of CSS are slow to draw. */
static void
draw_rows (JhTableView *self, GtkSnapshot *snapshot)
{
  const JhTableGeometry *geometry = &self->geometry;
  GdkRGBA colour = find_line_colour (self);
  guint first;
  guint n = jh_table_geometry_rows (geometry, &first);

  colour.alpha *= ROW_LINE_ALPHA;
  for (guint i = first; i < first + n; i++)
    gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (
        0, jh_table_geometry_row_y (geometry, i) + geometry->row - 1,
        geometry->width, 1));
}

/* The lines between the columns, and beside the gutter. */
static void
draw_columns (JhTableView *self, GtkSnapshot *snapshot)
{
  const JhTableGeometry *geometry = &self->geometry;
  JhTableBounds moving = jh_table_geometry_moving (geometry);
  GdkRGBA colour = find_line_colour (self);

  gtk_snapshot_append_color (
    snapshot, &colour,
    &GRAPHENE_RECT_INIT (geometry->gutter - 1, 0, 1, geometry->height));
  for (guint i = 0; i < geometry->n_columns; i++)
    {
      int x = (jh_table_geometry_column_x (geometry, i) + geometry->widths[i]
               - 1);

      if (i >= geometry->frozen && x < moving.x)
        continue;
      gtk_snapshot_append_color (
        snapshot, &colour,
        &GRAPHENE_RECT_INIT (x, 0, i + 1 == geometry->frozen ? 2 : 1,
                             geometry->height));
    }
}

static void
snapshot_body (JhTableView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  JhTableBounds body = jh_table_geometry_body (&self->geometry);

  gtk_snapshot_push_clip (
    snapshot,
    &GRAPHENE_RECT_INIT (0, body.y, self->geometry.width, body.height));
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_snapshot_child (widget, self->lines->pdata[i], snapshot);
  draw_rows (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->totals, snapshot);
  gtk_widget_snapshot_child (widget, self->head, snapshot);
  draw_columns (self, snapshot);
  gtk_snapshot_push_clip (
    snapshot, &GRAPHENE_RECT_INIT (body.x - 1, body.y - 1, body.width + 1,
                                   body.height + 1));
  gtk_widget_snapshot_child (widget, self->block, snapshot);
  gtk_widget_snapshot_child (widget, self->frame, snapshot);
  gtk_snapshot_pop (snapshot);
}

void
jh_table_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JhTableView *self = JH_TABLE_VIEW (widget);

  snapshot_body (self, snapshot);
  gtk_widget_snapshot_child (widget, self->across_bar, snapshot);
  gtk_widget_snapshot_child (widget, self->down_bar, snapshot);
  gtk_widget_snapshot_child (widget, self->editor, snapshot);
  gtk_widget_snapshot_child (widget, self->bubble, snapshot);
}
