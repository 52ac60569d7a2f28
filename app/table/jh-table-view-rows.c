/* The rows in sight: a widget for each, taken over by the next row that
 * comes into sight when its own has left. */
#include "jh-table-view-private.h"

#define NEW_ROW "新的一行"

static const JhTableLineKind body_kind
  = { "jh-row", "jh-cell", GTK_ACCESSIBLE_ROLE_GRID_CELL, TRUE };

/* How a cell looks. */
static JhTableBoxFlags
find_flags (const JhTableColumn *column, const JhTableCell *cell)
{
  JhTableBoxFlags flags = 0;

  if (column->kind == JH_COLUMN_FIGURE)
    flags |= JH_BOX_RIGHT;
  if (cell->look == JH_LOOK_STRONG)
    flags |= JH_BOX_STRONG;
  if (cell->look == JH_LOOK_DIM)
    flags |= JH_BOX_DIM;
  if (cell->fault)
    flags |= JH_BOX_FAULT;
  if (cell->mark == JH_MARK_ERROR)
    flags |= JH_BOX_ERROR;
  else if (cell->mark == JH_MARK_WARNING)
    flags |= JH_BOX_WARNING;
  return flags;
}

static void
fill_box (JhTableView *self, JhTableBox *box, guint row, guint column)
{
  g_auto (JhTableCell) cell = { 0 };
  gboolean behind = row >= jh_table_view_count_items (self);
  const char *note;

  jh_table_model_get_cell (self->model, row, column, &cell);
  note = cell.note;
  if (behind && column == 0 && note == NULL && cell.text[0] == '\0')
    note = NEW_ROW;
  jh_table_box_set (
    box, cell.text, note,
    find_flags (jh_table_model_get_column (self->model, column), &cell));
  jh_table_box_set_hint (box, cell.fault ? cell.fault : cell.remark);
}

static void
fill_gutter (JhTableView *self, JhTableLine *line)
{
  guint row = jh_table_line_get_row (line);
  JhTableBox *gutter = jh_table_line_get_gutter (line);
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  gboolean behind = row >= jh_table_view_count_items (self);

  if (jh_table_box_is_stale (gutter))
    jh_table_box_set (gutter, behind ? "＊" : number, NULL, JH_BOX_RIGHT);
}

static void
fill_line (JhTableView *self, JhTableLine *line)
{
  guint row = jh_table_line_get_row (line);

  fill_gutter (self, line);
  for (guint i = 0; i < self->geometry.n_columns; i++)
    {
      JhTableBox *box = jh_table_line_get_box (line, i);

      if (box && jh_table_box_is_stale (box)
          && gtk_widget_get_child_visible (GTK_WIDGET (box)))
        fill_box (self, box, row, i);
    }
}

/* Has widgets for @n rows, and a few more: there is one more in sight when
 * the first and the last are cut. */
static void
set_n_lines (JhTableView *self, guint n)
{

  if (n <= self->lines->len)
    return;
  while (self->lines->len < n + 2)
    {
      GtkWidget *line
        = jh_table_line_new (&body_kind, &self->geometry, self->fonts);

      gtk_widget_insert_before (line, GTK_WIDGET (self), self->totals);
      g_ptr_array_add (self->lines, line);
    }
}

static void
make_boxes (JhTableView *self)
{
  jh_table_line_make_boxes (JH_TABLE_LINE (self->head));
  jh_table_line_make_boxes (JH_TABLE_LINE (self->totals));
  for (guint i = 0; i < self->lines->len; i++)
    jh_table_line_make_boxes (self->lines->pdata[i]);
}

/* Makes what the last layout found missing, and lays out again. */
static gboolean
prepare_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JhTableView *self = JH_TABLE_VIEW (widget);
  guint first;

  self->prepare_tick = 0;
  set_n_lines (self, jh_table_geometry_rows (&self->geometry, &first));
  make_boxes (self);
  jh_table_view_fill_head (self);
  jh_table_view_fill_totals (self);
  jh_table_view_fill_bubble (self);
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

void
jh_table_view_prepare_later (JhTableView *self)
{
  if (self->prepare_tick == 0)
    self->prepare_tick = gtk_widget_add_tick_callback (
      GTK_WIDGET (self), prepare_cb, NULL, NULL);
}

/* The widget that shows @row, whose place in the ring is fixed, so that a
 * row keeps it while it is in sight. */
static JhTableLine *
get_line (JhTableView *self, guint row)
{
  return self->lines->len ? self->lines->pdata[row % self->lines->len] : NULL;
}

/* A widget that is about to show another row, or nothing, lets the table
 * itself have the keyboard. */
static void
free_focus (JhTableView *self, GtkWidget *line)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && JH_IS_TABLE_BOX (focus)
      && gtk_widget_is_ancestor (focus, line))
    gtk_root_set_focus (root, GTK_WIDGET (self));
}

void
jh_table_view_sync (JhTableView *self)
{
  gboolean keyboard = jh_table_view_has_keyboard (self);
  guint first;
  guint n = jh_table_geometry_rows (&self->geometry, &first);
  gboolean whole = n <= self->lines->len;

  whole &= jh_table_line_show_columns (JH_TABLE_LINE (self->head));
  whole &= jh_table_line_show_columns (JH_TABLE_LINE (self->totals));
  for (guint i = 0; i < self->lines->len; i++)
    {
      guint row = first + i;
      JhTableLine *line = get_line (self, row);

      if (i >= n || jh_table_line_get_row (line) != row)
        free_focus (self, GTK_WIDGET (line));
      gtk_widget_set_child_visible (GTK_WIDGET (line), i < n);
      if (i >= n)
        continue;
      jh_table_line_set_row (line, row);
      whole &= jh_table_line_show_columns (line);
      fill_line (self, line);
    }
  jh_table_view_fill_totals (self);
  if (!whole)
    jh_table_view_prepare_later (self);
  if (keyboard)
    jh_table_view_focus_cursor (self);
  jh_table_view_name_later (self);
}

void
jh_table_view_make_stale (JhTableView *self, guint first, guint n)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      JhTableLine *line = self->lines->pdata[i];

      if (jh_table_line_get_row (line) - first < n)
        jh_table_line_make_stale (line);
    }
  jh_table_line_make_stale (JH_TABLE_LINE (self->totals));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
jh_table_view_forget_lines (JhTableView *self)
{
  free_focus (self, GTK_WIDGET (self));
  g_ptr_array_set_size (self->lines, 0);
  jh_table_line_forget (JH_TABLE_LINE (self->head));
  jh_table_line_forget (JH_TABLE_LINE (self->totals));
}

JhTableBox *
jh_table_view_find_box (JhTableView *self, guint row, guint column)
{
  JhTableLine *line = get_line (self, row);
  JhTableBox *box;

  if (line == NULL || jh_table_line_get_row (line) != row
      || !gtk_widget_get_child_visible (GTK_WIDGET (line)))
    return NULL;
  box = jh_table_line_get_box (line, column);
  return box && gtk_widget_get_child_visible (GTK_WIDGET (box)) ? box : NULL;
}
