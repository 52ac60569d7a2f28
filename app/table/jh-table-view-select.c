/* The cursor and the marked block. */
#include "jh-table-view-private.h"

char *
jh_table_view_read (guint row, guint column, gpointer data)
{
  JhTableView *self = data;

  if (row >= jh_table_view_count_items (self))
    return g_strdup ("");
  return jh_table_model_dup_typed (self->model, row, column);
}

static gboolean
is_filled (guint row, guint column, gpointer data)
{
  g_autofree char *text = jh_table_view_read (row, column, data);

  return text != NULL && text[0] != '\0';
}

JhTableExtent
jh_table_view_get_extent (JhTableView *self)
{
  return (JhTableExtent){
    .n_rows = self->geometry.n_rows,
    .n_columns = self->geometry.n_columns,
    .page = jh_table_geometry_page (&self->geometry),
    .is_filled = is_filled,
    .data = self,
  };
}

void
jh_table_view_remember (JhTableView *self)
{
  g_clear_pointer (&self->name, g_free);
  self->key = 0;
  if (self->model == NULL || self->geometry.n_columns == 0)
    return;
  self->key = jh_table_model_get_key (self->model, self->cursor.row);
  self->name = g_strdup (
    jh_table_model_get_column (self->model, self->cursor.column)->name);
}

void
jh_table_view_follow (JhTableView *self)
{
  JhTableCursor *cursor = &self->cursor;
  guint row = cursor->row;
  guint column = cursor->column;

  if (self->key != 0)
    jh_table_model_find_row (self->model, self->key, &row);
  for (guint i = 0; self->name && i < self->geometry.n_columns; i++)
    if (g_str_equal (jh_table_model_get_column (self->model, i)->name,
                     self->name))
      column = i;
  if (row != cursor->row || column != cursor->column)
    jh_table_cursor_place (cursor, row, column, FALSE);
  jh_table_cursor_clamp (cursor, self->geometry.n_rows,
                         self->geometry.n_columns);
  jh_table_view_remember (self);
  jh_table_view_tell_moved (self);
}

void
jh_table_view_reveal (JhTableView *self, guint row, guint column)
{
  int x, y;

  self->reveal_wanted = gtk_widget_get_height (GTK_WIDGET (self)) == 0;
  if (self->reveal_wanted)
    return;
  jh_table_geometry_reveal (&self->geometry, row, column, &x, &y);
  gtk_adjustment_set_value (self->across, x);
  gtk_adjustment_set_value (self->down, y);
}

gboolean
jh_table_view_has_keyboard (JhTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return (focus == GTK_WIDGET (self)
          || (focus && JH_IS_TABLE_BOX (focus)
              && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))));
}

void
jh_table_view_focus_cursor (JhTableView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  JhTableBox *box
    = jh_table_view_find_box (self, self->cursor.row, self->cursor.column);
  GtkWidget *target = box ? GTK_WIDGET (box) : widget;

  if (root == NULL || self->edit != JH_EDIT_NONE
      || gtk_root_get_focus (root) == target)
    return;
  jh_table_view_name_cursor (self);
  gtk_root_set_focus (root, target);
}

void
jh_table_view_moved (JhTableView *self, gboolean far)
{
  jh_table_view_remember (self);
  if (far)
    jh_table_view_reveal (self, self->cursor.far_row,
                          self->cursor.far_column);
  else
    jh_table_view_reveal (self, self->cursor.row, self->cursor.column);
  jh_table_view_focus_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  jh_table_view_tell_moved (self);
}

void
jh_table_view_step (JhTableView *self, JhTableStep step, gboolean extend)
{
  JhTableExtent extent = jh_table_view_get_extent (self);

  jh_table_cursor_step (&self->cursor, step, extend, &extent);
  jh_table_view_moved (self, extend);
}

void
jh_table_view_go (JhTableView *self, guint row, guint column)
{
  if (row >= self->geometry.n_rows || column >= self->geometry.n_columns
      || !jh_table_view_keep (self))
    return;
  jh_table_cursor_end_run (&self->cursor);
  jh_table_cursor_place (&self->cursor, row, column, FALSE);
  jh_table_view_moved (self, FALSE);
}

gboolean
jh_table_view_get_filled_area (JhTableView *self, JhTableArea *area)
{
  guint items = jh_table_view_count_items (self);

  *area = jh_table_cursor_area (&self->cursor);
  if (self->geometry.n_columns == 0 || area->row >= items)
    return FALSE;
  area->n_rows = MIN (area->n_rows, items - area->row);
  return TRUE;
}
