#include "jh-plan.h"

#include "jh-error.h"

static void
free_edit (gpointer data)
{
  JhEdit *edit = data;

  edit->line->edit = NULL;
  jh_content_free (edit->after);
  g_object_unref (edit->line);
  g_free (edit);
}

/* The id below all that are in use. */
static gint64
find_next_id (const GPtrArray *lines)
{
  gint64 least = 0;

  for (guint i = 0; i < lines->len; i++)
    least = MIN (least, ((const JhLine *) lines->pdata[i])->id);
  return least - 1;
}

JhPlan *
jh_plan_new (JhWorksheet *self, guint before)
{
  JhPlan *plan = g_new0 (JhPlan, 1);

  plan->self = self;
  plan->edits = g_ptr_array_new_with_free_func (free_edit);
  plan->added = g_ptr_array_new ();
  plan->before = before;
  plan->next_id = find_next_id (jh_worksheet_get_private (self)->lines);
  return plan;
}

void
jh_plan_free (JhPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->edits);
  g_ptr_array_unref (plan->added);
  g_free (plan);
}

/* The edit of @line, which it takes over, with @after. */
static JhEdit *
add_edit (JhPlan *plan, JhLine *line, JhContent *after)
{
  JhEdit *edit = g_new0 (JhEdit, 1);

  edit->line = line;
  edit->after = after;
  line->edit = edit;
  g_ptr_array_add (plan->edits, edit);
  return edit;
}

JhEdit *
jh_plan_edit (JhPlan *plan, JhLine *line)
{
  if (line->edit)
    return line->edit;
  return add_edit (plan, g_object_ref (line), jh_content_copy (line->entry));
}

JhRow *
jh_plan_get_row (JhLine *line)
{
  return line->edit && line->edit->after ? line->edit->after->row
                                         : line->entry->row;
}

/* A place behind that of @last: the same for a row of the books, which its
 * id puts in order, and a new one behind a row that may yet become one. */
static gint64
find_place_behind (JhLine *last)
{
  gint64 place = jh_plan_get_row (last)->place;

  if (jh_content_is_kept (last->entry) || place > G_MAXINT64 - JH_PLACE_STEP)
    return place;
  return place + JH_PLACE_STEP;
}

/* The line that the file has last. */
static JhLine *
find_last (const GPtrArray *lines)
{
  JhLine *last = NULL;

  for (guint i = 0; i < lines->len; i++)
    if (last == NULL || jh_line_compare (last, lines->pdata[i]) < 0)
      last = lines->pdata[i];
  return last;
}

JhEdit *
jh_plan_add (JhPlan *plan)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (plan->self);
  JhLine *line = jh_line_new (jh_content_new (my->table), NULL);
  JhLine *last = plan->added->len ? plan->added->pdata[plan->added->len - 1]
                                  : find_last (my->lines);
  JhEdit *edit = add_edit (plan, line, jh_content_copy (line->entry));

  edit->is_new = TRUE;
  line->position = plan->before + plan->added->len;
  if (last)
    edit->after->row->place = find_place_behind (last);
  g_ptr_array_add (plan->added, line);
  return edit;
}

void
jh_plan_remove (JhPlan *plan, JhLine *line)
{
  JhEdit *edit = jh_plan_edit (plan, line);

  g_clear_pointer (&edit->after, jh_content_free);
}

gboolean
jh_plan_has_room_for (const JhPlan *plan, guint n, GError **error)
{
  JhWorksheetPrivate *my = jh_worksheet_get_private (plan->self);

  if (n <= JH_LINES_MAX - MIN (my->lines->len, JH_LINES_MAX))
    return TRUE;
  g_set_error (error, JH_ERROR, JH_ERROR_DATA,
               "“%s”最多 %d 行，现在有 %u 行，"
               "再添 %u 行就放不下了，什么都没有改",
               my->table->label, JH_LINES_MAX, my->lines->len, n);
  return FALSE;
}

gboolean
jh_plan_has_room (const JhPlan *plan, GError **error)
{
  return jh_plan_has_room_for (plan, plan->added->len, error);
}

/* Compares two lines by where they will stand. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const JhRow *left = jh_plan_get_row (*(JhLine *const *) a);
  const JhRow *right = jh_plan_get_row (*(JhLine *const *) b);

  return jh_rows_compare (left, right);
}

void
jh_plan_renumber (JhPlan *plan)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  g_ptr_array_extend (order, jh_worksheet_get_private (plan->self)->lines,
                      NULL, NULL);
  g_ptr_array_extend (order, plan->added, NULL, NULL);
  g_ptr_array_sort (order, compare_lines);
  for (guint i = 0; i < order->len; i++)
    {
      JhLine *line = order->pdata[i];

      if (line->edit == NULL || line->edit->after)
        jh_plan_edit (plan, line)->after->row->place = i * JH_PLACE_STEP;
    }
}

/* Whether something stands in @entry besides what @line has from the
 * beginning, that the books can hold. */
