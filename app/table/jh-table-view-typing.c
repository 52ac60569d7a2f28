/* The editor: what its keys do. */
#include "jh-table-view-private.h"

/* The most letters in a cell, as in other spreadsheets. */
#define LETTERS_MOST 32767

/* The keyboard went to something else: what was typed is kept. */
static void
focus_changed_cb (JhTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (self->edit != JH_EDIT_NONE && focus != NULL
      && focus != GTK_WIDGET (self->text))
    jh_table_view_keep (self);
}

static void
rooted_cb (JhTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root)
    g_signal_connect_object (root, "notify::focus-widget",
                             G_CALLBACK (focus_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
edited_cb (JhTableView *self)
{
  JhTableColumnKind kind;

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->edit == JH_EDIT_NONE || self->choosing)
    return;
  kind = jh_table_view_get_edited_column (self)->kind;
  if (kind == JH_COLUMN_CODE || kind == JH_COLUMN_CHOICE)
    jh_table_view_complete (self, FALSE);
}

/* Refuses what is too long for a cell before the editor lays it out: a whole
 * book on the clipboard would hold everything up. */
static void
inserted_cb (GtkTextBuffer *buffer, GtkTextIter *at, const char *text,
             int length, gpointer data)
{
  JhTableView *self = data;
  glong more = g_utf8_strlen (text, length);

  if (self->choosing
      || gtk_text_buffer_get_char_count (buffer) + more <= LETTERS_MOST)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  jh_table_view_tell (self, FALSE,
                      "一个单元格最多 32767 个字，太长的内容没有放进去。");
}

/* A line break, where lines are allowed. */
static void
break_line (JhTableView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  if (jh_table_view_get_edited_column (self)->kind == JH_COLUMN_WORDS)
    gtk_text_buffer_insert_at_cursor (buffer, "\n", 1);
}

/* Keeps the edit and goes on. */
static void
keep_and_step (JhTableView *self, JhTableStep step, gboolean extend)
{
  gboolean moves = step == JH_STEP_NEXT || step == JH_STEP_PREVIOUS
                   || step == JH_STEP_ENTER || step == JH_STEP_BACK;

  if (moves)
    jh_table_view_take_choice (self, step == JH_STEP_NEXT);
  if (jh_table_view_keep (self))
    jh_table_view_step (self, step, extend && !moves);
}

/* Escape: the list first, then the edit. */
static void
escape (JhTableView *self)
{
  if (!jh_table_view_close_list (self))
    jh_table_view_give_up (self);
}

/* Whether @step leaves the cell; arrows move in a text that was opened. */
static gboolean
leaves (JhTableView *self, JhTableStep step)
{
  return (self->edit == JH_EDIT_TYPED || step == JH_STEP_NEXT
          || step == JH_STEP_PREVIOUS || step == JH_STEP_ENTER
          || step == JH_STEP_BACK);
}

static gboolean
press (JhTableView *self, guint keyval, GdkModifierType state)
{
  gboolean enter = (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter
                    || keyval == GDK_KEY_ISO_Enter);
  JhTableStep step;

  if (keyval == GDK_KEY_Escape)
    escape (self);
  else if (enter && state & GDK_ALT_MASK)
    break_line (self);
  else if (enter && state & GDK_CONTROL_MASK)
    jh_table_view_keep_everywhere (self);
  else if (keyval == GDK_KEY_F2)
    self->edit = JH_EDIT_OPENED;
  else if (keyval == GDK_KEY_Down && state & GDK_ALT_MASK)
    jh_table_view_complete (self, TRUE);
  else if (!(state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
           && jh_table_view_list_key (self, keyval))
    return TRUE;
  else if (!(state & GDK_CONTROL_MASK)
           && jh_table_view_find_step (keyval, state, &step)
           && leaves (self, step))
    keep_and_step (self, step, (state & GDK_SHIFT_MASK) != 0);
  else
    return FALSE;
  return TRUE;
}

/* Whether the editor's own keys are not for the text; the input method is
 * asked before they are taken from it, since Enter and the arrows choose
 * among its words. */
static gboolean
is_special (guint keyval, GdkModifierType state)
{
  JhTableStep step;

  return (keyval == GDK_KEY_Escape || keyval == GDK_KEY_F2
          || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter
          || keyval == GDK_KEY_ISO_Enter || keyval == GDK_KEY_Down
          || jh_table_view_find_step (keyval, state, &step));
}

static gboolean
editor_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
               GdkModifierType state, gpointer data)
{
  JhTableView *self = data;
  GdkEvent *event = gtk_event_controller_get_current_event (
    GTK_EVENT_CONTROLLER (controller));

  if (self->edit == JH_EDIT_NONE || !is_special (keyval, state))
    return FALSE;
  if (gtk_text_view_im_context_filter_keypress (self->text, event))
    return TRUE;
  return press (self, keyval, state);
}

/* A click into the text makes arrows move in it, as F2 does. */
static void
text_pressed_cb (JhTableView *self)
{
  if (self->edit != JH_EDIT_NONE)
    self->edit = JH_EDIT_OPENED;
}

static void
listen (JhTableView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (editor_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (text_pressed_cb),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self->text),
                             GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (gtk_text_view_get_buffer (self->text), "insert-text",
                    G_CALLBACK (inserted_cb), self);
  g_signal_connect (self, "notify::root", G_CALLBACK (rooted_cb), NULL);
}

void
jh_table_view_add_editor (JhTableView *self)
{
  GtkWidget *text = gtk_text_view_new ();

  self->editor = gtk_scrolled_window_new ();
  self->text = GTK_TEXT_VIEW (text);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_left_margin (self->text, JH_BOX_PADDING - 1);
  gtk_text_view_set_right_margin (self->text, JH_BOX_PADDING - 1);
  gtk_text_view_set_top_margin (self->text, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->editor),
                                  GTK_POLICY_EXTERNAL, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->editor), text);
  gtk_widget_add_css_class (self->editor, "jh-editor");
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->editor, FALSE);
  listen (self);
}
