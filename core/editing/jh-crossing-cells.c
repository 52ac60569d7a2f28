#include "jh-crossing-private.h"

const JhCross *
jh_crossing_find (JhCrossing *self, guint row, guint column)
{
  const JhCrossRow *shown = self->rows->pdata[row];
  const JhCross sought
    = { shown->code, self->columns->pdata[column - JH_CROSSING_FIRST] };

  return shown->fault ? NULL : g_hash_table_lookup (self->crosses, &sought);
}

/* The sum of @row. */
static JhMoney
sum_row (JhCrossing *self, guint row)
{
  JhMoney sum = jh_money_blank ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      const JhCross *cross
        = jh_crossing_find (self, row, JH_CROSSING_FIRST + i);

      if (cross)
        sum = jh_money_add (sum, cross->sum);
    }
  return sum;
}

gboolean
jh_crossing_has_lines (JhCrossing *self, guint row)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (jh_crossing_find (self, row, JH_CROSSING_FIRST + i))
      return TRUE;
  return FALSE;
}

GArray *
jh_crossing_list_lines (JhCrossing *self, guint row, guint column)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first = MAX (column, JH_CROSSING_FIRST);
  guint end = column < JH_CROSSING_FIRST ? self->heads->len : column + 1;

  for (guint i = first; row < self->rows->len && i < end; i++)
    {
      const JhCross *cross = jh_crossing_find (self, row, i);

      for (guint k = 0; cross && k < cross->lines->len; k++)
        g_array_append_val (ids, ((JhLine *) cross->lines->pdata[k])->id);
    }
  return ids;
}

const char *
jh_crossing_choose (JhCrossing *self, JhCrossingFilter filter,
                    const char **reason)
{
  static const char *const reasons[] = {
    [JH_CROSSING_CATEGORY] = "先选定支出类别，再在空格里填数",
    [JH_CROSSING_FUND] = "先选定资金，再在空格里填数",
    [JH_CROSSING_PROJECT] = "先选定项目，再在空格里填数",
  };
  const JhBooks *books = jh_session_get_books (self->session);
  const char *category, *ignored;

  *reason = NULL;
  if (self->filters[filter])
    return self->filters[filter];
  if (self->common[filter])
    return self->common[filter];
  if (filter == JH_CROSSING_PROJECT)
    {
      category = jh_crossing_choose (self, JH_CROSSING_CATEGORY, &ignored);
      if (JH_BOOKS_ROWS (books, PROJECT)->len == 0
          || (category && g_str_equal (category, "基本支出")))
        return "";
    }
  *reason = reasons[filter];
  return NULL;
}

char *
jh_crossing_dup_reason (JhCrossing *self, guint row, guint column)
{
  const JhCross *cross = jh_crossing_find (self, row, column);
  const char *reason = NULL;

  if (cross && cross->lines->len > 1)
    return g_strdup_printf ("这里有 %u 笔，到明细里改", cross->lines->len);
  if (((JhCrossRow *) self->rows->pdata[row])->fault)
    return g_strdup ("先把这一行的功能科目改对");
  for (guint i = 0; cross == NULL && i < JH_N_CROSSING_FILTERS; i++)
    if (jh_crossing_choose (self, (JhCrossingFilter) i, &reason) == NULL)
      return g_strdup (reason);
  return NULL;
}

/* @money as it is shown. */
static char *
show (JhCrossing *self, JhMoney money)
{
  const JhField figure = { "amount", "", JH_FIELD_MONEY, 0 };

  return jh_typing_show (self->session, &money, &figure);
}

static void
get_code_cell (JhCrossing *self, guint row, JhTableCell *cell)
{
  const JhCrossRow *shown = self->rows->pdata[row];
  JhLists *lists = jh_session_get_books (self->session)->lists;
  const char *name
    = jh_lists_get_name (lists, JH_CODES_FUNCTIONAL, shown->code);

  cell->text = g_strdup (shown->code);
  cell->fault = g_strdup (shown->fault);
  if (shown->fault == NULL)
    cell->note = g_strdup (name ? name : "当年没有这个科目");
  if (cell->reason == NULL
      && (!shown->is_added || jh_crossing_has_lines (self, row)))
    cell->reason = g_strdup ("这一行已经有数，科目到明细里改");
}

