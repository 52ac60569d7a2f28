#include "jh-table-box.h"

#include "jh-table-look.h"

#define CORNER 7
#define MARK 10
#define MARK_LINE 2
#define ARROW 9

struct _JhTableBox
{
  GtkWidget parent_instance;

  PangoContext *context;
  PangoLayout *layout;
  char *text;
  char *note;
  char *hint;
  JhTableBoxFlags flags;
  int room;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (JhTableBox, jh_table_box, GTK_TYPE_WIDGET)

/* Puts the text and the note behind it into the layout, as wide as it
 * wants. */
static void
lay_out (JhTableBox *self)
{
  gboolean lines = (self->flags & JH_BOX_LINES) != 0;
  const char *gap = self->text[0] == '\0' ? "" : lines ? "\n" : "  ";

  if (self->layout == NULL)
    self->layout = pango_layout_new (self->context);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_single_paragraph_mode (self->layout, !lines);
  if (self->note)
    {
      g_autofree char *words
        = g_strconcat (self->text, gap, self->note, NULL);
      g_autoptr (PangoAttrList) attributes
        = jh_table_look_new (self->flags, strlen (self->text));

      pango_layout_set_text (self->layout, words, -1);
      pango_layout_set_attributes (self->layout, attributes);
      return;
    }
  pango_layout_set_text (self->layout, self->text, -1);
  pango_layout_set_attributes (self->layout, jh_table_look_get (self->flags));
}

static int
measure_layout (JhTableBox *self)
{
  int width;

  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

/* Cuts the layout to @room: words end in …, but half a figure misleads. */
static void
cut (JhTableBox *self, int room)
{
  if (self->flags & JH_BOX_RIGHT)
    {
      pango_layout_set_text (self->layout, "####", -1);
      return;
    }
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, self->flags & JH_BOX_CENTRE
                                              ? PANGO_ALIGN_CENTER
                                              : PANGO_ALIGN_LEFT);
  pango_layout_set_width (self->layout, room * PANGO_SCALE);
  pango_layout_set_height (self->layout, self->flags & JH_BOX_LINES ? -2 : 0);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

/* Lays the text out in @room, unless it is that already. */
static void
fit (JhTableBox *self, int room)
{
  if (room == self->room)
    return;
  self->room = room;
  lay_out (self);
  if (self->flags & JH_BOX_LINES || measure_layout (self) > room)
    cut (self, room);
}

/* The corner of what is wrong. */
static void
draw_fault (JhTableBox *self, GtkSnapshot *snapshot, int width)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  graphene_point_t points[3]
    = { { width - CORNER, 0 }, { width, 0 }, { width, CORNER } };
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, "error_color", &colour))
    gtk_style_context_get_color (style, &colour);
  jh_table_look_draw_triangle (snapshot, &colour, points);
}

/* A corner of @size at the upper left, @inset pixels from both edges, in the
 * colour @name of the theme. */
static void
draw_left_corner (JhTableBox *self, GtkSnapshot *snapshot, const char *name,
                  int inset, int size)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  graphene_point_t points[3]
    = { { inset, inset }, { inset + size, inset }, { inset, inset + size } };
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  jh_table_look_draw_triangle (snapshot, &colour, points);
}

/* What the checks find, told apart by more than its colour: a mistake fills
 * the corner. */
static void
draw_mark (JhTableBox *self, GtkSnapshot *snapshot)
{
  gboolean error = (self->flags & JH_BOX_ERROR) != 0;

  draw_left_corner (self, snapshot, error ? "error_color" : "warning_color",
                    0, MARK);
  if (!error)
    draw_left_corner (self, snapshot, "theme_base_color", MARK_LINE,
                      MARK - 2 * MARK_LINE - 1);
}

/* The triangle that says how the column is sorted. */
static void
draw_order (JhTableBox *self, GtkSnapshot *snapshot, int width, int height,
            const GdkRGBA *colour)
{
  gboolean rising = (self->flags & JH_BOX_RISING) != 0;
  float x = width - JH_BOX_PADDING - ARROW;
  float y = (height - ARROW / 2) / 2;
  float flat = rising ? y + ARROW / 2 : y;
  graphene_point_t points[3]
    = { { x, flat },
        { x + ARROW, flat },
        { x + ARROW / 2.f, rising ? y : y + ARROW / 2 } };

  jh_table_look_draw_triangle (snapshot, colour, points);
}