static gboolean
has_value (const JhLine *line, const JhContent *entry)
{
  for (guint i = 0; i < entry->table->n_fields; i++)
    {
      const JhField *field = &entry->table->fields[i];

      if (!jh_line_is_preset (line, field)
          && !jh_typing_is_blank (entry->row, field))
        return TRUE;
    }
  return FALSE;
}

gboolean
jh_edit_belongs (const JhEdit *edit)
{
  if (edit->after == NULL)
    return FALSE;
  if (edit->line->preset)
    return has_value (edit->line, edit->after);
  return jh_content_is_whole (edit->after)
         && !(jh_content_is_kept (edit->after)
              && jh_content_is_blank (edit->after));
}

/* What a row that is always there has to have need not stay when it is
 * emptied: the row may leave the books. */
static void
empty_fixed (JhEdit *edit)
{
  JhContent *after = edit->after;

  for (guint i = 0; i < after->table->n_fields; i++)
    {
      const JhField *field = &after->table->fields[i];
      const char *typed = jh_content_get_typed (after, i);

      if (typed == NULL || *typed || jh_line_is_preset (edit->line, field))
        continue;
      jh_typing_blank (after->row, field);
      jh_content_accept (after, i);
    }
}

/* Takes the row of @edit out of the books: what it had to keep there it need
 * not keep any more. */
static void
take_out (JhEdit *edit)
{
  JhContent *after = edit->after;

  after->row->id = 0;
  for (guint i = 0; edit->line->preset == NULL && i < after->table->n_fields;
       i++)
    {
      const char *typed = jh_content_get_typed (after, i);

      if (typed == NULL)
        continue;
      jh_typing_blank (after->row, &after->table->fields[i]);
      if (*typed == '\0')
        jh_content_accept (after, i);
    }
}

/* Takes out what is left of a row that was emptied, where rows are fixed and
 * it is not one of these. */
static void
clear_away (JhPlan *plan, JhEdit *edit)
{
  if (edit->after && !edit->is_new && edit->line->preset == NULL
      && jh_worksheet_get_private (plan->self)->presets
      && !jh_content_is_kept (edit->after)
      && jh_content_is_blank (edit->after))
    g_clear_pointer (&edit->after, jh_content_free);
}

/* Gives the row of @edit the id by which it will be known, unless that comes
 * from the books. */
static void
name_row (JhPlan *plan, JhEdit *edit)
{
  JhRow *row = edit->after ? edit->after->row : NULL;

  edit->is_in = jh_edit_belongs (edit);
  if (row == NULL || edit->is_in)
    return;
  if (edit->line->preset && !jh_content_is_wrong (edit->after))
    row->id = 0;
  else if (row->id == 0)
    row->id = plan->next_id--;
}

/* Whether @edit alters anything. */
static gboolean
is_idle (const JhEdit *edit)
{
  const JhContent *before = edit->line->entry, *after = edit->after;

  if (edit->is_new || after == NULL || before->row->id != after->row->id
      || before->row->place != after->row->place
      || jh_content_is_kept (before) != edit->is_in)
    return FALSE;
  for (guint i = 0; i < after->table->n_fields; i++)
    if (!jh_content_same_cell (before, after, i))
      return FALSE;
  return TRUE;
}

void
jh_plan_settle (JhPlan *plan)
{
  for (guint i = 0; i < plan->edits->len; i++)
    {
      JhEdit *edit = plan->edits->pdata[i];

      if (edit->after && edit->line->preset)
        empty_fixed (edit);
      if (edit->after && jh_content_is_kept (edit->after)
          && !jh_edit_belongs (edit))
        take_out (edit);
      clear_away (plan, edit);
    }
  jh_plan_settle_keys (plan);
  for (guint i = 0; i < plan->edits->len; i++)
    name_row (plan, plan->edits->pdata[i]);
}

gboolean
jh_plan_prune (JhPlan *plan)
{
  for (guint i = plan->edits->len; i-- > 0;)
    if (is_idle (plan->edits->pdata[i]))
      g_ptr_array_remove_index (plan->edits, i);
  return plan->edits->len > 0;
}
