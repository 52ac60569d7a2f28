#include "jh-plan.h"

/* The lines between which rows are put, in the order of the file: @before
 * and @after are NULL at the ends. */
static void
find_neighbours (JhWorksheetPrivate *my, guint row, JhLine **before,
                 JhLine **after)
{
  JhLine *next = row < my->lines->len ? my->lines->pdata[row] : NULL;

  *before = NULL;
  *after = next;
  for (guint i = 0; i < my->lines->len; i++)
    {
      JhLine *line = my->lines->pdata[i];

      if ((next == NULL || jh_line_compare (line, next) < 0)
          && (*before == NULL || jh_line_compare (*before, line) < 0))
        *before = line;
    }
}

/* The distance between @n rows that are put between two places, the first
 * of them that far behind @start; 0 when there is no room. */
static gint64
find_step (JhLine *before, JhLine *after, guint n, gint64 *start)
{
  gint64 first = before ? jh_plan_get_row (before)->place : 0;
  gint64 last = after ? jh_plan_get_row (after)->place : 0;
  gint64 room = (gint64) (n + 1) * JH_PLACE_STEP;
  gint64 distance;

  if (before == NULL && __builtin_sub_overflow (last, room, &first))
    return 0;
  if (after == NULL && __builtin_add_overflow (first, room, &last))
    return 0;
  *start = first;
  return __builtin_sub_overflow (last, first, &distance) ? 0
                                                         : distance / (n + 1);
}

/* Puts @n blank rows into @plan, between the two lines. */
static void
plan_rows (JhPlan *plan, JhLine *before, JhLine *after, guint n)
{
  gint64 start = 0;
  gint64 step = find_step (before, after, n, &start);

  if (step == 0)
    {
      jh_plan_renumber (plan);
      step = find_step (before, after, n, &start);
    }
  for (guint i = 0; i < n; i++)
    jh_plan_add (plan)->after->row->place = start + (i + 1) * step;
}

gboolean
jh_worksheet_insert_rows (JhTableModel *model, guint before, guint n,
                          GError **error)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  g_autoptr (JhPlan) plan = jh_plan_new (self, MIN (before, my->lines->len));
  g_autofree char *name = NULL;
  JhLine *above, *below;

  if (!jh_session_may_edit (my->session, error))
    return FALSE;
  if (!jh_plan_has_room_for (plan, n, error))
    return FALSE;
  find_neighbours (my, before, &above, &below);
  plan_rows (plan, above, below, n);
  jh_plan_settle (plan);
  name = g_strdup_printf ("在%s里插入 %u 行", my->table->label, n);
  return !jh_plan_prune (plan) || jh_plan_carry_out (plan, name, error);
}

gboolean
jh_worksheet_remove_rows (JhTableModel *model, const guint *rows, guint n,
                          GError **error)
{
  JhWorksheet *self = JH_WORKSHEET (model);
  JhWorksheetPrivate *my = jh_worksheet_get_private (self);
  g_autoptr (JhPlan) plan = jh_plan_new (self, my->lines->len);
  g_autofree char *name = NULL;

  if (!jh_session_may_edit (my->session, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (rows[i] < my->lines->len)
      jh_plan_remove (plan, my->lines->pdata[rows[i]]);
  jh_plan_settle (plan);
  if (n == 1)
    name = g_strdup_printf ("删除%s第 %u 行", my->table->label, rows[0] + 1);
  else
    name = g_strdup_printf ("删除%s %u 行", my->table->label, n);
  return !jh_plan_prune (plan) || jh_plan_carry_out (plan, name, error);
}
