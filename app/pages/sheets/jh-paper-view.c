#include "jh-paper-view-private.h"

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  MOVED,
  ACTIVATED,
  VIEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (JhPaperView, jh_paper_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      NULL))

double
jh_paper_view_get_offset (JhPaperView *self, int axis)
{
  return self->adjustments[axis]
           ? gtk_adjustment_get_value (self->adjustments[axis])
           : 0;
}

void
jh_paper_view_set_offset (JhPaperView *self, int axis, double offset)
{
  if (self->adjustments[axis])
    gtk_adjustment_set_value (self->adjustments[axis], offset);
}

static gboolean
told_cb (gpointer data)
{
  JhPaperView *self = data;

  self->telling = 0;
  g_signal_emit (self, signals[VIEWED], 0);
  return G_SOURCE_REMOVE;
}

void
jh_paper_view_tell (JhPaperView *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_DEFAULT, told_cb, self, NULL);
}

/* Tells when another page came into sight. */
static void
scrolled_cb (JhPaperView *self)
{
  guint page = jh_paper_view_get_page (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (page == self->shown_page)
    return;
  self->shown_page = page;
  jh_paper_view_tell (self);
}

static void
configure (JhPaperView *self, int axis, double size, double sight)
{
  GtkAdjustment *adjustment = self->adjustments[axis];

  if (adjustment == NULL)
    return;
  size = MAX (size, sight);
  gtk_adjustment_configure (
    adjustment,
    CLAMP (gtk_adjustment_get_value (adjustment), 0, size - sight), 0, size,
    sight * 0.1, sight * 0.9, sight);
}

void
jh_paper_view_lay_out (JhPaperView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->paper == NULL || width <= 0)
    {
      configure (self, 0, 0, width);
      configure (self, 1, 0, height);
      return;
    }
  if (self->mode == JH_ZOOM_WIDTH)
    self->space.zoom = jh_paper_space_fit_width (&self->space, width);
  else if (self->mode == JH_ZOOM_PAGE)
    self->space.zoom = jh_paper_space_fit_page (&self->space, width, height);
  self->space.width = width;
  configure (self, 0, jh_paper_space_width (&self->space), width);
  configure (self, 1, jh_paper_space_height (&self->space), height);
}

/* Brings the cursor into sight. */
static void
reveal (JhPaperView *self)
{
  double scale = self->space.zoom * JH_PAPER_POINT;
  guint page = jh_paper_view_get_page (self);
  JhBox box;

  if (!jh_paper_find_box (self->paper, page, self->cursor, &box))
    {
      page = jh_paper_find_page (self->paper, self->cursor);
      if (!jh_paper_find_box (self->paper, page, self->cursor, &box))
        return;
    }
  jh_paper_view_set_offset (
    self, 0,
    jh_paper_space_reveal (jh_paper_view_get_offset (self, 0),
                           gtk_widget_get_width (GTK_WIDGET (self)),
                           jh_paper_space_left (&self->space) + box.x * scale,
                           box.width * scale));
  jh_paper_view_set_offset (
    self, 1,
    jh_paper_space_reveal (jh_paper_view_get_offset (self, 1),
                           gtk_widget_get_height (GTK_WIDGET (self)),
                           jh_paper_space_top (&self->space, page)
                             + box.y * scale,
                           box.height * scale));
}

static void
jh_paper_view_size_allocate (GtkWidget *widget, int width, int height,
                             int baseline)
{
  JhPaperView *self = JH_PAPER_VIEW (widget);
  double before = self->space.zoom;

  jh_paper_view_lay_out (self);
  if (height < self->height && self->has_cursor)
    reveal (self);
  self->height = height;
  if (before != self->space.zoom)
    jh_paper_view_tell (self);
}

static void
jh_paper_view_measure (GtkWidget *widget, GtkOrientation orientation,
                       int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = 480;
}

static void
set_adjustment (JhPaperView *self, int axis, GtkAdjustment *adjustment)
{
  if (self->adjustments[axis] == adjustment)
    return;
  if (self->adjustments[axis])
    g_signal_handlers_disconnect_by_data (self->adjustments[axis], self);
  g_set_object (&self->adjustments[axis], adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "value-changed",
                            G_CALLBACK (scrolled_cb), self);
  jh_paper_view_lay_out (self);
}

