/* For those who listen: every cell has a name, such as “第 3
 * 行，决算（万元）， 59.08”. The cell of the cursor has it at once, since it
 * is read out; the others when nothing moves, since names are costly to send
 * about. */
#include "jh-table-view-private.h"

#define QUIET_MS 200

static char *
make_name (JhTableView *self, guint row, guint index, const char *text,
           const char *note)
{
  const JhTableColumn *column
    = jh_table_model_get_column (self->model, index);
  g_autoptr (GString) name = g_string_new (NULL);

  if (row >= jh_table_view_count_items (self))
    g_string_append (name, "新的一行，");
  else
    g_string_append_printf (name, "第 %u 行，", row + 1);
  g_string_append (name, column->label);
  if (column->unit[0])
    g_string_append_printf (name, "（%s）", column->unit);
  g_string_append_printf (name, "，%s", text[0] ? text : "空白");
  if (note)
    g_string_append_printf (name, "，%s", note);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* What is wrong with a cell, what the checks find in it, and why it cannot be
 * edited. */
static char *
describe (const JhTableCell *cell)
{
  const char *parts[] = { cell->fault, cell->remark, cell->reason };
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (words, "%s%s", words->len ? "；" : "",
                              parts[i]);
  return g_string_free (words, FALSE);
}

static void
name_box (JhTableView *self, JhTableBox *box, guint row, guint column)
{
  JhTableArea area = jh_table_cursor_area (&self->cursor);
  g_auto (JhTableCell) cell = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  jh_table_model_get_cell (self->model, row, column, &cell);
  name = make_name (self, row, column, cell.text, cell.note);
  description = describe (&cell);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
    GTK_ACCESSIBLE_PROPERTY_READ_ONLY, cell.reason != NULL, -1);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_STATE_INVALID,
    cell.fault ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
    GTK_ACCESSIBLE_STATE_SELECTED,
    (row - area.row < area.n_rows && column - area.column < area.n_columns),
    -1);
  gtk_accessible_update_relation (
    GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row + 1,
    GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1, -1);
}

static void
name_gutter (JhTableLine *line, const char *name)
{
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (jh_table_line_get_gutter (line)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_line (JhTableView *self, JhTableLine *line)
{
  guint row = jh_table_line_get_row (line);
  g_autofree char *name = row < jh_table_view_count_items (self)
                            ? g_strdup_printf ("第 %u 行", row + 1)
                            : g_strdup ("新的一行");

  name_gutter (line, name);
  for (guint i = 0; i < self->geometry.n_columns; i++)
    {
      JhTableBox *box = jh_table_line_get_box (line, i);

      if (box && gtk_widget_get_child_visible (GTK_WIDGET (box)))
        name_box (self, box, row, i);
    }
}

static void
name_totals (JhTableView *self)
{
  JhTableLine *totals = JH_TABLE_LINE (self->totals);

  for (guint i = 0; i < self->geometry.n_columns; i++)
    {
      const JhTableColumn *column
        = jh_table_model_get_column (self->model, i);
      JhTableBox *box = jh_table_line_get_box (totals, i);
      g_autofree char *name = NULL;

      if (box == NULL)
        continue;
      name = g_strdup_printf ("合计，%s，%s", column->label,
                              jh_table_box_get_text (box));
      gtk_accessible_update_property (
        GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* Puts the rows into the order in which they are read. */
static void
order_lines (JhTableView *self)
{
  GtkWidget *before = self->head;
  guint first;
  guint n = jh_table_geometry_rows (&self->geometry, &first);

  for (guint i = 0; i < MIN (n, self->lines->len); i++)
    {
      GtkWidget *line = self->lines->pdata[(first + i) % self->lines->len];

      if (gtk_widget_get_prev_sibling (line) != before)
        gtk_widget_insert_after (line, GTK_WIDGET (self), before);
      before = line;
    }
}

static gboolean
name_cb (gpointer data)
{
  JhTableView *self = data;

  self->tell_source = 0;
  if (self->model == NULL)
    return G_SOURCE_REMOVE;
  gtk_accessible_update_relation (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
    (int) self->geometry.n_rows, GTK_ACCESSIBLE_RELATION_COL_COUNT,
    (int) self->geometry.n_columns, -1);
  order_lines (self);
  name_gutter (JH_TABLE_LINE (self->head), "表头");
  name_gutter (JH_TABLE_LINE (self->totals), "合计");
  for (guint i = 0; i < self->lines->len; i++)
    {
      JhTableLine *line = self->lines->pdata[i];

      if (gtk_widget_get_child_visible (GTK_WIDGET (line)))
        name_line (self, line);
    }
  name_totals (self);
  return G_SOURCE_REMOVE;
}

void
jh_table_view_name_later (JhTableView *self)
{
  g_clear_handle_id (&self->tell_source, g_source_remove);
  self->tell_source = g_timeout_add (QUIET_MS, name_cb, self);
}

void
jh_table_view_name_cursor (JhTableView *self)
{
  JhTableBox *box
    = jh_table_view_find_box (self, self->cursor.row, self->cursor.column);

  if (box)
    name_box (self, box, self->cursor.row, self->cursor.column);
}
