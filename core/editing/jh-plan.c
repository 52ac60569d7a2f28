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

/* The row that says where @line stands: what becomes of it in the plan does
 * not move it. */
static const JhRow *
find_standing (JhLine *line)
{
  return line->edit && line->edit->is_new ? line->edit->after->row
                                          : line->entry->row;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return jh_rows_compare (find_standing (*(JhLine *const *) a),
                          find_standing (*(JhLine *const *) b));
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
