/* The list under the editor: what may be meant by what was typed. */
#include "jh-table-view-private.h"

#define MOST 50
#define PAGE 8
#define LIST_HEIGHT 240
#define LIST_WIDTH 480

static gboolean
is_open (JhTableView *self)
{
  return self->list_popover && gtk_widget_get_visible (self->list_popover);
}

gboolean
jh_table_view_close_list (JhTableView *self)
{
  if (!is_open (self))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->list_popover));
  return TRUE;
}

static int
get_chosen (JhTableView *self)
{
  GtkListBoxRow *row
    = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row ? gtk_list_box_row_get_index (row) : -1;
}

/* Chooses the row @index, and scrolls to it. */
static void
choose (JhTableView *self, int index)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);
  GtkWidget *window
    = gtk_popover_get_child (GTK_POPOVER (self->list_popover));
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  graphene_rect_t bounds;

  gtk_list_box_select_row (list, row);
  if (row
      && gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

gboolean
jh_table_view_take_choice (JhTableView *self, gboolean first)
{
  int chosen;
  JhSuggestion *suggestion;

  if (!is_open (self))
    return FALSE;
  chosen = get_chosen (self);
  if (chosen < 0 && first
      && gtk_text_buffer_get_char_count (
           gtk_text_view_get_buffer (self->text))
           > 0)
    chosen = 0;
  if (chosen < 0 || (guint) chosen >= self->suggestions->len)
    return FALSE;
  suggestion = self->suggestions->pdata[chosen];
  jh_table_view_set_edited (self, suggestion->text);
  jh_table_view_close_list (self);
  return TRUE;
}

/* Takes a click in the list. The list's own clicks are not relied on: GTK
 * 4.8 tells the window of a motion after each layout, wherever the pointer
 * is, and then takes the next click for one in the window. */
void
jh_table_view_press_list (JhTableView *self, GdkEvent *event)
{
  GtkNative *native;
  GtkListBoxRow *row;
  double x, y, left, top, list_x, list_y;

  if (!is_open (self))
    return;
  native = GTK_NATIVE (self->list_popover);
  if (gdk_event_get_surface (event) != gtk_native_get_surface (native)
      || !gdk_event_get_position (event, &x, &y))
    return;
  gtk_native_get_surface_transform (native, &left, &top);
  if (!gtk_widget_translate_coordinates (self->list_popover, self->list,
                                         x - left, y - top, &list_x, &list_y))
    return;
  row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) list_y);
  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (jh_table_view_take_choice (self, FALSE))
    jh_table_view_keep (self);
}

static void
make_list (JhTableView *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (window);

  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "可以填写的内容", -1);
  gtk_scrolled_window_set_policy (scrolled, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scrolled, TRUE);
  gtk_scrolled_window_set_propagate_natural_width (scrolled, TRUE);
  gtk_scrolled_window_set_max_content_height (scrolled, LIST_HEIGHT);
  gtk_scrolled_window_set_max_content_width (scrolled, LIST_WIDTH);
  gtk_scrolled_window_set_child (scrolled, self->list);
  self->list_popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->list_popover, "jh-list");
  gtk_popover_set_autohide (GTK_POPOVER (self->list_popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->list_popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->list_popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->list_popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->list_popover), window);
  gtk_widget_set_parent (self->list_popover, GTK_WIDGET (self));
}

void
jh_table_view_drop_list (JhTableView *self)
{
  g_clear_pointer (&self->list_popover, gtk_widget_unparent);
}

static void
fill_list (JhTableView *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < self->suggestions->len; i++)
    {
      JhSuggestion *suggestion = self->suggestions->pdata[i];
      GtkWidget *label = gtk_label_new (suggestion->label);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (list, label);
      row = gtk_list_box_get_row_at_index (list, (int) i);
      gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      suggestion->label, -1);
    }
}

/* Which hit is chosen before anybody chose: the one that was written out, or
 * the first, unless digits were typed, which may be a whole code themselves
 * and not the beginning of that. */
static int
find_meant (GPtrArray *suggestions, const char *typed)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      JhSuggestion *suggestion = suggestions->pdata[i];

      if (g_str_equal (suggestion->text, typed))
        return (int) i;
    }
  if (typed[0] == '\0' || g_ascii_isdigit (typed[0]))
    return -1;
  return 0;
}

static void
show_list (JhTableView *self)
{
  JhTableBounds bounds = jh_table_geometry_block (
    &self->geometry, self->edit_row, self->edit_column, self->edit_row,
    self->edit_column);
  GdkRectangle at
    = { bounds.x, bounds.y, MAX (1, bounds.width), bounds.height };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->list_popover), &at);
  gtk_widget_set_size_request (self->list, bounds.width, -1);
  gtk_popover_popup (GTK_POPOVER (self->list_popover));
}

void
jh_table_view_complete (JhTableView *self, gboolean all)
{
  g_autofree char *typed = jh_table_view_dup_edited (self);

  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  self->suggestions = jh_table_model_complete (
    self->model, self->edit_row, self->edit_column, all ? "" : typed, MOST);
  if (self->suggestions->len == 0 || (!all && typed[0] == '\0'))
    {
      jh_table_view_close_list (self);
      return;
    }
  if (self->list_popover == NULL)
    make_list (self);
  fill_list (self);
  show_list (self);
  choose (self, find_meant (self->suggestions, typed));
}

gboolean
jh_table_view_list_key (JhTableView *self, guint keyval)
{
  int by = 0;
  int last;

  if (!is_open (self))
    return FALSE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    by = 1;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    by = -1;
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down)
    by = PAGE;
  else if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    by = -PAGE;
  else
    return FALSE;
  last = (int) self->suggestions->len - 1;
  choose (self, CLAMP (get_chosen (self) + by, 0, last));
  return TRUE;
}
