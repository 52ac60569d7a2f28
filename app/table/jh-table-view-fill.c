/* What is done to a marked block without the clipboard. */
#include "jh-table-view-private.h"

#include "jh-table-paste.h"

/* Writes @block, which is taken over; NULL tells @error, which it frees. */
static void
write_block (JhTableView *self, JhTableBlock *block, JhTableVerb verb,
             GError *error)
{
  if (block)
    jh_table_view_write (self, block, verb, NULL);
  else
    jh_table_view_tell (self, TRUE, error->message);
  g_clear_error (&error);
}

void
jh_table_view_empty (JhTableView *self, JhTableVerb verb)
{
  JhTableArea area;
  JhTableBlock *block;
  GError *error = NULL;

  if (!jh_table_view_get_filled_area (self, &area))
    return;
  block = jh_table_take (area, jh_table_view_read, self, &error);
  for (guint i = 0; block && i < area.n_rows * area.n_columns; i++)
    {
      g_free (block->texts[i]);
      block->texts[i] = g_strdup ("");
    }
  write_block (self, block, verb, error);
}

void
jh_table_view_clear (JhTableView *self)
{
  jh_table_view_empty (self, JH_VERB_CLEAR);
}

void
jh_table_view_fill (JhTableView *self, gboolean down)
{
  JhTableArea area = jh_table_cursor_area (&self->cursor);
  GError *error = NULL;
  JhTableBlock *block;

  block = jh_table_fill (area, down, jh_table_view_read, self, &error);
  write_block (self, block, JH_VERB_FILL, error);
}

/* Whether rows can be put in and taken out; says so when not. */
static gboolean
check_rows (JhTableView *self)
{
  if (self->model == NULL)
    return FALSE;
  if (jh_table_model_has_free_rows (self->model))
    return jh_table_view_keep (self);
  jh_table_view_tell (self, FALSE, "这张表的行是固定的，不能插入或删除。");
  return FALSE;
}

void
jh_table_view_insert_rows (JhTableView *self)
{
  JhTableArea area = jh_table_cursor_area (&self->cursor);
  g_autoptr (GError) error = NULL;

  if (!check_rows (self))
    return;
  /* The cursor stays where it is, on the first of the new rows. */
  self->key = 0;
  if (!jh_table_model_insert_rows (
        self->model, MIN (area.row, jh_table_view_count_items (self)),
        area.n_rows, &error))
    jh_table_view_tell (self, TRUE, error->message);
  jh_table_cursor_place (&self->cursor, area.row, self->cursor.column, FALSE);
  jh_table_cursor_clamp (&self->cursor, self->geometry.n_rows,
                         self->geometry.n_columns);
  jh_table_view_moved (self, FALSE);
}

void
jh_table_view_remove_rows (JhTableView *self)
{
  JhTableArea area;

  if (!check_rows (self) || !jh_table_view_get_filled_area (self, &area))
    return;
  self->key = 0;
  jh_table_view_write (
    self,
    jh_table_block_new (area.row, 0, area.n_rows, self->geometry.n_columns),
    JH_VERB_REMOVE, NULL);
  jh_table_cursor_place (&self->cursor, area.row, self->cursor.column, FALSE);
  jh_table_cursor_clamp (&self->cursor, self->geometry.n_rows,
                         self->geometry.n_columns);
  jh_table_view_moved (self, FALSE);
}
