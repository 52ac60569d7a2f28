/* The model behind the view, and what follows when it changes. */
#include "jh-table-view-private.h"

guint
jh_table_view_count_items (JhTableView *self)
{
  return self->model ? g_list_model_get_n_items (G_LIST_MODEL (self->model))
                     : 0;
}

/* After rows came, went or moved. */
static void
rows_changed_cb (JhTableView *self, guint position, guint removed,
                 guint added)
{
  self->geometry.n_rows = jh_table_model_count_rows (self->model);
  jh_table_view_follow (self);
  jh_table_view_follow_edit (self);
  jh_table_view_make_stale (self, 0, G_MAXUINT);
  jh_table_view_fill_head (self);
}

static void
cells_changed_cb (JhTableView *self, guint first, guint n)
{
  jh_table_view_make_stale (self, first, n);
}

static void
columns_changed_cb (JhTableView *self)
{
  self->geometry.n_rows = jh_table_model_count_rows (self->model);
  jh_table_view_forget_lines (self);
  jh_table_view_measure_columns (self);
  jh_table_view_follow (self);
  jh_table_view_follow_edit (self);
  jh_table_view_fill_head (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jh_table_view_drop_model (JhTableView *self)
{
  g_cancellable_cancel (self->paste);
  g_clear_object (&self->paste);
  if (self->model == NULL)
    return;
  jh_table_view_give_up (self);
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
}

static void
take_model (JhTableView *self, JhTableModel *model)
{
  self->model = g_object_ref (model);
  g_signal_connect_swapped (model, "items-changed",
                            G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (model, "cells-changed",
                            G_CALLBACK (cells_changed_cb), self);
  g_signal_connect_swapped (model, "columns-changed",
                            G_CALLBACK (columns_changed_cb), self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.insert-rows",
                                 jh_table_model_has_free_rows (model));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.remove-rows",
                                 jh_table_model_has_free_rows (model));
}

void
jh_table_view_set_model (JhTableView *self, JhTableModel *model)
{
  if (model == self->model)
    return;
  jh_table_view_keep (self);
  jh_table_view_drop_model (self);
  jh_table_view_forget_lines (self);
  if (model)
    take_model (self, model);
  self->geometry.n_rows = model ? jh_table_model_count_rows (model) : 0;
  self->cursor = (JhTableCursor){ 0 };
  gtk_adjustment_set_value (self->across, 0);
  gtk_adjustment_set_value (self->down, 0);
  jh_table_view_measure_columns (self);
  jh_table_view_remember (self);
  jh_table_view_fill_head (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "model");
  jh_table_view_tell_moved (self);
}

JhTableModel *
jh_table_view_get_model (JhTableView *self)
{
  return self->model;
}

gboolean
jh_table_view_get_cursor (JhTableView *self, guint *row, guint *column)
{
  *row = self->cursor.row;
  *column = self->cursor.column;
  return self->geometry.n_rows > 0 && self->geometry.n_columns > 0;
}

gboolean
jh_table_view_get_marked (JhTableView *self, guint *row, guint *column,
                          guint *n_rows, guint *n_columns)
{
  JhTableArea area = { 0 };
  gboolean any = jh_table_view_get_filled_area (self, &area);

  *row = area.row;
  *column = area.column;
  *n_rows = area.n_rows;
  *n_columns = area.n_columns;
  return any;
}