/* The line whose figure is wrong at @row and @column; NULL when none is. */
static const JhLine *
find_wrong (JhCrossing *self, guint row, guint column)
{
  const JhCross *cross = jh_crossing_find (self, row, column);
  const JhLine *line;
  guint index;

  jh_crossing_get_figure (self, &index);
  if (cross == NULL || cross->lines->len != 1)
    return NULL;
  line = cross->lines->pdata[0];
  return jh_content_get_typed (line->entry, index) ? line : NULL;
}

/* Marks @cell as the worst of the lines behind it. */
static void
mark (JhCrossing *self, const JhCross *cross, const JhField *figure,
      JhTableCell *cell)
{
  const JhMarks *marks = jh_session_get_marks (self->session);

  for (guint i = 0; marks && i < cross->lines->len; i++)
    jh_marks_put (marks, jh_expenditure_table ()->name,
                  ((const JhLine *) cross->lines->pdata[i])->id, figure->name,
                  cell);
}

static void
get_figure_cell (JhCrossing *self, guint row, guint column, JhTableCell *cell)
{
  const JhCross *cross = jh_crossing_find (self, row, column);
  const JhLine *wrong = find_wrong (self, row, column);
  guint index;
  const JhField *figure = jh_crossing_get_figure (self, &index);

  if (cell->reason == NULL)
    cell->reason = jh_crossing_dup_reason (self, row, column);
  if (wrong)
    {
      cell->text = jh_typing_recall (
        self->session, figure, jh_content_get_typed (wrong->entry, index));
      cell->fault = g_strdup (jh_content_get_fault (wrong->entry, index));
    }
  else if (cross)
    {
      cell->text = show (self, cross->sum);
    }
  if (cross)
    mark (self, cross, figure, cell);
  if (cross && cross->lines->len > 1)
    cell->look = JH_LOOK_DIM;
}

void
jh_crossing_get_cell (JhTableModel *model, guint row, guint column,
                      JhTableCell *cell)
{
  JhCrossing *self = JH_CROSSING (model);

  cell->reason = g_strdup (jh_session_get_obstacle (self->session));
  if (row >= self->rows->len)
    {
      if (cell->reason == NULL && column != JH_CROSSING_CODE)
        cell->reason = g_strdup ("先在第一列填功能科目");
      return;
    }
  if (column == JH_CROSSING_CODE)
    {
      get_code_cell (self, row, cell);
      return;
    }
  if (column >= JH_CROSSING_FIRST)
    {
      get_figure_cell (self, row, column, cell);
      return;
    }
  if (cell->reason == NULL)
    cell->reason = g_strdup ("合计是算出来的，不用填");
  cell->text = show (self, sum_row (self, row));
  cell->look = JH_LOOK_STRONG;
}

char *
jh_crossing_dup_typed (JhTableModel *model, guint row, guint column)
{
  JhCrossing *self = JH_CROSSING (model);
  const JhCross *cross;
  g_auto (JhTableCell) cell = { 0 };

  if (row >= self->rows->len)
    return g_strdup ("");
  if (column == JH_CROSSING_TOTAL)
    return jh_money_format_exact (sum_row (self, row),
                                  jh_session_get_unit (self->session));
  if (column == JH_CROSSING_CODE || find_wrong (self, row, column))
    {
      jh_crossing_get_cell (model, row, column, &cell);
      return g_steal_pointer (&cell.text);
    }
  cross = jh_crossing_find (self, row, column);
  return jh_money_format_exact (cross ? cross->sum : jh_money_blank (),
                                jh_session_get_unit (self->session));
}

/* The sum of all that is looked at. */
static JhMoney
sum_all (JhCrossing *self)
{
  JhMoney sum = jh_money_blank ();
  GHashTableIter iter;
  gpointer cross;

  g_hash_table_iter_init (&iter, self->crosses);
  while (g_hash_table_iter_next (&iter, &cross, NULL))
    sum = jh_money_add (sum, ((JhCross *) cross)->sum);
  return sum;
}

char *
jh_crossing_dup_total (JhTableModel *model, guint column)
{
  JhCrossing *self = JH_CROSSING (model);
  JhMoney sum = jh_money_blank ();

  if (column == JH_CROSSING_CODE)
    return g_strdup_printf ("共 %u 行", self->rows->len);
  if (column == JH_CROSSING_TOTAL)
    return show (self, sum_all (self));
  for (guint row = 0; row < self->rows->len; row++)
    {
      const JhCross *cross = jh_crossing_find (self, row, column);

      if (cross)
        sum = jh_money_add (sum, cross->sum);
    }
  return show (self, sum);
}