/* How much of @width the text has. */
static int
get_room (JhTableBox *self, int width)
{
  if (self->flags & (JH_BOX_RISING | JH_BOX_FALLING))
    width -= ARROW + 2;
  return MAX (0, width - 2 * JH_BOX_PADDING);
}

static void
draw_text (JhTableBox *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  int room = get_room (self, gtk_widget_get_width (GTK_WIDGET (self)));
  int width, height;
  int x = JH_BOX_PADDING;

  fit (self, room);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (self->flags & JH_BOX_RIGHT)
    x += room - width;
  else if (self->flags & JH_BOX_CENTRE
           && pango_layout_get_width (self->layout) < 0)
    x += (room - width) / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (
                x, (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
jh_table_box_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JhTableBox *self = JH_TABLE_BOX (widget);
  int width = gtk_widget_get_width (widget);
  GdkRGBA colour;

  if (self->flags & JH_BOX_FAULT)
    draw_fault (self, snapshot, width);
  if (self->flags & (JH_BOX_ERROR | JH_BOX_WARNING))
    draw_mark (self, snapshot);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget),
                               &colour);
  if (self->flags & (JH_BOX_RISING | JH_BOX_FALLING))
    draw_order (self, snapshot, width, gtk_widget_get_height (widget),
                &colour);
  if (self->text[0] != '\0' || self->note)
    draw_text (self, snapshot, &colour);
}

static gboolean
jh_table_box_query_tooltip (GtkWidget *widget, int x, int y,
                            gboolean keyboard, GtkTooltip *tooltip)
{
  JhTableBox *self = JH_TABLE_BOX (widget);
  int room = get_room (self, gtk_widget_get_width (widget));
  g_autoptr (GString) words = g_string_new (NULL);

  self->room = -1;
  gtk_widget_queue_draw (widget);
  lay_out (self);
  if (self->text[0] != '\0' && measure_layout (self) > room)
    g_string_append_printf (words, "%s%s%s", self->text,
                            self->note ? "  " : "",
                            self->note ? self->note : "");
  if (self->hint && words->len > 0)
    g_string_append_c (words, '\n');
  if (self->hint)
    g_string_append (words, self->hint);
  if (words->len == 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words->str);
  return TRUE;
}

static void
jh_table_box_finalize (GObject *object)
{
  JhTableBox *self = JH_TABLE_BOX (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_free (self->text);
  g_free (self->note);
  g_free (self->hint);
  G_OBJECT_CLASS (jh_table_box_parent_class)->finalize (object);
}

static void
jh_table_box_class_init (JhTableBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jh_table_box_finalize;
  widget_class->snapshot = jh_table_box_snapshot;
  widget_class->query_tooltip = jh_table_box_query_tooltip;
}

static void
jh_table_box_init (JhTableBox *self)
{
  self->text = g_strdup ("");
  self->room = -1;
  self->stale = TRUE;
}

GtkWidget *
jh_table_box_new (const char *css_name, GtkAccessibleRole role,
                  PangoContext *context)
{
  JhTableBox *self
    = g_object_new (JH_TYPE_TABLE_BOX, "css-name", css_name,
                    "accessible-role", role, "has-tooltip", TRUE, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

void
jh_table_box_set (JhTableBox *self, const char *text, const char *note,
                  JhTableBoxFlags flags)
{
  self->stale = FALSE;
  if (flags == self->flags && g_strcmp0 (text, self->text) == 0
      && g_strcmp0 (note, self->note) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text ? text : "");
  g_free (self->note);
  self->note = g_strdup (note);
  self->flags = flags;
  self->room = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
jh_table_box_get_text (JhTableBox *self)
{
  return self->text;
}

void
jh_table_box_set_hint (JhTableBox *self, const char *hint)
{
  if (g_strcmp0 (hint, self->hint) == 0)
    return;
  g_free (self->hint);
  self->hint = g_strdup (hint);
}

gboolean
jh_table_box_is_stale (JhTableBox *self)
{
  return self->stale;
}

void
jh_table_box_set_stale (JhTableBox *self, gboolean stale)
{
  self->stale = stale;
}

int
jh_table_box_measure_text (JhTableBox *self)
{
  int width;

  self->room = -1;
  lay_out (self);
  width = measure_layout (self) + 2 * JH_BOX_PADDING;
  if (self->flags & (JH_BOX_RISING | JH_BOX_FALLING))
    width += ARROW + 2;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return width;
}
