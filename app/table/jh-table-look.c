#include "jh-table-look.h"

#define DIM 0xb000

/* What of the flags is in the attributes of a text. */
#define LOOKS (JH_BOX_RIGHT | JH_BOX_STRONG | JH_BOX_DIM | JH_BOX_FAULT)

static void
insert_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize from,
                  gsize to)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  pango_attr_list_insert (list, attribute);
}

PangoAttrList *
jh_table_look_new (JhTableBoxFlags flags, gsize note)
{
  PangoAttrList *list = pango_attr_list_new ();
  gsize dim = flags & JH_BOX_DIM ? 0 : note;

  if (flags & JH_BOX_RIGHT)
    insert_attribute (list, pango_attr_font_features_new ("tnum=1"), 0,
                      G_MAXUINT);
  if (flags & JH_BOX_STRONG)
    insert_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0,
                      note);
  if (flags & JH_BOX_FAULT)
    insert_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_ERROR),
                      0, note);
  if (dim < G_MAXUINT)
    insert_attribute (list, pango_attr_foreground_alpha_new (DIM), dim,
                      G_MAXUINT);
  return list;
}

PangoAttrList *
jh_table_look_get (JhTableBoxFlags flags)
{
  static PangoAttrList *lists[LOOKS + 1];
  guint look = flags & LOOKS;

  if (lists[look] == NULL)
    lists[look] = jh_table_look_new (flags, G_MAXUINT);
  return lists[look];
}

void
jh_table_look_draw_triangle (GtkSnapshot *snapshot, const GdkRGBA *colour,
                             const graphene_point_t *points)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  graphene_rect_init (&bounds, points[0].x, points[0].y, 0, 0);
  for (int i = 1; i < 3; i++)
    graphene_rect_expand (&bounds, &points[i], &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, points[0].x, points[0].y);
  cairo_line_to (cr, points[1].x, points[1].y);
  cairo_line_to (cr, points[2].x, points[2].y);
  cairo_fill (cr);
  cairo_destroy (cr);
}
