#include "jh-table-view-private.h"

enum
{
  PROP_MODEL = 1,
  PROP_LABEL,
  N_PROPERTIES,
};

enum
{
  SIGNAL_REPORT,
  SIGNAL_ACTIVATED,
  SIGNAL_CURSOR_MOVED,
  SIGNAL_WIDTHS_CHANGED,
  SIGNAL_WRITE_LARGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JhTableView, jh_table_view, GTK_TYPE_WIDGET)

/* How keys leave a table that takes Tab for itself, for those who listen. */
#define DESCRIPTION                                                          \
  "像电子表格一样填写：方向键移动，回车或 F2 修改，"   \
  "按 F6 或 Ctrl+Tab 离开表格"

void
jh_table_view_tell (JhTableView *self, gboolean failed, const char *words)
{
  g_signal_emit (self, signals[SIGNAL_REPORT], 0, failed, words);
}

gboolean
jh_table_view_give_away (JhTableView *self, JhTableBlock *block,
                         JhTableVerb verb)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[SIGNAL_WRITE_LARGE], 0, block, (guint) verb,
                 &taken);
  return taken;
}

void
jh_table_view_activate (JhTableView *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->cursor.row,
                 self->cursor.column);
}

void
jh_table_view_tell_moved (JhTableView *self)
{
  g_signal_emit (self, signals[SIGNAL_CURSOR_MOVED], 0);
}

void
jh_table_view_tell_widths (JhTableView *self)
{
  g_signal_emit (self, signals[SIGNAL_WIDTHS_CHANGED], 0);
}

void
jh_table_view_set_label (JhTableView *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    label ? label : "表格", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, DESCRIPTION,
    -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
jh_table_view_set_property (GObject *object, guint id, const GValue *value,
                            GParamSpec *spec)
{
  JhTableView *self = JH_TABLE_VIEW (object);

  switch (id)
    {
    case PROP_MODEL:
      jh_table_view_set_model (self, g_value_get_object (value));
      break;
    case PROP_LABEL:
      jh_table_view_set_label (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
jh_table_view_get_property (GObject *object, guint id, GValue *value,
                            GParamSpec *spec)
{
  JhTableView *self = JH_TABLE_VIEW (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

/* Tab goes into the table as a whole and, when somebody asked to leave, out
 * of it. */
static gboolean
jh_table_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JhTableView *self = JH_TABLE_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus == widget || (focus && gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  jh_table_view_focus_cursor (self);
  return TRUE;
}

static gboolean
jh_table_view_grab_focus (GtkWidget *widget)
{
  jh_table_view_focus_cursor (JH_TABLE_VIEW (widget));
  return TRUE;
}

/* Sizes are worked out again when the font is another, not each time the
 * pointer comes by. */
static void
jh_table_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JhTableView *self = JH_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (jh_table_view_parent_class)->css_changed (widget, change);
  if (pango_context_get_serial (gtk_widget_get_pango_context (widget))
      != self->font_serial)
    gtk_widget_queue_resize (widget);
}

static void
jh_table_view_dispose (GObject *object)
{
  JhTableView *self = JH_TABLE_VIEW (object);

  jh_table_view_drop_model (self);
  jh_table_view_drop_list (self);
  jh_table_view_stop (self);
  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->block, gtk_widget_unparent);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->totals, gtk_widget_unparent);
  g_clear_pointer (&self->across_bar, gtk_widget_unparent);
  g_clear_pointer (&self->down_bar, gtk_widget_unparent);
  G_OBJECT_CLASS (jh_table_view_parent_class)->dispose (object);
}

static void
jh_table_view_finalize (GObject *object)
{
  JhTableView *self = JH_TABLE_VIEW (object);

  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->dragged);
  g_object_unref (self->fonts);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  g_free (self->geometry.widths);
  g_free (self->label);
  g_free (self->name);
  g_free (self->edit_name);
  g_free (self->edit_before);
  g_free (self->writing.loss);
  G_OBJECT_CLASS (jh_table_view_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  signals[SIGNAL_REPORT]
    = g_signal_new ("report", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED]
    = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_CURSOR_MOVED]
    = g_signal_new ("cursor-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WIDTHS_CHANGED]
    = g_signal_new ("widths-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WRITE_LARGE]
    = g_signal_new ("write-large", type, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_true_handled, NULL, NULL,
                    G_TYPE_BOOLEAN, 2, G_TYPE_POINTER, G_TYPE_UINT);
}

static void
jh_table_view_class_init (JhTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags
    = (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  object_class->dispose = jh_table_view_dispose;
  object_class->finalize = jh_table_view_finalize;
  object_class->set_property = jh_table_view_set_property;
  object_class->get_property = jh_table_view_get_property;
  widget_class->measure = jh_table_view_measure;
  widget_class->size_allocate = jh_table_view_allocate;
  widget_class->snapshot = jh_table_view_snapshot;
  widget_class->focus = jh_table_view_focus;
  widget_class->grab_focus = jh_table_view_grab_focus;
  widget_class->css_changed = jh_table_view_css_changed;
  properties[PROP_MODEL]
    = g_param_spec_object ("model", NULL, NULL, JH_TYPE_TABLE_MODEL, flags);
  properties[PROP_LABEL]
    = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  add_signals (G_TYPE_FROM_CLASS (klass));
  jh_table_view_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "jh-table");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GRID);
}

static void
jh_table_view_init (JhTableView *self)
{
  self->lines
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->dragged
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pressed = (JhTableSpot){ JH_SPOT_NOTHING };
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  jh_table_view_add_parts (self);
  jh_table_view_add_editor (self);
  jh_table_view_add_pointer (self);
  jh_table_view_add_wheel (self);
  jh_table_view_add_keys (self);
  jh_table_view_set_label (self, NULL);
}

GtkWidget *
jh_table_view_new (void)
{
  return g_object_new (JH_TYPE_TABLE_VIEW, NULL);
}
