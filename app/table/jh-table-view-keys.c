/* Keys outside of an edit. What has a letter goes to the editor, so that
 * input methods see the first key too. */
#include "jh-table-view-private.h"

#define MODIFIERS                                                            \
  (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK          \
   | GDK_HYPER_MASK)

/* keyval: with Ctrl when @ctrl */
typedef struct
{
  guint keyval;
  gboolean ctrl;
  JhTableStep step;
} StepKey;

static const StepKey step_keys[] = {
  { GDK_KEY_Left, FALSE, JH_STEP_LEFT },
  { GDK_KEY_Right, FALSE, JH_STEP_RIGHT },
  { GDK_KEY_Up, FALSE, JH_STEP_UP },
  { GDK_KEY_Down, FALSE, JH_STEP_DOWN },
  { GDK_KEY_Left, TRUE, JH_STEP_EDGE_LEFT },
  { GDK_KEY_Right, TRUE, JH_STEP_EDGE_RIGHT },
  { GDK_KEY_Up, TRUE, JH_STEP_EDGE_UP },
  { GDK_KEY_Down, TRUE, JH_STEP_EDGE_DOWN },
  { GDK_KEY_Home, FALSE, JH_STEP_HOME },
  { GDK_KEY_End, FALSE, JH_STEP_END },
  { GDK_KEY_Home, TRUE, JH_STEP_TOP },
  { GDK_KEY_End, TRUE, JH_STEP_BOTTOM },
  { GDK_KEY_Page_Up, FALSE, JH_STEP_PAGE_UP },
  { GDK_KEY_Page_Down, FALSE, JH_STEP_PAGE_DOWN },
};

/* The keys of the number pad are those beside it. */
static guint
plain_key (guint keyval)
{
  static const guint pairs[][2] = {
    { GDK_KEY_KP_Left, GDK_KEY_Left },
    { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Up, GDK_KEY_Up },
    { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Home, GDK_KEY_Home },
    { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
    { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },
    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Tab, GDK_KEY_Tab },
    { GDK_KEY_KP_Delete, GDK_KEY_Delete },
    { GDK_KEY_KP_Insert, GDK_KEY_Insert },
    { GDK_KEY_KP_Add, GDK_KEY_plus },
    { GDK_KEY_KP_Subtract, GDK_KEY_minus },
    { GDK_KEY_KP_Space, GDK_KEY_space },
    { GDK_KEY_KP_F2, GDK_KEY_F2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == keyval)
      return pairs[i][1];
  return keyval;
}

gboolean
jh_table_view_find_step (guint keyval, GdkModifierType state,
                         JhTableStep *step)
{
  gboolean ctrl = (state & GDK_CONTROL_MASK) != 0;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  keyval = plain_key (keyval);
  if (state & GDK_ALT_MASK)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (step_keys); i++)
    if (step_keys[i].keyval == keyval && step_keys[i].ctrl == ctrl)
      {
        *step = step_keys[i].step;
        return TRUE;
      }
  if (ctrl)
    return FALSE;
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    *step = shift ? JH_STEP_PREVIOUS : JH_STEP_NEXT;
  else if (keyval == GDK_KEY_Return)
    *step = shift ? JH_STEP_BACK : JH_STEP_ENTER;
  else
    return FALSE;
  return TRUE;
}

