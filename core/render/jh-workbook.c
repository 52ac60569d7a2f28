#include "jh-workbook.h"

static void
cover_line_free (gpointer data)
{
  JhCoverLine *line = data;

  g_free (line->label);
  g_free (line->value);
  g_free (line);
}

static void
grid_free (gpointer data)
{
  jh_grid_free (data);
}

JhWorkbook *
jh_workbook_new (const char *title)
{
  JhWorkbook *workbook = g_new0 (JhWorkbook, 1);

  workbook->title = g_strdup (title);
  workbook->mark = g_strdup ("");
  workbook->lines = g_ptr_array_new_with_free_func (cover_line_free);
  workbook->grids = g_ptr_array_new_with_free_func (grid_free);
  return workbook;
}

void
jh_workbook_add_line (JhWorkbook *workbook, const char *label,
                      const char *value)
{
  JhCoverLine *line = g_new0 (JhCoverLine, 1);

  line->label = g_strdup (label ? label : "");
  line->value = g_strdup (value ? value : "");
  g_ptr_array_add (workbook->lines, line);
  workbook->has_cover = TRUE;
}

void
jh_workbook_take_grid (JhWorkbook *workbook, JhGrid *grid)
{
  g_ptr_array_add (workbook->grids, grid);
}

const JhGrid *
jh_workbook_get_grid (const JhWorkbook *workbook, guint index)
{
  g_assert (index < workbook->grids->len);
  return workbook->grids->pdata[index];
}

void
jh_workbook_free (JhWorkbook *workbook)
{
  if (workbook == NULL)
    return;
  g_free (workbook->title);
  g_free (workbook->mark);
  g_ptr_array_unref (workbook->lines);
  g_ptr_array_unref (workbook->grids);
  g_free (workbook);
}
