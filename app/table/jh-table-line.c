#include "jh-table-line.h"

struct _JhTableLine
{
  GtkWidget parent_instance;

  const JhTableLineKind *kind;
  const JhTableGeometry *geometry;
  PangoContext *context;
  guint row;
  guint stamp;
  int x;
  int width;
  GtkWidget *gutter;
  GPtrArray *boxes;
};

G_DEFINE_FINAL_TYPE (JhTableLine, jh_table_line, GTK_TYPE_WIDGET)

static void
unparent (gpointer widget)
{
  if (widget)
    gtk_widget_unparent (widget);
}

static void
place (GtkWidget *box, int x, int width, int height)
{
  /* A widget is measured before it is placed, even when it asks for
   * nothing. */
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
jh_table_line_size_allocate (GtkWidget *widget, int width, int height,
                             int baseline)
{
  JhTableLine *self = JH_TABLE_LINE (widget);

  place (self->gutter, 0, self->geometry->gutter, height);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      GtkWidget *box = self->boxes->pdata[i];

      if (box && gtk_widget_get_child_visible (box))
        place (box, jh_table_geometry_column_x (self->geometry, i),
               self->geometry->widths[i], height);
    }
}

static void
snapshot_boxes (JhTableLine *self, GtkSnapshot *snapshot, guint from,
                guint to)
{
  for (guint i = from; i < to; i++)
    {
      GtkWidget *box = self->boxes->pdata[i];

      if (box && gtk_widget_get_child_visible (box))
        gtk_widget_snapshot_child (GTK_WIDGET (self), box, snapshot);
    }
}

static void
jh_table_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JhTableLine *self = JH_TABLE_LINE (widget);
  guint frozen = MIN (self->geometry->frozen, self->boxes->len);
  JhTableBounds moving = jh_table_geometry_moving (self->geometry);

  gtk_snapshot_push_clip (
    snapshot, &GRAPHENE_RECT_INIT (moving.x, 0, moving.width,
                                   gtk_widget_get_height (widget)));
  snapshot_boxes (self, snapshot, frozen, self->boxes->len);
  gtk_snapshot_pop (snapshot);
  snapshot_boxes (self, snapshot, 0, frozen);
  gtk_widget_snapshot_child (widget, self->gutter, snapshot);
}

static void
jh_table_line_dispose (GObject *object)
{
  JhTableLine *self = JH_TABLE_LINE (object);

  jh_table_line_forget (self);
  g_clear_pointer (&self->gutter, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (jh_table_line_parent_class)->dispose (object);
}

static void
jh_table_line_finalize (GObject *object)
{
  g_ptr_array_unref (JH_TABLE_LINE (object)->boxes);
  G_OBJECT_CLASS (jh_table_line_parent_class)->finalize (object);
}

static void
jh_table_line_class_init (JhTableLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jh_table_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = jh_table_line_finalize;
  widget_class->size_allocate = jh_table_line_size_allocate;
  widget_class->snapshot = jh_table_line_snapshot;
}

static void
jh_table_line_init (JhTableLine *self)
{
  self->row = G_MAXUINT;
  self->boxes = g_ptr_array_new_with_free_func (unparent);
}

GtkWidget *
jh_table_line_new (const JhTableLineKind *kind,
                   const JhTableGeometry *geometry, PangoContext *context)
{
  JhTableLine *self
    = g_object_new (JH_TYPE_TABLE_LINE, "css-name", kind->css_name,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  self->kind = kind;
  self->geometry = geometry;
  self->context = g_object_ref (context);
  self->gutter
    = jh_table_box_new ("jh-gutter", GTK_ACCESSIBLE_ROLE_ROW_HEADER, context);
  gtk_widget_set_parent (self->gutter, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

guint
jh_table_line_get_row (JhTableLine *self)
{
  return self->row;
}

void
jh_table_line_set_row (JhTableLine *self, guint row)
{
  if (row == self->row)
    return;
  self->row = row;
  jh_table_line_make_stale (self);
}

JhTableBox *
jh_table_line_get_gutter (JhTableLine *self)
{
  return JH_TABLE_BOX (self->gutter);
}

JhTableBox *
jh_table_line_get_box (JhTableLine *self, guint column)
{
  return column < self->boxes->len ? self->boxes->pdata[column] : NULL;
}

/* The widget that a new cell of @column comes behind. */
static GtkWidget *
find_before (JhTableLine *self, guint column)
{
  while (column-- > 0)
    if (self->boxes->pdata[column])
      return self->boxes->pdata[column];
  return self->gutter;
}

/* Whether the columns are where they were when they were placed. */
static gboolean
is_placed (JhTableLine *self)
{
  const JhTableGeometry *geometry = self->geometry;
  gboolean placed = (self->stamp == geometry->stamp && self->x == geometry->x
                     && self->width == geometry->width);

  self->stamp = geometry->stamp;
  self->x = geometry->x;
  self->width = geometry->width;
  return placed;
}

void
jh_table_line_make_boxes (JhTableLine *self)
{
  const JhTableGeometry *geometry = self->geometry;

  if (self->boxes->len != geometry->n_columns)
    g_ptr_array_set_size (self->boxes, (int) geometry->n_columns);
  for (guint i = 0; i < geometry->n_columns; i++)
    if (self->boxes->pdata[i] == NULL
        && jh_table_geometry_shows_column (geometry, i))
      {
        GtkWidget *box = jh_table_box_new (self->kind->box_name,
                                           self->kind->role, self->context);

        gtk_widget_set_focusable (box, self->kind->focusable);
        gtk_widget_insert_after (box, GTK_WIDGET (self),
                                 find_before (self, i));
        self->boxes->pdata[i] = box;
      }
}

gboolean
jh_table_line_show_columns (JhTableLine *self)
{
  const JhTableGeometry *geometry = self->geometry;
  gboolean whole = TRUE;

  if (is_placed (self))
    return TRUE;
  if (self->boxes->len != geometry->n_columns)
    g_ptr_array_set_size (self->boxes, (int) geometry->n_columns);
  for (guint i = 0; i < geometry->n_columns; i++)
    {
      gboolean shown = jh_table_geometry_shows_column (geometry, i);
      GtkWidget *box = self->boxes->pdata[i];

      whole = whole && (box || !shown);
      if (box)
        gtk_widget_set_child_visible (box, shown);
    }
  if (!whole)
    self->stamp = geometry->stamp - 1;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return whole;
}

void
jh_table_line_make_stale (JhTableLine *self)
{
  jh_table_box_set_stale (JH_TABLE_BOX (self->gutter), TRUE);
  for (guint i = 0; i < self->boxes->len; i++)
    if (self->boxes->pdata[i])
      jh_table_box_set_stale (self->boxes->pdata[i], TRUE);
}

void
jh_table_line_forget (JhTableLine *self)
{
  g_ptr_array_set_size (self->boxes, 0);
  self->stamp = 0;
}