/* Leaves the table. */
static void
leave (JhTableView *self, gboolean back)
{
  g_signal_emit_by_name (self, "move-focus",
                         back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static void
mark_columns (JhTableView *self)
{
  JhTableArea area = jh_table_cursor_area (&self->cursor);

  jh_table_cursor_mark (&self->cursor, 0, area.column,
                        self->geometry.n_rows - 1,
                        area.column + area.n_columns - 1);
}

static void
mark_rows (JhTableView *self)
{
  JhTableArea area = jh_table_cursor_area (&self->cursor);

  jh_table_cursor_mark (&self->cursor, area.row, 0,
                        area.row + area.n_rows - 1,
                        self->geometry.n_columns - 1);
}

static void
mark_all (JhTableView *self)
{
  jh_table_cursor_mark (&self->cursor, 0, 0, self->geometry.n_rows - 1,
                        self->geometry.n_columns - 1);
}

/* After the block changed and the cursor did not. */
static void
marked (JhTableView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  jh_table_view_tell_moved (self);
}

/* Keys with Ctrl that are no step. */
static gboolean
press_ctrl (JhTableView *self, guint keyval, gboolean shift)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      leave (self, shift);
      return TRUE;
    case GDK_KEY_a:
      mark_all (self);
      marked (self);
      return TRUE;
    case GDK_KEY_space:
      mark_columns (self);
      marked (self);
      return TRUE;
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      jh_table_view_copy (self);
      return TRUE;
    case GDK_KEY_x:
      jh_table_view_cut (self);
      return TRUE;
    case GDK_KEY_v:
      jh_table_view_paste (self);
      return TRUE;
    case GDK_KEY_d:
      jh_table_view_fill (self, TRUE);
      return TRUE;
    case GDK_KEY_r:
      jh_table_view_fill (self, FALSE);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
      jh_table_view_insert_rows (self);
      return TRUE;
    case GDK_KEY_minus:
      jh_table_view_remove_rows (self);
      return TRUE;
    case GDK_KEY_Return:
      jh_table_view_activate (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
show_menu_at_cursor (JhTableView *self)
{
  JhTableBounds bounds = jh_table_geometry_block (
    &self->geometry, self->cursor.row, self->cursor.column, self->cursor.row,
    self->cursor.column);

  jh_table_view_show_menu (self, bounds.x + bounds.width / 2,
                           bounds.y + bounds.height);
}

/* Keys without Ctrl that are no step. */
static gboolean
press_plain (JhTableView *self, guint keyval, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_F6:
      leave (self, shift);
      return TRUE;
    case GDK_KEY_F2:
      jh_table_view_begin (self, JH_EDIT_OPENED);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      jh_table_view_clear (self);
      return TRUE;
    case GDK_KEY_Insert:
      if (shift)
        jh_table_view_paste (self);
      return shift;
    case GDK_KEY_Menu:
      show_menu_at_cursor (self);
      return TRUE;
    case GDK_KEY_F10:
      if (shift)
        show_menu_at_cursor (self);
      return shift;
    case GDK_KEY_space:
      if (!shift)
        return FALSE;
      mark_rows (self);
      marked (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the cell of the cursor only leads somewhere. */
static gboolean
is_read_only (JhTableView *self)
{
  g_auto (JhTableCell) cell = { 0 };

  jh_table_model_get_cell (self->model, self->cursor.row, self->cursor.column,
                           &cell);
  return cell.reason != NULL;
}

/* A key that begins an edit: the editor gets it, and by that the input
 * method. */
static gboolean
press_letter (JhTableView *self, GtkEventControllerKey *controller,
              guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (letter == 0 || !g_unichar_isprint (letter))
    return FALSE;
  if (jh_table_view_begin (self, JH_EDIT_TYPED))
    gtk_event_controller_key_forward (controller, GTK_WIDGET (self->text));
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval,
                guint keycode, GdkModifierType state, gpointer data)
{
  JhTableView *self = data;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  guint plain = plain_key (keyval);
  JhTableStep step;

  if (!jh_table_view_has_keyboard (self) || self->geometry.n_rows == 0
      || self->geometry.n_columns == 0)
    return FALSE;
  if (plain == GDK_KEY_Down && state & GDK_ALT_MASK)
    {
      if (jh_table_view_begin (self, JH_EDIT_OPENED))
        jh_table_view_complete (self, TRUE);
      return TRUE;
    }
  if (plain == GDK_KEY_Return && !(state & MODIFIERS) && !shift
      && is_read_only (self))
    {
      jh_table_view_activate (self);
      return TRUE;
    }
  if (jh_table_view_find_step (keyval, state, &step))
    {
      jh_table_view_step (self, step, shift);
      return TRUE;
    }
  if (state & GDK_CONTROL_MASK)
    return press_ctrl (self, plain, shift);
  if (state & MODIFIERS)
    return FALSE;
  return (press_plain (self, plain, shift)
          || press_letter (self, controller, keyval));
}

void
jh_table_view_add_keys (JhTableView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
