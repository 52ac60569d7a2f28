/* Editing one cell. */
#include "jh-table-view-private.h"

#include "jh-text.h"

#define QUOTED 60

const JhTableColumn *
jh_table_view_get_edited_column (JhTableView *self)
{
  return jh_table_model_get_column (self->model, self->edit_column);
}

char *
jh_table_view_dup_edited (JhTableView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
jh_table_view_set_edited (JhTableView *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gboolean choosing = self->choosing;
  GtkTextIter end;

  self->choosing = TRUE;
  gtk_text_buffer_set_text (buffer, text ? text : "", -1);
  self->choosing = choosing;
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
jh_table_view_find_edited (JhTableView *self, guint *row, guint *column)
{
  *row = jh_table_view_count_items (self);
  *column = 0;
  if (self->edit_key != 0
      && !jh_table_model_find_row (self->model, self->edit_key, row))
    return FALSE;
  while (*column < self->geometry.n_columns
         && g_strcmp0 (jh_table_model_get_column (self->model, *column)->name,
                       self->edit_name))
    *column += 1;
  return (*column < self->geometry.n_columns
          && *row < jh_table_model_count_rows (self->model));
}

/* Closes the editor; the table gets the keyboard when the editor had it. */
static void
close_editor (JhTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean had_keyboard = focus == GTK_WIDGET (self->text);

  self->edit = JH_EDIT_NONE;
  jh_table_view_close_list (self);
  if (had_keyboard)
    jh_table_view_focus_cursor (self);
  gtk_widget_set_child_visible (self->editor, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
jh_table_view_give_up (JhTableView *self)
{
  if (self->edit != JH_EDIT_NONE)
    close_editor (self);
}

void
jh_table_view_follow_edit (JhTableView *self)
{
  guint row, column;
  g_autofree char *text = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *words = NULL;

  if (self->edit == JH_EDIT_NONE || self->keeping)
    return;
  if (jh_table_view_find_edited (self, &row, &column))
    {
      self->edit_row = row;
      self->edit_column = column;
      return;
    }
  text = jh_table_view_dup_edited (self);
  quoted = jh_text_quote (text, QUOTED);
  words = g_strdup_printf (
    "正在填写的单元格已经不在表里了，没有保存的内容是“%s”。", quoted);
  jh_table_view_give_up (self);
  jh_table_view_tell (self, TRUE, words);
}

/* The editor's text as it is written: only words have lines. */
static char *
dup_written (JhTableView *self)
{
  char *text = jh_table_view_dup_edited (self);

  if (jh_table_view_get_edited_column (self)->kind != JH_COLUMN_WORDS)
    g_strdelimit (text, "\r\n\t", ' ');
  return text;
}

/* Writes the editor's text; with @everywhere into the whole marked block. */
static gboolean
write_edited (JhTableView *self, const char *text, gboolean everywhere)
{
  JhTableArea area = { self->edit_row, self->edit_column, 1, 1 };
  JhTableBlock *block;
  gboolean written;

  if (everywhere)
    area = jh_table_cursor_area (&self->cursor);
  block
    = jh_table_block_new (area.row, area.column, area.n_rows, area.n_columns);
  for (guint i = 0; i < area.n_rows * area.n_columns; i++)
    block->texts[i] = g_strdup (text);
  self->keeping = TRUE;
  written = jh_table_view_write (self, block, JH_VERB_TYPE, NULL);
  self->keeping = FALSE;
  return written;
}

/* Keeps what was typed; with @everywhere in the whole marked block. */
static gboolean
keep (JhTableView *self, gboolean everywhere)
{
  g_autofree char *text = NULL;

  if (self->edit == JH_EDIT_NONE || self->keeping)
    return TRUE;
  text = dup_written (self);
  if ((everywhere || !g_str_equal (text, self->edit_before))
      && !write_edited (self, text, everywhere))
    return FALSE;
  close_editor (self);
  return TRUE;
}

gboolean
jh_table_view_keep (JhTableView *self)
{
  return keep (self, FALSE);
}

gboolean
jh_table_view_keep_everywhere (JhTableView *self)
{
  return keep (self, TRUE);
}

gboolean
jh_table_view_is_editing (JhTableView *self)
{
  return self->edit != JH_EDIT_NONE;
}

/* Makes the editor that of the cell of the cursor. */
static void
take_cell (JhTableView *self, JhTableEdit how)
{
  const JhTableColumn *column;

  self->edit = how;
  self->edit_row = self->cursor.row;
  self->edit_column = self->cursor.column;
  self->edit_key = jh_table_model_get_key (self->model, self->edit_row);
  column = jh_table_view_get_edited_column (self);
  g_free (self->edit_name);
  self->edit_name = g_strdup (column->name);
  g_free (self->edit_before);
  self->edit_before
    = jh_table_view_read (self->edit_row, self->edit_column, self);
  gtk_text_view_set_justification (
    self->text,
    column->kind == JH_COLUMN_FIGURE ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, column->label,
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, column->help, -1);
}

gboolean
jh_table_view_begin (JhTableView *self, JhTableEdit how)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_auto (JhTableCell) cell = { 0 };

  jh_table_model_get_cell (self->model, self->cursor.row, self->cursor.column,
                           &cell);
  if (cell.reason)
    {
      jh_table_view_tell (self, FALSE, cell.reason);
      return FALSE;
    }
  jh_table_view_reveal (self, self->cursor.row, self->cursor.column);
  take_cell (self, how);
  gtk_text_buffer_begin_irreversible_action (buffer);
  jh_table_view_set_edited (self,
                            how == JH_EDIT_TYPED ? "" : self->edit_before);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_widget_set_child_visible (self->editor, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return TRUE;
}