static void
jh_paper_view_set_property (GObject *object, guint id, const GValue *value,
                            GParamSpec *pspec)
{
  JhPaperView *self = JH_PAPER_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id == PROP_VADJUSTMENT,
                      g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jh_paper_view_get_property (GObject *object, guint id, GValue *value,
                            GParamSpec *pspec)
{
  JhPaperView *self = JH_PAPER_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id == PROP_VADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id == PROP_VSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jh_paper_view_dispose (GObject *object)
{
  JhPaperView *self = JH_PAPER_VIEW (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  set_adjustment (self, 0, NULL);
  set_adjustment (self, 1, NULL);
  g_hash_table_remove_all (self->nodes);
  self->paper = NULL;
  G_OBJECT_CLASS (jh_paper_view_parent_class)->dispose (object);
}

static void
jh_paper_view_finalize (GObject *object)
{
  g_hash_table_unref (JH_PAPER_VIEW (object)->nodes);
  g_clear_pointer (&JH_PAPER_VIEW (object)->marks, g_array_unref);
  G_OBJECT_CLASS (jh_paper_view_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, JH_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
jh_paper_view_class_init (JhPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = jh_paper_view_set_property;
  object_class->get_property = jh_paper_view_get_property;
  object_class->dispose = jh_paper_view_dispose;
  object_class->finalize = jh_paper_view_finalize;
  widget_class->snapshot = jh_paper_view_snapshot;
  widget_class->measure = jh_paper_view_measure;
  widget_class->size_allocate = jh_paper_view_size_allocate;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT,
                                    "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT,
                                    "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY,
                                    "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY,
                                    "vscroll-policy");
  signals[MOVED] = add_signal ("moved");
  signals[ACTIVATED] = add_signal ("activated");
  signals[VIEWED] = add_signal ("viewed");
  gtk_widget_class_set_css_name (widget_class, "papers");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jh_paper_view_init (JhPaperView *self)
{
  self->nodes = g_hash_table_new_full (
    NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  self->space.zoom = 1;
  self->mode = JH_ZOOM_WIDTH;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  jh_paper_view_add_input (self);
}

void
jh_paper_view_show (JhPaperView *self, const JhPaper *paper,
                    const JhGrid *grid, gboolean again)
{
  g_hash_table_remove_all (self->nodes);
  self->paper = paper;
  self->grid = grid;
  self->space.n_pages = paper ? jh_paper_count (paper) : 0;
  if (paper)
    jh_paper_get_size (paper, &self->space.paper_width,
                       &self->space.paper_height);
  self->has_cursor
    &= again && paper && jh_grid_is_figure (grid, self->cursor);
  jh_paper_view_lay_out (self);
  if (!again)
    {
      jh_paper_view_set_offset (self, 0, 0);
      jh_paper_view_set_offset (self, 1, 0);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jh_paper_view_tell (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
jh_paper_view_set_marks (JhPaperView *self, GArray *cells)
{
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = cells;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
jh_paper_view_get_cursor (JhPaperView *self, JhGridPlace *place)
{
  *place = self->cursor;
  return self->has_cursor;
}

void
jh_paper_view_set_cursor (JhPaperView *self, JhGridPlace place)
{
  if (self->paper == NULL || place.row >= self->grid->n_rows
      || place.column >= self->grid->n_columns)
    return;
  self->cursor = place;
  self->has_cursor = TRUE;
  reveal (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

void
jh_paper_view_describe (JhPaperView *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
jh_paper_view_activate_cell (JhPaperView *self)
{
  if (self->has_cursor)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

guint
jh_paper_view_get_page (JhPaperView *self)
{
  double third = gtk_widget_get_height (GTK_WIDGET (self)) / 3.0;

  return jh_paper_space_find (&self->space,
                              jh_paper_view_get_offset (self, 1) + third);
}

guint
jh_paper_view_count_pages (JhPaperView *self)
{
  return self->space.n_pages;
}

void
jh_paper_view_go_page (JhPaperView *self, guint page)
{
  jh_paper_view_set_offset (
    self, 1, jh_paper_space_top (&self->space, page) - JH_PAPER_GAP);
}
