/* Drawing pages. A page is drawn once, in points, and shown at any zoom. */
#include "jh-paper-view-private.h"
#include "jh-table-look.h"

/* How many pages are kept drawn. */
#define PAGES_KEPT 12

/* The node of page @page; borrowed. */
static GskRenderNode *
get_node (JhPaperView *self, guint page)
{
  gpointer key = GUINT_TO_POINTER (page);
  GskRenderNode *node = g_hash_table_lookup (self->nodes, key);
  GtkSnapshot *snapshot;
  cairo_t *cr;

  if (node)
    return node;
  if (g_hash_table_size (self->nodes) >= PAGES_KEPT)
    g_hash_table_remove_all (self->nodes);
  snapshot = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->space.paper_width,
                                   (float) self->space.paper_height));
  jh_paper_draw (self->paper, cr, page, page + 1, self->space.n_pages);
  cairo_destroy (cr);
  node = gtk_snapshot_free_to_node (snapshot);
  g_hash_table_insert (self->nodes, key, node);
  return node;
}

/* The colour that the theme marks a selection with. */
static GdkRGBA
get_accent (JhPaperView *self)
{
  GdkRGBA colour = { 0.21f, 0.52f, 0.89f, 1 };

  (void) gtk_style_context_lookup_color (
    gtk_widget_get_style_context (GTK_WIDGET (self)),
    "theme_selected_bg_color", &colour);
  return colour;
}

/* The cursor on page @page, drawn in points. */
static void
draw_cursor (JhPaperView *self, GtkSnapshot *snapshot, guint page)
{
  gboolean focus = gtk_widget_has_focus (GTK_WIDGET (self));
  GdkRGBA frame = get_accent (self), fill = frame;
  float width = (float) (2 / (self->space.zoom * JH_PAPER_POINT));
  GskRoundedRect outline;
  JhBox box;

  if (!self->has_cursor
      || !jh_paper_find_box (self->paper, page, self->cursor, &box))
    return;
  fill.alpha = focus ? 0.18f : 0.08f;
  frame.alpha = focus ? 1 : 0.6f;
  gsk_rounded_rect_init_from_rect (
    &outline,
    &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width,
                         (float) box.height),
    0);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ frame, frame, frame, frame });
}

/* A corner of @size at the upper left of @box, @inset from both edges. */
static void
draw_corner (GtkSnapshot *snapshot, const JhBox *box, const GdkRGBA *colour,
             float inset, float size)
{
  float x = (float) box->x + inset, y = (float) box->y + inset;
  const graphene_point_t points[3]
    = { { x, y }, { x + size, y }, { x, y + size } };

  jh_table_look_draw_triangle (snapshot, colour, points);
}

/* What the checks find on page @page, as in tables: a mistake fills its
 * corner. */
static void
draw_marks (JhPaperView *self, GtkSnapshot *snapshot, guint page)
{
  static const GdkRGBA red = { 0.8f, 0, 0, 1 };
  static const GdkRGBA orange = { 0.85f, 0.45f, 0, 1 };
  static const GdkRGBA white = { 1, 1, 1, 1 };

  for (guint i = 0; self->marks && i < self->marks->len; i++)
    {
      const JhMarkedCell *cell
        = &g_array_index (self->marks, JhMarkedCell, i);
      gboolean error = cell->mark == JH_MARK_ERROR;
      JhBox box;

      if (!jh_paper_find_box (self->paper, page, cell->place, &box))
        continue;
      draw_corner (snapshot, &box, error ? &red : &orange, 0, 7);
      if (!error)
        draw_corner (snapshot, &box, &white, 1.3f, 3);
    }
}

/* The sheet of paper, with a frame and a shadow that say where it ends in
 * light and in dark. */
static void
draw_sheet (JhPaperView *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA frame = { 0, 0, 0, 0.28f };
  static const GdkRGBA shadow = { 0, 0, 0, 0.3f };
  float width
    = (float) (self->space.paper_width * JH_PAPER_POINT * self->space.zoom);
  float height
    = (float) (self->space.paper_height * JH_PAPER_POINT * self->space.zoom);
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0, 0, width, height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 4);
  gtk_snapshot_append_color (snapshot, &white, &paper);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ frame, frame, frame, frame });
}

static void
draw_page (JhPaperView *self, GtkSnapshot *snapshot, guint page)
{
  float scale = (float) (self->space.zoom * JH_PAPER_POINT);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) (jh_paper_space_left (&self->space)
                                   - jh_paper_view_get_offset (self, 0)),
                          (float) (jh_paper_space_top (&self->space, page)
                                   - jh_paper_view_get_offset (self, 1))));
  draw_sheet (self, snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_node (snapshot, get_node (self, page));
  draw_marks (self, snapshot, page);
  draw_cursor (self, snapshot, page);
  gtk_snapshot_restore (snapshot);
}

void
jh_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JhPaperView *self = JH_PAPER_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double top = jh_paper_view_get_offset (self, 1);
  guint first = jh_paper_space_find (&self->space, top);
  guint last = jh_paper_space_find (&self->space, top + height);

  if (self->paper == NULL)
    return;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint page = first; page <= last; page++)
    draw_page (self, snapshot, page);
  gtk_snapshot_pop (snapshot);
}
