/* Writing blocks: at once, or by somebody with a thread when that would take
 * long. */
#include "jh-table-view-private.h"

/* Puts the cursor and the marks on what was written. */
static void
mark_area (JhTableView *self, JhTableArea area)
{
  jh_table_cursor_place (&self->cursor, area.row, area.column, FALSE);
  jh_table_cursor_mark (&self->cursor, area.row, area.column,
                        area.row + area.n_rows - 1,
                        area.column + area.n_columns - 1);
  jh_table_cursor_clamp (&self->cursor, self->geometry.n_rows,
                         self->geometry.n_columns);
  jh_table_view_remember (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Shows and tells what became of @writing; @error is NULL when it was
 * done. */
static void
show (JhTableView *self, const JhTableWriting *writing,
      const JhTableReport *report, const GError *error)
{
  g_autofree char *words = NULL;

  if (error)
    {
      jh_table_view_tell (self, TRUE, error->message);
      return;
    }
  if (writing->marks && self->model)
    mark_area (self, writing->area);
  words = g_strconcat (report->words, writing->loss, NULL);
  if (words[0] != '\0')
    jh_table_view_tell (self, FALSE, words);
}

static gboolean
write_now (JhTableView *self, JhTableBlock *block, JhTableVerb verb,
           const JhTableWriting *writing)
{
  g_auto (JhTableReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  jh_table_model_apply (self->model, block, verb, &report, &error);
  show (self, writing, &report, error);
  return error == NULL;
}

/* Gives @block away; FALSE when nobody takes it, or something that was given
 * away is not back yet. */
static gboolean
write_later (JhTableView *self, JhTableBlock *block, JhTableVerb verb,
             const JhTableWriting *writing)
{
  if (self->is_writing)
    return FALSE;
  self->is_writing = TRUE;
  self->writing = *writing;
  self->writing.loss = g_strdup (writing->loss);
  if (jh_table_view_give_away (self, block, verb))
    return TRUE;
  self->is_writing = FALSE;
  g_clear_pointer (&self->writing.loss, g_free);
  return FALSE;
}

gboolean
jh_table_view_write (JhTableView *self, JhTableBlock *block, JhTableVerb verb,
                     const char *loss)
{
  g_autoptr (JhTableBlock) taken = block;
  const JhTableWriting writing
    = { { block->row, block->column, block->n_rows, block->n_columns },
        verb == JH_VERB_PASTE,
        (char *) (loss ? loss : "") };

  if (jh_table_block_is_large (block)
      && write_later (self, block, verb, &writing))
    {
      g_steal_pointer (&taken);
      return TRUE;
    }
  return write_now (self, block, verb, &writing);
}

void
jh_table_view_written (JhTableView *self, const JhTableReport *report,
                       const GError *error)
{
  g_autofree char *loss = g_steal_pointer (&self->writing.loss);
  const JhTableWriting writing
    = { self->writing.area, self->writing.marks, loss };

  g_return_if_fail (self->is_writing);
  self->is_writing = FALSE;
  show (self, &writing, report, error);
}
