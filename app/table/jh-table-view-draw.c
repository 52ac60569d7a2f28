/* Drawing the view. */
#include "jh-table-view-private.h"

#define ROW_LINE_ALPHA 0.6f

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
  gtk_widget_snapshot_child (widget, self->editor, snapshot);
  gtk_snapshot_pop (snapshot);
}

void
jh_table_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JhTableView *self = JH_TABLE_VIEW (widget);

  snapshot_body (self, snapshot);
  gtk_widget_snapshot_child (widget, self->across_bar, snapshot);
  gtk_widget_snapshot_child (widget, self->down_bar, snapshot);
  gtk_widget_snapshot_child (widget, self->bubble, snapshot);
}
