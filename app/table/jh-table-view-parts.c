/* The parts of the view, and how large they want to be. */
#include "jh-table-view-private.h"

#define NATURAL_ROWS 12
#define NATURAL_WIDTH 640

static const JhTableLineKind head_kind
  = { "jh-head", "jh-title", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, FALSE };
static const JhTableLineKind totals_kind
  = { "jh-totals", "jh-total", GTK_ACCESSIBLE_ROLE_GRID_CELL, FALSE };

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

void
jh_table_view_measure_font (JhTableView *self)
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
  self->geometry.row = height + JH_ROW_ROOM;
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

  jh_table_view_measure_font (self);
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
